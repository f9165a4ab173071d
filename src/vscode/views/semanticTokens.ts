import { languages, SemanticTokensBuilder, SemanticTokensLegend, type Disposable } from 'vscode';
import { lineTokensOf, TOKEN_KINDS, type TokenKind } from '../../core/structure/readers/lineTokens.ts';
import type { Issues } from '../state/issues.ts';
import { LANGUAGE } from '../language.ts';
import { placeOf } from '../ranges.ts';

/** Says which line is what by the parse, where the grammar could only go by a line's shape. */
export function registerSemanticTokens(issues: Issues): Disposable {
  const legend = new SemanticTokensLegend(TOKEN_KINDS.map(tokenType));
  return languages.registerDocumentSemanticTokensProvider(
    LANGUAGE,
    {
      onDidChangeSemanticTokens: issues.onDidCorrect,
      provideDocumentSemanticTokens: async (document) => {
        const issue = await issues.of(document);
        const builder = new SemanticTokensBuilder(legend);
        for (const token of lineTokensOf(issue)) {
          const { line, character } = placeOf(issue.lineIndex, token.start);
          builder.push(line, character, token.end - token.start, TOKEN_KINDS.indexOf(token.kind));
        }
        return builder.build();
      },
    },
    legend,
  );
}

/** The token type that the manifest contributes: `newspaperHeadline`. */
function tokenType(kind: TokenKind): string {
  return `newspaper${kind[0]!.toUpperCase()}${kind.slice(1)}`;
}
