import type { LineIndex } from '../text/lineIndex.ts';
import type { Span } from '../text/span.ts';

/**
 * What a line is on the page. `furniture` is folio, date line, staff line and ad mark; a `byline`
 * line holds nothing but a byline, while a lead-in such as 本报讯（记者 …） stays inside its `body`
 * line (see `Article.bylines`); likewise an inline 下转 marker.
 */
export type LineKind =
  | 'blank'
  | 'column'
  | 'kicker'
  | 'headline'
  | 'deck'
  | 'subhead'
  | 'byline'
  | 'body'
  | 'caption'
  | 'credit'
  | 'continuation'
  | 'furniture';

/** One line of the file with what the parse made of it. */
export interface Line {
  /** Line number from 0. */
  readonly index: number;
  /** The line without its break. */
  readonly span: Span;
  readonly kind: LineKind;
  /** How sure the parse is of `kind`, 0 to 1. */
  readonly confidence: number;
}

/** What sort of article it is; the words of the annotation guide. */
export type ArticleKind = 'news' | 'feature' | 'commentary' | 'photo' | 'notice' | 'brief';

/** A name inside a byline or credit. */
export interface NamedSpan extends Span {
  /** The name as an editor would write it down: blanks inside `王  蕾` left out. */
  readonly name: string;
}

/** A byline or dateline (本报讯（记者 …）, 新华社北京8月9日电, □ 本报记者 …) or a photo credit (…摄). */
export interface Byline {
  /** Line number from 0. */
  readonly line: number;
  /** The byline's own extent: of a lead-in only the lead-in. */
  readonly span: Span;
  /** The names in order, also those that the page runs together where the split is sure. */
  readonly people: readonly NamedSpan[];
  /** Places and media in it (北京, 新华社), for the entities. */
  readonly places: readonly Span[];
  readonly media: readonly Span[];
}

/** 下转 / 上接: where the text goes on or comes from. */
export interface Continuation {
  /** Line number from 0. */
  readonly line: number;
  /** The marker's extent with its brackets. */
  readonly span: Span;
  readonly direction: 'to' | 'from';
  /** The page as the marker writes it (三, 3, 03, A8). */
  readonly page: string;
}

/** A paragraph of running text; more than one piece where a column or page edge broke it. */
export interface Paragraph {
  /** The pieces in order; the paragraph's text is their concatenation. */
  readonly pieces: readonly Span[];
  readonly kind: 'body' | 'caption';
}

/** One story. Line numbers are from 0; `first` and `last` are its first and last non-blank line. */
export interface Article {
  readonly first: number;
  readonly last: number;
  /** From the start of line `first` to the end of line `last`. */
  readonly span: Span;
  readonly kind: ArticleKind;
  readonly column: readonly number[];
  readonly kicker: readonly number[];
  readonly headline: readonly number[];
  readonly deck: readonly number[];
  readonly subheads: readonly number[];
  readonly caption: readonly number[];
  readonly bylines: readonly Byline[];
  readonly credits: readonly Byline[];
  readonly continuations: readonly Continuation[];
  readonly paragraphs: readonly Paragraph[];
  /** Pairs of lines that are one paragraph broken by a column or page edge. */
  readonly joins: readonly (readonly [number, number])[];
  /** The headline lines joined by a blank, else the first words of a photo's caption or of the text; never empty. */
  readonly title: string;
  /** Count of characters as papers count them, of all its lines (`countCharacters`). */
  readonly characters: number;
  /** How sure the parse is that this is one article with these roles, 0 to 1. */
  readonly confidence: number;
}

/** One page (版) of the issue. */
export interface Page {
  readonly span: Span;
  /** First and last line from 0. */
  readonly first: number;
  readonly last: number;
  /** Page number as printed (1, 03, A8), if the page says it. */
  readonly number?: string;
  /** Page name (要闻), if the page says it. */
  readonly name?: string;
  /** The issue's date as ISO `YYYY-MM-DD`, if the page says it. */
  readonly date?: string;
  readonly articles: readonly Article[];
  /** Lines of page furniture, from 0. */
  readonly furniture: readonly number[];
}

/** The one parse that every feature reads. */
export interface Issue {
  readonly text: string;
  readonly lineIndex: LineIndex;
  readonly lines: readonly Line[];
  readonly pages: readonly Page[];
  /** The articles of all pages in order: disjoint, ascending. */
  readonly articles: readonly Article[];
}
