import type { ArticleKind } from '../issue.ts';
import type { ColumnWords } from '../lines/columnWords.ts';
import type { FeaturedUnit } from '../lines/features.ts';
import type { ArticleDraft } from './articleDraft.ts';
import type { HeadRole } from './headRoles.ts';

const COMMENTATOR = /评论员|社论|评论部|任仲平|钟声|仲音|钟轩/u;

/** A head line with the role it plays. */
export interface Head {
  readonly unit: FeaturedUnit;
  readonly role: HeadRole;
}

/** What sort of article the units make; `heads` are its head lines. */
export function articleKind(draft: ArticleDraft, heads: readonly Head[], columns: ColumnWords): ArticleKind {
  if (isPhoto(draft)) return 'photo';
  if (isNotice(draft, heads)) return 'notice';
  if (isCommentary(draft, heads, columns)) return 'commentary';
  if (draft.brief || heads.some(({ unit }) => unit.briefs)) return 'brief';
  const { texts } = draft;
  const length = texts.reduce((sum, { unit }) => sum + unit.text.length, 0);
  const dated = texts.some(({ unit }) => unit.leadIn !== undefined);
  const titled = heads.some(({ role }) => role === 'headline');
  if (titled && !dated && (draft.count('byline') > 0 || heads.some(({ unit }) => unit.text.startsWith('——'))))
    return 'feature';
  return texts.length === 1 && length < (titled || dated ? 120 : 200) ? 'brief' : 'news';
}

function isPhoto(draft: ArticleDraft): boolean {
  return draft.texts.length === 0 && draft.count('caption') + draft.count('credit') > 0;
}

/** Whether a head line is a notice's, or half of the text at least is lines of key and value. */
function isNotice({ texts }: ArticleDraft, heads: readonly Head[]): boolean {
  if (heads.some(({ unit, role }) => role !== 'deck' && unit.notice && !unit.text.includes('答记者问'))) return true;
  const entries = texts.filter(({ unit }) => unit.entry).length;
  return entries >= 2 && entries * 2 >= texts.length;
}

function isCommentary({ items }: ArticleDraft, heads: readonly Head[], columns: ColumnWords): boolean {
  return (
    items.some(({ unit, part }) => part === 'byline' && COMMENTATOR.test(unit.text)) ||
    heads.some(({ unit, role }, i) => (i === 0 || role === 'column') && columns.isComment(unit.text))
  );
}
