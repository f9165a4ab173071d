import { CharSet, isHan } from '../../../text/charSet.ts';
import type { EntityLexicons } from '../../gazetteers/entityLexicons.ts';
import type { NameReading } from './nameReader.ts';

const BLANK = new CharSet(' \u3000');
/** A surname and given characters that blanks set apart: 王  蕾, 王 小 川. */
const SPACED =
  /^(\p{Script=Han})((?: {1,4}|\u3000{1,2})\p{Script=Han})((?: {1,4}|\u3000{1,2})\p{Script=Han}(?!\p{Script=Han}|[ \u3000]+\p{Script=Han}(?!\p{Script=Han})))?/u;
const LONGEST_SPACED = 16;
/** What a byline says behind a name, in one character: 记者 王 蕾 摄. */
const WORK = /[文图摄绘画译编供讯电报]/;
/** A line that holds no more than such a name: who wrote what stands below. */
const SPACED_LINE = /^\p{Script=Han}(?:(?: {1,4}|\u3000{1,2})\p{Script=Han}){1,2}$/u;
const LONGEST_SPACED_LINE = 11;

/** Reads names of two and three characters that blanks set apart to the width of longer ones. */
export class SpacedNames {
  readonly #lexicons: Pick<EntityLexicons, 'names' | 'givenScores' | 'ordinaryWords'>;

  constructor(lexicons: EntityLexicons) {
    this.#lexicons = lexicons;
  }

  /**
   * A name whose characters blanks set apart to the width of longer ones. One blank alone may as well part words: then
   * the name ends where a word does not go on.
   */
  readAt(text: string, start: number): NameReading | undefined {
    if (!BLANK.has(text.charCodeAt(start + 1))) return undefined;
    const match = SPACED.exec(text.slice(start, start + LONGEST_SPACED));
    const kind = match && this.#lexicons.names.surnameClass(match[1]!);
    if (!match || !kind) return undefined;
    const [, surname, middle, last] = match;
    const two = surname!.length + middle!.length;
    const whole = last !== undefined && !WORK.test(last) && this.#isGiven(middle!.at(-1)!, last.at(-1)!);
    const end = start + (whole ? match[0].length : two);
    if (!whole && middle!.length === 2 && middle![0] === ' ' && isHan(text.charCodeAt(end))) return undefined;
    if (!whole && (this.#lexicons.givenScores.get(middle!.at(-1)!)?.only ?? 10) < 0) return undefined;
    return { end, score: kind === 'rare' ? 1.5 : 3, spaced: true };
  }

  /** Whether a line is such a name and nothing else, and no heading: 王 小 川, but 文 化. */
  isLine(text: string): boolean {
    if (text.length > LONGEST_SPACED_LINE || !BLANK.has(text.charCodeAt(1)) || !SPACED_LINE.test(text)) return false;
    const reading = this.readAt(text, 0);
    const kind = this.#lexicons.names.surnameClass(text[0]!);
    if (reading?.end !== text.length || (kind === 'rare' && reading.end < 5)) return false;
    const name = text.replace(/[ \u3000]/g, '');
    if (this.#lexicons.ordinaryWords.has(name)) return false;
    return name.length !== 2 || (this.#lexicons.givenScores.get(text.at(-1)!)?.only ?? 10) >= 10;
  }

  /** Whether two characters may be a given name. */
  #isGiven(first: string, second: string): boolean {
    const { givenScores } = this.#lexicons;
    return (givenScores.get(first)?.middle ?? 0) + (givenScores.get(second)?.last ?? 0) >= 0;
  }
}
