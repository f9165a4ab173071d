import { NameLexicon } from '../lexicons/surnames.ts';
import { WordClasses } from '../lexicons/wordClasses.ts';
import { LineReader } from './lines/lineReader.ts';

/** All words that pages are read by, with the patterns made of them: made once, shared by every page. */
export class StructureLexicons {
  readonly names: NameLexicon;
  readonly words: WordClasses;
  readonly lines: LineReader;

  constructor(names: NameLexicon, words: WordClasses) {
    this.names = names;
    this.words = words;
    this.lines = new LineReader(names, words);
  }

  /** Made of the texts of the data files, which `read` gives by name. */
  static from(read: (name: string) => string): StructureLexicons {
    const words = new WordClasses(read('wordClasses.txt'), read('pageWords.txt'));
    return new StructureLexicons(new NameLexicon(read('surnames.txt')), words);
  }
}
