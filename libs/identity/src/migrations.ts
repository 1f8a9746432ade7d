import { column, defineTable, renewRows } from '@haishi/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { nameKey } from './person/name-key.js';

class CreatePersons1763910000000 implements MigrationInterface {
  name = 'CreatePersons1763910000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      defineTable(
        'persons',
        {
          id: column.id(),
          name: column.text(100),
          nameKey: column.text(100),
          mail: column.text(254, { nullable: true }),
          phone: column.text(16, { nullable: true }),
          locale: column.text(2),
          state: column.text(10),
          demo: column.bool(),
          createdAt: column.instant(),
          version: column.version(),
        },
        {
          uq_persons_mail: { columns: ['mail'], unique: true },
          uq_persons_phone: { columns: ['phone'], unique: true },
          ix_persons_nameKey: { columns: ['nameKey'] },
        },
      ),
    );
    await runner.createTable(
      defineTable(
        'person_identifiers',
        {
          id: column.id(),
          personId: column.ref(),
          type: column.text(10),
          country: column.text(2),
          numberHash: column.text(64),
          numberSealed: column.text(200),
          expiresAt: column.instant({ nullable: true }),
          createdAt: column.instant(),
        },
        {
          uq_person_identifiers_number: { columns: ['type', 'country', 'numberHash'], unique: true },
          ix_person_identifiers_person: { columns: ['personId'] },
        },
      ),
    );
    await runner.createTable(
      defineTable(
        'consents',
        {
          id: column.id(),
          personId: column.ref(),
          purpose: column.text(40),
          version: column.text(20),
          givenAt: column.instant(),
          withdrawnAt: column.instant({ nullable: true }),
        },
        { ix_consents_person: { columns: ['personId', 'purpose'] } },
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['consents', 'person_identifiers', 'persons']) await runner.dropTable(table);
  }
}

class CreateSessions1763910001000 implements MigrationInterface {
  name = 'CreateSessions1763910001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      defineTable(
        'sessions',
        {
          id: column.id(),
          personId: column.ref(),
          tokenHash: column.text(43),
          method: column.text(12),
          createdAt: column.instant(),
          lastSeenAt: column.instant(),
          expiresAt: column.instant(),
          secondFactorAt: column.instant({ nullable: true }),
          revokedAt: column.instant({ nullable: true }),
          ip: column.text(64),
          userAgent: column.text(200),
        },
        {
          uq_sessions_token: { columns: ['tokenHash'], unique: true },
          ix_sessions_person: { columns: ['personId'] },
          ix_sessions_expires: { columns: ['expiresAt'] },
        },
      ),
    );
    await runner.createTable(
      defineTable('passwords', { personId: column.key(36), hash: column.text(200), changedAt: column.instant() }),
    );
    await runner.createTable(
      defineTable(
        'lockouts',
        {
          lockKey: column.key(80),
          failures: column.int(),
          lockedUntil: column.instant({ nullable: true }),
          updatedAt: column.instant(),
        },
        { ix_lockouts_updated: { columns: ['updatedAt'] } },
      ),
    );
    await runner.createTable(
      defineTable(
        'one_time_codes',
        {
          id: column.id(),
          purpose: column.text(10),
          addressHash: column.text(64),
          codeHash: column.text(64),
          tries: column.int(),
          createdAt: column.instant(),
          expiresAt: column.instant(),
          usedAt: column.instant({ nullable: true }),
        },
        {
          ix_one_time_codes_address: { columns: ['addressHash', 'purpose'] },
          ix_one_time_codes_expires: { columns: ['expiresAt'] },
        },
      ),
    );
    await runner.createTable(
      defineTable('second_factors', {
        personId: column.key(36),
        secretSealed: column.text(200, { nullable: true }),
        pendingSealed: column.text(200, { nullable: true }),
        confirmedAt: column.instant({ nullable: true }),
        lastStep: column.int(),
      }),
    );
    await runner.createTable(
      defineTable(
        'recovery_codes',
        {
          id: column.id(),
          personId: column.ref(),
          codeHash: column.text(64),
          usedAt: column.instant({ nullable: true }),
        },
        { ix_recovery_codes_person: { columns: ['personId', 'codeHash'] } },
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['recovery_codes', 'second_factors', 'one_time_codes', 'lockouts', 'passwords', 'sessions'])
      await runner.dropTable(table);
  }
}

