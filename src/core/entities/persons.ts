import { CharSet } from '../text/charSet.ts';
import type { Candidate, CandidateSource } from './candidate.ts';
import { BEGINS_COMPOUND, BEGINS_FOREIGN, BEGINS_JAPANESE, BEGINS_SURNAME } from './characterTables.ts';
import type { EntityLexicons } from './entityLexicons.ts';
import type { Evidence, EvidenceKind } from './mention.ts';
import { NameReader, type NameReading } from './nameReader.ts';
import type { Sentence } from './sentence.ts';
import { KIND } from './wordKinds.ts';

/** Of names before a mark or a title, the likeliest first. */
const LENGTHS: readonly number[] = [3, 2, 4];
const LIST_MARK = new CharSet('、和与及');
const DOT = /[·•・‧]/g;
const BLANK = new CharSet(' \u3000');
const CUE_MARK = new CharSet(' \u3000：:');
/** What a name of a person may begin with. */
const BEGINS_PERSON = BEGINS_SURNAME | BEGINS_COMPOUND | BEGINS_JAPANESE | BEGINS_FOREIGN;
/** Words that say somebody speaks or acts, right after a name. */
const SPEECH_FIRST = new CharSet('说表指强认介告称透坦回笑主出会致讲宣同先女老教');
const SPEECH =
  /^(?:说|表示|指出|强调|认为|介绍|告诉|称|透露|坦言|回忆|笑着|主持|出席|会见|致辞|讲话|宣布|同志|先生|女士|老人|教授)/;

/** Surnames that before a post are mostly words: 任主任, 代总理, 于主席. */
const HARDLY_ALONE = new Set('任代于高方金文单应时成经万和常总原前后正副向老');
/** Words after a surname that are said of a person only, and surnames that are too often other words there. */
const MANNER =
  /^(?:先生|女士|小姐|大爷|大妈|大娘|奶奶|爷爷|阿姨|叔叔|伯伯|师傅|老师|老板|太太|婆婆|老太|老汉|大叔|大伯|大婶|大嫂|大哥|大姐|大夫|同学|老太太|老先生|老师傅|警官|医生|兄(?![弟妹]))/;
const NEVER_ALONE = new Set('任代于应前后正副向老总常单时和的在是对从有与及同为给由以把被让请见问找');
/** A surname, two blanks or a wide one, and a given name of one character. */
const SPACED = /^(\p{Script=Han})(?: {2}|\u3000)(\p{Script=Han})/u;
/** Names that a headline sets side by side before what they do: 张某某李某某出席. */
const GLUED = /^([\u4e00-\u9fff]{4,12}?)(?=出席|参加|主持|讲话|致辞|会见|陪同|作报告|见证|迎接|分别)/;

/** Scores that a reading must reach, by what stands around it. */
const THRESHOLD = {
  titled: 0.2,
  cued: 1,
  listed: 0.5,
  after: 0.5,
  bare: 4.6,
  suspect: 1.8,
  foreignTitled: 1,
  foreignBare: 2.5,
} as const;

/** Finds persons in a sentence by titles, lists, name characters, foreign names and 某. */
export class PersonSource implements CandidateSource {
  readonly #lexicons: EntityLexicons;
  readonly #reader: NameReader;

  constructor(lexicons: EntityLexicons) {
    this.#lexicons = lexicons;
    this.#reader = new NameReader(lexicons);
  }

  /** The candidates of a sentence, in no order. */
  find(sentence: Sentence): Candidate[] {
    const found = new Found();
    this.#byTitle(sentence, found);
    this.#byTitleAfter(sentence, found);
    this.#byDot(sentence, found);
    this.#byCharacters(sentence, found);
    this.#byMou(sentence, found);
    this.#byGlued(sentence, found);
    this.#byNeighbour(sentence, found);
    return found.list();
  }

