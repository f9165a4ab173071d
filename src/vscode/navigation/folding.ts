import { FoldingRange, languages, type Disposable } from 'vscode';
import { foldingOf } from '../../core/structure/readers/folding.ts';
import type { Issues } from '../state/issues.ts';
import { LANGUAGE } from '../language.ts';

/** Folding by article, and by page where there are several. */
export function registerFolding(issues: Issues): Disposable {
  return languages.registerFoldingRangeProvider(LANGUAGE, {
    onDidChangeFoldingRanges: issues.onDidCorrect,
    provideFoldingRanges: async (document) =>
      foldingOf(await issues.of(document)).map(({ first, last }) => new FoldingRange(first, last)),
  });
}
