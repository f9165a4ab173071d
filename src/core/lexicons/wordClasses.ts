/**
 * Classes of words that rules name, such as the verbs of speech: read from data files, shared by all rules.
 *
 * A line of a data file is a class, `speech: 说 表示 强调`; lines that begin with a blank go on with it. Words are set
 * apart by blanks, lines that begin with `#` are comments.
 */
export class WordClasses {
  readonly #classes = new Map<string, readonly string[]>();

  /**
   * Built from the texts of data files; a class that stands in several is put together. Throws an error for a line
   * that is none of theirs.
   */
  constructor(...texts: readonly string[]) {
    for (const text of texts) for (const [name, words] of classesIn(text)) this.#add(name, words);
  }

  /** The names of all classes. */
  get names(): readonly string[] {
    return [...this.#classes.keys()];
  }

  /** The words of one class or of several together, each once; a class that no data file has holds none. */
  of(...names: readonly string[]): readonly string[] {
    return [...new Set(names.flatMap((name) => this.#classes.get(name) ?? []))];
  }

  #add(name: string, words: readonly string[]): void {
    this.#classes.set(name, [...this.of(name), ...words]);
  }
}

const HEAD = /^([A-Za-z]+):(.*)$/;

function* classesIn(text: string): Generator<[name: string, words: readonly string[]]> {
  let name: string | undefined;
  for (const line of text.replace(/^\ufeff/, '').split(/\r\n?|\n/)) {
    if (line.startsWith('#') || line.trim() === '') continue;
    const head = HEAD.exec(line);
    if (head) name = head[1]!;
    if (name === undefined || (!head && !/^\s/.test(line))) throw new Error(`no class of words: ${line}`);
    yield [name, (head ? head[2]! : line).split(/\s+/).filter((word) => word !== '')];
  }
}
