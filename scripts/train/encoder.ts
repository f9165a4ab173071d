import type { EntityLexicons } from '../../src/core/entities/gazetteers/entityLexicons.ts';
import { mergedNames } from '../../src/core/entities/mergedNames.ts';
import { RuleSources } from '../../src/core/entities/rules/ruleSources.ts';
import type { Segmenter } from '../../src/core/entities/tokens/segmenter.ts';
import { Sentence } from '../../src/core/entities/tokens/sentence.ts';
import { FeatureReader, FEATURES, type SentenceFeatures } from '../../src/core/entities/tagger/features.ts';
import { GATE_FEATURES, hasRule, readGateFeatures, type WordGate } from '../../src/core/entities/tagger/gate.ts';
import { HashedWords } from '../../src/core/entities/tagger/hashedWords.ts';
import { LABELS } from '../../src/core/entities/tagger/labels.ts';
import type { TaggerModel } from '../../src/core/entities/tagger/model.ts';
import { ruleMarks, type RuleMarks } from '../../src/core/entities/tagger/ruleMarks.ts';
import type { GateSentence } from './gate.ts';
import { decode } from './viterbi.ts';

/** A sentence with what the rules propose for it. */
export interface EncodedSentence {
  readonly sentence: Sentence;
  readonly marks: RuleMarks;
}

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

  /** The words of a text, and what the rules propose. */
  read(text: string): EncodedSentence {
    const sentence = new Sentence(text, this.#segmenter);
    return { sentence, marks: ruleMarks(mergedNames(this.#rules.candidates(sentence)), text.length) };
  }

  /** The features of a sentence. */
  features({ sentence, marks }: EncodedSentence, gate: WordGate): SentenceFeatures {
    const { open, count, hashes } = this.#reader.read(sentence, marks, gate);
    return { open: open.slice(0, sentence.text.length), count, hashes: hashes.slice(0, FEATURES * count) };
  }

  /** The best labels by a model; `allowed` bounds them, one bit a label for each character. */
  tag(model: TaggerModel, text: string, allowed?: Uint16Array): Uint8Array {
    const features = this.features(this.read(text), model.gate);
    const scores = new Int32Array(features.count * LABELS);
    model.score(features, scores);
    return decode(features.open, scores, model.transitions, allowed);
  }
}

/** The words of a sentence that no rule opens, as the gate sees them. */
export function gateSentence({ sentence, marks: { names } }: EncodedSentence, labels: Uint8Array): GateSentence {
  const all = new Int32Array(GATE_FEATURES * sentence.words.length);
  readGateFeatures(sentence, new HashedWords().read(sentence), names, all);
  const slots: number[] = [];
  const named: number[] = [];
  for (let index = 0; index < sentence.words.length; index++) {
    if (hasRule(sentence, index, names)) continue;
    slots.push(...all.subarray(index * GATE_FEATURES, (index + 1) * GATE_FEATURES));
    named.push(
      Number(labels.subarray(sentence.starts[index], sentence.starts[index + 1]).some((label) => label !== 0)),
    );
  }
  return { slots: Int32Array.from(slots), named: Uint8Array.from(named) };
}
