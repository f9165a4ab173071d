import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { ExtractionJson } from '../../src/cli/extractionJson.ts';
import { ENTITY_TYPES } from '../../src/core/entities/mention.ts';
import { LineIndex } from '../../src/core/text/lineIndex.ts';
import { galley, jsonLines, SAMPLE } from './galley.ts';
import { PAGE } from './pages.ts';

const extract = async (text: string | Uint8Array, ...options: string[]): Promise<ExtractionJson> => {
  const run = await galley(['extract', '-', '--format', 'json', ...options], text);
  assert.deepEqual({ status: run.status, stderr: run.stderr }, { status: 0, stderr: '' });
  return jsonLines<ExtractionJson>(run)[0]!;
};

describe('galley extract', function () {
  // Each test starts processes, which takes its time on a busy machine.
  this.timeout(30_000);

  it('gives every mention its place, entity, confidence and evidence', async () => {
    const text = await readFile(SAMPLE, 'utf8');
    const lines = new LineIndex(text);
    const { entities } = await extract(text);
    assert.ok(entities.length > 100);
    const types: readonly string[] = ENTITY_TYPES;
    for (const entity of entities) {
      assert.deepEqual(Object.keys(entity), [
        'type',
        'start',
        'end',
        'text',
        'line',
        'column',
        'entity',
        'confidence',
        'evidence',
      ]);
      assert.ok(types.includes(entity.type));
      const { line, column } = lines.position(entity.start);
      assert.deepEqual([entity.line, entity.column], [line + 1, column]);
      assert.equal(entity.text, text.slice(entity.start, entity.end));
      assert.ok(entity.confidence > 0 && entity.confidence <= 1);
      for (const evidence of entity.evidence) assert.match(evidence, /^[a-z-]+(:.+)?$/s);
    }
  });

  it('gives the file’s characters of a name over which a line ends, and the name without the break', async () => {
    const page = [
      '全市防汛工作会议召开',
      '',
      '本报讯（记者 王小明）昨日，全市防汛工作会议召开，传达学习全省防汛工作会议精神。会议由市委书记李建',
      '',
      '国主持。会议要求，各级各部门要压实责任，加强会商研判，确保安全度汛。李建国强调，要确保安全。',
      '',
    ].join('\n');
    for (const text of [page, page.replaceAll('\n', '\r\n')]) {
      const { entities, people } = await extract(text);
      for (const { text: found, start, end } of entities) assert.equal(found, text.slice(start, end));
      const broken = entities.filter(({ name }) => name !== undefined);
      assert.deepEqual(
        broken.map(({ text: found, name }) => [found.replaceAll('\r', ''), name]),
        [['李建\n\n国', '李建国']],
      );
      assert.ok(people.some(({ name }) => name === '李建国'));
    }
  });

  it('gives people with their titles and how often they are named', async () => {
    const { people, entities } = await extract(PAGE);
    const person = people.find(({ name }) => name === '李建国');
    const sources = [
      { title: '市委书记', line: 3, column: 17, bodies: ['市委'], article: '春季植树活动在滨河公园举行' },
    ];
    assert.deepEqual(person, { id: person?.id, name: '李建国', titles: ['市委书记'], mentions: 2, sources });
    assert.equal(entities.filter(({ entity }) => entity === person?.id).length, 2);
    assert.ok(entities.some(({ text, evidence }) => text === '李建国' && evidence.includes('title:市委书记')));
    assert.ok(people.some(({ name }) => name === '王小明'));
  });

  it('gives what a person is called by the surname as a record of its own', async () => {
    const { people, entities } = await extract('市长李建国在北京出席会议。李市长强调。');
    const [full, short] = people;
    assert.deepEqual(short, { id: full?.id, name: '李', titles: ['市长'], mentions: 1, shortFor: '李建国' });
    assert.deepEqual([full?.titles, full?.mentions], [['市长'], 2]);
    assert.equal(entities.filter(({ entity }) => entity === full?.id).length, 2);
  });

  it('gives places that are divisions with their chain and code', async () => {
    const { places } = await extract('代表团在福建省福州市鼓楼区考察，又到美国访问。');
    const place = places.find(({ name }) => name === '鼓楼区');
    assert.equal(place?.others?.length, 3);
    assert.deepEqual(
      { ...place, others: place?.others?.[0] },
      {
        id: place?.id,
        name: '鼓楼区',
        code: '350102',
        chain: ['福建省', '福州市', '鼓楼区'],
        decidedBy: 'neighbour',
        others: { code: '320106', chain: ['江苏省', '南京市', '鼓楼区'] },
        mentions: 1,
      },
    );
    assert.ok(!places.some(({ name }) => name === '美国'));
  });

  it('lets the home region that is given decide between places of one name', async () => {
    const text = '代表团在鼓楼区考察。';
    const open = await extract(text);
    assert.deepEqual([open.places[0]?.code, open.places[0]?.ambiguous, open.homeRegion], [undefined, true, undefined]);
    const given = await extract(text, '--home-region', '江苏省徐州市');
    assert.deepEqual([given.places[0]?.code, given.places[0]?.decidedBy], ['320302', 'home']);
    assert.deepEqual(given.homeRegion, { code: '320300', chain: ['江苏省', '徐州市'], decidedBy: 'setting' });
    const words = await galley(['extract', '-', '--home-region', '320300'], text);
    assert.match(words.stdout, /鼓楼区 ×1 {2}江苏省徐州市鼓楼区 320302 /);
  });

  it('gives the same entities for a page in GB18030', async () => {
    const gb18030 = Buffer.from(
      'c0eebda8b9fad4dab1b1bea9b3f6cfafbbe1d2e9a1a3', // 李建国在北京出席会议。
      'hex',
    );
    const expected = await extract('李建国在北京出席会议。');
    assert.ok(expected.entities.some(({ text }) => text === '北京'));
    assert.deepEqual(await extract(gb18030), expected);
    assert.deepEqual(await extract(gb18030, '--encoding', 'gb18030'), expected);
  });

  it('counts the second code unit of each CRLF in offsets, and in no column', async () => {
    const found = ({ entities }: ExtractionJson) => entities.find(({ text, line }) => text === '李建国' && line === 5);
    const unix = found(await extract(PAGE));
    const windows = found(await extract(PAGE.replaceAll('\n', '\r\n')));
    assert.deepEqual([unix?.start, unix?.column], [PAGE.lastIndexOf('李建国'), 0]);
    assert.deepEqual([windows?.start, windows?.column], [PAGE.lastIndexOf('李建国') + 4, 0]);
  });

  it('does not count a byte order mark', async () => {
    assert.deepEqual(await extract(`\ufeff${PAGE}`), await extract(PAGE));
  });

  it('takes an empty text', async () => {
    assert.deepEqual(await extract(''), { entities: [], people: [], places: [] });
  });

  it('takes a line of a megabyte', async () => {
    const line = '市委书记李建国在北京出席会议。'.repeat(23_000);
    assert.ok((await extract(line)).entities.length > 20_000);
  });

  it('takes half of a surrogate pair, and finds what stands after it', async () => {
    const bytes = Buffer.concat([Buffer.from(PAGE), Uint8Array.of(0xed, 0xa0, 0x80), Buffer.from('李建国参加。')]);
    const { status, stdout } = await galley(['extract', '-', '--format', 'json'], bytes);
    assert.equal(status, 0);
    assert.equal((JSON.parse(stdout) as ExtractionJson).people.find(({ name }) => name === '李建国')?.mentions, 3);
  });

  it('shows people entities by type with titles and lines', async () => {
    const { stdout } = await galley(['extract', '-', '--lang', 'zh-cn'], PAGE);
    assert.match(stdout, /^人物 \(\d+\)$/m);
    assert.match(stdout, /李建国 ×2 {2}市委书记 {2}第 3, 5 行/);
  });

  it('shows a person of whom only the surname is known as the page calls the person', async () => {
    const { stdout } = await galley(['extract', '-'], '陈女士在公园里散步。会后，李局长介绍了情况。\n');
    assert.match(stdout, /^ {2}陈女士 ×1 {2}in line 1$/m);
    assert.match(stdout, /^ {2}李局长 ×1 {2}in line 1$/m);
  });

  it('says when nothing was found', async () => {
    assert.match((await galley(['extract', '-'], '')).stdout, /No entity was found/);
  });

  it('shares many files out to workers and prints them in order, bad ones reported', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'galley-'));
    try {
      const names = Array.from({ length: 12 }, (_, number) => join(folder, `${String(number).padStart(2, '0')}.txt`));
      await Promise.all(names.map((name, number) => writeFile(name, PAGE.repeat(number % 3 === 0 ? 20 : 1))));
      await writeFile(names[4]!, Uint8Array.of(1, 0, 2, 0));
      const options = ['--format', 'json', '--home-region', '徐州市'];
      const run = await galley(['extract', folder, ...options]);
      const results = jsonLines<ExtractionJson & { file: string }>(run);
      assert.deepEqual(
        results.map(({ file }) => file),
        names.filter((_, number) => number !== 4),
      );
      const [alone] = jsonLines<ExtractionJson>(await galley(['extract', names[1]!, ...options]));
      assert.deepEqual(results[1], { file: names[1], ...alone });
      assert.equal(results[1]?.homeRegion?.decidedBy, 'setting');
      assert.match(run.stderr, /04\.txt: This is no text but a binary file/);
      assert.equal(run.status, 2);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