  #byTitle(sentence: Sentence, found: Found): void {
    const { text } = sentence;
    for (let end = 1; end <= text.length; end++) {
      const title = this.#lexicons.titleEnds.longestBefore(text, end);
      if (!title || title.value === 'address') continue;
      if (this.#insideLongerTitle(text, title.start, end)) continue;
      if (!sentence.isBoundary(end) && !sentence.isBoundary(title.start)) continue;
      const start = skipBracket(text, end);
      const cue = title.value === 'cue';
      // A title that follows a name belongs to it: what comes next is hardly another name.
      const spent =
        title.start > 0 &&
        (sentence.kinds[sentence.wordAt(title.start - 1)]! & KIND.person) !== 0 &&
        sentence.isBoundary(title.start);
      // 相 and the like are pieces of other words more often than titles.
      const threshold =
        (cue ? THRESHOLD.cued : THRESHOLD.titled) + (spent ? 2.5 : 0) + (end - title.start === 1 ? 3 : 0);
      const reading = this.#readAny(
        sentence,
        cue && CUE_MARK.has(text.charCodeAt(start)) ? start + 1 : start,
        threshold,
      );
      if (!reading) continue;
      const kind: EvidenceKind = 'title';
      const word = text.slice(title.start, end);
      found.add(reading.start, reading.end, confidenceOf(reading.score + 2.5), { kind, value: word });
      this.#listAfter(sentence, reading.end, word, cue, found);
    }
  }

  /** Names that go on after a first one: 副局长张三、李四和王五. */
  #listAfter(sentence: Sentence, from: number, word: string, cue: boolean, found: Found): void {
    const { text } = sentence;
    for (let end = from; ;) {
      const mark = text.charCodeAt(end);
      if (!LIST_MARK.has(mark) && !(cue && BLANK.has(mark))) return;
      const start = end + 1;
      if (this.#lexicons.titles.longestAt(text, start) || this.#lexicons.bodies.longestAt(text, start)) return;
      const reading = this.#readAny(sentence, start, THRESHOLD.listed);
      if (!reading) return;
      found.add(reading.start, reading.end, confidenceOf(reading.score + 2), {
        kind: 'title-list',
        value: word,
      });
      end = reading.end;
    }
  }

  #byTitleAfter(sentence: Sentence, found: Found): void {
    const { text } = sentence;
    for (let start = 1; start < text.length; start++) {
      const title = this.#lexicons.titles.longestAt(text, start) ?? this.#deputyAt(text, start);
      if (!title || title.value === 'cue' || !sentence.isBoundary(title.end)) continue;
      const evidence = (): Evidence => ({ kind: 'title-after', value: text.slice(start, title.end) });
      let whole = false;
      for (const length of LENGTHS) {
        const from = start - length;
        if (from < 0 || !sentence.isBoundary(from) || this.#lexicons.places.getAt(text, from, start)) continue;
        const score = this.#reader.chineseScore(sentence, from, start) + (title.value === 'address' ? 1.5 : 0);
        if (score < THRESHOLD.after + 2) continue;
        found.add(from, start, confidenceOf(score), evidence());
        whole = true;
        break;
      }
      if (whole) continue;
      if (this.#isCompoundAlone(sentence, start)) found.add(start - 2, start, 0.85, evidence());
      else if (this.#isSurnameAlone(sentence, start, title.end)) found.add(start - 1, start, 0.8, evidence());
    }
  }

  /** 副 and the post that it goes with. */
  #deputyAt(text: string, start: number): ReturnType<EntityLexicons['titles']['longestAt']> {
    const post = text[start] === '副' ? this.#lexicons.titles.longestAt(text, start + 1) : undefined;
    return post?.value === 'post' ? post : undefined;
  }

  /** 欧阳局长: a surname of two characters that stands for the person. */
  #isCompoundAlone({ text }: Sentence, end: number): boolean {
    return end >= 2 && this.#lexicons.names.surnameClass(text.slice(end - 2, end)) === 'compound';
  }

  /** 张先生, 李局长: a surname that stands for the person. */
  #isSurnameAlone(sentence: Sentence, start: number, end: number): boolean {
    const { text } = sentence;
    const surname = text.slice(start - 1, start);
    const kind = this.#lexicons.names.surnameClass(surname);
    if (kind === undefined || !sentence.isBoundary(start - 1)) return false;
    // In brackets of its own, as whom to ask: （逯经理）.
    if (/[（(]/.test(text[start - 2] ?? '') && /[）)]/.test(text[end] ?? '')) return !NEVER_ALONE.has(surname);
    const index = sentence.wordAt(start - 1);
    const { tag } = sentence.words[index]!;
    if (MANNER.test(text.slice(start, end)))
      return !NEVER_ALONE.has(surname) && (kind !== 'rare' || tag !== 'm') && !/^[pcudr]/.test(kind === 'rare' ? tag : '');
    if ((kind !== 'frequent' && kind !== 'common') || HARDLY_ALONE.has(surname)) return false;
    if (sentence.endOf(index) === end && (kind === 'frequent' || text.slice(start, end) !== '老')) return true;
    if (text.slice(start, end) === '老' && /[\u4e00-\u9fff]/.test(text[start - 2] ?? '')) return false;
    return sentence.endOf(index) === start && kind === 'frequent' && !/^(?:v|p|c|d|q|m|a|f)$/.test(tag);
  }

  #byDot(sentence: Sentence, found: Found): void {
    const { text, hasDot } = sentence;
    if (!hasDot) return;
    DOT.lastIndex = 0;
    for (let dot = DOT.exec(text); dot; dot = DOT.exec(text)) {
      const start = this.#reader.foreignStart(sentence, dot.index);
      if (start === dot.index) continue;
      const reading = this.#reader.foreign(sentence, start);
      if (!reading || reading.end <= dot.index + 1) continue;
      found.add(start, reading.end, confidenceOf(reading.score), { kind: 'transliteration', value: '·' });
      DOT.lastIndex = Math.max(DOT.lastIndex, reading.end);
    }
  }

  #byCharacters(sentence: Sentence, found: Found): void {
    const { text, words, starts, hasDot } = sentence;
    for (let index = 0; index < words.length; index++) {
      const start = starts[index]!;
      const { word, tag } = words[index]!;
      const begins = this.#lexicons.characters.begins(text.charCodeAt(start)) & BEGINS_PERSON;
      if (begins === 0 && !hasDot && tag !== 'nrt') continue;
      if (this.#lexicons.places.get(word) || this.#lexicons.ordinary.get(word)) continue;
      const reading = this.#reader.chinese(sentence, start);
      if (reading) {
        const bonus =
          (SPEECH_FIRST.has(text.charCodeAt(reading.end)) && SPEECH.test(text.slice(reading.end, reading.end + 2)) ? 1.5 : 0) +
          ((sentence.kinds[index]! & KIND.person) !== 0 && sentence.endOf(index) === reading.end ? 0.5 : 0);
        const score = reading.score + bonus;
        if (
          score >= THRESHOLD.suspect &&
          !this.#isForeignPart(sentence, start, reading.end) &&
          !this.#isKnown(text, start, reading.end)
        )
          found.add(start, reading.end, confidenceOf(score < THRESHOLD.bare ? score - 6 : score - 2.2), {
            kind: 'surname',
            value: this.#lexicons.names.surnameAt(text, start)?.text ?? '',
          });
      }
      const japanese = this.#reader.japanese(sentence, start);
      if (japanese && japanese.score > 4)
        found.add(start, japanese.end, confidenceOf(japanese.score - 2.5), {
          kind: 'surname',
          value: text.slice(start, start + 2),
        });
      if (tag === 'nrt' && word.length > 1 && this.#isTransliterated(word))
        found.add(start, sentence.endOf(index), 0.66, { kind: 'segmenter', value: tag });
      const foreign = this.#reader.foreign(sentence, start);
      if (foreign && foreign.score >= THRESHOLD.foreignBare && !this.#placeAt(sentence, start, foreign.end))
        found.add(start, foreign.end, confidenceOf(foreign.score - 2.4), { kind: 'transliteration' });
    }
  }

  /** 张某, 李某某: names that the paper withholds; the surname alone is the name, as the corpora have it. */
  #byMou(sentence: Sentence, found: Found): void {
    const { text } = sentence;
    for (let at = text.indexOf('某'); at >= 0; at = text.indexOf('某', at + 1)) {
      const surname = text.slice(at - 1, at);
      const kind = this.#lexicons.names.surnameClass(surname);
      if (!kind || kind === 'rare' || !sentence.isBoundary(at - 1) || /^[一些种个项方地年月天日处件位]/.test(text.slice(at + 1))) continue;
      found.add(at - 1, at, 0.9, { kind: 'surname', value: surname });
    }
  }

  #byGlued(sentence: Sentence, found: Found): void {
    const run = GLUED.exec(sentence.text)?.[1];
    if (run === undefined || [...run].some((_, index) => this.#lexicons.titles.longestAt(run, index))) return;
    const { names, sure } = this.#lexicons.names.splitNames(run);
    if (!sure || names.length < 2) return;
    let start = 0;
    for (const name of names) {
      found.add(start, start + name.length, 0.9, { kind: 'surname', value: run });
      start += name.length;
    }
  }

  /** Names before and after 、 beside names that are already there. */
  #byNeighbour(sentence: Sentence, found: Found): void {
    const { text } = sentence;
    if (!text.includes('、')) return;
    const surely = new Set<number>();
    for (const { start, end, confidence } of found.list()) if (confidence >= 0.6) surely.add(spanKey(start, end));
    for (const known of found.list()) {
      if (known.confidence < 0.6 || (text[known.end] !== '、' && text[known.start - 1] !== '、')) continue;
      const word = text.slice(known.start, known.end);
      for (let end = known.end; text[end] === '、';) {
        if (this.#lexicons.titles.longestAt(text, end + 1)) break;
        const reading = this.#readAny(sentence, end + 1, 2);
        if (!reading) break;
        found.add(reading.start, reading.end, confidenceOf(reading.score), { kind: 'title-list', value: word });
        // From there on the list goes on by itself.
        if (surely.has(spanKey(reading.start, reading.end))) break;
        end = reading.end;
      }
      for (let start = known.start; text[start - 1] === '、';) {
        const end = start - 1;
        const from = LENGTHS.map((length) => end - length).find(
          (at) => at >= 0 && this.#reader.chineseScore(sentence, at, end) >= 2.5,
        );
        if (from === undefined) break;
        found.add(from, end, confidenceOf(this.#reader.chineseScore(sentence, from, end)), {
          kind: 'title-list',
          value: word,
        });
        if (surely.has(spanKey(from, end))) break;
        start = from;
      }
    }
  }

  #readAny(
    sentence: Sentence,
    start: number,
    threshold: number,
  ): (NameReading & { start: number }) | undefined {
    if (start >= sentence.text.length) return undefined;
    const spaced = this.#readSpaced(sentence.text, start);
    if (spaced) return spaced;
    const chinese = this.#reader.chinese(sentence, start, true);
    const foreign = this.#reader.foreign(sentence, start);
    const japanese = this.#reader.japanese(sentence, start);
    if (!chinese && !foreign && !japanese) return undefined;
    const place = this.#lexicons.places.longestAt(sentence.text, start);
    if (japanese && (!place || place.end <= start + 2)) return { start, ...japanese };
    if (
      foreign &&
      foreign.score >= THRESHOLD.foreignTitled &&
      (!place || place.end < foreign.end) &&
      (!chinese || chinese.score < threshold || foreign.end >= chinese.end)
    )
      return { start, ...foreign };
    if (!chinese || chinese.score < threshold) return undefined;
    if (place && place.end >= chinese.end && chinese.score < 4) return undefined;
    if (this.#isKnown(sentence.text, start, chinese.end)) return undefined;
    return { start, ...chinese };
  }

  /** A name of two characters that blanks set apart to the width of three: 王  蕾. */
  #readSpaced(text: string, start: number): (NameReading & { start: number }) | undefined {
    if (!BLANK.has(text.charCodeAt(start + 1))) return undefined;
    const match = SPACED.exec(text.slice(start, start + 4));
    const given = match && this.#lexicons.givenScores.get(match[2]!)?.only;
    const kind = match && this.#lexicons.names.surnameClass(match[1]!);
    if (!match || !kind || (given ?? 10) < 0) return undefined;
    return { start, end: start + match[0].length, score: kind === 'rare' ? 1.5 : 3 };
  }

  #insideLongerTitle(text: string, start: number, end: number): boolean {
    const longer = this.#lexicons.titles.longestAt(text, start);
    return longer !== undefined && longer.end > end;
  }

  /** Whether every character may stand in a foreign name and some hardly stand elsewhere. */
  #isTransliterated(word: string): boolean {
    const kinds = [...word].map((character) => this.#lexicons.transliteration.get(character));
    return !kinds.includes(undefined) && kinds.filter((kind) => kind === 'strong').length * 2 >= kinds.length;
  }

  /** Whether the foreign name that starts here goes on past `end`: 马尔蒂 of 马尔蒂尼. */
  #isForeignPart(sentence: Sentence, start: number, end: number): boolean {
    const foreign = this.#reader.foreign(sentence, start);
    return (
      foreign !== undefined &&
      foreign.end > end &&
      (foreign.score >= THRESHOLD.foreignBare ||
        this.#lexicons.characters.foreign(sentence.text.charCodeAt(end)) === 2)
    );
  }

  #isKnown(text: string, start: number, end: number): boolean {
    return this.#lexicons.bodies.getAt(text, start, end) !== undefined;
  }

  #placeAt(sentence: Sentence, start: number, end: number): boolean {
    const place = this.#lexicons.places.longestAt(sentence.text, start);
    return place !== undefined && place.end >= end;
  }
}

