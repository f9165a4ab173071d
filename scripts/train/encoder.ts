import type { EntityLexicons } from '../../src/core/entities/entityLexicons.ts';
import { RuleSources } from '../../src/core/entities/ruleSources.ts';
import type { Segmenter } from '../../src/core/entities/segmenter.ts';
import { Sentence } from '../../src/core/entities/sentence.ts';
import { FeatureReader, FEATURES, type SentenceFeatures } from '../../src/core/entities/tagger/features.ts';
import { hashOf } from '../../src/core/entities/tagger/hashing.ts';
import { LABELS } from '../../src/core/entities/tagger/labels.ts';
import type { TaggerModel } from '../../src/core/entities/tagger/model.ts';
import { ruleMarks } from '../../src/core/entities/tagger/ruleMarks.ts';
import type { Example } from './corpora/example.ts';
import { decode } from './viterbi.ts';

/** Reads and labels sentences with what the extraction itself would see in them. */
export class Encoder {
  readonly #segmenter: Segmenter;
  readonly #reader: FeatureReader;
  readonly #rules: RuleSources;

  constructor(segmenter: Segmenter, lexicons: EntityLexicons) {
    this.#segmenter = segmenter;
    this.#reader = new FeatureReader(lexicons);
    this.#rules = new RuleSources(lexicons);
  }

  /** The features of a sentence. */
  features(text: string, closedWords: ReadonlySet<number>): SentenceFeatures {
    const sentence = new Sentence(text, this.#segmenter);
    const { open, hashes } = this.#reader.read(sentence, ruleMarks(this.#rules.candidates(sentence), text.length), closedWords);
    return { open, hashes: hashes.slice(0, FEATURES * open.reduce((sum, one) => sum + one, 0)) };
  }

  /** The best labels by a model; `allowed` bounds them, one bit a label for each character. */
  tag(model: TaggerModel, text: string, allowed?: Uint16Array): Uint8Array {
    const scores = new Int32Array(text.length * LABELS);
    model.score(this.features(text, model.closedWords), scores);
    return decode(scores, model.transitions, text.length, allowed);
  }

  /** The hashes of words that are seen often enough and, but for `most` of the cases, in no name. */
  closedWords(examples: readonly Example[], least: number, most: number): number[] {
    const counts = new Map<string, { seen: number; named: number }>();
    for (const { text, labels } of examples) {
      let end = 0;
      for (const { word } of this.#segmenter.tag(text)) {
        const count = counts.get(word) ?? { seen: 0, named: 0 };
        counts.set(word, count);
        count.seen++;
        const start = end;
        end += word.length;
        if (labels.subarray(start, end).some((label) => label !== 0)) count.named++;
      }
    }
    const closed = [...counts].filter(([, { seen, named }]) => seen >= least && named <= seen * most);
    return [...new Set(closed.map(([word]) => hashOf(word)))];
  }
}
