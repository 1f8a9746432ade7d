import { compareSides, runLoad } from './load.mjs';

/**
 * A client in a process of its own, so that its work is not the server's. The first message configures its workload;
 * each further one asks for a block of it.
 */
const { createWorkload } = await import(`./${process.argv[2]}.mjs`);
let workload;

process.on('message', async (message) => {
  try {
    if (message.config) {
      workload = createWorkload(message.config);
      process.send({});
    } else if (message.compare) {
      process.send(await compareSides(workload, message.compare, message.samples));
    } else {
      process.send(await (workload.run ?? ((task) => runLoad(workload, task)))(message));
    }
  } catch (error) {
    process.send({ error: error.stack });
  }
});
process.on('disconnect', () => process.exit());
