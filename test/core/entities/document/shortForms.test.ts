import assert from 'node:assert/strict';
import { ShortForms } from '../../../../src/core/entities/document/shortForms.ts';
import { extract, lexicons } from '../helpers.ts';

describe('short forms of bodies', () => {
  const forms = new ShortForms(lexicons);
  const cases: readonly (readonly [short: string, long: string, reach: 'issue' | 'story' | undefined])[] = [
    ['中国美协', '中国美术家协会', 'issue'],
    ['省农信社', '河北省农村信用社联合社', 'issue'],
    ['数投公司', '石家庄市大数据投资有限公司', 'issue'],
    ['华新公司', '石家庄市华新科技有限公司', 'issue'],
    ['市文旅局', '石家庄市文化和旅游局', 'story'],
    ['县住建局', '正定县住房和城乡建设局', 'story'],
    ['市教育局', '石家庄市教育局', 'story'],
    ['县委', '正定县委', 'story'],
    ['省委', '中共河北省委', 'story'],
    ['市教育局', '正定县教育局', undefined],
    ['河北美协', '中国美术家协会', undefined],
    ['县委', '团县委', undefined],
    ['农业局', '石家庄市农业农村局', undefined],
    ['广新银行', '广新电子银行', undefined],
    ['中国人大', '中国人民大学', undefined],
    ['公司', '石家庄市大数据投资有限公司', undefined],
    ['委员会', '石家庄市卫生健康委员会', undefined],
    ['市卫健委', '石家庄市卫生健康委员会', 'story'],
  ];
  for (const [short, long, reach] of cases)
    it(`${short} ${reach === undefined ? 'is no' : `in the ${reach} is a`} form of ${long}`, () =>
      assert.equal(forms.reachOf(short, long), reach));

  it('are told from each other by keys that both have', () => {
    for (const [short, long, reach] of cases) {
      if (reach === undefined) continue;
      const known = new Set(forms.keys(long, 'long'));
      assert.ok(
        forms.keys(short, 'short').some((key) => known.has(key)),
        `${short} ${long}`,
      );
    }
  });
});

/** `text → entity: evidence` of the bodies of a text that stand for a longer name. */
function joined(text: string): string[] {
  const { mentions, entities } = extract(text);
  const names = new Map(entities.map(({ id, name }) => [id, name]));
  return mentions
    .filter(({ type, text: own, entity }) => type === 'organization' && names.get(entity) !== own)
    .map(
      ({ text: own, entity, evidence }) =>
        `${own} → ${names.get(entity)}: ${evidence.map(({ kind }) => kind).join(' ')}`,
    );
}

const LONG = '石家庄市大数据投资有限公司';

describe('bodies named in short', () => {
  it('are certain where the text defines them', () => {
    const text = `${LONG}（以下简称“青山集团”）召开会议。今天，青山集团举办活动。`;
    assert.deepEqual(joined(text).length, 2);
    assert.ok(
      joined(text).every((one) => one.startsWith(`青山集团 → ${LONG}: short-form`)),
      joined(text).join(),
    );
  });

  it('mean nobody for sure where two long forms fit', () => {
    assert.deepEqual(joined('石家庄市教育局召开会议。大连市教育局召开会议。市教育局举办活动。'), []);
  });

  it('that leave the place out mean the body of their own story only', () => {
    const head = (title: string, body: string): string => `${title}\n\n本报讯（记者 李明）${body}\n\n`;
    const text =
      head('石家庄市教育局召开会议', '今天，石家庄市教育局召开会议，市教育局局长出席会议并介绍工作。') +
      head('今天举办青年活动', '今天，市教育局举办青年活动，青年代表参加活动。');
    assert.deepEqual(
      joined(text).map((one) => one.split(':')[0]),
      ['市教育局 → 石家庄市教育局'],
    );
  });
});
