// @ts-check
// Starts the built analysis worker in a process that does nothing else, and prints as JSON how many milliseconds it
// takes to be ready and how many bytes the process then has resident, before and after. The argument is the limits of the worker. For scripts/bench.mjs.
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

const root = join(import.meta.dirname, '..');
const before = process.memoryUsage.rss();
const from = performance.now();
const workerData = { root, cancelled: new SharedArrayBuffer(4) };
const worker = new Worker(join(root, 'dist/worker.cjs'), {
  workerData,
  resourceLimits: JSON.parse(process.argv[2] ?? '{}'),
});
worker.once('message', (/** @type {import('../src/node/protocol.ts').WorkerReply} */ reply) => {
  const milliseconds = performance.now() - from;
  if (reply.kind !== 'ready') throw new Error(`the worker is not ready: ${reply.kind}`);
  console.log(JSON.stringify({ milliseconds, before, resident: process.memoryUsage.rss() }));
  process.exit();
});
