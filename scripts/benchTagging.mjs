// @ts-check
// A thread that has nodejieba with the dictionary that it brings, and tags a text each time it is asked to; a process has
// one dictionary for each thread. For scripts/bench.mjs: `workerData` is the text, and a cell of shared memory that is 0
// where the thread is to wait, and set to 0 when it is done.
import { createRequire } from 'node:module';
import { workerData } from 'node:worker_threads';

/** @type {{ text: string, cell: Int32Array }} */
const { text, cell } = workerData;
const nodejieba = createRequire(import.meta.url)('nodejieba');
nodejieba.load();
for (;;) {
  Atomics.wait(cell, 0, 0);
  nodejieba.tag(text);
  Atomics.store(cell, 0, 0);
  Atomics.notify(cell, 0);
}
