// Loaded before a program that runs with --expose-gc: on the signal SIGUSR2 it writes the bytes in use, after a collection, to standard error.
process.on("SIGUSR2", () => {
  globalThis.gc?.();
  globalThis.gc?.();
  process.stderr.write(`${process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers}\n`);
});
