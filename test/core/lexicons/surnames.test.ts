import assert from 'node:assert/strict';

import { parseLexicon } from '../../../src/core/lexicons/lexicon.ts';
import { lexicons } from '../structure/helpers.ts';

const { names } = lexicons;

describe('parseLexicon', () => {
  it('skips comments and blank lines and splits at tabs', () => {
    assert.deepEqual(parseLexicon('\ufeff# head\n\n王\t1\r\n欧阳\t4 \tx\n'), [
      { word: '王', columns: ['1'] },
      { word: '欧阳', columns: ['4', 'x'] },
    ]);
  });
});

describe('NameLexicon', () => {
  it('knows single, rare and compound surnames by class', () => {
    assert.equal(names.surnameClass('王'), 'frequent');
    for (const rare of ['郅', '茹', '郜', '贡', '矫']) assert.ok(names.surnameClass(rare), rare);
    assert.equal(names.surnameAt('欧阳靖')?.text, '欧阳');
    assert.equal(names.surnameClass('们'), undefined);
    assert.ok(names.size > 500);
  });

  it('tells names from words', () => {
    for (const name of ['王蕾', '李大为', '欧阳靖', '司马文远']) assert.ok(names.isName(name), name);
    for (const word of ['的确', '我们', '王', '今天下午', 'Wang', '']) assert.ok(!names.isName(word), word);
  });

  it('cuts names that stand glued where that is sure', () => {
    assert.deepEqual(names.splitNames('仇彦辉周宇张宁'), { names: ['仇彦辉', '周宇', '张宁'], sure: true });
    assert.deepEqual(names.splitNames('李冬梅高瑶'), { names: ['李冬梅', '高瑶'], sure: true });
    assert.deepEqual(names.splitNames('王芳李明'), { names: ['王芳', '李明'], sure: true });
  });

  it('keeps single, compound and foreign names whole', () => {
    for (const name of ['王小芳', '欧阳文远', '阿布都拉', '普希金'])
      assert.deepEqual(names.splitNames(name).names, [name]);
  });

  it('keeps a run whole and says so where it can be cut in several ways', () => {
    assert.deepEqual(names.splitNames('张海林高峰'), { names: ['张海林高峰'], sure: false });
  });
});
