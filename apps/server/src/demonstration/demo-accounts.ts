import { failure, ROLES } from '@haishi/contracts';
import { type DemoAccount, type DemoAccounts, Person } from '@haishi/identity';
import { Database, SecretBox } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { demoMail } from './people.js';

/** One account for each way of meeting the product. */
export interface AccountPlan {
  role: DemoAccount['role'];
  name: string;
  /** What stands before the `@` of the mail address. */
  login: string;
}

const plan = (role: AccountPlan['role'], name: string, login: string): AccountPlan => ({ role, name, login });

/** In the order in which a visitor might go through them. */
export const ACCOUNTS: readonly AccountPlan[] = [
  plan('entrant', '沈知远', 'entrant'),
  plan('contest_organiser', '赵海峰', 'organiser'),
  plan('checker', '钱若溪', 'checker'),
  plan('judge', '孙怀瑾', 'judge'),
  plan('chair', '李致行', 'chair'),
  plan('stage_manager', '梁司仪', 'stage'),
  plan('recorder', '顾闻笔', 'recorder'),
  plan('supervisor', '严正清', 'supervisor'),
  plan('employer_agent', '周清扬', 'employer'),
  plan('position_reviewer', '吴书瑶', 'reviewer'),
  plan('fair_organiser', '郑云起', 'fair'),
  plan('gate_staff', '王启航', 'gate'),
  plan('graduate', '冯沐辰', 'graduate'),
  plan('county_officer', '陈建国', 'county'),
  plan('administrator', '褚明德', 'administrator'),
  plan('auditor', '卫静', 'auditor'),
];

/** Whether the account's role demands a second factor. */
export function needsSecondFactor(role: AccountPlan['role']): boolean {
  return role !== 'entrant' && role !== 'graduate' && ROLES[role].secondFactor;
}

const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';

/**
 * The password of an account of the demonstration. It follows from the installation's master key, so that it stands
 * nowhere and is another on every machine: where the panel is switched off, nobody can know it.
 */
export function demoPassword(box: SecretBox, mail: string): string {
  const bytes = Buffer.from(box.fingerprint(mail, 'demonstration password'), 'base64url');
  const signs = [...bytes.subarray(0, 8)].map((byte) => SIGNS[byte % SIGNS.length]).join('');
  return `Haishi-${signs.slice(0, 4)}-${signs.slice(4)}`;
}

/** The accounts for the panel and the start of the program. */
@Injectable()
export class LoadedAccounts implements DemoAccounts {
  constructor(
    private readonly database: Database,
    private readonly box: SecretBox,
  ) {}

  /** Fails with `common.not_found` where no demonstration is loaded. */
  async list(): Promise<readonly DemoAccount[]> {
    const mails = ACCOUNTS.map(({ login }) => demoMail(login));
    const found = await this.database.manager.findBy(Person, { mail: In(mails), demo: true });
    const accounts = ACCOUNTS.flatMap(({ role, login: name }) => {
      const mail = demoMail(name);
      const person = found.find((one) => one.mail === mail);
      return person
        ? [{ personId: person.id, role, name: person.name, login: mail, password: demoPassword(this.box, mail) }]
        : [];
    });
    if (accounts.length === 0) throw failure('common.not_found');
    return accounts;
  }
}
