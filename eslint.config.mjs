import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import { builtinModules } from 'node:module';
import tseslint from 'typescript-eslint';

// A wall names what a folder may not import. Built-ins are barred with and without `node:`.
const builtins = builtinModules.filter((name) => !name.startsWith('_')).join('|');
const wall = (...patterns) => ({
  'no-restricted-imports': ['error', { patterns: patterns.map(([regex, message]) => ({ regex, message })) }],
});
const NODE = [`^(node:.*|(${builtins})(/.*)?)$`, 'The core is pure: take text and offsets, give plain data.'];
const VSCODE = ['^vscode$', 'Only src/vscode and src/extension.ts may know the editor.'];
const OUTER = ['(^|/)(node|cli|vscode|webview|localized)/', 'The core imports nothing but the core.'];

export default defineConfig(
  { ignores: ['dist/', 'out/', 'node_modules/', '.cache/', 'test/fixtures/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'no-control-regex': 'off',
      eqeqeq: 'error',
    },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        Buffer: 'readonly',
        fetch: 'readonly',
        performance: 'readonly',
        AbortController: 'readonly',
        AbortSignal: 'readonly',
        document: 'readonly',
        window: 'readonly',
        TextDecoder: 'readonly',
      },
    },
  },
  { files: ['src/core/**'], rules: wall(NODE, VSCODE, OUTER) },
  {
    files: ['src/localized/**'],
    rules: wall(NODE, VSCODE, ['(^|/)(node|cli|vscode|webview)/', 'Words for both the editor and the command line.']),
  },
  {
    files: ['src/node/**', 'src/cli/**'],
    rules: wall(VSCODE, ['(^|/)vscode/', 'The command line and the worker run without the editor.']),
  },
  {
    files: ['src/vscode/**'],
    rules: wall(
      ['^(node:)?fs(/.*)?$', 'Documents and sidecars go through workspace.fs.'],
      ['(^|/)cli/', 'The editor does not use the command line.'],
    ),
  },
  { files: ['test/**'], rules: { '@typescript-eslint/no-unused-expressions': 'off' } },
);
