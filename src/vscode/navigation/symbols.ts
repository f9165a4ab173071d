import { DocumentSymbol, languages, SymbolKind, type Disposable, type DocumentSymbolProvider } from 'vscode';
import { outlineOf, stationsOf, type OutlineNode } from '../../core/structure/readers/outline.ts';
import type { LineIndex } from '../../core/text/lineIndex.ts';
import type { Corrections } from '../state/corrections.ts';
import type { Issues } from '../state/issues.ts';
import { LANGUAGE } from '../language.ts';
import { rangeOfSpan } from '../ranges.ts';
import { remarkOn } from '../hovers/remarks.ts';
import { charactersOf, outlineKindName, pageName } from '../structureNames.ts';

/** The outline of a page, which the view Outline, breadcrumbs and sticky scroll show. */
export function registerSymbols(issues: Issues, corrections: Corrections): Disposable {
  const provider: DocumentSymbolProvider = {
    provideDocumentSymbols: async (document) => {
      const issue = await issues.of(document);
      const remark = (node: OutlineNode): string => remarkOn(document, issue, corrections, node);
      return pages(outlineOf(issue)).map((node) => toSymbol(issue.lineIndex, node, remark));
    },
  };
  const register = (): Disposable => languages.registerDocumentSymbolProvider(LANGUAGE, provider, { label: 'Galley' });
  let registered = register();
  // VS Code asks a provider once a version of the text, and anew only where the providers are others.
  const corrected = issues.onDidCorrect(() => {
    registered.dispose();
    registered = register();
  });
  return { dispose: () => [corrected, registered].forEach((one) => void one.dispose()) };
}

/** A page that is alone and says neither number nor name is no level of its own: sticky scroll would pin its first line. */
function pages(outline: readonly OutlineNode[]): readonly OutlineNode[] {
  const [only] = outline;
  return outline.length === 1 && only?.name === '' ? only.children : outline;
}

function toSymbol(lineIndex: LineIndex, node: OutlineNode, remark: (node: OutlineNode) => string): DocumentSymbol {
  const symbol = new DocumentSymbol(
    node.page ? pageName(node.page) : node.name,
    (node.article ? [remark(node), ...detailOf(node)] : [...detailOf(node), remark(node)])
      .filter((part) => part !== '')
      .join(' · '),
    symbolKind(node),
    rangeOfSpan(lineIndex, node.range),
    rangeOfSpan(lineIndex, node.selectionRange),
  );
  const children = node.article ? stationsOf(node) : node.children;
  symbol.children = children.map((child) => toSymbol(lineIndex, child, remark));
  return symbol;
}

function detailOf({ kind, byline, characters, page }: OutlineNode): string[] {
  switch (kind) {
    case 'page':
      return [page?.date ?? ''];
    case 'article':
      return [byline ?? '', charactersOf(characters ?? 0)];
    default:
      return [outlineKindName(kind)];
  }
}

/** The kinds whose icons look most like what they stand for: blocks laid out, a sheet, lines in a box, a thing in a frame. */
function symbolKind({ kind, articleKind }: OutlineNode): SymbolKind {
  switch (kind) {
    case 'page':
      return SymbolKind.Struct;
    case 'article':
      return articleKind === 'photo' ? SymbolKind.Variable : SymbolKind.File;
    case 'caption':
      return SymbolKind.Variable;
    default:
      return SymbolKind.Constant;
  }
}
