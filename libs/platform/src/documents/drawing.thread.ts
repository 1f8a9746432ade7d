import { Worker } from 'node:worker_threads';

/** Sources that run as they are name their neighbours as they will be built. */
const AS_SOURCES = `import { registerHooks } from 'node:module';
registerHooks({ resolve: (name, context, next) =>
  next(name.startsWith('.') && context.parentURL?.endsWith('.ts') ? name.replace(/\\.js$/, '.ts') : name, context) });`;

/** A thread that draws, by the file of this name beside this one. */
export function drawingThread(name: string): Worker {
  const sources = import.meta.url.endsWith('.ts');
  return new Worker(new URL(`./${name}.${sources ? 'ts' : 'js'}`, import.meta.url), {
    execArgv: sources ? ['--import', `data:text/javascript,${encodeURIComponent(AS_SOURCES)}`] : [],
  });
}
