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
