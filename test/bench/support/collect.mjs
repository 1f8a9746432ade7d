/** Loaded into a server before its own script: tells on demand how many bytes it holds. Needs `--expose-gc`. */
process.on('message', () => {
  globalThis.gc();
  // What finalizers let go of is free at the second time.
  setImmediate(() => {
    globalThis.gc();
    const { heapUsed, external } = process.memoryUsage();
    process.send(heapUsed + external);
  });
});
process.channel.unref();
