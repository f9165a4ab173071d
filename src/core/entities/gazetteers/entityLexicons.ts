import { parseLexicon } from '../../lexicons/lexicon.ts';
import { NameLexicon } from '../../lexicons/surnames.ts';
import { CharacterTables } from './characterTables.ts';
import { Divisions } from './divisions.ts';
import { PhraseIndex } from '../../lexicons/phraseIndex.ts';
import { RegionAbbreviations } from './regionAbbreviations.ts';
import { SuffixIndex } from '../../lexicons/suffixIndex.ts';
import type {
  BodyTerm,
  GivenScore,
  GoodsWords,
  PlaceEnding,
  PlaceTerm,
  SuffixStrength,
  TitleClass,
  TransliterationClass,
} from './terms.ts';

/** Congresses by their short names, which stand for them `alone` or behind 中共 only, and what makes other words of them. */
export interface Congresses {
  readonly names: PhraseIndex<'alone' | 'named'>;
  readonly behind: Set<string>;
}

/** All lexicons that extraction reads, compiled once and shared by every page. */
export class EntityLexicons {
  readonly names: NameLexicon;
  readonly givenScores: ReadonlyMap<string, GivenScore>;
  readonly transliteration: ReadonlyMap<string, TransliterationClass>;
  readonly japaneseSurnames: ReadonlySet<string>;
  /** Elements of Uyghur, Mongolian, Tibetan and like names. */
  readonly nameElements: PhraseIndex<true>;
  /** The same of single characters, for a quick look. */
  readonly characters: CharacterTables;
  readonly titles: PhraseIndex<TitleClass>;
  readonly titleEnds: SuffixIndex<TitleClass>;
  readonly titlePrefixes: SuffixIndex<true>;
  readonly goods: GoodsWords;
  readonly places: PhraseIndex<PlaceTerm>;
  readonly placeSuffixes: SuffixIndex<SuffixStrength>;
  /** The endings whose names are read by their characters. */
  readonly placeEndings: PhraseIndex<PlaceEnding>;
  readonly bodies: PhraseIndex<BodyTerm>;
  readonly bodySuffixes: SuffixIndex<SuffixStrength>;
  readonly congresses: Congresses;
  readonly divisions: Divisions;
  /** One-character abbreviations of countries. */
  readonly countryAbbreviations: ReadonlySet<string>;
  readonly regionAbbreviations: RegionAbbreviations;
  /** Places that are named together by one character each: 京津冀. */
  readonly abbreviationGroups: PhraseIndex<true>;
  /** Words that the segmenter tags as names and that are none. */
  readonly ordinaryWords: ReadonlySet<string>;
  /** The same, for stretches of a text. */
  readonly ordinary: PhraseIndex<true>;
  /** Those of them of four characters and more: nothing inside them is a name (天下大同, 长治久安). */
  readonly ordinaryPhrases: PhraseIndex<true>;

