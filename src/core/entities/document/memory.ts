import { CharSet } from '../../text/charSet.ts';
import type { Candidate } from '../candidate.ts';
import type { EntityLexicons } from '../gazetteers/entityLexicons.ts';
import type { EntityType } from '../mention.ts';
import { ALL_PARTS, type Parts } from '../parts.ts';
import { PhraseIndex } from '../../lexicons/phraseIndex.ts';
import { shapedPerson } from '../guide/personShape.ts';
import type { Sentence } from '../tokens/sentence.ts';

interface Remembered {
  readonly type: EntityType;
  readonly confidence: number;
  readonly name: string;
  /** In how many places it was surely found. */
  readonly places: number;
  /** Whether it is a short form of `name`. */
  readonly short?: boolean;
}

/** What must be known of a name before it is looked for everywhere. */
const SURE = 0.8;
/** … of a person of two characters. */
const SURE_OF_TWO = 0.9;
/** How sure the short name of a place is, whose full name the issue has, where it is a word of its own. */
const STEM = 0.6;
/** （以下简称“数投公司”） behind the name of a body. */
const DEFINITION = /^[（(，,]?(?:以?下)?简称(?:为)?[：:]?[“"‘'「]?([\u4e00-\u9fff]{2,10}?)[”"’'」）)，。]/;
const DEFINES = new CharSet('（(，,简');
const LONGEST_DEFINITION = 24;

/** Tags of ordinary words: the stem of 桃花村 elsewhere is mostly the flower. */
const ORDINARY_TAG = /^(?:n|v.*|d|c|p|s|f|t|m|q|r|a.*|i|l|u.*|b|z)$/;

/** Names that were surely found once: they are found in every place of the issue that they fit. */
export class DocumentMemory {
  readonly #names = new PhraseIndex<Remembered>();
  readonly #lexicons: EntityLexicons;
  readonly #ordinaryWords: ReadonlySet<string>;
  readonly #bodySuffixes: EntityLexicons['bodySuffixes'];
  readonly #places: EntityLexicons['places'];
  readonly #parts: Parts;

  constructor(lexicons: EntityLexicons, parts = ALL_PARTS) {
    this.#parts = parts;
    const { ordinaryWords, bodySuffixes, places } = lexicons;
    this.#lexicons = lexicons;
    this.#ordinaryWords = ordinaryWords;
    this.#bodySuffixes = bodySuffixes;
    this.#places = places;
  }

  /** Remembers a mention's text if it is sure. */
  learn(text: string, { type, confidence, evidence }: Candidate): void {
    if (
      this.#parts.has('memory.places') &&
      type === 'place' &&
      evidence.some(({ kind }) => kind === 'suffix' || kind === 'division')
    )
      this.#learnPlace(text, confidence);
    if (!this.#parts.has('memory.persons') || type !== 'person' || confidence < SURE) return;
    if (text.length < 2 || this.#places.get(text)) return;
    if (text.length === 2 && (confidence < SURE_OF_TWO || this.#ordinaryWords.has(text))) return;
    this.#add(text, { type, confidence, name: text, places: 1 });
  }

  /** A place that no lexicon has: as it stands, and without the level that it is named with once. */
  #learnPlace(text: string, confidence: number): void {
    const stem = text.replace(/(?:街道|苏木|[省市县区旗镇乡村])$/, '');
    if (text.length < 3 || confidence < 0.7) return;
    if (!this.#places.get(text))
      this.#add(text, { type: 'place', confidence: Math.max(0.75, confidence), name: text, places: 1 });
    if (stem === text || stem.length < 2 || this.#ordinaryWords.has(stem) || this.#places.get(stem)?.kind === 'short')
      return;
    this.#add(stem, { type: 'place', confidence: 0.78, name: text, places: 2 });
  }

  /** The short form that a sentence gives a body right behind its name: 以下简称“数投公司”. Such a one is certain. */
  learnDefinition({ text }: Sentence, { type, start, end }: Candidate): void {
    if (!this.#parts.has('memory.definitions') || type !== 'organization' || !DEFINES.has(text.charCodeAt(end))) return;
    const short = DEFINITION.exec(text.slice(end, end + LONGEST_DEFINITION))?.[1];
    const long = text.slice(start, end);
    if (
      short === undefined ||
      short.length >= long.length ||
      this.#bodySuffixes.get(short) !== undefined ||
      this.#ordinaryWords.has(short)
    )
      return;
    this.#add(short, { type, confidence: 0.97, name: long, places: 2, short: true });
  }

  #add(text: string, remembered: Remembered): void {
    this.#names.add(text, remembered, (old, fresh) => ({
      ...(fresh.confidence > old.confidence ? fresh : old),
      places: old.places + fresh.places,
    }));
  }

  /**
   * Candidates where remembered names stand in a sentence and do not cut through other words. A name is
   * no witness for itself: the one place where it was found, among the sentence's `own`, is left out.
   */
  find(sentence: Sentence, own: readonly Candidate[]): Candidate[] {
    const found: Candidate[] = [];
    if (this.#names.size === 0) return found;
    const { text } = sentence;
    for (let start = 0; start < text.length; start++) {
      const match = this.#names.longestAt(text, start);
      if (!match || !fits(sentence, start, match.end)) continue;
      const { end, value } = match;
      const { type, confidence, name, places, short } = value;
      if (type === 'place' && ORDINARY_TAG.test(sentence.tagOf(start, end) ?? '')) continue;
      if (places === 1 && isSureAmong(own, type, start, end)) continue;
      const isStem =
        type === 'place' &&
        name !== text.slice(start, end) &&
        !text.startsWith(name, start) &&
        sentence.isBoundary(start) &&
        sentence.isBoundary(end);
      const there: Candidate = {
        ...(isStem && { atLeast: STEM }),
        type,
        start,
        end,
        confidence: Math.min(0.97, confidence * 0.97),
        evidence: [{ kind: short ? 'short-form' : 'memory', value: name }],
      };
      const shaped = type === 'person' ? shapedPerson(text, there, this.#lexicons, this.#parts) : there;
      found.push(shaped);
    }
    return found;
  }
}

/** Whether the name is surely found among the candidates. Not in the loop itself: a function there is made for each character. */
function isSureAmong(candidates: readonly Candidate[], type: EntityType, start: number, end: number): boolean {
  return candidates.some(
    (one) => one.type === type && one.start === start && one.end === end && one.confidence >= SURE,
  );
}

/** A short name must not be a piece of a longer ordinary word. */
function fits(sentence: Sentence, start: number, end: number): boolean {
  if (end - start >= 4) return true;
  const first = sentence.words[sentence.wordAt(start)]!;
  const last = sentence.words[sentence.wordAt(end - 1)]!;
  const crossesStart = !sentence.isBoundary(start) && !/^(?:x|nr|nrt|nrfg)$/.test(first.tag);
  const crossesEnd = !sentence.isBoundary(end) && !/^(?:x|nr|nrt|nrfg)$/.test(last.tag);
  if (end - start === 3) return !(crossesStart && crossesEnd);
  return !crossesStart && !crossesEnd;
}
