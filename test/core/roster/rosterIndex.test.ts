import assert from 'node:assert/strict';
import { extractEntities } from '../../../src/core/entities/extractEntities.ts';
import type { EntityType, Extraction } from '../../../src/core/entities/mention.ts';
import { parseRoster } from '../../../src/core/roster/parseRoster.ts';
import { RosterIndex } from '../../../src/core/roster/rosterIndex.ts';
import { parseIssue } from '../../../src/core/structure/articles/parseIssue.ts';
import { fakeSegmenter } from '../entities/fakeSegmenter.ts';
import { lexicons, structure } from '../entities/helpers.ts';

function extract(roster: string, text: string): Extraction {
  const index = new RosterIndex(parseRoster(`name,type,titles,aliases\n${roster}`).entries, lexicons.ordinaryWords);
  const issue = parseIssue(text, structure);
  return extractEntities({ issue, segmenter: fakeSegmenter, certainNames: index }, lexicons);
}

/** The mentions that the roster gives, each as `text → entity`. */
function found(roster: string, text: string, type?: EntityType): string[] {
  const { mentions, entities } = extract(roster, text);
  return mentions
    .filter((mention) => mention.evidence.some(({ kind }) => kind === 'roster') && (!type || mention.type === type))
    .map((mention) => `${mention.text} → ${entities.find(({ id }) => id === mention.entity)?.name}`);
}

describe('a roster in an issue', () => {
  it('is certain wherever its names fit, and says so', () => {
    const { mentions } = extract('郑海宽,person,,\n', '今天郑海宽来访，郑海宽说好。\n');
    const own = mentions.filter(({ text }) => text === '郑海宽');
    assert.equal(own.length, 2);
    for (const { confidence, type, evidence } of own) {
      assert.equal(confidence, 1);
      assert.equal(type, 'person');
      assert.deepEqual(
        evidence.find(({ kind }) => kind === 'roster'),
        { kind: 'roster' },
      );
    }
  });

  it('wins over the rules in type and ends', () => {
    const text = '会议在河北省举行。\n';
    assert.ok(extract('', text).mentions.some(({ text: name, type }) => name === '河北省' && type === 'place'));
    const { mentions } = extract('河北省,organization,,\n', text);
    assert.deepEqual(
      mentions.map(({ text: name, type }) => `${type} ${name}`),
      ['organization 河北省'],
    );
  });

  it('joins aliases to the full name, which need not stand in the issue', () => {
    const roster = '中国清河美术协会,organization,,清河美协；美协\n';
    const text = '清河美协举办活动。美协会员参加，中国清河美术协会表示支持。\n';
    const { mentions, entities } = extract(roster, text);
    const own = entities.filter(({ name }) => name === '中国清河美术协会');
    assert.deepEqual(
      own.map((entity) => entity.mentions.map((index) => mentions[index]!.text)),
      [['清河美协', '美协', '中国清河美术协会']],
    );
    assert.deepEqual(found(roster, '美协举办活动。\n'), ['美协 → 中国清河美术协会']);
    const [alias] = mentions.filter(({ text: name }) => name === '美协');
    assert.deepEqual(alias?.evidence[0], { kind: 'roster', value: '中国清河美术协会' });
  });

  it('gives people its titles beside those of the issue', () => {
    const { people } = extract('郑海宽,person,省委常委、市委书记；市长,\n', '县委书记郑海宽出席活动。\n');
    assert.deepEqual(
      people.map(({ name, titles, rosterTitles }) => [name, titles.map(({ title }) => title), rosterTitles]),
      [['郑海宽', ['县委书记'], ['省委常委、市委书记', '市长']]],
    );
  });

  it('gives people of the issue alone none', () => {
    const { people } = extract('郑海宽,person,市长,\n', '县委书记孙大江出席活动。\n');
    assert.ok(people.length === 1 && !('rosterTitles' in people[0]!));
  });

  it('leaves a longer name that is sure whole', () => {
    assert.deepEqual(found('王明,person,,\n', '县委书记王明华出席活动。\n'), []);
    assert.deepEqual(found('王明,person,,\n', '县委书记王明出席活动。\n'), ['王明 → 王明']);
    assert.deepEqual(found('石家庄,place,,\n', '石家庄市人民法院召开会议。\n'), []);
  });

  it('takes the longest of its own names', () => {
    assert.deepEqual(found('清河,place,,\n清河水务集团,organization,,\n', '清河水务集团召开会议。\n'), [
      '清河水务集团 → 清河水务集团',
    ]);
  });

  it('takes no two characters out of words, and no ordinary word for a person', () => {
    assert.deepEqual(found('和书,person,,\n', '介绍和书记代表。\n'), []);
    assert.deepEqual(found('高峰,person,,\n', '今天又高峰。\n'), []);
    assert.deepEqual(found('高峰,person,,\n', '高峰表示，今天来访。\n'), ['高峰 → 高峰']);
  });

  it('takes no letters out of a longer word', () => {
    assert.deepEqual(found('AI,organization,,\n', 'MAIN和AI和AI2。\n'), ['AI → AI']);
  });

  it('finds two characters set apart, dots of another kind, and a name that a column edge breaks', () => {
    assert.deepEqual(found('王明,person,,\n安娜·李,person,,\n', '出席：王　明\n\n安娜•李来访。\n'), [
      '王　明 → 王明',
      '安娜•李 → 安娜·李',
    ]);
    const { mentions } = extract(
      '清河水务集团,organization,,\n',
      '清河农业会议召开\n\n本报讯 今天，全市农业工作会议在石家庄市召开，代表表示要向清河水务\n\n集团的代表介绍工作，要推进教育和文化建设。\n',
    );
    const [broken] = mentions.filter(({ text }) => text === '清河水务集团');
    assert.equal(broken?.pieces.length, 2);
  });

  it('holds works and titles too', () => {
    assert.deepEqual(found('清河谣,work,,\n', '今天演出清河谣。\n', 'work'), ['清河谣 → 清河谣']);
    assert.deepEqual(found('首席河长,title,,\n', '首席河长来访。\n', 'title'), ['首席河长 → 首席河长']);
  });

  it('costs a long line no more than its length', () => {
    const roster = Array.from({ length: 2000 }, (_, number) => `清河水务${number}集团,organization,,`).join('\n');
    assert.equal(found(roster, '清河水务7集团，'.repeat(20_000)).length, 20_000);
  });
});
