import { parseArgs, type ParseArgsConfig } from 'node:util';

import { ENCODINGS, type Encoding } from '../node/readText.ts';
import { LANGUAGES, type Language } from './language.ts';

/** What the program can be told to do. */
export const COMMANDS = ['outline', 'extract', 'check'] as const;

export type CommandName = (typeof COMMANDS)[number];

/** How results are printed: for people, or for programs. */
export const FORMATS = ['text', 'json'] as const;

export type Format = (typeof FORMATS)[number];

/** Where the roster comes from: the folder of each text, a file that the user named, or nowhere. */
export type RosterChoice = 'folder' | 'none' | { readonly file: string };

/** What the user asked for. */
export interface Arguments {
  /** The first word that is no option. */
  readonly command: CommandName | undefined;
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
  | {
      readonly code: 'not-of-command';
      readonly command: CommandName;
      readonly value: string;
      readonly allowed: readonly string[];
    }
  | { readonly code: 'given-twice'; readonly value: string }
  | { readonly code: 'contradiction'; readonly value: string; readonly other: string }
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

type OptionName = keyof typeof OPTIONS;

/** What a page is read and printed with, whatever is done with it. */
const COMMON = ['format', 'encoding', 'lang', 'verbose', 'help', 'version'] as const satisfies readonly OptionName[];

const OF_COMMAND: Readonly<Record<CommandName, readonly OptionName[]>> = {
  outline: COMMON,
  extract: [...COMMON, 'roster', 'no-roster', 'home-region'],
  check: COMMON,
};

/** Reads the words after the program's name. Throws a `UsageError`. */
export function parseArguments(argv: readonly string[]): Arguments {
  const { words, given } = readWords(argv);
  const [command, ...paths] = words;
  const known = COMMANDS.find((one) => one === command);
  if (command !== undefined && !known) throw new UsageError({ code: 'unknown-command', value: command });
  if (known) requireOptionsOf(known, given.keys());
  const file = given.get('roster');
  if (file !== undefined && given.has('no-roster')) {
    throw new UsageError({ code: 'contradiction', value: '--roster', other: '--no-roster' });
  }
  return {
    command: known,
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

type Given = ReadonlyMap<OptionName, string>;

function readWords(argv: readonly string[]): { readonly words: readonly string[]; readonly given: Given } {
  const { tokens } = parseArgs({
    args: [...argv],
    options: OPTIONS,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const words: string[] = [];
  const given = new Map<OptionName, string>();
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const { rawName, value, inlineValue } = token;
    if (!isOption(token.name)) throw new UsageError({ code: 'unknown-option', value: rawName });
    if (given.has(token.name)) throw new UsageError({ code: 'given-twice', value: rawName });
    if (OPTIONS[token.name].type === 'boolean') {
      if (value !== undefined) throw new UsageError({ code: 'takes-no-value', value: rawName });
    } else if (!value || (!inlineValue && /^-./.test(value))) {
      // What looks like an option is the next one; a value that begins so can be given as --option=-value.
      throw new UsageError({ code: 'needs-value', value: rawName });
    }
    given.set(token.name, value ?? '');
  }
  return { words, given };
}

function isOption(name: string): name is OptionName {
  return Object.hasOwn(OPTIONS, name);
}

function requireOptionsOf(command: CommandName, given: Iterable<OptionName>): void {
  const allowed = OF_COMMAND[command];
  for (const name of given) {
    if (allowed.includes(name)) continue;
    throw new UsageError({
      code: 'not-of-command',
      command,
      value: `--${name}`,
      allowed: allowed.map((one) => `--${one}`),
    });
  }
}

function choice<T extends string>(given: Given, option: OptionName, allowed: readonly T[]): T | undefined {
  const value = given.get(option);
  if (value === undefined) return undefined;
  const found = allowed.find((one) => plain(one) === plain(value));
  if (found === undefined) throw new UsageError({ code: 'bad-value', option: `--${option}`, value, allowed });
  return found;
}

/** GB 18030 holds what came before it. */
const OTHER_NAMES: Readonly<Record<string, string>> = { gbk: 'gb18030', gb2312: 'gb18030' };

/** A value however it is written: utf8 is utf-8, Shift-JIS shift_jis. */
function plain(value: string): string {
  const letters = value.toLowerCase().replace(/[-_]/g, '');
  return OTHER_NAMES[letters] ?? letters;
}
