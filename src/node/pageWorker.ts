import { parentPort, workerData, type MessagePort } from 'node:worker_threads';

import { dataDirectory, loadStructureLexicons } from './dataFiles.ts';
import type { PageRequest, PageReply, PageWorkerData } from './pageClient.ts';
import { readPage } from './pageReader.ts';
import { toFailure } from './protocol.ts';

/** Reads pages one by one, each in a turn of its own; a failure is the answer for its page. */
function serve(port: MessagePort, { root }: PageWorkerData): void {
  const lexicons = loadStructureLexicons(dataDirectory(root));
  port.on('message', ({ id, page }: PageRequest) => {
    let reply: PageReply;
    try {
      reply = { id, reading: readPage(page, lexicons) };
    } catch (error) {
      reply = { id, failure: toFailure(error) };
    }
    port.postMessage(reply);
  });
}

if (parentPort) serve(parentPort, workerData as PageWorkerData);
