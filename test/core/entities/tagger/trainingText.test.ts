import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';

import { exampleOf, namesOf, PLACE, type Example } from '../../../../scripts/train/corpora/example.ts';
import { parseMarked } from '../../../../scripts/train/corpora/marked.ts';
import { partByBlocks } from '../../../../scripts/train/corpora/storyBlocks.ts';
import { byGuide } from '../../../../scripts/train/guide.ts';
import { fill } from '../../../../scripts/train/local/fill.ts';
import { withOtherNames } from '../../../../scripts/train/local/replace.ts';
import { readSources } from '../../../../scripts/train/local/sources.ts';
import { Random } from '../../../../scripts/train/random.ts';
import { lexicons } from '../helpers.ts';

const CODES = ['PER', 'LOC', 'ORG'];

/** The names of an example as `LOC 石牛村`. */
function named({ text, labels }: Example): string[] {
  return namesOf(labels).map(({ start, end, type }) => `${CODES[type]} ${text.slice(start, end)}`);
}

describe('text for training', () => {
  const sources = readSources(fileURLToPath(new URL('../../../../', import.meta.url)), lexicons, []);

  it('has a name for each slot, the same for the same number, another for each person without one', () => {
    const example = fill('{人1}在{县}说，{人1}和{人}要去{县}、{县2}。', sources, new Random(1));
    const [first, county, again, other, sameCounty, otherCounty] = named(example);
    assert.equal(named(example).length, 6);
    assert.equal(again, first);
    assert.notEqual(other, first);
    assert.match(county!, /^LOC .+[县区市旗]$/);
    assert.equal(sameCounty, county);
    assert.notEqual(otherCounty, county);
  });

  it('joins a slot and the words beside it to one name where the line says so', () => {
    const [office, agency] = named(fill('[ORG+ {县}供销社]，[ORG 新华社]', sources, new Random(2)));
    assert.match(office!, /^ORG .+供销社$/);
    assert.equal(agency, 'ORG 新华社');
  });

  it('refuses a line with an unknown slot or an open bracket, and says which', () => {
    assert.throws(() => fill('在{城}里', sources, new Random(1)), /\{城\}.*在\{城\}里/);
    assert.throws(() => fill('在{县里', sources, new Random(1)), /在\{县里/);
  });

  it('is made the same from the same seed', () => {
    const made = () => fill('{市机关}局长{人}到{镇}{村}。', sources, new Random(7)).text;
    assert.equal(made(), made());
  });

  it('takes other names of the same kind, and leaves the words between', () => {
    const [renamed] = withOtherNames(
      [parseMarked('[PER 王小川]到[LOC 平山县]，[ORG 石家庄大学]的人说，[PER 王小川]来了。')],
      lexicons,
      sources,
    );
    const [person, county, university, again] = named(renamed!);
    assert.notEqual(person, 'PER 王小川');
    assert.equal(again, person);
    assert.match(county!, /^LOC .+[县区市旗]$/);
    assert.match(university!, /^ORG .+(?:大学|学院|学校)$/);
    assert.match(renamed!.text, /到.+，.+的人说，.+来了。$/);
  });

  it('follows the guide where the corpus does not: governments whole, museums always bodies', () => {
    const text = '河北省石家庄市政府在河北博物院';
    const corpus = exampleOf(text, [
      { start: 0, end: 3, type: PLACE },
      { start: 3, end: 7, type: PLACE },
      { start: 10, end: 15, type: PLACE },
    ]);
    assert.deepEqual(named(byGuide(corpus, lexicons)), ['ORG 河北省石家庄市政府', 'ORG 河北博物院']);
  });

  it('joins the divisions before a body’s own to its name', () => {
    assert.deepEqual(named(byGuide(parseMarked('[LOC 河北省][LOC 保定市][ORG 涞源县教育局]'), lexicons)), [
      'ORG 河北省保定市涞源县教育局',
    ]);
    assert.deepEqual(named(byGuide(parseMarked('[LOC 河北省][LOC 保定市]、[ORG 石家庄市教育局]'), lexicons)), [
      'LOC 河北省',
      'LOC 保定市',
      'ORG 石家庄市教育局',
    ]);
    assert.deepEqual(named(byGuide(parseMarked('[LOC 石家庄市][LOC 长安区]政府'), lexicons)), [
      'ORG 石家庄市长安区政府',
    ]);
  });

  it('makes bodies of the governments of a level alone', () => {
    const text = '[LOC 河北]、省政府和各县政府、两市政府、市人民政府的工作，[LOC 石家庄]市政府[ORG 县政府办]';
    assert.deepEqual(named(byGuide(parseMarked(text), lexicons)), [
      'LOC 河北',
      'ORG 省政府',
      'ORG 市人民政府',
      'ORG 石家庄市政府',
      'ORG 县政府办',
    ]);
  });

  it('leaves the party group of a body outside before a post', () => {
    const text =
      '[ORG 河北省教育厅党组]书记、[ORG 青石镇党委]书记、[ORG 乡党委]书记、[ORG 新疆维吾尔自治区党委]书记，[ORG 河北大学党委]召开会议';
    assert.deepEqual(named(byGuide(parseMarked(text), lexicons)), [
      'ORG 河北省教育厅',
      'LOC 青石镇',
      'ORG 新疆维吾尔自治区党委',
      'ORG 河北大学党委',
    ]);
  });

  it('holds out sentences that stand in a row, with a story’s length to what is learnt', () => {
    const sentences = Array.from({ length: 20_000 }, (_, index) => index);
    const { learnt, held } = partByBlocks(sentences);
    const kept = new Set(learnt);
    const runs = held.filter((index) => !held.includes(index - 1));
    assert.ok(runs.length > 2 && held.length / runs.length > 200);
    for (const index of held)
      for (let near = index - 20; near <= index + 20; near++) assert.ok(!kept.has(near), `${near} is near ${index}`);
    assert.ok(learnt.length > 17_000);
  });
});
