import assert from 'node:assert/strict';
import { disagree, namesakesOf } from '../../../../src/core/entities/linking/namesakes.ts';
import { extract } from '../helpers.ts';

/** Articles as a page has them: a headline and a text. */
function issue(...articles: readonly (readonly [headline: string, body: string])[]): string {
  return articles.map(([headline, body]) => `${headline}\n\n本报讯（记者 李明）${body}\n`).join('\n');
}

/** `id name: titles` of the people of a text, without its reporter. */
function people(text: string): string[] {
  return extract(text)
    .people.filter(({ name }) => name !== '李明')
    .map(({ name, titles }) => `${name}: ${titles.map(({ title }) => title).join(' | ')}`);
}

/** The name in full and the evidence of each mention of a person that is not written in full. */
function short(text: string): string[] {
  const { mentions, entities } = extract(text);
  const names = new Map(entities.map(({ id, name }) => [id, name]));
  return mentions
    .filter(({ type, text: own, entity }) => type === 'person' && names.get(entity) !== own)
    .map(
      ({ text: own, entity, evidence }) => `${own} → ${names.get(entity)}: ${evidence[0]?.kind} ${evidence[0]?.value}`,
    );
}

describe('surnames with a title', () => {
  it('mean the person of the story who has that post', () => {
    assert.deepEqual(short('市长王建国、县长王小川出席。王市长强调。'), ['王 → 王建国: surname-of 王建国']);
  });

  it('mean the only person of the story with the surname', () => {
    assert.deepEqual(short('老人王建国参加。王先生介绍。'), ['王 → 王建国: surname-of 王建国']);
  });

  it('mean nobody for sure where two people fit', () => {
    assert.deepEqual(short('局长王建国、局长王小川出席。王局长强调。'), []);
    assert.deepEqual(people('局长王建国、局长王小川出席。王局长强调。').at(-1), '王: 局长');
  });

  it('mean someone of another story only by a post that is one person’s', () => {
    const [first, second] = [
      issue(['全市教育工作会议召开', '市长王建国出席会议，教授张小芳参加会议。']),
      '今天，王市长参加活动。张教授参加活动。',
    ];
    assert.deepEqual(short(`${first}\n${issue(['青年文化活动今天举办', second])}`), ['王 → 王建国: surname-of 王建国']);
  });

  it('mean the person of another part of the story, however many parts it has', () => {
    const page = (number: number, headline: string, body: string) =>
      `第${number}版 要闻 2026年3月3日 星期二\n\n${headline}\n\n${body}`;
    const text = [
      page(1, '青阳大桥建成通车', '老人王建国参加活动。（下转第二版）'),
      page(2, '大桥建成通车', '（上接第一版）今天参加活动的有两千人。（下转第三版）'),
      page(3, '青阳大桥建成', '王先生介绍，今天参加活动的有两千人。'),
    ].join('\n\n');
    assert.deepEqual(short(text), ['王 → 王建国: surname-of 王建国']);
  });

  it('leave who is withheld alone', () => {
    assert.deepEqual(short('王建国介绍，王某参加。'), []);
  });

  it('are kept apart from the title in full', () => {
    const [person] = extract('广州市市长王建国出席。王市长强调。').people;
    assert.deepEqual(
      person?.titles.map(({ title }) => title),
      ['广州市市长'],
    );
    assert.deepEqual(person?.forms, [{ name: '王', titles: ['市长'], mentions: 1 }]);
  });
});

describe('what anybody of a calling is spoken to by', () => {
  it('is no title of who has one', () => {
    const [person] = extract('校长王建国出席。王老师介绍。').people;
    assert.deepEqual(
      person?.titles.map(({ title }) => title),
      ['校长'],
    );
    assert.deepEqual(person?.forms, [{ name: '王', titles: ['老师'], mentions: 1 }]);
  });
});

describe('parts of foreign names', () => {
  it('mean the person whose name ends so', () => {
    assert.deepEqual(short('美国总统比尔·克林顿表示。总统克林顿强调。'), [
      '克林顿 → 比尔·克林顿: surname-of 比尔·克林顿',
    ]);
  });
});

describe('two people of one name', () => {
  const first = ['全县教育工作会议召开', '县委书记王建国出席会议。王建国强调，要建设。'] as const;

  it('stay two where the titles of two stories disagree', () => {
    const text = issue(first, ['小学教师介绍教育', '小学教师王建国介绍教育工作。']);
    assert.deepEqual(people(text), ['王建国: 县委书记', '王建国: 小学教师']);
    const { mentions, people: all } = extract(text);
    const own = mentions.filter(({ text: name }) => name === '王建国').map(({ entity }) => entity);
    assert.deepEqual([own[0] === own[1], own[0] === own[2]], [true, false]);
    assert.equal(new Set(all.map(({ id }) => id)).size, all.length);
    const extraction = extract(text);
    const [official, teacher] = extraction.people.filter(({ name }) => name === '王建国');
    assert.deepEqual(namesakesOf(extraction, official!), [teacher]);
    assert.deepEqual(namesakesOf(extraction, extraction.people[0]!), []);
  });

  it('are one where the titles agree, go together, or one story has none', () => {
    for (const body of [
      '县委书记王建国参加活动。',
      '县领导王建国参加活动。',
      '王建国参加活动。',
      '省委常委王建国参加活动。',
    ])
      assert.equal(people(issue(first, ['青年文化活动举办', body])).length, 1, body);
  });

  const title = (text: string, ...bodies: string[]) => ({ title: text, span: { start: 0, end: 0 }, bodies });
  const cases: readonly (readonly [string, ReturnType<typeof title>, ReturnType<typeof title>, boolean])[] = [
    [
      'posts of one kind in two bodies',
      title('石家庄市第一中学校长', '石家庄市第一中学'),
      title('正定县张庄小学校长', '正定县张庄小学'),
      true,
    ],
    [
      'one post of one body, once in short',
      title('石家庄市教育局局长', '石家庄市教育局'),
      title('市教育局局长', '市教育局'),
      false,
    ],
    ['a post that somebody has no more', title('广州市市长', '广州市'), title('原石家庄市市长', '石家庄市'), false],
    ['a post and one in a group', title('市委书记', '市委'), title('领导小组组长'), false],
    ['posts that one person has together', title('省委常委'), title('市委书记'), false],
    ['a head of government and a driver', title('县长'), title('出租车司机'), true],
    ['a farmer with a shop', title('农民'), title('店主'), false],
    ['a doctor and a player', title('医生'), title('队员'), true],
  ];
  for (const [name, a, b, expected] of cases)
    it(`${expected ? 'are' : 'are not'} told by ${name}`, () =>
      assert.deepEqual([disagree(a, b), disagree(b, a)], [expected, expected]));
});

describe('the titles of a person', () => {
  it('say where, of which body, and in which article', () => {
    const text = issue(
      ['全县教育工作会议召开', '县教育局局长王建国出席会议。'],
      ['青年文化活动举办', '学会会长王建国参加活动。'],
    );
    const person = extract(text).people.find(({ name }) => name === '王建国');
    assert.deepEqual(
      person?.titles.map(({ span, ...rest }) => ({ ...rest, at: text.slice(span.start, span.end) })),
      [
        { title: '县教育局局长', bodies: ['县教育局'], article: '全县教育工作会议召开', at: '县教育局局长' },
        { title: '学会会长', bodies: [], article: '青年文化活动举办', at: '学会会长' },
      ],
    );
  });
});
