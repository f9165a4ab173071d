import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { parseGrammarTestCase, runGrammarTestCase } from 'vscode-tmgrammar-test/dist/unit/index.js';
import type { TestFailure } from 'vscode-tmgrammar-test/dist/unit/index.js';

import { newRegistry, project } from './grammar.ts';

// The pages are in the format of vscode-tmgrammar-test: below a line, carets under a piece of it (an arrow for what
// stands under the comment token) and the scopes that the piece has, after a hyphen those that it must not have.
const folder = project('test/grammar/pages');

for (const name of readdirSync(folder)) {
  const page = parseGrammarTestCase(readFileSync(`${folder}/${name}`, 'utf8'));

  describe(`scopes: ${page.metadata.description}`, () => {
    let failures: TestFailure[];

    before(async () => {
      const registry = await newRegistry();
      // The tool brings an older vscode-textmate of its own; the part of it that it calls is the same.
      failures = await runGrammarTestCase(registry as unknown as Parameters<typeof runGrammarTestCase>[0], page);
    });

    for (const { sourceLineNumber, testCaseLineNumber } of page.assertions) {
      const line = page.source[sourceLineNumber] ?? '';
      it(line.trim(), () => {
        const wrong = failures
          .filter((failure) => failure.line === testCaseLineNumber)
          .map(({ start, end, missing, unexpected, actual }) => ({
            piece: line.slice(start, end),
            missing,
            unexpected,
            actual,
          }));
        assert.deepEqual(wrong, [], `${name}:${testCaseLineNumber + 1}`);
      });
    }
  });
}
