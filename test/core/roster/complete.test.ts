import assert from 'node:assert/strict';
import { beginnings, complete } from '../../../src/core/roster/complete.ts';
import { parseRoster } from '../../../src/core/roster/parseRoster.ts';

const { entries } = parseRoster(
  'name,type,titles,aliases\n郑海宽,person,局长；主任,老郑\n郑中宽,person,,\n清河水务集团,organization,,\n',
);

/** `text <- what of it is typed`. */
function proposed(before: string, asked = false): string[] {
  return complete(entries, before, asked).map(({ text, typed }) => `${text} <- ${before.slice(before.length - typed)}`);
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
    assert.deepEqual(proposed('在清', true), ['清河水务集团 <- 清']);
  });

  it('offers nothing behind a whole name or other words, but everything when asked', () => {
    assert.deepEqual(proposed('昨天郑海宽'), []);
    assert.deepEqual(proposed(''), []);
    assert.deepEqual(proposed('', true), ['郑海宽 <- ', '局长郑海宽 <- ', '郑中宽 <- ', '清河水务集团 <- ']);
  });

  it('begins at each character of a name but the last', () => {
    assert.deepEqual(beginnings(entries), ['郑', '海', '老', '中', '清', '河', '水', '务', '集']);
  });
});
