import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';
import type { IGrammar, IRawTheme, Registry } from 'vscode-textmate';

const { createOnigScanner, createOnigString, loadWASM } = oniguruma;
const { parseRawGrammar } = textmate;

/** The grammar's root scope. */
export const ROOT_SCOPE = 'text.newspaper';

/** The state before the first line of a file. */
export const { INITIAL } = textmate;

/** A path of the project. */
export function project(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url));
}

/** The manifest, as VS Code reads it. */
export function readManifest(): Manifest {
  return JSON.parse(readFileSync(project('package.json'), 'utf8')) as Manifest;
}

/** The parts of the manifest that say how text looks. */
export interface Manifest {
  readonly contributes: {
    readonly grammars: readonly { readonly scopeName: string; readonly path: string }[];
    readonly semanticTokenTypes: readonly { readonly id: string; readonly superType: string }[];
    readonly semanticTokenScopes: readonly {
      readonly language: string;
      readonly scopes: Readonly<Record<string, readonly string[]>>;
    }[];
    readonly configurationDefaults: {
      readonly 'editor.tokenColorCustomizations': { readonly textMateRules: IRawTheme['settings'] };
      readonly 'editor.semanticTokenColorCustomizations': {
        readonly rules: Readonly<Record<string, { readonly bold: boolean }>>;
      };
    };
    readonly colors: readonly { readonly id: string; readonly defaults: Readonly<Record<ThemeKind, string>> }[];
  };
}

/** The keys of a contributed colour's defaults. */
export type ThemeKind = 'light' | 'dark' | 'highContrast' | 'highContrastLight';

/** A registry that knows the manifest's grammars, with the engine that VS Code itself uses. */
export async function newRegistry(): Promise<Registry> {
  const { buffer, byteOffset, byteLength } = readFileSync(
    createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'),
  );
  await loadWASM({ data: buffer.slice(byteOffset, byteOffset + byteLength) });
  const grammars = new Map(
    readManifest().contributes.grammars.map(({ scopeName, path }) => [scopeName, project(path)]),
  );
  return new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (sources) => createOnigScanner(sources),
      createOnigString: (text) => createOnigString(text),
    }),
    loadGrammar: (scopeName) => {
      const path = grammars.get(scopeName);
      return Promise.resolve(path === undefined ? null : parseRawGrammar(readFileSync(path, 'utf8'), path));
    },
  });
}

/** The grammar of newspaper pages. */
export async function loadNewspaperGrammar(): Promise<IGrammar> {
  const grammar = await (await newRegistry()).loadGrammar(ROOT_SCOPE);
  if (!grammar) throw new Error(`no grammar for ${ROOT_SCOPE}`);
  return grammar;
}
