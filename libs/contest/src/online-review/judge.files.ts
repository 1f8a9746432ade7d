import { type Actor, failure } from '@haishi/contracts';
import { BareFiles, FilesService } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { EditionQueries } from '../edition/edition.queries.js';
import { materialsForJudges } from '../project/project.rules.js';
import { JudgeReader, neutralName } from './judge.reader.js';
import { RoundJudging } from './round.judging.js';
import { RoundQueries } from './round.queries.js';

/** The files of an entry, for its judge while the round is open. Where the stage is blind, under names that tell nobody, and without what their formats say of who made them. */
@Injectable()
export class JudgeFiles {
  constructor(
    private readonly judging: RoundJudging,
    private readonly reader: JudgeReader,
    private readonly rounds: RoundQueries,
    private readonly editions: EditionQueries,
    private readonly files: FilesService,
    private readonly bare: BareFiles,
  ) {}

  /**
   * One file by its place among the materials of the submission that is judged. Fails with `common.not_found` for kinds that
   * are closed to judges, and as reading the entry does.
   */
  async open(actor: Actor, roundId: string, entryId: string, index: number) {
    const round = await this.judging.assertOpen(actor, roundId, entryId);
    await this.reader.entry(actor, roundId, entryId);
    const entry = await this.rounds.entry(roundId, entryId);
    const snapshot = await this.reader.snapshot(entry);
    const { definition } = await this.editions.get(entry.editionId);
    const material = snapshot.materials[index];
    const kind = materialsForJudges(definition, snapshot).find(({ files }) => material && files.includes(material));
    if (!material || !kind) throw failure('common.not_found');
    if (!(await this.reader.blind(round))) {
      const { file, content } = await this.files.openById(actor, material.fileId);
      return { file: { name: material.name, type: file.type, size: file.size }, content };
    }
    const { file, size, content } = await this.bare.openById(actor, material.fileId);
    const name = neutralName(kind.kind.name.zh, kind.files.indexOf(material), material.name);
    return { file: { name, type: file.type, size }, content };
  }
}
