import { parentPort, workerData, type MessagePort } from 'node:worker_threads';

import { dataDirectory, loadStructureLexicons } from './dataFiles.ts';
import type { PageReply, PageRequest, PageWorkerData } from './pageProtocol.ts';
import { IssueReader, readPage } from './pageReader.ts';
import { toFailure } from './protocol.ts';

/** Does what is asked one by one, each in a turn of its own; a failure is the answer for what failed. */
function serve(port: MessagePort, { root }: PageWorkerData): void {
  const lexicons = loadStructureLexicons(dataDirectory(root));
  const issues = new IssueReader(lexicons);
  const say = (reply: PageReply): void => port.postMessage(reply);
  const answer = async (request: PageRequest): Promise<void> => {
    const { id } = request;
    try {
      if ('page' in request) return say({ id, reading: readPage(request.page, lexicons) });
      if ('names' in request) {
        // The readings of all characters are not wanted before somebody types letters.
        const { sayNames } = await import('./pinyin.ts');
        return say({ id, said: sayNames(request.names) });
      }
      const { parts, ...rest } = issues.read(request.issue);
      for (const articles of parts.articles) say({ id, articles });
      say({ id, frame: parts.frame, ...rest });
    } catch (error) {
      say({ id, failure: toFailure(error) });
    }
  };
  port.on('message', (request: PageRequest) => void answer(request));
}

if (parentPort) serve(parentPort, workerData as PageWorkerData);
