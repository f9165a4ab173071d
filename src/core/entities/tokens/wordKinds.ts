/** What the part of speech of a word says, as bits: see `kindsOf`. */
export const KIND = {
  /** A word of grammar: preposition, conjunction, adverb, particle, pronoun, number, measure, position … */
  grammar: 1,
  /** A word that the segmenter made up or takes for a person's or other name. */
  name: 2,
  /** … or for a place. */
  nameOrPlace: 4,
  person: 8,
  verb: 16,
  /** Said of two characters that end no name: verbs, adverbs, times … */
  act: 32,
  /** May stand in the name of a place. */
  placePart: 64,
  /** Before the name of a village or road. */
  beforePlace: 128,
  /** May stand in the name of a body. */
  bodyPart: 256,
  /** … where it is one of certain words. */
  bodyPartOften: 512,
  /** Of the dictionary, and names nobody and nothing. */
  ordinary: 1024,
  /** Unknown to the dictionary or a name of some kind. */
  unknown: 2048,
} as const;

const PATTERNS: readonly (readonly [number, RegExp])[] = [
  [KIND.grammar, /^(?:p|c|d|u.*|r|m|q|f|y|k|o|e)$/],
  [KIND.name, /^(?:nr|nrfg|nrt|x|nz)$/],
  [KIND.nameOrPlace, /^(?:nr|nrfg|nrt|x|nz|ns)$/],
  [KIND.person, /^nr/],
  [KIND.verb, /^v$/],
  [KIND.act, /^(?:v|d|p|c|r|t|m)$/],
  [KIND.placePart, /^(?:ns|nr|nrt|nrfg|nz|x|j)$/],
  [KIND.beforePlace, /^(?:p|c|d|u.*|r|y|e|o|t|f|v|vn|ad|a|z|q|m)$/],
  [KIND.bodyPart, /^(?:n|nr|nrt|nrfg|ns|nt|nz|ng|x|j|vn|b|l|i|an|s|f|g|eng|zg|a|v|m|t)$/],
  [KIND.bodyPartOften, /^(?:v|m|t|a|f)$/],
  [KIND.ordinary, /^(?:n|vn|v|a|an|d|b|l|i|s|t|z|r)$/],
  [KIND.unknown, /^(?:x|n[rsz].*)$/],
];

/** The tags of jieba's dictionary, and the one that sentences give to marks. */
const TAGS =
  'n nr v ns m i zg l nz nrt nt a d vn t g z b j r s x ng f c nrfg q o vg p ad mq ag an e y u tg k vd mg h dg vq vi uz uv ul uj ug ud rz rr rg df eng w';

const KNOWN: ReadonlyMap<string, number> = new Map(TAGS.split(' ').map((tag) => [tag, read(tag)]));

function read(tag: string): number {
  let kinds = 0;
  for (const [kind, pattern] of PATTERNS) if (pattern.test(tag)) kinds |= kind;
  return kinds;
}

/** The bits of `KIND` that a tag has. */
export function kindsOf(tag: string): number {
  return KNOWN.get(tag) ?? read(tag);
}
