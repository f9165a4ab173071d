import assert from 'node:assert/strict';
import fc from 'fast-check';
import { trimChanges, type ContentChange } from '../../../src/core/annotations/anchoring/shift.ts';
import type { ChangeReason } from '../../../src/core/annotations/anchoring/textStates.ts';
import { AnnotationTracker } from '../../../src/core/annotations/anchoring/tracker.ts';
import { annotate, spanOf } from './helpers.ts';

/** A text that is edited, with one annotation for each of `names`. */
class Page {
  text: string;
  readonly tracker: AnnotationTracker;
  readonly #undo: string[] = [];

  constructor(text: string, ...names: string[]) {
    this.text = text;
    this.tracker = new AnnotationTracker(
      text,
      names.map((name) => annotate(text, spanOf(text, name), name)),
    );
  }

  edit(...changes: ContentChange[]): this {
    this.#undo.push(this.text);
    return this.#apply(changes, 'edit');
  }

  /** Replaces the first `from` by `to`. */
  replace(from: string, to: string): this {
    return this.edit({ span: spanOf(this.text, from), text: to });
  }

  /** What an editor does on undo: one replacement of all that differs. */
  undo(steps = 1): this {
    const target = this.#undo.splice(-steps)[0]!;
    return this.#apply([{ span: { start: 0, end: this.text.length }, text: target }], 'undo');
  }

  tagged(name: string): string | null {
    const span = this.tracker.spanOf(`urn:uuid:${name}`);
    return span && this.text.slice(span.start, span.end);
  }

  at(name: string): number | undefined {
    return this.tracker.spanOf(`urn:uuid:${name}`)?.start;
  }

  #apply(changes: ContentChange[], reason: ChangeReason): this {
    const before = this.text;
    for (const { span, text } of changes.toSorted((a, b) => b.span.start - a.span.start)) {
      this.text = this.text.slice(0, span.start) + text + this.text.slice(span.end);
    }
    assert.notEqual(before, this.text);
    this.tracker.apply(changes, this.text, reason);
    return this;
  }
}

