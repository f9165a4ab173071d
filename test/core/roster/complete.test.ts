import assert from 'node:assert/strict';
import { beginnings, complete, type Occasion } from '../../../src/core/roster/complete.ts';
import { parseRoster } from '../../../src/core/roster/parseRoster.ts';

const { entries } = parseRoster(
  'name,type,titles,aliases\n郑海宽,person,局长；主任,老郑\n郑中宽,person,,\n清河水务集团,organization,,\nAPT联盟,organization,,\n',
);

/** `text <- what of it is typed`. */
function proposed(before: string, occasion: Occasion = { typed: 1 }): string[] {
  return complete(entries, before, occasion).map(
    ({ text, typed }) => `${text} <- ${before.slice(before.length - typed)}`,
  );
}

describe('completing from the roster', () => {
  it('offers people from their surname on, with their first title too, in the middle of a sentence', () => {
    assert.deepEqual(proposed('昨天郑'), ['郑海宽 <- 郑', '局长郑海宽 <- 郑', '郑中宽 <- 郑']);
    assert.deepEqual(proposed('昨天郑海'), ['郑海宽 <- 郑海', '局长郑海宽 <- 郑海']);
  });

  it('offers aliases', () => assert.deepEqual(proposed('昨天老'), ['老郑 <- 老']));

  it('offers other names from two characters on, or from the first when asked', () => {
    assert.deepEqual(proposed('在清'), []);
    assert.deepEqual(proposed('在清河'), ['清河水务集团 <- 清河']);
    assert.deepEqual(proposed('在清', 'asked'), ['清河水务集团 <- 清']);
  });

  it('offers nothing behind a whole name or other words, but everything when asked', () => {
    assert.deepEqual(proposed('昨天郑海宽'), []);
    assert.deepEqual(proposed(''), []);
    assert.deepEqual(proposed('', 'asked'), [
      '郑海宽 <- ',
      '局长郑海宽 <- ',
      '郑中宽 <- ',
      '清河水务集团 <- ',
      'APT联盟 <- ',
    ]);
  });

  it('offers people from their surname on where it was typed alone, not at the end of a word', () => {
    assert.deepEqual(proposed('他态度慎郑', { typed: 2 }), []);
    assert.deepEqual(proposed('昨天郑', { typed: 1 }).length, 3);
    assert.deepEqual(proposed('昨天郑海', { typed: 4 }), ['郑海宽 <- 郑海', '局长郑海宽 <- 郑海']);
    assert.deepEqual(proposed('慎郑', 'asked').length, 3);
  });

  it('offers a Latin name from its first letter on, not at the end of another word', () => {
    assert.deepEqual(proposed('参加A'), ['APT联盟 <- A']);
    assert.deepEqual(proposed('参加AP'), ['APT联盟 <- AP']);
    assert.deepEqual(proposed('参加CHEAP'), []);
    assert.deepEqual(proposed('第1AP'), []);
  });

  it('begins at each character of a name but the last', () => {
    assert.deepEqual(beginnings(entries), ['郑', '海', '老', '中', '清', '河', '水', '务', '集', 'A', 'P', 'T', '联']);
  });
});
