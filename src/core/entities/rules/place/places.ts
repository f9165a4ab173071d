import { BLANKS, CharSet } from '../../../text/charSet.ts';
import type { Candidate, CandidateSource } from '../../candidate.ts';
import type { EntityLexicons } from '../../gazetteers/entityLexicons.ts';
import type { PlaceTerm } from '../../gazetteers/terms.ts';
import type { Evidence } from '../../mention.ts';
import { ALL_PARTS } from '../../parts.ts';
import { isKindOfPlace } from '../../gazetteers/placeWords.ts';
import type { Sentence } from '../../tokens/sentence.ts';
import { KIND } from '../../tokens/wordKinds.ts';

/** How sure a place is at least by a form that nothing else has: a numbered road. */
const BY_FORM = 0.65;
const NUMBERED_ROAD =
  /(?<![0-9０-９A-Za-z.])(?:[GSX]?[0-9０-９]{2,4}(?:国道|省道|县道)|(?:国道|省道)[GSX]?[0-9０-９]{2,4}线?)/g;
/** A line along the river or the coast: what it is called, however many have the name. */
const COAST_LINE = /(?:[东西南北](?=沿[江海]))?沿(?:江|海|黄)(?:高速铁路|城际铁路|高铁|铁路|高速公路|高速)/g;
/** Before the name of a road or a village. */
const OPENS_NAME = new CharSet(`，。、；：！？（）“”《》${BLANKS}在由与和同向至到从沿赴位于及过往有`);
const NOT_IN_NAME = new CharSet(`，。、；：！？（）“”《》${BLANKS}的了是在将把被与和及0123456789`);
const CLOSES_NAME = new CharSet(`，。、；：！？（）“”《》${BLANKS}与和至到上下段口等的南北东西内旁附村民`);
const NO_MARKED_STEM =
  /^(?:[这那每各几数多两半全本该某我他她你之]|[一二三四五六七八九十百千万]+(?:条|座|个|多|道|处|段|里)(?!店|庄|铺|屯|桥))/;
const STREET_LAST = new CharSet('路道街巷同桥区村镇乡');
const STREET_END =
  /(?:[东西南北中环一二三四五]路|大道|大街|[东西南北前后]街|路|街|巷|胡同|大桥|立交桥|桥|社区|小区|村|镇|乡)$/;
const INNER_LEVEL = new CharSet('省市县区队');
const NO_STEM_KIND = /^(?:v|d|r|c|p|a|m)$/;
const POINTS = new CharSet('东西南北');

/** Finds places in a sentence: gazetteers, the segmenter's tags, endings. */
export class PlaceSource implements CandidateSource {
  readonly #lexicons: EntityLexicons;
  readonly #steps: readonly ((sentence: Sentence, found: Candidate[]) => void)[];

  constructor(lexicons: EntityLexicons, parts = ALL_PARTS) {
    this.#lexicons = lexicons;
    this.#steps = parts.of([
      ['places.byLexicon', (sentence, found) => this.#byLexicon(sentence, found)],
      ['places.byTag', (sentence, found) => this.#byTag(sentence, found)],
      ['places.byMarks', (sentence, found) => this.#byMarks(sentence, found)],
      ['places.byForm', ({ text }, found) => byForms(text, found)],
    ]);
  }

  /** The candidates of a sentence, in no order. */
  find(sentence: Sentence): Candidate[] {
    const found: Candidate[] = [];
    for (const step of this.#steps) step(sentence, found);
    return found;
  }

  #byLexicon(sentence: Sentence, found: Candidate[]): void {
    const { text } = sentence;
    const { places, ordinary } = this.#lexicons;
    for (const { start, end, value } of sentence.phrasesOf(places)) {
      const isOrdinary = ordinary.getAt(text, start, end) === true || isDirectionWord(text, start, end);
      const confidence = lexiconConfidence(sentence, start, end, value, isOrdinary);
      if (confidence > 0.2)
        found.push(
          place(start, end, confidence, {
            kind: value.kind === 'country' || value.kind === 'place' ? 'gazetteer' : 'division',
          }),
        );
    }
  }

  #byTag(sentence: Sentence, found: Candidate[]): void {
    for (let index = 0; index < sentence.words.length; index++) {
      // The tag of a place alone is one of a name or a place and none of another name.
      if ((sentence.kinds[index]! & (KIND.name | KIND.nameOrPlace)) !== KIND.nameOrPlace) continue;
      const { word, tag } = sentence.words[index]!;
      if (word.length < 2 || this.#lexicons.ordinaryWords.has(word)) continue;
      const trimmed = word.length > 3 && /(?:地区|流域)$/.test(word) ? 2 : 0;
      const likePerson =
        word.length < 4 &&
        this.#lexicons.names.surnameAt(word) !== undefined &&
        this.#lexicons.places.get(word) === undefined;
      found.push(
        place(sentence.starts[index]!, sentence.endOf(index) - trimmed, likePerson ? 0.62 : 0.72, {
          kind: 'segmenter',
          value: tag,
        }),
      );
    }
  }

  /**
   * Roads, bridges and villages between marks and prepositions, however the segmenter cut them:
   * 、新民路, 赴建设路, （三元桥）. The end of one is the beginning of the next: 建设南路新民街段.
   */
  #byMarks(sentence: Sentence, found: Candidate[]): void {
    const { text } = sentence;
    const ends = new Set<number>();
    for (const { end, confidence, evidence } of found)
      if (confidence > 0.8 && evidence[0]?.kind === 'division') ends.add(end);
    let street = 2;
    for (let start = 0; start < text.length; start++) {
      // The next character that such a name may end with.
      if (street < start + 2) street = start + 2;
      while (street < text.length && !STREET_LAST.has(text.charCodeAt(street))) street++;
      if (street >= text.length) return;
      if (street > start + 6) continue;
      if (
        !(start === 0 || OPENS_NAME.has(text.charCodeAt(start - 1)) || (ends.size > 0 && ends.has(start))) ||
        !this.#beginsName(text, start)
      )
        continue;
      for (let end = start + 2; end <= Math.min(text.length, start + 7); end++) {
        const last = text.charCodeAt(end - 1);
        if (NOT_IN_NAME.has(last)) break;
        const match = end - start < 3 || !STREET_LAST.has(last) ? null : STREET_END.exec(text.slice(start, end));
        if (!match || match.index < 1) continue;
        const closed = end >= text.length || CLOSES_NAME.has(text.charCodeAt(end));
        if (!closed && (start === 0 || !/(?:路|街|大道)$/.test(match[0]))) continue;
        if (!this.#isStem(sentence, start, start + match.index, end)) continue;
        found.push(place(start, end, closed ? 0.72 : 0.62, { kind: 'suffix', value: match[0] }));
        ends.add(end);
        break;
      }
    }
  }

  /** 和安路 after a mark or a preposition begins a name; after another road 和 only joins. */
  #beginsName(text: string, start: number): boolean {
    return (
      !NOT_IN_NAME.has(text.charCodeAt(start)) ||
      (text[start] === '和' && start > 0 && OPENS_NAME.has(text.charCodeAt(start - 1)))
    );
  }

