import { ListQuery } from '@haishi/platform';
import { IntersectionType, OmitType } from '@nestjs/swagger';
import { ProjectQuery } from '../project/project.dto.js';

/** What is exported: the list with its filters, whole. */
export class ProjectExportQuery extends IntersectionType(OmitType(ProjectQuery, ['cursor', 'limit']), ListQuery) {}
