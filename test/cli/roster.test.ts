import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { galley, jsonLines, type Run } from './galley.ts';

const TEXT = '清河水务开工建设\n\n本报讯 7月5日，清河水务开工建设新的水厂，局长郑宽出席。\n';

interface Extracted {
  readonly file?: string;
  readonly entities: readonly {
    type: string;
    text: string;
    entity: string;
    confidence: number;
    evidence: readonly string[];
  }[];
  readonly people: readonly { id: string; name: string; titles: readonly string[]; rosterTitles?: readonly string[] }[];
}

/** The mentions by the roster, as `text type evidence`. */
function certain({ entities }: Extracted): string[] {
  return entities
    .filter(({ evidence }) => evidence.some((one) => one.startsWith('roster')))
    .map(
      ({ text, type, evidence, confidence }) =>
        `${text} ${type} ${evidence.find((one) => one.startsWith('roster'))} ${confidence}`,
    );
}

describe('galley extract with a roster', function () {
  this.timeout(30_000);

  let folder: string;
  const write = (path: string, content: string | Uint8Array): string => {
    const file = join(folder, path);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, content);
    return file;
  };
  const extract = (...args: string[]): Promise<Run> => galley(['extract', '--format', 'json', ...args]);
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'galley-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('finds that of the folder around the text; it is certain, with its titles and aliases', async () => {
    write(
      '.galley/roster.csv',
      '\ufeffname,type,titles,aliases,note\r\n清河水务集团有限公司,organization,,清河水务,\r\n郑宽,person,水利局局长,,\r\n',
    );
    const page = write('2026/07/a.txt', TEXT);
    const run = await extract(page);
    const [value] = jsonLines<Extracted>(run);
    assert.deepEqual(certain(value!), [
      '清河水务 organization roster:清河水务集团有限公司 1',
      '清河水务 organization roster:清河水务集团有限公司 1',
      '郑宽 person roster 1',
    ]);
    assert.deepEqual(
      value!.people.map(({ name, rosterTitles }) => [name, rosterTitles]),
      [['郑宽', ['水利局局长']]],
    );
    assert.deepEqual([run.status, run.stderr], [0, '']);
  });

  it('takes each folder’s own for its texts, in workers too, and reads GB18030', async () => {
    write('a/.galley/roster.csv', 'name,type\n清河水务,organization\n');
    // 清河水务,地名 as GB18030
    const bytes = [0xc7, 0xe5, 0xba, 0xd3, 0xcb, 0xae, 0xce, 0xf1, 0x2c, 0xb5, 0xd8, 0xc3, 0xfb];
    write('b/.galley/roster.csv', new Uint8Array([...new TextEncoder().encode('name,type\n'), ...bytes]));
    for (const path of ['a/1.txt', 'a/2.txt', 'b/1.txt', 'b/2.txt', 'c/1.txt']) write(path, TEXT);
    const values = jsonLines<Extracted>(await extract(folder));
    assert.deepEqual(
      values.map((value) => certain(value)[0]),
      [
        '清河水务 organization roster 1',
        '清河水务 organization roster 1',
        '清河水务 place roster 1',
        '清河水务 place roster 1',
        undefined,
      ],
    );
  });

  it('takes the one that is named, or none', async () => {
    write('.galley/roster.csv', 'name,type\n清河水务,organization\n');
    const page = write('a.txt', TEXT);
    const other = write('other.csv', '名称,类型\n清河水务,地名\n');
    const [named] = jsonLines<Extracted>(await extract('--roster', other, page));
    assert.deepEqual(new Set(certain(named!)), new Set(['清河水务 place roster 1']));
    const [none] = jsonLines<Extracted>(await extract('--no-roster', page));
    assert.deepEqual(certain(none!), []);
  });

  it('tells bad rows with their lines once, and uses the others', async () => {
    const roster = write('.galley/roster.csv', 'name,type\n清河水务,organization\n,person\n郑宽,hero\n');
    write('a.txt', TEXT);
    write('b.txt', TEXT);
    const run = await extract(folder);
    assert.deepEqual(run.stderr.split('\n').filter(Boolean), [
      `${roster}:3: This row has no name, and is not used.`,
      `${roster}:4: “hero” is not a type, such as person, place or organization; the row is not used.`,
    ]);
    assert.equal(run.status, 0);
    for (const value of jsonLines<Extracted>(run)) assert.equal(certain(value).length, 2);
  });

  it('says that a roster is a folder or leads in a circle, in one line', async () => {
    const page = write('a.txt', TEXT);
    mkdirSync(join(folder, '.galley/roster.csv'), { recursive: true });
    const found = await extract(page);
    const file = join(folder, '.galley/roster.csv');
    assert.deepEqual(
      [found.status, found.stderr],
      [0, `${file}: The roster cannot be read: This is a folder, not a file.\n`],
    );
    const named = await extract('--roster', file, page);
    assert.deepEqual(
      [named.status, named.stdout, named.stderr],
      [2, '', `galley: ${file}: This is a folder, not a file.\n`],
    );
    if (process.platform === 'win32') return;
    const circle = join(folder, 'circle.csv');
    symlinkSync(circle, circle);
    assert.equal((await extract('--roster', circle, page)).stderr, `galley: ${circle}: Its links lead in a circle.\n`);
  });

  it('goes on without a roster that it found and cannot read, and stops at a named one', async () => {
    const roster = write('.galley/roster.csv', new Uint8Array([0, 1, 2, 0]));
    const page = write('a.txt', TEXT);
    const found = await extract(page);
    assert.deepEqual(
      [found.status, found.stderr],
      [0, `${roster}: The roster cannot be read: This is no text but a binary file.\n`],
    );
    const named = await extract('--roster', join(folder, 'none.csv'), page);
    assert.deepEqual([named.status, named.stdout], [2, '']);
    assert.equal(named.stderr, `galley: ${join(folder, 'none.csv')}: There is no such file or folder.\n`);
  });
});
