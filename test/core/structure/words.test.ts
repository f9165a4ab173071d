import assert from 'node:assert/strict';
import { NameLexicon } from '../../../src/core/lexicons/surnames.ts';
import { WordClasses } from '../../../src/core/lexicons/wordClasses.ts';
import { outlineJson } from '../../../src/core/structure/readers/outlineJson.ts';
import { parseIssue } from '../../../src/core/structure/articles/parseIssue.ts';
import { StructureLexicons } from '../../../src/core/structure/lexicons.ts';
import { fileText } from './helpers.ts';

/** Notes which classes are asked for. */
class WatchedClasses extends WordClasses {
  readonly asked = new Set<string>();

  override of(...names: readonly string[]): readonly string[] {
    // The constructor asks before `asked` is there.
    for (const name of names) this.asked?.add(name);
    return super.of(...names);
  }
}

describe('the words that pages are read by', () => {
  const page = new WordClasses(fileText('data/pageWords.txt'));
  const shared = new WordClasses(fileText('data/wordClasses.txt'));

  it('are all there, and none that nothing asks for', () => {
    const watched = new WatchedClasses(fileText('data/wordClasses.txt'), fileText('data/pageWords.txt'));
    new StructureLexicons(new NameLexicon(''), watched);
    assert.deepEqual(
      [...watched.asked].filter((name) => watched.of(name).length === 0),
      [],
    );
    assert.deepEqual(
      page.names.filter((name) => !watched.asked.has(name)),
      [],
    );
  });

  it('stand once in their class, each class once', () => {
    const lists = [fileText('data/pageWords.txt'), fileText('data/wordClasses.txt')].flatMap((text) =>
      text
        .replace(/^#.*$/gm, '')
        .split(/^(?=\S)/m)
        .filter((list) => list.trim() !== ''),
    );
    const words = lists.map((list) => list.trim().split(/\s+/));
    for (const [name, ...list] of words) assert.deepEqual([...new Set(list)], list, name);
    assert.equal(words.length, new Set([...page.names, ...shared.names]).size);
  });

  it('may be missing: then lines are told apart by their forms', () => {
    const { articles } = outlineJson(
      parseIssue(
        '城东市场改造完工\n\n改造工程日前完工，新市场明日开业。\n',
        StructureLexicons.from(() => ''),
      ),
    );
    assert.deepEqual(
      articles.map(({ title }) => title),
      ['城东市场改造完工'],
    );
  });
});
