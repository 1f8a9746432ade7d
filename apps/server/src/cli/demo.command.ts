import { StartupError } from '@haishi/platform';
import { createContext } from '../create-server.js';
import { DEMO_LOADER, type DemoLoader } from '../demonstration/demo-loader.js';
import { type Command, UsageError } from './command.js';

export const demoCommand: Command = {
  usage: 'load | clear',
  summary: '载入或清除演示数据 · load or clear the demonstration',
  async run(environment, args, terminal) {
    const [action] = args;
    if (args.length !== 1 || (action !== 'load' && action !== 'clear'))
      throw new UsageError('请写 load 或 clear (say load or clear)');
    if (!environment.demonstrationAllowed)
      throw new StartupError(
        '演示数据只能用于内置数据库，且不能在 NODE_ENV=production 或 HAISHI_DEMO=0 时使用。',
        'the demonstration exists on the embedded database alone, and not under NODE_ENV=production or HAISHI_DEMO=0',
      );
    const app = await createContext(environment, false);
    try {
      const loader = app.get<DemoLoader>(DEMO_LOADER, { strict: false });
      const state = await loader.state();
      if (action === 'load' && state === 'loaded')
        throw new StartupError('演示数据已载入。', 'the demonstration is loaded already');
      if (action === 'clear' && state === 'absent')
        throw new StartupError('没有演示数据。', 'there is no demonstration');
      await loader[action](terminal.progress);
      terminal.say(
        action === 'load'
          ? '演示数据已载入。 (The demonstration was loaded.)'
          : '演示数据已清除。 (The demonstration was cleared.)',
      );
    } finally {
      await app.close();
    }
  },
};
