import assert from 'node:assert/strict';
import { WordClasses } from '../../../src/core/lexicons/wordClasses.ts';

describe('classes of words', () => {
  it('are lines with a name, which may go on in the next one', () => {
    const words = new WordClasses('\ufeff# head\n\nspeech: 说 表示\r\n  强调\u3000指出\n# 又\nlevel: 省\n');
    assert.deepEqual(words.names, ['speech', 'level']);
    assert.deepEqual(words.of('speech'), ['说', '表示', '强调', '指出']);
  });

  it('are put together, over files too, with each word once', () => {
    const words = new WordClasses('speech: 说 表示\nwriting: 写 表示', 'speech: 强调 说');
    assert.deepEqual(words.of('speech'), ['说', '表示', '强调']);
    assert.deepEqual(words.of('speech', 'writing'), ['说', '表示', '强调', '写']);
  });

  it('that no file has hold no word', () => assert.deepEqual(new WordClasses('').of('speech'), []));

  it('refuse a line that belongs to none', () => {
    assert.throws(() => new WordClasses('  说'), /说/);
    assert.throws(() => new WordClasses('speech: 说\n表示'), /表示/);
  });
});
