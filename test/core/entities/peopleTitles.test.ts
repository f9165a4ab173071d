import assert from 'node:assert/strict';
import { marked, titles } from './helpers.ts';

describe('the grammar of titles', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['省委常委、市委书记王建国强调。', ['王建国: 省委常委、市委书记']],
    ['党组书记、局长王建国出席。', ['王建国: 党组书记、局长']],
    ['市委原党委副书记王建国出席。', ['王建国: 市委原党委副书记']],
    ['原党委副书记王建国出席。', ['王建国: 原党委副书记']],
    ['副校长（主持行政工作）王建国出席。', ['王建国: 副校长（主持行政工作）']],
    ['副局长王建国、李小芳和张志强参加。', ['王建国: 副局长', '李小芳: 副局长', '张志强: 副局长']],
    ['离休干部、原副校长王建国参加。', ['王建国: 离休干部、原副校长']],
    ['总编导、副院长王建国介绍。', ['王建国: 总编导、副院长']],
    ['退休教授王建国参加。', ['王建国: 退休教授']],
    ['民警王建国介绍。', ['王建国: 民警']],
    ['教练王建国介绍。', ['王建国: 教练']],
    // Behind the name: in brackets, set off by a comma, after what says that somebody is something.
    ['王建国教授介绍。', ['王建国: 教授']],
    ['王建国副局长介绍。', ['王建国: 副局长']],
    ['老师王建国（县教育局局长）介绍。', ['王建国: 老师 | 县教育局局长']],
    ['老师王建国，县教育局局长，参加会议。', ['王建国: 老师 | 县教育局局长']],
    ['教授王建国现任学会副会长。', ['王建国: 教授 | 学会副会长']],
    ['教授王建国，任县教育局副局长、校长。', ['王建国: 教授 | 县教育局副局长、校长']],
    ['教授王建国，曾任县教育局局长。', ['王建国: 教授']],
    // What stands there may as well be what somebody does or another person's title.
    ['教授王建国，副局长李小芳参加。', ['王建国: 教授', '李小芳: 副局长']],
    ['教授王建国任命李小芳。', ['王建国: 教授']],
    ['教授王建国是城市建设的代表作品。', ['王建国: 教授']],
    ['——记县教育局局长王建国', ['王建国: 县教育局局长']],
    // Set apart by blanks, as in lists.
    ['局长 王建国', ['王建国: 局长']],
    ['局长　王建国', ['王建国: 局长']],
    // Words that only say what kind of person somebody is.
    ['美国选手王建国参加。', []],
    ['挂职干部王建国介绍。', []],
    ['专家王建国介绍。', []],
    ['王建国同志、王建国先生和老人王建国参加。', []],
    ['村民王建国说。', []],
    ['外国官员王建国参加。', []],
    ['县教育局官员王建国参加。', ['王建国: 县教育局官员']],
  ];
  for (const [text, expected] of cases) it(text, () => assert.deepEqual(titles(text), expected));

  const people: readonly (readonly [string, string])[] = [
    ['王建国同志强调。', '[PER 王建国]同志强调。'],
    ['王建国老人介绍。', '[PER 王建国]老人介绍。'],
    ['王女士介绍，欧阳女士说。', '[PER 王]女士介绍，[PER 欧阳]女士说。'],
    ['王某说，李某某介绍。', '[PER 王]某说，[PER 李]某某介绍。'],
    ['欧阳局长强调。', '[PER 欧阳]局长强调。'],
    ['联系人（逯经理）', '联系人（[PER 逯]经理）'],
  ];
  for (const [text, expected] of people) it(text, () => assert.equal(marked(text), expected));
});
