import { parseArgs } from 'node:util';
import { failure } from '@haishi/contracts';
import { parseMail } from '@haishi/kernel';
import { assertPassword, Grants, hashPassword, Passwords, Persons, SecondFactors } from '@haishi/identity';
import { type Environment, systemActor, UnitOfWork } from '@haishi/platform';
import { createContext } from '../create-server.js';
import { type Command, UsageError } from './command.js';
import type { Terminal } from './terminal.js';

const MAX_NAME = 100;

interface Administrator {
  mail: string;
  name: string;
  password: string;
}

/** Takes what was not given as an option from the keyboard. */
async function readAdministrator(args: string[], terminal: Terminal): Promise<Administrator> {
  const { values } = parseArgs({ args, options: { mail: { type: 'string' }, name: { type: 'string' } } });
  const mailText = values.mail ?? (await terminal.ask('邮箱 Mail: '));
  if (mailText === undefined) throw new UsageError('请用 --mail 给出邮箱 (give the mail address with --mail)');
  const mail = parseMail(mailText);
  if (mail === undefined) throw failure('identity.address_wrong');
  const name = (values.name ?? (await terminal.ask('姓名 Name: ')))?.trim();
  if (!name || name.length > MAX_NAME)
    throw new UsageError(
      `请用 --name 给出姓名，最多 ${MAX_NAME} 字 (give the name with --name, at most ${MAX_NAME} characters)`,
    );
  const password = terminal.adminPassword ?? (await terminal.askSecret('密码 Password: '));
  if (password === undefined)
    throw new UsageError('请用环境变量 HAISHI_ADMIN_PASSWORD 给出密码 (give the password in HAISHI_ADMIN_PASSWORD)');
  assertPassword(password, [mail]);
  return { mail, name, password };
}

async function create(environment: Environment, { mail, name, password }: Administrator) {
  const passwordHash = await hashPassword(password);
  const app = await createContext(environment, false);
  try {
    return await app.get(UnitOfWork).run(systemActor('haishi create-admin'), async (work) => {
      const { id } = await app.get(Persons).create(work, { name, mail, locale: 'zh' });
      await app.get(Passwords).set(work, id, passwordHash);
      await app.get(Grants).give(work, id, { role: 'administrator', scopeType: 'system', scopeId: '' });
      return app.get(SecondFactors).install(work, id, mail);
    });
  } finally {
    await app.close();
  }
}

export const createAdminCommand: Command = {
  usage: '[--mail MAIL] [--name NAME]',
  summary: '新建系统管理员 · create an administrator; the password is asked, or read from HAISHI_ADMIN_PASSWORD',
  async run(environment, args, terminal) {
    const administrator = await readAdministrator(args, terminal);
    const { secret, uri } = await create(environment, administrator);
    terminal.say(`系统管理员 ${administrator.mail} 已建立。 (The administrator ${administrator.mail} was created.)`);
    terminal.say(
      '请把动态口令密钥录入身份验证器，此后不再显示。 (Enter the second factor into an authenticator; it is not shown again.)',
    );
    terminal.say(secret);
    terminal.say(uri);
  },
};
