import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { formatSidecar } from '../../src/core/annotations/records/sidecar.ts';
import type { Logger } from '../../src/core/logger.ts';
import { loadStructureLexicons } from '../../src/node/dataFiles.ts';
import { parseIssue } from '../../src/core/structure/articles/parseIssue.ts';
import { PageClient } from '../../src/node/pageClient.ts';
import { readPage } from '../../src/node/pageReader.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const workerPath = join(ROOT, 'src/node/pageWorker.ts');
const TEXT = readFileSync(join(ROOT, 'seeds/datong-daily-2022-08-10-p1.txt'), 'utf8');
const page = { text: TEXT, sidecar: null, byName: true };

function sidecarOf(text: string, name: string): string {
  const start = text.indexOf(name);
  const annotation = {
    id: 'urn:uuid:1',
    type: 'place' as const,
    decision: 'tagged' as const,
    span: { start, end: start + name.length },
    quote: { exact: name, prefix: '', suffix: '' },
    created: '2026-01-01T00:00:00Z',
    creator: '编辑',
  };
  return formatSidecar({
    source: 'page.txt',
    text,
    sha256: createHash('sha256').update(text).digest('hex'),
    annotations: [annotation],
  });
}

describe('the page reader', function () {
  this.timeout(30_000);

  const logged: string[] = [];
  const log: Logger = {
    trace() {},
    debug() {},
    info() {},
    warn() {},
    error: (message) => void logged.push(String(message)),
  };
  let client: PageClient | undefined;
  let folder: string;
  const open = (path = workerPath, root = ROOT): PageClient =>
    (client = new PageClient({ workerPath: path, root, log }));
  before(() => (folder = mkdtempSync(join(tmpdir(), 'galley-'))));
  after(() => rmSync(folder, { recursive: true }));
  afterEach(async () => {
    await client?.dispose();
    logged.length = 0;
  });

  it('reads in its thread what the same reading gives in this one', async () => {
    const reading = await open().read(page);
    assert.ok(reading.symbols!.length > 5);
    assert.deepEqual(reading, readPage(page, loadStructureLexicons(join(ROOT, 'data'))));
  });

  it('adds what the editor tagged', async () => {
    const reading = await open().read({ ...page, sidecar: sidecarOf(TEXT, '大同') });
    const [tagged] = reading.symbols!.filter(({ kind }) => kind === 'place');
    assert.equal(tagged?.name, '大同');
    assert.equal(TEXT.split('\n')[tagged.start.line]!.slice(tagged.start.column, tagged.end.column), '大同');
  });

  it('reads a page whose sidecar is broken, and says so', async () => {
    const reading = await open().read({ ...page, sidecar: '<<<<<<< HEAD' });
    assert.ok(reading.symbols!.length > 5);
    assert.match(reading.sidecarError!, /SidecarError/);
  });

  it('looks whether a file is a page, unless its name says so', async () => {
    const note = { text: '今天的会议改到下午三点。\n', sidecar: null };
    const reader = open();
    assert.equal((await reader.read({ ...note, byName: false })).symbols, null);
    assert.ok((await reader.read({ ...note, byName: true })).symbols);
    assert.ok((await reader.read({ ...page, byName: false })).symbols);
  });

  it('parses in its thread as in this one, a text that it remembers as well', async () => {
    const reader = open();
    const lexicons = loadStructureLexicons(join(ROOT, 'data'));
    const corrections = [{ line: 5, role: 'body' as const }];
    const long = TEXT.repeat(20);
    for (const text of [long, long.replace('。', '，又一次。'), long]) {
      const { issue } = await reader.parse({ text, corrections, document: 'page' });
      assert.deepEqual(issue, parseIssue(text, lexicons, corrections));
    }
  });

  it('parses a text as its sidecar says, and without a sidecar that is broken', async () => {
    const text = '全市旅游大会召开\n\n茅以宁 作\n\n本报讯 3月2日，全市旅游大会在清河宾馆召开，要求各地抓好落实。\n';
    const line = text.indexOf('茅以宁');
    const annotation = {
      id: 'urn:uuid:1',
      decision: 'lineRole' as const,
      role: 'byline' as const,
      startsArticle: false,
      span: { start: line, end: line + 5 },
      quote: { exact: '茅以宁 作', prefix: '', suffix: '' },
      created: '2026-01-01T00:00:00Z',
      creator: '编辑',
    };
    const sha256 = createHash('sha256').update(text).digest('hex');
    const sidecar = formatSidecar({ source: 'page.txt', text, sha256, annotations: [annotation] });
    const reader = open();
    const kinds = async (given: string | null): Promise<string> => {
      const { issue, sidecarError = '' } = await reader.parse({ text, sidecar: given });
      return `${issue.lines[2]!.kind} ${sidecarError.split(':')[0]}`;
    };
    const [plain, decided, broken] = [await kinds(null), await kinds(sidecar), await kinds('<<<<<<< HEAD')];
    assert.notEqual(plain, 'byline ');
    assert.deepEqual([decided, broken], ['byline ', `${plain}SidecarError`]);
  });

  it('says names in its thread', async () => {
    assert.deepEqual(await open().say([{ name: '单志刚', person: true }]), ['shan zhi gang']);
  });

  it('lives on after a page that kills its thread: the others are read by another', async () => {
    const path = join(folder, 'dying.mjs');
    writeFileSync(
      path,
      `import { parentPort } from 'node:worker_threads';
       parentPort.on('message', ({ id, page }) => {
         if (page.text === 'death') process.exit(3);
         parentPort.postMessage({ id, reading: { symbols: [], fingerprint: page.text } });
       });`,
    );
    const reader = open(path);
    const results = await Promise.allSettled(['one', 'death', 'two'].map((text) => reader.read({ ...page, text })));
    assert.deepEqual(
      results.map(({ status }) => status),
      ['fulfilled', 'rejected', 'fulfilled'],
    );
    assert.match(logged.join(), /page reader died: exit code 3/);
  });

  it('gives up where its thread never answers', async () => {
    const path = join(folder, 'dead.mjs');
    writeFileSync(path, 'process.exit(4);');
    const reader = open(path);
    const results = await Promise.allSettled(Array.from({ length: 5 }, () => reader.read(page)));
    assert.ok(results.every(({ status }) => status === 'rejected'));
    await assert.rejects(reader.read(page), { name: 'WorkerFailedError', final: true });
    assert.equal(logged.length, 3);
  });

  it('rejects what waits when it is disposed of', async () => {
    const waits = assert.rejects(open().read(page), { name: 'DisposedError' });
    await client!.dispose();
    await waits;
    await assert.rejects(client!.read(page), { name: 'DisposedError' });
  });
});
