import type { MigrationInterface, QueryRunner } from 'typeorm';
import { JUDGE_TERMS } from '../edition/edition.defaults.js';
import { termsDigest } from '../edition/undertaking.rules.js';

/** Whoever had accepted the terms of judging before wordings were told apart accepted the only one there was. */
export class TellAcceptancesApart1764003040200 implements MigrationInterface {
  name = 'TellAcceptancesApart1764003040200';

  async up(runner: QueryRunner): Promise<void> {
    const digest = termsDigest(JUDGE_TERMS);
    await runner.query(
      'INSERT INTO expert_acceptances (id, expertId, digest, wording, at) SELECT id, id, ?, ?, acceptedAt FROM experts WHERE acceptedAt IS NOT NULL',
      [digest, JSON.stringify(JUDGE_TERMS)],
    );
    await runner.query('UPDATE experts SET acceptedDigest = ? WHERE acceptedAt IS NOT NULL', [digest]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM expert_acceptances');
    await runner.query('UPDATE experts SET acceptedDigest = NULL');
  }
}
