import { type Actor, failure } from '@haishi/contracts';
import { newId } from '@haishi/kernel';
import { FilePolicies, type FileType, FilesService, UnitOfWork, type Work, sizeText } from '@haishi/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Equal } from 'typeorm';
import { MATERIAL_SIZE_CEILING, type MaterialType } from '../edition/edition.definition.js';
import { projectScopes } from '../edition/edition.entity.js';
import { EditionQueries } from '../edition/edition.queries.js';
import { isPersonal } from './material.rules.js';
import type { MaterialInput } from './project.dto.js';
import { Project, ProjectMaterial, ProjectSubmission } from './project.entity.js';
import { ProjectLoader } from './project.loader.js';
import { ProjectQueries } from './project.queries.js';
import { materialsOf, nextState } from './project.rules.js';
import { placeOf } from './project.views.js';

/** Uploads for any kind of material; each kind's own limits are checked when the file is put to use. */
export const MATERIAL_PURPOSE = 'project.material';

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const MEDIA_TYPES = {
  pdf: 'application/pdf',
  docx: `${OFFICE}.wordprocessingml.document`,
  pptx: `${OFFICE}.presentationml.presentation`,
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
  jpg: 'image/jpeg',
  png: 'image/png',
} as const satisfies Record<MaterialType, FileType>;

/** The materials of a project: put to use and taken away while it can be edited. */
@Injectable()
export class MaterialService implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly queries: ProjectQueries,
    private readonly loader: ProjectLoader,
    private readonly editions: EditionQueries,
    private readonly files: FilesService,
    private readonly policies: FilePolicies,
  ) {}

  onModuleInit(): void {
    this.policies.register({
      purpose: MATERIAL_PURPOSE,
      maxBytes: MATERIAL_SIZE_CEILING,
      types: Object.values(MEDIA_TYPES),
      personal: true,
    });
  }

  /** Adds an uploaded file, in the place of `replaces` where that is given. Adding the same one again changes nothing. */
  add(actor: Actor, projectId: string, { kind: kindCode, fileId, replaces }: MaterialInput): Promise<ProjectMaterial> {
    return this.unitOfWork.run(actor, async (work) => {
      await work.lockRow(Project, projectId);
      const { project } = await this.loader.ownedToChange(actor, projectId);
      if (nextState(project.state, 'edit') === undefined) throw failure('project.not_editable');
      const { definition } = await this.editions.get(project.editionId);
      const kind = materialsOf(definition, placeOf(project).group).find(({ code }) => code === kindCode);
      if (!kind) throw failure('project.not_in_edition', { field: 'kind' });
      const held = await this.queries.materials(projectId);
      const same = held.find((material) => material.fileId === fileId);
      if (same) return same;
      const replaced = held.find((material) => material.fileId === replaces && material.kind === kindCode);
      if (replaced) await this.takeOut(work, project, replaced);
      if (held.filter((material) => material.kind === kindCode && material !== replaced).length >= kind.maxCount)
        throw failure('project.material_full', {
          field: 'fileId',
          params: { name: kind.name, max: kind.maxCount },
        });
      const use = { purpose: MATERIAL_PURPOSE, subjectType: 'project', subjectId: projectId, field: 'fileId' };
      const file = await this.files.attach(work, fileId, use);
      if (file.size > kind.maxSize)
        throw failure('files.too_large', { field: 'fileId', params: { max: sizeText(kind.maxSize) } });
      if (!kind.types.some((type) => MEDIA_TYPES[type] === file.type))
        throw failure('files.type_mismatch', {
          field: 'fileId',
          params: { types: kind.types.join(', ').toUpperCase() },
        });
      const { name, size } = file;
      const material: ProjectMaterial = {
        id: newId(),
        projectId,
        kind: kindCode,
        fileId,
        name,
        size,
        addedAt: work.now,
        personal: kind.personal === true,
      };
      await work.manager.insert(ProjectMaterial, material);
      await work.event({
        type: 'project.material_added',
        subjectType: 'project',
        subjectId: projectId,
        scopes: projectScopes(project),
        payload: { kind: kindCode, fileId },
      });
      return material;
    });
  }

  /** Takes a material out of the working copy. A file that was handed in stays with its submission. */
  async remove(actor: Actor, projectId: string, fileId: string): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      await work.lockRow(Project, projectId);
      const { project } = await this.loader.ownedToChange(actor, projectId);
      if (nextState(project.state, 'edit') === undefined) throw failure('project.not_editable');
      const material = (await this.queries.materials(projectId)).find((one) => one.fileId === fileId);
      if (!material) return;
      await this.takeOut(work, project, material);
    });
  }

  /**
   * Makes the files of a project another's who takes it over, but the personal ones: those stay with who gave them, and the
   * working copy goes on without them. Who calls it holds the project's row.
   */
  async pass(work: Work, project: Project, toId: string): Promise<void> {
    const { definition } = await this.editions.get(project.editionId);
    const held = await this.queries.materials(project.id);
    const submissions = await work.manager.findBy(ProjectSubmission, { projectId: Equal(project.id) });
    const personal = [...held, ...submissions.flatMap(({ snapshot }) => snapshot.materials)]
      .filter((file) => isPersonal(definition, file))
      .map(({ fileId }) => fileId);
    for (const material of held) if (personal.includes(material.fileId)) await this.takeOut(work, project, material);
    await this.files.handOver(work, { subjectType: 'project', subjectId: project.id }, toId, personal);
  }

  private async takeOut(work: Work, project: Project, { id, kind, fileId, addedAt }: ProjectMaterial): Promise<void> {
    await work.manager.delete(ProjectMaterial, id);
    // A submission is dated by its arrival, so that a file added while it waited for its turn may be the later of the two.
    const last = await this.queries.submission(project.id, project.submissions);
    const listed = last?.snapshot.materials.some((one) => one.fileId === fileId) ?? false;
    const handedIn = listed || (project.submittedAt !== null && addedAt <= project.submittedAt);
    if (!handedIn) await this.files.detach(work, fileId, { subjectType: 'project', subjectId: project.id });
    await work.event({
      type: 'project.material_removed',
      subjectType: 'project',
      subjectId: project.id,
      scopes: projectScopes(project),
      payload: { kind, fileId },
    });
  }
}