describe('a tracked annotation', () => {
  const page = (): Page => new Page('市长钱大江说，钱大江将来。', '钱大江');

  it('moves with text put in before it and stays for text after it', () => {
    assert.equal(page().replace('市长', '原副市长').at('钱大江'), 4);
    assert.equal(page().replace('将来', '不来').at('钱大江'), 2);
  });

  it('does not grow by text put in at its edges', () => {
    assert.equal(
      page()
        .edit({ span: { start: 2, end: 2 }, text: '老' })
        .tagged('钱大江'),
      '钱大江',
    );
    assert.equal(
      page()
        .edit({ span: { start: 5, end: 5 }, text: '等' })
        .tagged('钱大江'),
      '钱大江',
    );
  });

  it('keeps what is put in or changed inside it', () => {
    assert.equal(
      page()
        .edit({ span: { start: 3, end: 3 }, text: '小' })
        .tagged('钱大江'),
      '钱小大江',
    );
    assert.equal(page().replace('钱大江', '钱晓江').tagged('钱大江'), '钱晓江');
    assert.equal(page().replace('钱大江', '赵四').tagged('钱大江'), '赵四');
  });

  it('follows several edits made at once', () => {
    const edited = page().edit({ span: { start: 0, end: 0 }, text: '今日' }, { span: { start: 6, end: 7 }, text: '' });
    assert.equal(edited.text, '今日市长钱大江说钱大江将来。');
    assert.equal(edited.at('钱大江'), 4);
  });

  it('loses an edge that is deleted and has it again when that is put back', () => {
    const edited = page().edit({ span: { start: 4, end: 6 }, text: '' });
    assert.equal(edited.tagged('钱大江'), '钱大');
    assert.equal(edited.edit({ span: { start: 4, end: 4 }, text: '江说' }).tagged('钱大江'), '钱大江');
  });

  it('has no place once its text is gone, and does not jump to the same name elsewhere', () => {
    const edited = page().edit({ span: { start: 0, end: 6 }, text: '' });
    assert.equal(edited.text, '，钱大江将来。');
    assert.equal(edited.tagged('钱大江'), null);
    assert.equal(edited.replace('将来', '来了').tagged('钱大江'), null);
  });

  it('comes back at its place by undo, also letter by letter', () => {
    const edited = page();
    for (const end of [5, 4, 3]) edited.edit({ span: { start: end - 1, end }, text: '' });
    assert.equal(edited.tagged('钱大江'), null);
    assert.equal(edited.undo(3).at('钱大江'), 2);
  });

  it('comes back when its name is typed again where it stood', () => {
    const edited = page()
      .replace('市长钱大江', '')
      .edit({ span: { start: 0, end: 0 }, text: '书记钱大江' });
    assert.equal(edited.at('钱大江'), 2);
  });

  it('moves with a sentence that is cut and pasted elsewhere', () => {
    const edited = new Page('甲县书记吴小河到会。乙县来人。', '吴小河').replace('甲县书记吴小河到会。', '');
    edited.edit({ span: { start: 5, end: 5 }, text: '甲县书记吴小河到会。' });
    assert.equal(edited.at('吴小河'), 9);
  });

  it('is not taken to a bare name typed elsewhere', () => {
    const edited = new Page('甲县吴小河到会。乙县来人。', '吴小河').replace('吴小河', '');
    edited.edit({ span: { start: 7, end: 7 }, text: '吴小河' });
    assert.equal(edited.tagged('吴小河'), null);
  });

  it('does not end up with another one on one name', () => {
    const edited = new Page('孙一山、孙一山。', '孙一山');
    edited.tracker.set(annotate(edited.text, { start: 4, end: 7 }, '另一'));
    edited.replace('孙一山、孙一山。', '').edit({ span: { start: 0, end: 0 }, text: '孙一山' });
    assert.deepEqual([edited.tagged('孙一山'), edited.tagged('另一')].filter(Boolean).length, 1);
  });

  it('keeps its place when the line breaks are converted', () => {
    const edited = new Page('一\r\n二\r\n郑云', '郑云');
    edited.edit({ span: { start: 0, end: edited.text.length }, text: '一\n二\n郑云' });
    assert.equal(edited.at('郑云'), 4);
  });

  it('never cuts a rare character in two', () => {
    const edited = new Page('见𠮷田。', '𠮷田').edit({ span: { start: 2, end: 3 }, text: '\udfb6' });
    assert.equal(edited.tagged('𠮷田'), '𠮶田');
  });

  it('stands after an outside rewrite of the lines around it', () => {
    const edited = new Page('第一行\n记者周南北报道\n末行', '周南北');
    edited.edit({ span: { start: 0, end: edited.text.length }, text: '首行\n记者周南北报道\n尾' });
    assert.equal(edited.tagged('周南北'), '周南北');
  });

  it('is where its name is, through any edits and undos', () => {
    const names = ['〔甲〕', '〔乙𠮷〕', '〔丙〕'];
    const command = fc.record({
      undo: fc.boolean(),
      steps: fc.integer({ min: 1, max: 4 }),
      start: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.integer({ min: 0, max: 12 }),
      text: fc.array(fc.constantFrom('字', '𠮷', '\n', '；'), { maxLength: 4 }).map((parts) => parts.join('')),
    });
    fc.assert(
      fc.property(fc.array(command, { maxLength: 30 }), (commands) => {
        const edited = new Page('前文〔甲〕，其后〔乙𠮷〕及〔丙〕三人。', ...names);
        const texts: string[] = [];
        for (const { undo, steps, start, length, text } of commands) {
          if (undo) {
            const back = Math.min(steps, texts.length);
            if (back === 0 || texts.at(-back) === edited.text) continue;
            edited.undo(back);
            texts.splice(-back);
          } else {
            const span = wholeNames(edited.text, names, Math.floor(start * (edited.text.length + 1)), length);
            const taken = edited.text.slice(span.start, span.end);
            // A name typed over is a name corrected and keeps its tag; here names are only taken away.
            const [{ span: changed }] = trimChanges(edited.text, [{ span, text }]) as [ContentChange];
            const typed = names.includes(edited.text.slice(changed.start, changed.end)) ? '' : text;
            if (taken === typed) continue;
            texts.push(edited.text);
            edited.edit({ span, text: typed });
          }
          for (const name of names) {
            assert.equal(edited.at(name) ?? -1, edited.text.indexOf(name), `${name} in ${JSON.stringify(edited.text)}`);
          }
        }
      }),
      { numRuns: 400 },
    );
  });
});

/** A span of about `length` from `start` that takes each of `names` wholly or not at all. */
function wholeNames(
  text: string,
  names: readonly string[],
  start: number,
  length: number,
): { start: number; end: number } {
  const span = { start: Math.min(start, text.length), end: Math.min(start + length, text.length) };
  for (const name of names) {
    const at = text.indexOf(name);
    if (at < 0) continue;
    if (at < span.start && span.start < at + name.length) span.start = at;
    if (at < span.end && span.end < at + name.length) span.end = at + name.length;
  }
  return { start: span.start, end: Math.max(span.start, span.end) };
}
