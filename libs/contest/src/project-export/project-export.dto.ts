import { ChoiceField } from '@haishi/platform';
import { OmitType } from '@nestjs/swagger';
import { ProjectQuery } from '../project/project.dto.js';

/** What is exported: the list with its filters, whole. */
export class ProjectExportQuery extends OmitType(ProjectQuery, ['cursor', 'limit']) {
  @ChoiceField(['csv', 'xlsx']) format: 'csv' | 'xlsx';
}
