import assert from 'node:assert/strict';
import { lexicons } from './helpers.ts';

const { furniture, shapes } = lexicons.lines;

describe('the words of a line', () => {
  it('are read to the end of the longest one', () => {
    for (const note of ['编后', '编后语', '编后语：', '【编后语】']) assert.ok(shapes.note(note), note);
    for (const line of ['2019-02-14 第13版 要闻', '2019-02-14 第13版 要闻版'])
      assert.equal(furniture.find(line)?.date, '2019-02-14', line);
  });
});

describe('the number of a section', () => {
  it('is read in Han numerals and digits of either width', () => {
    for (const number of ['三', '3', '３', '（3）', '（３）', '（三）'])
      assert.equal(lexicons.lines.features(number, {}).numbered, true, number);
  });
});

describe('a column', () => {
  it('that an export names without a name is no line of the story', () => {
    assert.ok(furniture.find('专栏：'));
    assert.equal(furniture.find('专栏：百姓身边事'), undefined);
  });
});
