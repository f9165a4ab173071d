import assert from 'node:assert/strict';
import { groupByEntity } from '../../../src/core/annotations/entityGroups.ts';
import { introductionOf } from '../../../src/core/annotations/introduction.ts';
import { overlay } from '../../../src/core/annotations/overlay.ts';
import { extract } from '../entities/helpers.ts';
import { annotate, spanOf } from './helpers.ts';

const TEXT = `王建国赴清河县调研

本报讯（记者 李明）3月2日，市委副书记、市长王建国深入清河县调研。王市长强调，要压实责任。清河县青山旅游开发有限公司（以下简称“青旅公司”）介绍了情况。

青旅公司捐赠图书

本报讯 3月3日，青旅公司捐赠图书。王建国出席。
`;

/** The words of the place that introduces the entity with this name, and of the name there with its offset. */
function introduced(name: string, rejected: readonly string[] = []): string[] | undefined {
  const extraction = extract(TEXT);
  const tags = overlay(
    TEXT,
    extraction.mentions,
    rejected.map((part) => {
      const { start } = spanOf(TEXT, part);
      return annotate(TEXT, { start, end: start + name.length }, part, 'person', 'rejected');
    }),
  );
  const group = groupByEntity(TEXT, tags, extraction).find((one) => one.name === name);
  assert.ok(group, name);
  const found = introductionOf(group, extraction);
  return found && [TEXT.slice(found.whole.start, found.whole.end), TEXT.slice(found.name.start, found.name.end + 2)];
}

describe('where a name is introduced', () => {
  it('is where a person’s title stands with the full name, though a headline names the person before', () =>
    assert.deepEqual(introduced('王建国'), ['市委副书记、市长王建国', '王建国深入']));

  it('is the first place of a person without a title', () => assert.deepEqual(introduced('李明'), ['李明', '李明）3']));

  it('is the first place of a place', () => {
    const [whole] = introduced('清河县')!;
    assert.equal(whole, '清河县');
  });

  it('is where a body’s name stands in full', () => {
    const name = '清河县青山旅游开发有限公司';
    assert.deepEqual(introduced(name), [name, `${name}（以`]);
  });

  it('is not what the editor rejected', () =>
    assert.deepEqual(introduced('王建国', ['王建国深入'])?.[1], '王建国赴清'));
});
