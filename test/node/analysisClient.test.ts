import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';

import type { Extraction } from '../../src/core/entities/mention.ts';
import type { RosterEntry } from '../../src/core/roster/roster.ts';
import type { Logger } from '../../src/core/logger.ts';
import { AnalysisClient, type RequestOptions } from '../../src/node/analysisClient.ts';

const workerPath = fileURLToPath(new URL('fixtures/scriptedWorker.ts', import.meta.url));

/** A log that can be read back. */
class MemoryLog implements Logger {
  readonly lines: string[] = [];
  readonly errors: string[] = [];
  readonly trace = (message: string): void => void this.lines.push(message);
  readonly debug = this.trace;
  readonly info = this.trace;
  readonly warn = this.trace;
  readonly error = (message: string | Error): void => void this.errors.push(String(message));
}

const textOf = (extraction: Extraction): string => extraction.entities[0]!.name;
const threadOf = (extraction: Extraction): string => extraction.entities[0]!.id;
const named = (name: string) => (error: unknown) => error instanceof Error && error.name === name;

describe('the client of the analysis worker', function () {
  // Threads are started, which takes its time on a busy machine.
  this.timeout(30_000);

  const clients: AnalysisClient[] = [];
  let log: MemoryLog;
  let failures: Error[];

  function open(root = 'fine'): AnalysisClient {
    const client = new AnalysisClient({ workerPath, root, log, onFailure: (error) => failures.push(error) });
    clients.push(client);
    return client;
  }
  const ask = (client: AnalysisClient, text: string, options?: RequestOptions): Promise<Extraction> =>
    client.extract(text, new AbortController().signal, options);

  beforeEach(() => {
    log = new MemoryLog();
    failures = [];
  });
  afterEach(() => Promise.all(clients.splice(0).map((client) => client.dispose())));

  it('starts no worker before the first request, and one for all requests', async () => {
    const client = open();
    assert.equal(log.lines.length, 0);
    const answers = await Promise.all(['one', 'two', 'three'].map((text) => ask(client, text)));
    assert.deepEqual(answers.map(textOf), ['one', 'two', 'three']);
    assert.equal(new Set(answers.map(threadOf)).size, 1);
    assert.ok(log.lines.some((line) => line.includes('ready after 1 ms, 1 MB')));
  });

  it('tells progress as a part of the whole', async () => {
    const told: number[] = [];
    await ask(open(), 'progress', { onProgress: (fraction) => told.push(fraction) });
    assert.deepEqual(told, [0.25, 1]);
  });

  it('rejects an aborted request with the reason, and the worker gives it up', async () => {
    const client = open();
    const controller = new AbortController();
    const reason = new Error('closed');
    const given = client.extract('give up when unwanted', controller.signal, {
      onProgress: () => controller.abort(reason),
    });
    await assert.rejects(given, (error) => error === reason);
    assert.equal(textOf(await ask(client, 'next')), 'next');
    assert.ok(log.lines.some((line) => line.includes('given up')));
  });

  it('rejects an aborted request that the worker has not come to', async () => {
    const client = open();
    const controller = new AbortController();
    const first = ask(client, 'first');
    const second = client.extract('second', controller.signal);
    controller.abort();
    await assert.rejects(second, named('AbortError'));
    assert.equal(textOf(await first), 'first');
  });

  it('takes no request whose signal is aborted already', async () => {
    await assert.rejects(open().extract('text', AbortSignal.abort()), named('AbortError'));
    assert.equal(log.lines.length, 0);
  });

  it('drops an answer that comes after the request was aborted', async () => {
    const client = open();
    const controller = new AbortController();
    const late = client.extract('answer when unwanted', controller.signal, { onProgress: () => controller.abort() });
    await assert.rejects(late, named('AbortError'));
    assert.equal(textOf(await ask(client, 'next')), 'next');
  });

  it('lets a newer request with the same key take the place of a running and of a waiting one', async () => {
    const client = open();
    const newer: Promise<Extraction>[] = [];
    const running = ask(client, 'give up when unwanted', {
      key: 'page',
      onProgress: () => {
        newer.push(ask(client, 'second', { key: 'page' }), ask(client, 'third', { key: 'page' }));
        newer[0]!.catch(() => undefined);
      },
    });
    await assert.rejects(running, named('SupersededError'));
    await assert.rejects(newer[0]!, named('SupersededError'));
    assert.equal(textOf(await newer[1]!), 'third');
  });

  it('sends a roster when it is another than before, and again to a new worker', async () => {
    const client = open();
    const named = (name: string): RosterEntry => ({ name, type: 'person', titles: [], aliases: [], note: '' });
    const [one, other] = [[named('one')], [named('other')]];
    const told = async (roster?: readonly RosterEntry[]): Promise<string> =>
      textOf(await ask(client, 'tell the roster', roster ? { roster } : {}));
    const answers: string[] = [];
    for (const roster of [undefined, one, one, other, one, undefined, undefined, one]) answers.push(await told(roster));
    assert.deepEqual(answers, ['as before', 'one', 'as before', 'other', 'one', '', 'as before', 'one']);
    await assert.rejects(ask(client, 'exit'));
    assert.equal(await told(one), 'one');
  });

  it('keeps requests with other keys', async () => {
    const client = open();
    const answers = await Promise.all([
      ask(client, 'a', { key: 'a' }),
      ask(client, 'b', { key: 'b' }),
      ask(client, 'c'),
    ]);
    assert.deepEqual(answers.map(textOf), ['a', 'b', 'c']);
  });

  it("rejects a request that failed with the worker's own error and stack, and goes on", async () => {
    const client = open();
    await assert.rejects(ask(client, 'fail'), {
      name: 'AnalysisFailedError',
      message: 'RangeError: no such line',
      stack: 'its own stack',
    });
    assert.equal(textOf(await ask(client, 'next')), 'next');
    assert.equal(failures.length, 0);
    assert.match(log.errors.join('\n'), /its own stack/);
  });

  for (const death of ['throw', 'exit']) {
    it(`starts a new worker once after a death by ${death}, for the requests that wait`, async () => {
      const client = open();
      const before = await ask(client, 'before');
      const fatal = ask(client, death);
      const waiting = ask(client, 'waiting');
      await assert.rejects(fatal, { name: 'WorkerFailedError', final: false });
      const after = await waiting;
      assert.equal(textOf(after), 'waiting');
      assert.notEqual(threadOf(after), threadOf(before));
      assert.equal(failures.length, 1);
      assert.match(log.errors.join('\n'), death === 'throw' ? /thrown on purpose/ : /exit code 3/);
    });
  }

  it('ends for good with the second death in a row, and says so', async () => {
    const client = open();
    await assert.rejects(ask(client, 'throw'), { name: 'WorkerFailedError', final: false });
    const fatal = ask(client, 'exit');
    const waiting = ask(client, 'waiting');
    await assert.rejects(fatal, { name: 'WorkerFailedError', final: true });
    await assert.rejects(waiting, { name: 'WorkerFailedError', final: true });
    await assert.rejects(ask(client, 'later'), { name: 'WorkerFailedError', final: true });
    assert.equal(failures.length, 2);
    assert.match(log.errors.at(-1)!, /not started again/);
  });

  it('goes on after many deaths with good work between them', async () => {
    const client = open();
    for (let round = 1; round <= 4; round++) {
      await assert.rejects(ask(client, 'exit'), { name: 'WorkerFailedError', final: false });
      assert.equal(textOf(await ask(client, 'good work')), 'good work');
    }
    assert.equal(failures.length, 4);
  });

  it('ends for good when the worker dies twice at its start', async () => {
    await assert.rejects(ask(open('dies at its start'), 'text'), { name: 'WorkerFailedError', final: true });
    assert.equal(failures.length, 2);
  });

  it('ends for good when the worker file is missing', async () => {
    const client = new AnalysisClient({ workerPath: `${workerPath}.missing`, root: 'fine', log });
    await assert.rejects(ask(client, 'text'), { name: 'WorkerFailedError', final: true });
  });

  it('passes on why the worker cannot work here, and asks no second time', async () => {
    const client = open('broken');
    const refused = { name: 'AnalysisUnavailableError', code: 'not-found', message: 'no nodejieba' };
    await assert.rejects(ask(client, 'text'), refused);
    await assert.rejects(ask(client, 'again'), refused);
    assert.equal(failures.length, 1);
    assert.equal(log.lines.filter((line) => line.startsWith('starting')).length, 1);
  });

  it('rejects what waits when it is disposed of, and everything after', async () => {
    const client = open();
    const waiting = ask(client, 'give up when unwanted', { onProgress: () => void client.dispose() });
    await assert.rejects(waiting, named('DisposedError'));
    await assert.rejects(ask(client, 'later'), named('DisposedError'));
    assert.equal(failures.length, 0);
  });
});