  private constructor(read: (name: string) => string) {
    const entries = (name: string) => parseLexicon(read(name));
    this.names = new NameLexicon(read('surnames.txt'));
    this.givenScores = new Map(
      entries('givenNameScores.txt').map(({ word, columns: [only, middle, last] }) => [
        word,
        { only: Number(only), middle: Number(middle), last: Number(last) },
      ]),
    );
    this.transliteration = new Map(
      entries('transliteration.txt').map(({ word, columns }) => [word, columns[0] === 'strong' ? 'strong' : 'weak']),
    );
    this.japaneseSurnames = new Set(entries('japaneseSurnames.txt').map(({ word }) => word));
    this.nameElements = new PhraseIndex();
    const elements = entries('nameElements.txt').map(({ word }) => word);
    for (const word of elements) this.nameElements.add(word, true);
    this.characters = new CharacterTables(
      this.names,
      this.givenScores,
      this.transliteration,
      this.japaneseSurnames,
      elements,
    );
    this.titles = new PhraseIndex();
    this.titleEnds = new SuffixIndex();
    for (const { word, columns } of entries('titles.txt')) {
      const kind = columns[0] === 'address' || columns[0] === 'cue' ? columns[0] : 'post';
      this.titles.add(word, kind);
      this.titleEnds.add(word, kind);
    }
    this.titlePrefixes = new SuffixIndex();
    for (const { word } of entries('titlePrefixes.txt')) this.titlePrefixes.add(word, true);
    this.goods = { before: new SuffixIndex(), behind: new PhraseIndex(), ends: new Set() };
    for (const { word, columns } of entries('goodsWords.txt')) {
      if (columns[0] === 'before') this.goods.before.add(word, true);
      else if (columns[0] === 'behind') this.goods.behind.add(word, true);
      else this.goods.ends.add(word);
    }
    this.bodies = new PhraseIndex();
    for (const { word, columns } of entries('organizations.txt'))
      this.bodies.add(word, { kind: columns[0] === 'media' ? 'media' : 'body' });
    this.bodySuffixes = suffixes(entries('organizationSuffixes.txt'));
    this.congresses = { names: new PhraseIndex(), behind: new Set() };
    for (const { word, columns } of entries('congresses.txt'))
      if (columns[0] === 'behind') this.congresses.behind.add(word);
      else this.congresses.names.add(word, columns[0] === 'alone' ? 'alone' : 'named');
    this.placeSuffixes = suffixes(entries('placeSuffixes.txt'));
    this.placeEndings = new PhraseIndex();
    for (const {
      word,
      columns: [, ending],
    } of entries('placeSuffixes.txt'))
      if (ending !== undefined) this.placeEndings.add(word, ending as PlaceEnding);

    this.places = new PhraseIndex();
    const countryAbbreviations = new Set<string>();
    for (const {
      word,
      columns: [others = '', abbreviation = '', capitals = ''],
    } of entries('countries.txt')) {
      for (const name of [word, ...others.split(' ')]) this.places.add(name, { kind: 'country' });
      for (const name of capitals.split(' ')) this.places.add(name, { kind: 'place' });
      if (abbreviation.length === 1) countryAbbreviations.add(abbreviation);
    }
    for (const { word } of entries('places.txt').flatMap(({ word }) => word.split(' ').map((name) => ({ word: name }))))
      this.places.add(word, { kind: 'place' });
    for (const { word } of entries('worldCities.txt')) this.places.add(word, { kind: 'place' });
    for (const { word } of entries('cityNicknames.txt')) this.places.add(word, { kind: 'place' });
    this.divisions = new Divisions(read('divisions.txt'), read('formerDivisions.txt'));
    for (const { name, short, level } of this.divisions.all()) {
      this.places.add(name, { kind: 'full' });
      // 海南 is the province, though a district with a smaller code has the name too.
      if (short !== name) this.places.add(short, { kind: level < 3 ? 'short' : 'county' }, higher);
    }
    for (const name of this.divisions.former()) this.places.add(name, { kind: 'full' });
    this.countryAbbreviations = countryAbbreviations;
    this.regionAbbreviations = new RegionAbbreviations(read('abbreviations.txt'));
    this.abbreviationGroups = new PhraseIndex();
    for (const { word } of entries('abbreviationGroups.txt')) this.abbreviationGroups.add(word, true);
    this.ordinaryWords = new Set(entries('ordinaryWords.txt').map(({ word }) => word));
    this.ordinary = new PhraseIndex();
    this.ordinaryPhrases = new PhraseIndex();
    for (const word of this.ordinaryWords) {
      this.ordinary.add(word, true);
      if (word.length > 3) this.ordinaryPhrases.add(word, true);
    }
  }

  /** Builds the lexicons from the data files; `read` gives the text of the file with a name. */
  static from(read: (name: string) => string): EntityLexicons {
    return new EntityLexicons(read);
  }
}

function higher(old: PlaceTerm, term: PlaceTerm): PlaceTerm {
  return old.kind === 'county' ? term : old;
}

function suffixes(entries: readonly { word: string; columns: readonly string[] }[]): SuffixIndex<SuffixStrength> {
  const index = new SuffixIndex<SuffixStrength>();
  for (const { word, columns } of entries)
    index.add(word, columns[0] === 'strong' || columns[0] === 'none' ? columns[0] : 'weak');
  return index;
}
