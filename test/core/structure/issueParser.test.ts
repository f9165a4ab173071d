import assert from 'node:assert/strict';

import fc from 'fast-check';

import { IssueParser } from '../../../src/core/structure/articles/issueParser.ts';
import { parseIssue } from '../../../src/core/structure/articles/parseIssue.ts';
import { NameLexicon } from '../../../src/core/lexicons/surnames.ts';
import { StructureLexicons } from '../../../src/core/structure/lexicons.ts';
import { anyCorrections, pageTexts, piece } from './anyText.ts';
import { fileText, lexicons } from './helpers.ts';

/** Edits as an editor makes them: a key, a line broken or joined, a passage cut out or put in. */
const edit = fc.record({
  at: fc.nat(9000),
  length: fc.oneof(fc.constant(0), fc.constant(1), fc.nat(200)),
  put: fc.oneof(fc.constantFrom('', '字', '\n', '\n\n', '。', '（', '\u3000', '\r\n'), piece),
});

function edited(text: string, { at, length, put }: { at: number; length: number; put: string }): string {
  const from = at % (text.length + 1);
  return text.slice(0, from) + put + text.slice(from + length);
}

describe('parsing an issue again as it is edited', () => {
  it('gives what a full parse gives, whatever is edited and corrected', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...pageTexts),
        fc.array(fc.record({ edit, corrections: fc.oneof(fc.constant(undefined), anyCorrections) }), {
          minLength: 1,
          maxLength: 8,
        }),
        (page, steps) => {
          const parser = new IssueParser(lexicons);
          let text = page;
          parser.parse(text);
          for (const step of steps) {
            text = edited(text, step.edit);
            assert.deepEqual(parser.parse(text, step.corrections), parseIssue(text, lexicons, step.corrections));
          }
        },
      ),
      { numRuns: 80 },
    );
  });

  it('gives what a full parse gives after each key of a headline that is written', () => {
    const page = fileText('seeds/datong-daily-2022-08-10-p1.txt');
    const parser = new IssueParser(lexicons);
    const written = '\n城东市场改造完工\n本报讯（记者 郑可）';
    for (let i = 0; i <= written.length; i++) {
      const text = `${page.slice(0, 3000)}${written.slice(0, i)}${page.slice(3000)}`;
      assert.deepEqual(parser.parse(text), parseIssue(text, lexicons));
    }
  });

  it('looks only at what an edit changed', () => {
    const asked: string[] = [];
    const watched = new (class extends NameLexicon {
      override splitNames(run: string): ReturnType<NameLexicon['splitNames']> {
        asked.push(run);
        return super.splitNames(run);
      }
    })(fileText('data/surnames.txt'));
    const parser = new IssueParser(new StructureLexicons(watched, lexicons.words));
    const page = fileText('seeds/datong-daily-2022-08-10-p1.txt');
    parser.parse(page);
    assert.ok(asked.length > 10);
    asked.length = 0;
    parser.parse(`${page}\n本报讯（记者 郑可）城东农贸市场改造工程日前完工。`);
    assert.ok(
      asked.length > 0 && asked.every((run) => '郑可城东农贸市场改造工程日前完工'.includes(run)),
      asked.join(' '),
    );
  });

  it('takes corrections back', () => {
    const page = fileText('seeds/datong-daily-2022-08-10-p1.txt');
    const parser = new IssueParser(lexicons);
    const before = parser.parse(page);
    assert.notDeepEqual(parser.parse(page, [{ line: 6, role: 'headline' }]).articles, before.articles);
    assert.deepEqual(parser.parse(page), before);
  });
});