/** Candidates by span, the best of each kept with all its evidence. */
class Found {
  readonly #bySpan = new Map<number, Candidate>();

  add(start: number, end: number, confidence: number, evidence: Evidence): void {
    const key = spanKey(start, end);
    const old = this.#bySpan.get(key);
    if (old) {
      const better = Math.max(old.confidence, confidence);
      this.#bySpan.set(key, {
        ...old,
        confidence: better,
        evidence: confidence > old.confidence ? [evidence, ...old.evidence] : [...old.evidence, evidence],
      });
    } else this.#bySpan.set(key, { type: 'person', start, end, confidence, evidence: [evidence] });
  }

  list(): Candidate[] {
    return [...this.#bySpan.values()];
  }
}

function spanKey(start: number, end: number): number {
  return start * 2 ** 24 + end;
}

function confidenceOf(score: number): number {
  return 1 / (1 + Math.exp(-score * 0.7));
}

/** Past a bracket of a title: 副校长（主持工作）. */
function skipBracket(text: string, offset: number): number {
  if (text[offset] !== '（' && text[offset] !== '(') return offset;
  for (let end = offset + 1; end < Math.min(text.length, offset + 16); end++) {
    if (text[end] === '）' || text[end] === ')') return end + 1;
  }
  return offset;
}
