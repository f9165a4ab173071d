import { isNameType, type Candidate } from '../entities/candidate.ts';
import type { EntityType } from '../entities/mention.ts';
import { weight } from '../entities/spanSelection.ts';
import type { Sentence } from '../entities/tokens/sentence.ts';
import { encloses, type Span } from '../text/span.ts';

/** What a longer name must be for a name of the roster to be but a piece of it. */
const SURE_NAME = 0.75;
const SURE_BODY = 0.6;
/** What speaks for a short name that alone could be a piece of a word. */
const LIKELY = 0.5;

/** Tags of words that are names, or that the segmenter does not know. */
const NAME_TAG = /^(?:x|n[rstz].*|nrfg|nrt|w|eng|j)$/;

/** Behind a name that is an ordinary word too: what tells a person. */
const WHAT_PEOPLE_DO =
  /^(?:说|称|表示|强调|指出|介绍|认为|告诉|坦言|回忆|出席|主持|参加|率队|一行|同志|先生|女士|老师|摄)/;

interface Form extends Span {
  readonly type: EntityType;
}

/**
 * Whether a form of the roster stands for itself where it is written: not as a piece of a longer name that is
 * sure (王明 in 王明华, 李宁 in 李宁公司) or of an ordinary word (马克思 in 马克思主义). Two characters must be words of
 * the sentence, and a person of two none that is ordinary (高峰 in 交通高峰), unless a source finds a name there too.
 */
export function fitsIn(
  sentence: Sentence,
  form: Form,
  candidates: readonly Candidate[],
  ordinaryWords: ReadonlySet<string>,
): boolean {
  if (cutsLetters(sentence.text, form)) return false;
  const likelihood = likelihoodOf(form, candidates);
  if (candidates.some((candidate) => isPieceOf(form, candidate, likelihood, candidates))) return false;
  if (likelihood >= LIKELY) return true;
  if (isInWord(sentence, form)) return false;
  const length = form.end - form.start;
  if (length >= 4) return true;
  const cutsStart = !sentence.isBoundary(form.start);
  const cutsEnd = !sentence.isBoundary(form.end);
  if (length === 3) return !(cutsStart && cutsEnd);
  return !cutsStart && !cutsEnd && (form.type !== 'person' || !isOrdinary(sentence, form, ordinaryWords));
}

/** Whether a word is an ordinary one, and does nothing that only a person does. */
function isOrdinary(sentence: Sentence, { start, end }: Span, ordinaryWords: ReadonlySet<string>): boolean {
  const tag = sentence.tagOf(start, end) ?? 'x';
  if (NAME_TAG.test(tag) && !ordinaryWords.has(sentence.text.slice(start, end))) return false;
  return !WHAT_PEOPLE_DO.test(sentence.text.slice(end, end + 2));
}

/** Whether a word of Latin letters or a number goes on beyond the form: AI in MAIN. */
function cutsLetters(text: string, { start, end }: Span): boolean {
  const isLetter = (at: number): boolean => /[\p{Script=Latin}\p{Nd}]/u.test(text[at] ?? '');
  return (isLetter(start) && isLetter(start - 1)) || (isLetter(end - 1) && isLetter(end));
}

/** Whether one longer word that is no name holds the form. */
function isInWord(sentence: Sentence, { start, end }: Span): boolean {
  const index = sentence.wordAt(start);
  const from = sentence.starts[index]!;
  const to = sentence.endOf(index);
  return from <= start && end <= to && to - from > end - start && !NAME_TAG.test(sentence.words[index]?.tag ?? 'x');
}

/** How sure the sources are that the form itself is a name of its type there. */
function likelihoodOf({ type, start, end }: Form, candidates: readonly Candidate[]): number {
  return candidates.reduce(
    (most, one) =>
      one.type === type && one.start === start && one.end === end ? Math.max(most, one.confidence) : most,
    0,
  );
}

/**
 * Whether a longer name holds the form. One that goes on to the left alone does so only where another name stands
 * there: 会同 before a company makes no name with it.
 */
function isPieceOf(form: Form, longer: Candidate, likelihood: number, candidates: readonly Candidate[]): boolean {
  if (!isNameType(longer.type) || !encloses(longer, form) || longer.end - longer.start === form.end - form.start)
    return false;
  if (longer.type === 'person') return longer.confidence >= SURE_NAME && longer.confidence > likelihood;
  // Places that a person's name begins are rare, and the rules easily see one.
  const sure = longer.type === 'place' && form.type === 'person' ? SURE_NAME : SURE_BODY;
  if (longer.confidence < sure || weight({ ...form, confidence: likelihood }) > weight(longer)) return false;
  return (
    longer.end > form.end ||
    candidates.some(({ type, start, end }) => type !== 'person' && start === longer.start && end === form.start)
  );
}
