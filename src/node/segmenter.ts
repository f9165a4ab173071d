import { accessSync, constants, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { devNull } from 'node:os';
import { join } from 'node:path';

import type { Segmenter, TaggedWord } from '../core/entities/tokens/segmenter.ts';
import { TagTable } from './tagTable.ts';

/**
 * Why the segmenter cannot be had: `not-found` no nodejieba, or one without its `.node` file;
 * `cannot-load` a `.node` file that this system or Node refuses; `dictionary-missing` dist/dict is not
 * whole; `dictionary-path` a folder that the native code cannot open on Windows.
 */
export type NativeModuleErrorCode = 'not-found' | 'cannot-load' | 'dictionary-missing' | 'dictionary-path';

/** nodejieba or its dictionary cannot be loaded; everything that needs no words goes on without it. */
export class NativeModuleError extends Error {
  override readonly name = 'NativeModuleError';
  readonly code: NativeModuleErrorCode;

  constructor(code: NativeModuleErrorCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

interface Nodejieba {
  load(files: { dict: string; hmmDict: string; userDict: string; idfDict: string; stopWordDict: string }): boolean;
  cut(text: string, unknownWords: boolean): string[];
}

/** The files of a dictionary folder, as scripts/data/buildDictionary.mjs makes it. */
const FILES = ['jieba.dict.utf8', 'hmm_model.utf8', 'idf.utf8', 'stop_words.utf8'] as const;

/**
 * Loads nodejieba, as found from `dictionaryDir` upwards, with the dictionary in that folder.
 * Takes about 0.2 s and 95 MB. Throws a `NativeModuleError`.
 */
export function loadSegmenter(dictionaryDir: string): Segmenter {
  checkDictionary(dictionaryDir, process.platform);
  const [dict, hmmDict, idfDict, stopWordDict] = FILES.map((name) => join(dictionaryDir, name)) as [
    string,
    string,
    string,
    string,
  ];
  const nodejieba = loadNative(dictionaryDir);
  const tags = new TagTable(readFileSync(dict));
  try {
    // The path of the user's dictionary is split at `;` and `|`, which a folder's name may hold; the null
    // device has neither, and an empty one is all that is needed.
    nodejieba.load({ dict, hmmDict, userDict: devNull, idfDict, stopWordDict });
  } catch (error) {
    throw loadingError(error);
  }
  return new NodejiebaSegmenter(nodejieba, tags);
}

/**
 * Makes sure that the native code will find its files: where it does not, it ends the whole process.
 * Throws a `NativeModuleError`.
 */
export function checkDictionary(dictionaryDir: string, platform: NodeJS.Platform): void {
  // On Windows the native code opens files by their name in the system's code page, and is given UTF-8.
  if (platform === 'win32' && /[^\x20-\x7e]/.test(dictionaryDir)) {
    throw new NativeModuleError('dictionary-path', `cannot open a folder with such a name: ${dictionaryDir}`);
  }
  for (const name of FILES) {
    try {
      accessSync(join(dictionaryDir, name), constants.R_OK);
    } catch (error) {
      throw new NativeModuleError('dictionary-missing', `cannot read ${join(dictionaryDir, name)}`, error);
    }
  }
}

function loadNative(from: string): Nodejieba {
  try {
    return createRequire(join(from, 'package.json'))('nodejieba') as Nodejieba;
  } catch (error) {
    throw loadingError(error);
  }
}

function loadingError(error: unknown): NativeModuleError {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const missing = code === 'MODULE_NOT_FOUND' || code === 'BINDING_NOT_FOUND';
  const message = error instanceof Error ? error.message : String(error);
  return new NativeModuleError(missing ? 'not-found' : 'cannot-load', message, error);
}

/** Longest stretch given to the native code at once: its memory grows by some 300 bytes a character. */
const STRETCH = 16_384;

/** Where nodejieba itself begins anew, so that a cut there changes no word. */
const SEPARATORS = [' ', '\t', '\n', '，', '。'];

class NodejiebaSegmenter implements Segmenter {
  readonly #nodejieba: Nodejieba;
  readonly #tags: TagTable;

  constructor(nodejieba: Nodejieba, tags: TagTable) {
    this.#nodejieba = nodejieba;
    this.#tags = tags;
  }

  tag(text: string): readonly TaggedWord[] {
    if (text.length <= STRETCH) return this.#tagStretch(text);
    const words: TaggedWord[] = [];
    for (let start = 0; start < text.length;) {
      const end = stretchEnd(text, start);
      for (const word of this.#tagStretch(text.slice(start, end))) words.push(word);
      start = end;
    }
    return words;
  }

  #tagStretch(text: string): readonly TaggedWord[] {
    const words = this.#nodejieba.cut(text, true);
    // A lone surrogate comes back as U+FFFD, of the same length: cut the words from the text itself.
    const damaged = !text.isWellFormed();
    const tagged: TaggedWord[] = [];
    let end = 0;
    for (let i = 0; i < words.length; i++) {
      const word = words[i]!;
      const start = end;
      end += word.length;
      tagged.push({ word: damaged ? text.slice(start, end) : word, tag: this.#tags.tagOf(word) });
    }
    return tagged;
  }
}

function stretchEnd(text: string, start: number): number {
  const limit = start + STRETCH;
  if (limit >= text.length) return text.length;
  const separator = Math.max(...SEPARATORS.map((mark) => text.slice(start, limit).lastIndexOf(mark)));
  if (separator >= 0) return start + separator + 1;
  const code = text.charCodeAt(limit);
  return code >= 0xdc00 && code <= 0xdfff ? limit - 1 : limit;
}
