import assert from 'node:assert/strict';
import { groupByEntity } from '../../../src/core/annotations/entityGroups.ts';
import { overlay } from '../../../src/core/annotations/overlay.ts';
import { annotate, spanOf } from '../annotations/helpers.ts';
import { extract } from './helpers.ts';

/** What the people of a text are called on the screen. */
function called(text: string): string[] {
  const extraction = extract(text);
  return groupByEntity(text, overlay(text, extraction.mentions, []), extraction)
    .filter(({ type }) => type === 'person')
    .map(({ label }) => label);
}

describe('what a person is called on the screen', () => {
  const cases: readonly (readonly [what: string, text: string, called: readonly string[]])[] = [
    ['the name', '市民王小川报警。', ['王小川']],
    ['surname and address', '陈女士在公园里散步。陈女士立即报警。', ['陈女士']],
    ['surname and post', '会上，李局长汇报了工作。', ['李局长']],
    ['surname and 老', '邻居老王报警。', ['老王']],
    ['a surname of two characters with its address', '会上，欧阳局长汇报了工作。', ['欧阳局长']],
    ['a name of two characters alone', '市民王川先生报警。', ['王川']],
    ['as far as the paper says it', '犯罪嫌疑人王某被抓获，邻居张某甲报警。', ['王某', '张某甲']],
    ['the name in full where a surname means somebody', '市长王建国出席。王市长强调。', ['王建国']],
  ];
  for (const [what, text, expected] of cases) it(`is ${what}: ${text}`, () => assert.deepEqual(called(text), expected));

  it('is what stands there where only the editor tagged it', () => {
    const text = '民警找到王某某。';
    const tags = overlay(text, [], [annotate(text, spanOf(text, '王'))]);
    assert.deepEqual(
      groupByEntity(text, tags, null).map(({ name, label }) => [name, label]),
      [['王', '王某某']],
    );
  });
});
