import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { galley, jsonLines, ROOT, SAMPLE } from './galley.ts';
import { PAGE } from './pages.ts';

interface Outline {
  readonly file?: string;
  readonly articles: readonly { readonly start: number; readonly end: number; readonly headline: readonly number[] }[];
}

describe('texts on the command line', function () {
  // Each test starts processes, which takes its time on a busy machine.
  this.timeout(30_000);

  let folder: string;
  const path = (name: string): string => join(folder, name);
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'galley-'));
    await mkdir(path('archive/2024/.hidden'), { recursive: true });
    await mkdir(path('empty'));
    await Promise.all([
      writeFile(path('page.txt'), PAGE),
      writeFile(path('nothing.txt'), ''),
      writeFile(path('image.txt'), Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1)),
      writeFile(path('archive/b.txt'), PAGE),
      writeFile(path('archive/a.issue'), PAGE),
      writeFile(path('archive/2024/c.TXT'), PAGE),
      writeFile(path('archive/2024/c.TXT.annotations.json'), '{}'),
      writeFile(path('archive/2024/.hidden/d.txt'), PAGE),
    ]);
  });
  after(() => rm(folder, { recursive: true }));

  it('give one JSON value for one file', async () => {
    const run = await galley(['outline', path('page.txt'), '--format', 'json']);
    const [outline, ...more] = jsonLines<Outline>(run);
    assert.deepEqual(more, []);
    assert.equal('file' in outline!, false);
    assert.deepEqual(
      outline!.articles.map(({ start, end }) => [start, end]),
      [
        [1, 5],
        [7, 9],
      ],
    );
    assert.deepEqual({ status: run.status, stderr: run.stderr }, { status: 0, stderr: '' });
  });

  it('give a line for each of several files, in the order asked for', async () => {
    const files = [SAMPLE, path('page.txt'), path('nothing.txt'), path('archive/b.txt')];
    const run = await galley(['outline', ...files, '--format', 'json']);
    const outlines = jsonLines<Outline>(run);
    assert.deepEqual(
      outlines.map(({ file }) => file),
      files,
    );
    assert.deepEqual(outlines[2]!.articles, []);
    assert.equal(run.status, 0);
  });

  it('are the .txt and .issue files of a folder at any depth, in the order of their names', async () => {
    const run = await galley(['outline', path('archive'), '--format', 'json']);
    const found = jsonLines<Outline>(run).map(({ file }) => file);
    assert.deepEqual(found, [path('archive/2024/c.TXT'), path('archive/a.issue'), path('archive/b.txt')]);
  });

  it('come from standard input', async () => {
    const run = await galley(['outline', '-', '--format', 'json'], PAGE);
    assert.equal(jsonLines<Outline>(run)[0]!.articles.length, 2);
  });

  for (const [what, name, message] of [
    ['a binary file', 'image.txt', /image\.txt: This is no text but a binary file/],
    ['a missing file', 'missing.txt', /missing\.txt: There is no such file/],
    ['an empty folder', 'empty', /empty: There is no \.txt or \.issue file/],
  ] as const) {
    it(`go on after ${what}, which is reported and makes the status 2`, async () => {
      const run = await galley(['outline', path('page.txt'), path(name), path('archive/b.txt'), '--format', 'json']);
      assert.deepEqual(
        jsonLines<Outline>(run).map(({ file }) => file),
        [path('page.txt'), path('archive/b.txt')],
      );
      assert.match(run.stderr, message);
      assert.equal(run.status, 2);
    });
  }

  it('report a bad file when it is the only one', async () => {
    const { status, stdout, stderr } = await galley(['extract', path('image.txt'), '--lang', 'zh-cn']);
    assert.deepEqual({ status, stdout }, { status: 2, stdout: '' });
    assert.match(stderr, /二进制/);
  });

  it('report broken characters and read the rest', async () => {
    const bytes = Buffer.concat([Buffer.from(PAGE), Uint8Array.of(0xe4, 0xb8)]);
    const { status, stdout, stderr } = await galley(['outline', '-'], bytes);
    assert.equal(status, 0);
    assert.match(stdout, /春季植树活动在滨河公园举行/);
    assert.match(stderr, /-: 1 broken character was read as U\+FFFD/);
  });

  it('have the same outline with LF, CRLF, CR and a byte order mark', async () => {
    const plain = await galley(['outline', '-', '--format', 'json'], PAGE);
    for (const variant of [PAGE.replaceAll('\n', '\r\n'), PAGE.replaceAll('\n', '\r'), `\ufeff${PAGE}`]) {
      assert.deepEqual(await galley(['outline', '-', '--format', 'json'], variant), plain);
    }
  });

  it('are shown for people as articles with kind, length and author', async () => {
    const { stdout } = await galley(['outline', path('page.txt'), '--lang', 'zh-cn']);
    assert.match(stdout, /^1–5 +春季植树活动在滨河公园举行\n +消息 · \d+ 字 · 王小明\n7–9 /);
  });

  it('without an article say so for people', async () => {
    assert.match((await galley(['outline', path('nothing.txt')])).stdout, /No article was found/);
  });

  it('end quietly when nobody reads on', async () => {
    const args = [join(ROOT, 'src/cli/main.ts'), 'outline', ...Array<string>(200).fill(SAMPLE), '--format', 'json'];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
    child.stdout.once('data', () => child.stdout.destroy());
    const status = await new Promise((resolve) => child.on('close', resolve));
    assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
  });
});
