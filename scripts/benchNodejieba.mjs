// @ts-check
// Loads nodejieba with the dictionary that it brings, and prints as JSON how many milliseconds that takes and how many
// bytes the process then has resident, before and after. For scripts/bench.mjs.
import { createRequire } from 'node:module';

const before = process.memoryUsage.rss();
const from = performance.now();
const nodejieba = createRequire(import.meta.url)('nodejieba');
nodejieba.load();
console.log(JSON.stringify({ milliseconds: performance.now() - from, before, resident: process.memoryUsage.rss() }));