  /** Whether `start` to `stemEnd` may be the name of the road or village that ends at `end`. */
  #isStem(sentence: Sentence, start: number, stemEnd: number, end: number): boolean {
    const { text } = sentence;
    if (
      NO_MARKED_STEM.test(text.slice(start, end)) ||
      isKindOfPlace(text.slice(start, stemEnd)) ||
      this.#lexicons.titles.get(text.slice(start, stemEnd)) ||
      (end - stemEnd === 1 && this.#lexicons.ordinaryWords.has(text.slice(end - 2, end)))
    )
      return false;
    if (stemEnd - start === 2 && /[路街道桥]$/.test(text.slice(0, end))) return true;
    for (let at = start + 1; at < stemEnd; at++) if (INNER_LEVEL.has(text.charCodeAt(at))) return false;
    for (let index = sentence.wordAt(start); index < sentence.words.length && sentence.endOf(index) <= end; index++) {
      const { word, tag } = sentence.words[index]!;
      if (NO_STEM_KIND.test(tag) && (word.length > 1 || tag !== 'm')) return false;
    }
    return true;
  }
}

function byForms(text: string, found: Candidate[]): void {
  if (text.includes('道')) byForm(text, NUMBERED_ROAD, found);
  if (text.includes('沿')) byForm(text, COAST_LINE, found);
}

/** Names of a form that nothing else has: 312国道, 国道312线, 沿江高速公路. */
function byForm(text: string, form: RegExp, found: Candidate[]): void {
  for (const { 0: name, index } of text.matchAll(form))
    found.push({
      ...place(index, index + name.length, 0.9, { kind: 'suffix', value: name.at(-1)! }),
      atLeast: BY_FORM,
    });
}

/** Whether a word is that of a direction, which is a region's name as well: 西北. */
function isDirectionWord(text: string, start: number, end: number): boolean {
  return end - start === 2 && POINTS.has(text.charCodeAt(start)) && POINTS.has(text.charCodeAt(end - 1));
}

function lexiconConfidence(sentence: Sentence, start: number, end: number, term: PlaceTerm, ordinary: boolean): number {
  if (ordinary) return 0.3;
  const startsWord = sentence.isBoundary(start);
  const endsWord = sentence.isBoundary(end);
  const aligned = startsWord && endsWord;
  switch (term.kind) {
    case 'full':
      if (!endsWord && startsWord && isWordsOnly(sentence, start, end)) return 0.4;
      return startsWord ? 0.93 : 0.5;
    case 'country':
      return aligned ? 0.93 : startsWord || endsWord ? 0.7 : 0.3;
    case 'place':
      return aligned ? 0.9 : startsWord ? 0.6 : 0.3;
    case 'short':
      return aligned ? 0.9 : startsWord ? 0.55 : 0.25;
    case 'county': {
      const tag = aligned ? sentence.tagOf(start, end) : undefined;
      return tag === 'ns' ? 0.85 : tag !== undefined ? 0.45 : 0.3;
    }
  }
}

/** Whether a division's name is but a verb or a noun and the beginning of another word: 振兴[区]域. */
function isWordsOnly(sentence: Sentence, start: number, end: number): boolean {
  const last = sentence.wordAt(end - 1);
  const isOrdinary =
    (sentence.kinds[last]! & KIND.ordinary) !== 0 && (sentence.kindsAt(start, end - 1) & KIND.ordinary) !== 0;
  return isOrdinary && sentence.starts[last] === end - 1;
}

function place(start: number, end: number, confidence: number, evidence: Evidence): Candidate {
  return { type: 'place', start, end, confidence, evidence: [evidence] };
}
