import { parseArgs, type ParseArgsConfig } from 'node:util';

import { ENCODINGS, type Encoding } from '../node/readText.ts';
import { LANGUAGES, type Language } from './language.ts';
import type { RosterChoice } from './rosters.ts';

/** How results are printed: for people, or for programs. */
export const FORMATS = ['text', 'json'] as const;

export type Format = (typeof FORMATS)[number];

/** What the user asked for. */
export interface Arguments {
  /** The first word that is no option: a command's name, if the user knows one. */
  readonly command: string | undefined;
  /** Files, folders and `-`. */
  readonly paths: readonly string[];
  readonly format: Format;
  readonly encoding: Encoding;
  readonly roster: RosterChoice;
  /** A division's name or code; empty where each text is to tell. */
  readonly homeRegion: string;
  readonly language: Language | undefined;
  readonly verbose: boolean;
  readonly help: boolean;
  readonly version: boolean;
}

/** Why arguments make no sense; `value` is the word at fault. */
export type UsageProblem =
  | { readonly code: 'no-command' }
  | { readonly code: 'no-paths' }
  | { readonly code: 'unknown-command'; readonly value: string }
  | { readonly code: 'unknown-option'; readonly value: string }
  | { readonly code: 'needs-value'; readonly value: string }
  | { readonly code: 'takes-no-value'; readonly value: string }
  | { readonly code: 'unknown-region' | 'ambiguous-region'; readonly value: string }
  | {
      readonly code: 'bad-value';
      readonly option: string;
      readonly value: string;
      readonly allowed: readonly string[];
    };

/** The command line makes no sense. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly problem: UsageProblem;

  constructor(problem: UsageProblem) {
    super(problem.code);
    this.problem = problem;
  }
}

const OPTIONS = {
  format: { type: 'string' },
  encoding: { type: 'string' },
  roster: { type: 'string' },
  'no-roster': { type: 'boolean' },
  'home-region': { type: 'string' },
  lang: { type: 'string' },
  verbose: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const satisfies ParseArgsConfig['options'];

/** Reads the words after the program's name. Throws a `UsageError`. */
export function parseArguments(argv: readonly string[]): Arguments {
  const { tokens } = parseArgs({
    args: [...argv],
    options: OPTIONS,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const words: string[] = [];
  const given = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const option = Object.hasOwn(OPTIONS, token.name) ? OPTIONS[token.name as keyof typeof OPTIONS] : undefined;
    if (!option) throw new UsageError({ code: 'unknown-option', value: token.rawName });
    if (option.type === 'string' && token.value === undefined) {
      throw new UsageError({ code: 'needs-value', value: token.rawName });
    }
    if (option.type === 'boolean' && token.value !== undefined) {
      throw new UsageError({ code: 'takes-no-value', value: token.rawName });
    }
    given.set(token.name, token.value ?? '');
  }
  const [command, ...paths] = words;
  const file = given.get('roster');
  return {
    command,
    paths,
    format: choice(given, 'format', FORMATS) ?? 'text',
    encoding: choice(given, 'encoding', ENCODINGS) ?? 'auto',
    roster: given.has('no-roster') ? 'none' : file === undefined ? 'folder' : { file },
    homeRegion: given.get('home-region')?.trim() ?? '',
    language: choice(given, 'lang', LANGUAGES),
    verbose: given.has('verbose'),
    help: given.has('help'),
    version: given.has('version'),
  };
}

function choice<T extends string>(
  given: ReadonlyMap<string, string>,
  option: string,
  allowed: readonly T[],
): T | undefined {
  const value = given.get(option);
  if (value === undefined) return undefined;
  const found = allowed.find((one) => one === value.toLowerCase());
  if (found === undefined) throw new UsageError({ code: 'bad-value', option: `--${option}`, value, allowed });
  return found;
}
