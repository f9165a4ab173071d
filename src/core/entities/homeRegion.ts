import type { Candidate } from './candidate.ts';
import type { EntityLexicons } from './entityLexicons.ts';
import type { Sentence } from './sentence.ts';

/** How often an issue names a place before its one-character abbreviation is understood without a word. */
const OFTEN = 3;
const BEFORE = /[赴来在离抵返驻回]/;
/** After an abbreviation comes what happens there; these make other words of the character before. */
const ANOTHER_WORD = /^[一样时等年日期步行意业类伴学事志胞龄盟级位且非不列没入购联]/;

/**
 * The part of the country that an issue is from, as its places tell: a local paper writes 赴并 and
 * 在同 of the cities that its readers know, with characters that are ordinary words elsewhere.
 */
export class HomeRegion {
  readonly #lexicons: EntityLexicons;
  readonly #counts = new Map<string, number>();

  constructor(lexicons: EntityLexicons) {
    this.#lexicons = lexicons;
  }

  /** Counts a place that was found. */
  learn(name: string): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  /** The abbreviations that the issue's own region makes plain. */
  abbreviations(): ReadonlySet<string> {
    const plain = new Set<string>();
    for (const [name, count] of this.#counts) {
      if (count >= OFTEN)
        for (const abbreviation of this.#lexicons.regionalAbbreviations(name)) plain.add(abbreviation);
    }
    return plain;
  }

  /** Candidates where one of `abbreviations` stands alone after 赴, 在 and the like. */
  static find({ text, words, starts }: Sentence, abbreviations: ReadonlySet<string>): Candidate[] {
    const found: Candidate[] = [];
    if (abbreviations.size === 0) return found;
    for (const [index, { word }] of words.entries()) {
      const end = starts[index]! + word.length;
      const at = end - 1;
      const alone = word.length === 1 || (word.length === 2 && BEFORE.test(word[0]!));
      if (!alone || !abbreviations.has(text[at]!) || !BEFORE.test(text[at - 1] ?? '')) continue;
      const next = words[index + 1];
      if (next === undefined || ANOTHER_WORD.test(text.slice(end))) continue;
      found.push({
        type: 'place',
        start: at,
        end,
        confidence: 0.7,
        evidence: [{ kind: 'abbreviation', value: text[at]! }],
      });
    }
    return found;
  }
}
