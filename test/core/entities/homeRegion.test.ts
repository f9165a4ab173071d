import assert from 'node:assert/strict';
import { marked, texts } from './helpers.ts';

describe('abbreviations of the region that an issue is from', () => {
  const local = '石家庄市的道路。石家庄市的教育。石家庄市的文化。';

  it('are read after 赴 and 在 where the issue names the region often', () => {
    assert.ok(marked(`${local}代表赴石考察。`).includes('赴[LOC 石]考察'));
    assert.ok(texts(`${local}会议在石召开。`, 'place').includes('石'));
  });

  it('are ordinary words in any other issue and in other words', () => {
    assert.ok(!texts('会议在石召开。', 'place').includes('石'));
    assert.ok(!texts(`${local}会议在石时召开。`, 'place').includes('石'));
  });
});
