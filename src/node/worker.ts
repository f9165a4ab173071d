import { parentPort, workerData, type MessagePort } from 'node:worker_threads';

import type { Extraction } from '../core/entities/mention.ts';
import { CancelledError, type Watch } from '../core/watch.ts';
import { Analysis } from './analysis.ts';
import { toFailure, type WorkerData, type WorkerReply, type WorkerRequest } from './protocol.ts';

/** Least time between two reports of progress, in milliseconds. */
const PROGRESS_INTERVAL = 50;

/** Mentions that are sent together. */
const PART = 2000;

/** Loads the analysis and answers requests one by one, each in a turn of its own. */
function serve(port: MessagePort, { root, cancelled }: WorkerData): void {
  const say = (reply: WorkerReply): void => port.postMessage(reply);
  const began = performance.now();
  let analysis: Analysis;
  try {
    analysis = new Analysis(root);
  } catch (error) {
    say({ kind: 'unavailable', failure: toFailure(error) });
    port.close();
    return;
  }
  const unwanted = new Int32Array(cancelled);
  port.on('message', (request: WorkerRequest) => say(answer(analysis, request, unwanted, say)));
  say({ kind: 'ready', milliseconds: performance.now() - began, residentBytes: process.memoryUsage.rss() });
}

function answer(
  analysis: Analysis,
  { id, text, corrections, homeRegion, roster, document }: WorkerRequest,
  unwanted: Int32Array,
  say: (reply: WorkerReply) => void,
): WorkerReply {
  const began = performance.now();
  let told = began;
  if (roster) analysis.useRoster(roster);
  try {
    const watch: Watch = {
      cancelled: () => Atomics.load(unwanted, 0) === id,
      progress: (fraction) => {
        const now = performance.now();
        if (now - told < PROGRESS_INTERVAL) return;
        told = now;
        say({ kind: 'progress', id, fraction });
      },
    };
    const extraction = analysis.extract(text, {
      corrections,
      homeRegion,
      watch,
      ...(document === undefined ? {} : { document }),
    });
    return sayInParts(extraction, id, say, began);
  } catch (error) {
    if (error instanceof CancelledError) return { kind: 'cancelled', id };
    return { kind: 'failed', id, failure: toFailure(error) };
  }
}

/** Sends what is many in parts, so that the other side makes objects of them in more than one turn. */
function sayInParts(extraction: Extraction, id: number, say: (reply: WorkerReply) => void, began: number): WorkerReply {
  const { mentions } = extraction;
  let from = 0;
  for (; mentions.length - from > PART; from += PART)
    say({ kind: 'mentions', id, mentions: mentions.slice(from, from + PART) });
  const rest = { ...extraction, mentions: mentions.slice(from) };
  return { kind: 'extracted', id, extraction: rest, milliseconds: performance.now() - began };
}

if (parentPort) serve(parentPort, workerData as WorkerData);
