import type { Feature } from '../lines/features.ts';
import type { HeadRole } from './headRoles.ts';
import type { ArticleKind } from '../issue.ts';
import type { Draft } from './draft.ts';

const COMMENTARY =
  /^(?:社论|短评|时评|评论|快评|锐评|本报评论员|评论员|编者按|开栏的话|编后|今日谈|人民论坛|街谈巷议|杂文|来论|声音|论坛|国际论坛|钟声|新华时评|本报时评|灯下漫笔|思想纵横|大家谈|百家谈)|(?:时评|短评|评论|社论|漫谈|杂谈|漫笔|札记)$/u;
const COMMENTATOR = /评论员|社论|评论部|任仲平|钟声|仲音|钟轩/u;

/** What sort of article the units make. */
export function articleKind(
  draft: Draft,
  heads: readonly { readonly feature: Feature; readonly role: HeadRole }[],
): ArticleKind {
  const { items } = draft;
  const titled = heads.some(({ role }) => role === 'headline');
  const texts = items.filter(({ part }) => part === 'text');
  const captions = items.filter(({ part }) => part === 'caption');
  if (captions.length > 0 && texts.length === 0) return 'photo';
  if (texts.length === 0 && items.some(({ part }) => part === 'credit')) return 'photo';
  const bylines = items.filter(({ part }) => part === 'byline');
  if (heads.some(({ feature, role }) => role !== 'deck' && feature.notice && !/答记者问/u.test(feature.text)))
    return 'notice';
  const entries = texts.filter(({ feature }) => feature.entry).length;
  if (entries >= 2 && entries * 2 >= texts.length) return 'notice';
  if (bylines.some(({ feature }) => COMMENTATOR.test(feature.text))) return 'commentary';
  if (
    heads.some(({ feature, role }) => role === 'column' && COMMENTARY.test(feature.text)) ||
    COMMENTARY.test(heads[0]?.feature.text ?? '')
  )
    return 'commentary';
  if (draft.brief || heads.some(({ feature }) => feature.briefs)) return 'brief';
  const dated = texts.some(({ feature }) => feature.leadIn !== undefined);
  const length = texts.reduce((sum, { feature }) => sum + feature.text.length, 0);
  if (dated) return texts.length === 1 && length < 120 ? 'brief' : 'news';
  if (!titled) return texts.length === 1 && length < 200 ? 'brief' : 'news';
  if (bylines.length > 0 || heads.some(({ feature }) => /^——/u.test(feature.text))) return 'feature';
  return texts.length === 1 && length < 120 ? 'brief' : 'news';
}
