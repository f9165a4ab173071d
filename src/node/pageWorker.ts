import { parentPort, workerData, type MessagePort } from 'node:worker_threads';

import { dataDirectory, loadStructureLexicons } from './dataFiles.ts';
import type { PageReply, PageRequest, PageWorkerData } from './pageProtocol.ts';
import { IssueReader, readPage } from './pageReader.ts';
import { toFailure } from './protocol.ts';

/** Reads pages one by one, each in a turn of its own; a failure is the answer for its page. */
function serve(port: MessagePort, { root }: PageWorkerData): void {
  const lexicons = loadStructureLexicons(dataDirectory(root));
  const issues = new IssueReader(lexicons);
  const say = (reply: PageReply): void => port.postMessage(reply);
  port.on('message', (request: PageRequest) => {
    const { id } = request;
    try {
      if ('page' in request) return say({ id, reading: readPage(request.page, lexicons) });
      const { parts, ...rest } = issues.read(request.issue);
      for (const articles of parts.articles) say({ id, articles });
      say({ id, frame: parts.frame, ...rest });
    } catch (error) {
      say({ id, failure: toFailure(error) });
    }
  });
}

if (parentPort) serve(parentPort, workerData as PageWorkerData);
