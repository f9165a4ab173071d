import assert from 'node:assert/strict';
import fc from 'fast-check';
import { overlaps } from '../../../src/core/text/span.ts';
import { extract, texts, titles } from './helpers.ts';

describe('titles of persons', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['省委常委、市委书记王建国走访。', ['王建国: 省委常委、市委书记']],
    ['市教育局党组书记、局长王建国走访。', ['王建国: 市教育局党组书记、局长']],
    ['县文旅局副局长王建国、李小芳参加。', ['王建国: 县文旅局副局长', '李小芳: 县文旅局副局长']],
    ['北京大学党委副书记、副校长（主持工作）王建国出席。', ['王建国: 北京大学党委副书记、副校长（主持工作）']],
    ['学会副主任兼秘书长王建国出席。', ['王建国: 学会副主任兼秘书长']],
    ['北京大学原党委副书记王建国出席。', ['王建国: 北京大学原党委副书记']],
    ['市领导王建国参加活动。', ['王建国: 市领导']],
    ['美国总统比尔·克林顿表示。', ['比尔·克林顿: 美国总统']],
    ['北京大学原教授、学会会长王建国，副会长李小芳出席。', ['王建国: 北京大学原教授、学会会长', '李小芳: 副会长']],
    ['上海供电段值班员王建国介绍。', ['王建国: 上海供电段值班员']],
    ['局长王建国主席说。', ['王建国: 局长 | 主席']],
    ['局长王建国代表市委走访。', ['王建国: 局长']],
    ['记者 王建国', []],
    ['局长王建国说。主任王建国说。局长王建国又说。', ['王建国: 局长 | 主任']],
  ];
  for (const [text, expected] of cases) it(text, () => assert.deepEqual(titles(text), expected));
});

describe('times, works and contacts', () => {
  it('reads dates, weekdays, clock times and ranges', () => {
    assert.deepEqual(texts('2022年8月9日上午9时至下午5时，8月9日（星期二）召开。', 'time'), [
      '2022年8月9日上午9时至下午5时',
      '8月9日（星期二）',
    ]);
    assert.deepEqual(texts('去年8月和上世纪九十年代的作品，农历正月初五召开。', 'time'), [
      '去年8月',
      '九十年代',
      '农历正月初五',
    ]);
    assert.deepEqual(texts('有一点工作，3.5日', 'time'), []);
  });

  it('finds works in their marks, with a mark inside', () => {
    assert.deepEqual(texts('《论〈诗经〉》和《作品》的介绍，《未完', 'work'), ['论〈诗经〉', '作品']);
  });

  it('finds phone numbers, mail and web addresses', () => {
    assert.deepEqual(
      texts(
        '热线：0310-7654321，手机13912345678，邮箱：news@example.com，网址 www.example.com/a，邮编：100000。',
        'contact',
      ),
      ['0310-7654321', '13912345678', 'news@example.com', 'www.example.com/a', '100000'],
    );
    assert.deepEqual(texts('共计123456789012元，第10000次。', 'contact'), []);
  });
});

describe('the extraction', () => {
  it('joins the mentions of one name to one entity and gives each its evidence', () => {
    const { mentions, entities, people } = extract('局长王建国出席。\n\n王建国表示。');
    const persons = mentions.filter(({ type }) => type === 'person');
    assert.equal(persons.length, 2);
    assert.deepEqual(new Set(persons.map(({ entity }) => entity)), new Set(['p1']));
    assert.deepEqual(
      entities.find(({ id }) => id === 'p1')?.mentions.map((index) => mentions[index]?.text),
      ['王建国', '王建国'],
    );
    assert.ok(persons[0]?.evidence.some(({ kind, value }) => kind === 'title' && value === '局长'));
    assert.ok(persons[1]?.evidence.some(({ kind }) => kind === 'memory'));
    assert.deepEqual(
      people.map(({ id, name }) => [id, name]),
      [['p1', '王建国']],
    );
    for (const { confidence } of mentions) assert.ok(confidence > 0.5 && confidence < 1);
  });

  it('gives a name that a column edge breaks two pieces', () => {
    const body = '近日，各部门在会议上介绍了工作，又走访了各县的道路和学会，表示要把工作建设好，局长王建';
    const text = `大会召开\n\n本报讯（记者 李小芳）${body}\n\n国出席会议并介绍了工作。\n`;
    const person = extract(text).mentions.find((mention) => mention.text === '王建国');
    assert.ok(person);
    assert.deepEqual(
      person.pieces.map(({ start, end }) => text.slice(start, end)),
      ['王建', '国'],
    );
    assert.deepEqual(person.span, { start: text.indexOf('王建\n'), end: text.indexOf('国出席') + 1 });
  });

  it('marks posts as titles without the bodies before them', () => {
    assert.deepEqual(texts('省委常委、市委副书记王建国走访。', 'title'), ['常委', '副书记']);
  });

  it('is total, in order and free of overlaps within names for any text', () => {
    const parts = fc.constantFrom(
      '局长',
      '王建国',
      '、',
      '中美',
      '在京',
      '市委',
      '省',
      '《',
      '》',
      '·',
      '\n',
      '\r\n',
      '（',
      '）',
      '\ud800',
      '\u0000',
      'ab@',
      '8月9日',
      '某',
      '老',
      '大学',
      '路',
      ' ',
      '，',
      '。',
      '和',
      '比尔',
      '·克',
      '二十大',
      '０',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(parts, { maxLength: 40 }).map((list) => list.join('')),
        ),
        (text) => {
          const { mentions, entities } = extract(text);
          for (const [index, mention] of mentions.entries()) {
            assert.ok(mention.span.start < mention.span.end && mention.span.end <= text.length);
            assert.equal(mention.pieces.map(({ start, end }) => text.slice(start, end)).join(''), mention.text);
            const before = mentions[index - 1];
            if (before) assert.ok(before.span.start <= mention.span.start);
          }
          const names = mentions.filter(({ type }) => type === 'person' || type === 'place' || type === 'organization');
          for (const [index, name] of names.entries())
            assert.ok(index === 0 || !overlaps(names[index - 1]!.span, name.span));
          assert.deepEqual(
            entities.flatMap((entity) => entity.mentions).sort((a, b) => a - b),
            [...mentions.keys()],
          );
        },
      ),
      { numRuns: 150 },
    );
  });

  it('reads a very long line of one thing over and over', function () {
    this.timeout(20_000);
    for (const unit of [
      '局',
      '王',
      '中',
      '·',
      '《',
      '（',
      '路',
      '8',
      '市',
      '、张',
      '二',
      'a.',
      '省委',
      '镇',
      '村',
      '阿·',
      '车间',
      '青石镇',
      '县公安局',
      '李老师',
      '北京东',
    ]) {
      assert.ok(extract(unit.repeat(Math.ceil(8_000 / unit.length))));
    }
  });
});
