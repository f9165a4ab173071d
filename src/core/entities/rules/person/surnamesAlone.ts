import { CharSet } from '../../../text/charSet.ts';
import type { Span } from '../../../text/span.ts';
import type { EntityLexicons } from '../../gazetteers/entityLexicons.ts';
import { mayBeLittle } from '../../guide/personShape.ts';
import type { Evidence } from '../../mention.ts';
import type { Sentence } from '../../tokens/sentence.ts';
import { KIND } from '../../tokens/wordKinds.ts';

/** Surnames that before a post are mostly words: 任主任, 代总理, 于主席. */
const HARDLY_ALONE = new Set('任代于高方金文单应时成经万和常总原前后正副向老');
/** Words after a surname that are said of a person only, and surnames that are too often other words there. */
const MANNER =
  /^(?:先生|女士|小姐|大爷|大妈|大娘|奶奶|爷爷|阿姨|叔叔|伯伯|师傅|老师|老板|太太|婆婆|老太|老汉|大叔|大伯|大婶|大嫂|大哥|大姐|大夫|同学|老太太|老先生|老师傅|警官|医生|兄(?![弟妹]))/;
const NEVER_ALONE = new Set('任代于应前后正副向老总常单时和的在是对从有与及同为给由以把被让请见问找');
/** Before 老 where it says that somebody grows old: 未老, 已老. */
const GROWS = new CharSet('未不已变渐将到古');
/** What stands right before a surname alone. */
const SAID_BEFORE = ['老', '小', '姓'] as const;
const PREPOSITION = new CharSet('由对向被把与和让给跟同为请问');

/** A surname that stands for the person, and what says so. */
export interface Surname extends Span {
  readonly confidence: number;
  readonly evidence: Evidence;
}

/** Finds surnames that stand for persons: by a title or an address behind them, by 老 and 姓 before them, and before 某. */
export class SurnamesAlone {
  readonly #lexicons: EntityLexicons;

  constructor(lexicons: EntityLexicons) {
    this.#lexicons = lexicons;
  }

  /** The surnames of a sentence that stand alone without a title, in no order. */
  find(sentence: Sentence): Surname[] {
    const found: Surname[] = [];
    this.#byMou(sentence, found);
    this.#byWordBefore(sentence, found);
    return found;
  }

  /** 欧阳局长: a surname of two characters that stands for the person. */
  isCompound({ text }: Sentence, end: number): boolean {
    return end >= 2 && this.#lexicons.names.surnameClass(text.slice(end - 2, end)) === 'compound';
  }

  /** 张先生, 李局长: a surname that stands for the person. */
  isTitled(sentence: Sentence, start: number, end: number): boolean {
    const { text } = sentence;
    const surname = text.slice(start - 1, start);
    const kind = this.#lexicons.names.surnameClass(surname);
    if (kind === undefined || !mayBegin(sentence, start - 1)) return false;
    // In brackets of its own, as whom to ask: （逯经理）.
    if (/[（(]/.test(text[start - 2] ?? '') && /[）)]/.test(text[end] ?? '')) return !NEVER_ALONE.has(surname);
    const index = sentence.wordAt(start - 1);
    const { tag } = sentence.words[index]!;
    if (MANNER.test(text.slice(start, end)))
      return (
        !NEVER_ALONE.has(surname) && (kind !== 'rare' || tag !== 'm') && !/^[pcudr]/.test(kind === 'rare' ? tag : '')
      );
    // Nobody is spoken to so: [古生物]学家.
    if (text[end - 1] === '家' || text[end] === '们') return false;
    if ((kind !== 'frequent' && kind !== 'common') || HARDLY_ALONE.has(surname)) return false;
    if (sentence.endOf(index) === end && (kind === 'frequent' || text.slice(start, end) !== '老')) return true;
    if (text.slice(start, end) === '老' && /[\u4e00-\u9fff]/.test(text[start - 2] ?? '')) return false;
    return sentence.endOf(index) === start && kind === 'frequent' && !/^(?:v|p|c|d|q|m|a|f)$/.test(tag);
  }

  /** 老王, 小王, 姓王: a surname behind what is said before surnames alone. */
  #byWordBefore(sentence: Sentence, found: Surname[]): void {
    const { text } = sentence;
    for (const word of SAID_BEFORE) {
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        const start = at + 1;
        const surname = text.slice(start, start + 1);
        const kind = this.#lexicons.characters.surname(text.charCodeAt(start));
        if (
          kind === undefined ||
          !sentence.isBoundary(at) ||
          !sentence.isBoundary(start + 1) ||
          NEVER_ALONE.has(surname)
        )
          continue;
        const isWord = sentence.endOf(sentence.wordAt(at)) === start + 1;
        if (word === '小' && !mayBeLittle(surname, kind)) continue;
        if (word !== '姓') {
          if (
            kind === 'rare' ||
            GROWS.has(text.charCodeAt(at - 1)) ||
            HARDLY_ALONE.has(surname) ||
            (isWord && !/^(?:nr.*|x|t)$/.test(sentence.tagOf(at, start + 1) ?? ''))
          )
            continue;
        } else if (isWord || !/^(?:$|[，。；、的和（”])/.test(text.slice(start + 1, start + 2))) continue;
        found.push({ start, end: start + 1, confidence: 0.8, evidence: { kind: 'title-after', value: word } });
      }
    }
  }

  /** 张某, 李某某: names that the paper withholds; the surname alone is the name, as the corpora have it. */
  #byMou(sentence: Sentence, found: Surname[]): void {
    const { text } = sentence;
    for (let at = text.indexOf('某'); at >= 0; at = text.indexOf('某', at + 1)) {
      const surname = text.slice(at - 1, at);
      const kind = this.#lexicons.names.surnameClass(surname);
      if (
        !kind ||
        !mayBegin(sentence, at - 1) ||
        (kind === 'rare' && !this.#isExpected(sentence, at - 1)) ||
        /^[一些种个项方地年月天日处件位]/.test(text.slice(at + 1))
      )
        continue;
      found.push({ start: at - 1, end: at, confidence: 0.9, evidence: { kind: 'surname', value: surname } });
    }
  }

  /** Whether the character at `start` is said to be a name's: it stands behind a title or a mark, and is no word of grammar. */
  #isExpected(sentence: Sentence, start: number): boolean {
    if ((sentence.kinds[sentence.wordAt(start)]! & (KIND.grammar | KIND.verb)) !== 0) return false;
    return (
      start === 0 ||
      /[，。；：、“”（）]/.test(sentence.text[start - 1]!) ||
      this.#lexicons.titleEnds.longestBefore(sentence.text, start) !== undefined
    );
  }
}

/** Whether a name may begin at `start`: a word does, or the segmenter made one up of a preposition and what comes behind it (对安). */
function mayBegin(sentence: Sentence, start: number): boolean {
  if (sentence.isBoundary(start)) return true;
  const index = sentence.wordAt(start);
  return (
    sentence.starts[index] === start - 1 &&
    sentence.words[index]!.tag === 'x' &&
    PREPOSITION.has(sentence.text.charCodeAt(start - 1))
  );
}
