import { IntersectionType, OmitType } from '@nestjs/swagger';
import { ListQuery } from '../listing/list.answer.js';
import { ProjectQuery } from '../project/project.dto.js';

/** What is exported: the list with its filters, whole. */
export class ProjectExportQuery extends IntersectionType(OmitType(ProjectQuery, ['cursor', 'limit']), ListQuery) {}