class CreateGrants1763910002000 implements MigrationInterface {
  name = 'CreateGrants1763910002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      defineTable(
        'role_grants',
        {
          id: column.id(),
          personId: column.ref(),
          role: column.text(40),
          scopeType: column.text(20),
          scopeId: column.text(80),
          grantedBy: column.text(64),
          grantedAt: column.instant(),
        },
        {
          uq_role_grants: { columns: ['personId', 'role', 'scopeType', 'scopeId'], unique: true },
          ix_role_grants_scope: { columns: ['scopeType', 'scopeId', 'role'] },
        },
      ),
    );
    await runner.createTable(
      defineTable(
        'role_invitations',
        {
          id: column.id(),
          tokenHash: column.text(43),
          role: column.text(40),
          scopeType: column.text(20),
          scopeId: column.text(80),
          name: column.text(100),
          mail: column.text(254, { nullable: true }),
          phone: column.text(16, { nullable: true }),
          locale: column.text(2),
          state: column.text(10),
          days: column.int(),
          timesSent: column.int(),
          createdBy: column.ref(),
          createdAt: column.instant(),
          expiresAt: column.instant(),
          acceptedBy: column.ref({ nullable: true }),
          acceptedAt: column.instant({ nullable: true }),
        },
        {
          uq_role_invitations_token: { columns: ['tokenHash'], unique: true },
          ix_role_invitations_scope: { columns: ['scopeType', 'scopeId'] },
        },
      ),
    );
    await runner.createTable(
      defineTable(
        'links',
        {
          id: column.id(),
          tokenHash: column.text(43),
          purpose: column.text(40),
          subjectType: column.text(40),
          subjectId: column.text(64),
          label: column.text(200),
          createdBy: column.text(64),
          createdAt: column.instant(),
          expiresAt: column.instant({ nullable: true }),
          revokedAt: column.instant({ nullable: true }),
        },
        {
          uq_links_token: { columns: ['tokenHash'], unique: true },
          ix_links_subject: { columns: ['subjectType', 'subjectId'] },
        },
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['links', 'role_invitations', 'role_grants']) await runner.dropTable(table);
  }
}

class CreateOrganisations1763910003000 implements MigrationInterface {
  name = 'CreateOrganisations1763910003000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      defineTable(
        'organisations',
        {
          id: column.id(),
          creditCode: column.text(18),
          creditCodeOverride: column.text(500, { nullable: true }),
          name: column.text(200),
          nameKey: column.text(200),
          aliases: column.json(),
          kind: column.text(20),
          branch: column.bool(),
          industry: column.text(60, { nullable: true }),
          countyCode: column.text(12, { nullable: true }),
          state: column.text(12),
          stateReason: column.text(1000, { nullable: true }),
          decidedBy: column.ref({ nullable: true }),
          decidedAt: column.instant({ nullable: true }),
          submittedAt: column.instant({ nullable: true }),
          demo: column.bool(),
          createdAt: column.instant(),
          version: column.version(),
        },
        {
          uq_organisations_creditCode: { columns: ['creditCode'], unique: true },
          ix_organisations_nameKey: { columns: ['nameKey'] },
          ix_organisations_state: { columns: ['state', 'submittedAt'] },
        },
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('organisations');
  }
}

/** Lets keys of names pass over signs that nobody sees. */
export class RenewNameKeys1764008020200 implements MigrationInterface {
  name = 'RenewNameKeys1764008020200';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['persons', 'organisations'])
      await renewRows(runner, table, ['name', 'nameKey'], ({ name }) => ({ nameKey: nameKey(name!) }));
  }

  async down(): Promise<void> {}
}

/** The steps that made this room's tables, oldest first. */
export const IDENTITY_MIGRATIONS = [
  CreatePersons1763910000000,
  CreateSessions1763910001000,
  CreateGrants1763910002000,
  CreateOrganisations1763910003000,
  RenewNameKeys1764008020200,
];
