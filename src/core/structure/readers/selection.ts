import { encloses, type Span } from '../../text/span.ts';
import { splitSentences } from '../../text/sentences.ts';
import { HealedText } from '../healedText.ts';
import type { Article, Issue, Paragraph } from '../issue.ts';
import { articleAt } from './lookup.ts';

/** Where a clause ends: at a mark, but none in 1,000 and 9:30, with the closing marks that follow it. */
const CLAUSE = /(?:[^，；：,;:—…]|[,;:](?=\d))*(?:[，；：,;:]|—{1,2}|…{1,2}|$)[”’」』）)】〕》〉"]*/gu;

/**
 * The spans that an expanding selection takes at an offset, the smallest first: clause, sentence, the line's piece of
 * a split paragraph, paragraph, article, page; on head lines the line, its headline, all head lines. Each encloses
 * the one before it and is larger. All contain the offset; the place behind the last character counts as inside. A
 * span that a line break divides reaches across the break.
 */
export function selectionsAt(issue: Issue, offset: number): Span[] {
  const line = issue.lineIndex.lineAt(offset);
  const article = articleAt(issue, line);
  const page = issue.pages.find(({ first, last }) => first <= line && line <= last);
  const paragraph = article?.paragraphs.find(({ pieces }) => pieces.some((piece) => holds(piece, offset)));
  const candidates = [
    ...(paragraph ? inParagraph(issue.text, paragraph, offset) : []),
    trimmed(issue.text, issue.lineIndex.span(line)),
    ...(article && !paragraph ? inHead(issue, article, line) : []),
    ...(article ? [article.span] : []),
    ...(page ? [page.span] : []),
  ];
  const nested: Span[] = [];
  for (const span of candidates) {
    const before = nested.at(-1);
    const larger = !before || (encloses(span, before) && span.end - span.start > before.end - before.start);
    if (larger && span.start < span.end && holds(span, offset)) nested.push(span);
  }
  return nested;
}

function inParagraph(text: string, { pieces }: Paragraph, offset: number): Span[] {
  const healed = new HealedText(text, pieces);
  const at = healed.fromSource(offset) ?? 0;
  const sentence = holding(splitSentences(healed.text), at);
  if (!sentence) return [];
  const clauses = Array.from(
    healed.text.slice(sentence.start, sentence.end).matchAll(CLAUSE),
    ({ 0: clause, index }) => ({
      start: sentence.start + index,
      end: sentence.start + index + clause.length,
    }),
  );
  const clause = holding(clauses, at);
  const inside = [clause, sentence].flatMap((span) =>
    span ? [cover(healed.toSource(trimmed(healed.text, span)))] : [],
  );
  return [...inside, ...pieces.filter((piece) => holds(piece, offset)), cover(pieces)];
}

/** The lines of one part of the head, then all of the head. */
function inHead(
  { text, lineIndex }: Issue,
  { column, kicker, headline, deck, caption }: Article,
  line: number,
): Span[] {
  const across = (lines: readonly number[]): Span => cover(lines.map((one) => trimmed(text, lineIndex.span(one))));
  const part = [column, kicker, headline, deck, caption].find((lines) => lines.includes(line));
  if (!part) return [];
  const head = part === caption ? [] : [...column, ...kicker, ...headline, ...deck].sort((a, b) => a - b);
  return [across(part), ...(head.length > 0 ? [across(head)] : [])];
}

/** The span that contains the offset; the last one also contains its end. */
function holding(spans: readonly Span[], offset: number): Span | undefined {
  return (
    spans.find(({ start, end }) => start <= offset && offset < end) ??
    spans.findLast((span) => span.start < span.end && holds(span, offset))
  );
}

function holds({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}

/** From the first to the last of ascending spans. */
function cover(spans: readonly Span[]): Span {
  return { start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0 };
}

/** The span without blanks at both ends. */
function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  return { start: from, end: Math.max(from, from + words.trim().length) };
}
