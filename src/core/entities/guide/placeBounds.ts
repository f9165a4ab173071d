import { CharSet } from '../../text/charSet.ts';
import type { Candidate } from '../candidate.ts';
import type { EntityLexicons } from '../gazetteers/entityLexicons.ts';
import { ALL_PARTS, type Parts } from '../parts.ts';
import { isKindOfPlace, TWO_SIDES } from '../gazetteers/placeWords.ts';
import { isSameName } from '../mergedNames.ts';
import type { Sentence } from '../tokens/sentence.ts';

/** Below this a place is not worth its bounds. */
const LEAST = 0.35;
/** Levels of administration below the county, and what is inside them: another name may follow. */
const LEVEL_LAST = new CharSet('镇乡村区道场木查街路巷坊组');
const LEVEL = /(?:街道|社区|小区|新村|苏木|嘎查|[镇乡村])$/;
const ZONE = /(?:开发区|高新区|经开区|新区|园区|街区)$/;
/** A part of a province: 苏南, 鄂西北. */
const REGION = /^.[东西南北中]{1,2}$/;
/** A plain or a plateau that abbreviations begin: 云贵高原. */
const GREAT_RELIEF = /(?:平原|高原|盆地|山脉|丘陵)$/;
/** Beginnings of names that a level before them goes on into: 镇东村, 村中心. */
const NO_BEGIN =
  /^(?:[东西南北中前后上下内外新老大小口头尾][路街巷村站门桥]?|[一二三四五六七八九十]+[号组队区]?|委会?|民.?|政府|中心|干部|党.{0,2}|居民|公所)$/;
const DIRECTION_END = /^(?:[东西南北中前后上下][路街巷村站门桥]|[东西南北中]大?[街道])$/;

/**
 * Puts the bounds of places as the annotation guide wants them, whichever source proposed them: one mark for each
 * level (某县|某镇|某村) and each side (中|欧 of 中欧班列), the whole region (苏南, 云贵高原), and no ordinary word behind
 * a level.
 */
export class PlaceBounds {
  readonly #lexicons: EntityLexicons;
  readonly #parts: Parts;

  constructor(lexicons: EntityLexicons, parts = ALL_PARTS) {
    this.#lexicons = lexicons;
    this.#parts = parts;
  }

  /** The candidates with other bounds where theirs are not the guide's; the others as they are. */
  settle(sentence: Sentence, candidates: readonly Candidate[]): readonly Candidate[] {
    if (!this.#parts.has('placeBounds')) return candidates;
    let changed: Candidate[] | undefined;
    for (let index = 0; index < candidates.length; index++) {
      const candidate = candidates[index]!;
      const pieces =
        candidate.type !== 'place' || candidate.confidence < LEAST
          ? undefined
          : (this.#region(sentence, candidate) ??
            sidesOf(sentence.text, candidate) ??
            this.piecesOf(sentence.text, candidate));
      if (!pieces) {
        changed?.push(candidate);
        continue;
      }
      changed ??= candidates.slice(0, index);
      changed.push(...pieces);
    }
    return changed ? surest(changed) : candidates;
  }

  /** The region that a word names of which an abbreviation was taken for a place: 苏南, not 苏. */
  #region(sentence: Sentence, candidate: Candidate): Candidate[] | undefined {
    const { start } = candidate;
    if (candidate.end - start > 1 || !this.#parts.has('placeBounds.regions')) return undefined;
    const index = sentence.wordAt(start);
    const end = sentence.endOf(index);
    if (sentence.starts[index] !== start || end - start < 2) return undefined;
    const { word } = sentence.words[index]!;
    const isNatural = word.length > 2 && GREAT_RELIEF.test(word);
    if (!(REGION.test(word) || isNatural) || this.#lexicons.places.get(word)?.kind !== 'place') return undefined;
    return [{ ...candidate, end }];
  }

  /** The parts of a place where it is several; else the place alone. */
  #split(text: string, candidate: Candidate): Candidate[] {
    return this.piecesOf(text, candidate) ?? [candidate];
  }

  /** The parts of a place where it is several, or is more than its name; nothing where it is as it should be. */
  piecesOf(text: string, candidate: Candidate): Candidate[] | undefined {
    const { start, end } = candidate;
    if (end - start < 5 || !this.#parts.has('placeBounds')) return undefined;
    const name = text.slice(start, end);
    if (this.#lexicons.places.get(name)) return undefined;
    for (const length of [2, 3, 4])
      if (
        LEVEL.test(name.slice(0, -length)) &&
        this.#lexicons.ordinaryWords.has(name.slice(-length)) &&
        !LEVEL.test(name)
      )
        return [{ ...candidate, end: end - length }];
    for (let cut = end - 2; cut >= start + 2; cut--) {
      if (!this.#partsAt(text, start, cut, end)) continue;
      return [...this.#split(text, { ...candidate, end: cut }), { ...candidate, start: cut }];
    }
    return undefined;
  }

  /** Whether a name ends and another begins at `cut`. */
  #partsAt(text: string, start: number, cut: number, end: number): boolean {
    const last = text.charCodeAt(cut - 1);
    const left = text.slice(start, cut);
    const right = text.slice(cut, end);
    if (this.#lexicons.places.getAt(text, start, cut)?.kind === 'full')
      return this.#isName(right, left.length > 2 ? 1 : 2);
    if (!LEVEL_LAST.has(last) || left.length < 3) return false;
    if (ZONE.test(left)) return left.length > 3 && this.#isName(right, 2);
    return LEVEL.test(left) && this.#isName(right, /[镇乡道木]$/.test(left) && /村$/.test(right) ? 1 : 2);
  }

  /** Whether words are a name of their own: `least` characters and an ending, and no mere ending, direction or kind. */
  #isName(right: string, least: number): boolean {
    if (this.#lexicons.places.get(right)?.kind === 'full') return right.length > 2;
    if (this.#lexicons.placeEndings.get(right)) return least === 1 && /^(?:商业|步行|中心)街$/.test(right);
    const ending = this.#lexicons.placeSuffixes.longestBefore(right, right.length);
    if (!ending || this.#lexicons.placeEndings.get(right.slice(ending.start)) === undefined) return false;
    const stem = right.slice(0, ending.start);
    if (stem.length < least || NO_BEGIN.test(stem) || DIRECTION_END.test(right) || isKindOfPlace(stem)) return false;
    return this.#lexicons.placeEndings.get(stem) === undefined && !this.#lexicons.ordinaryWords.has(right);
  }
}

/** The two places of 中欧班列; nothing of a name that is one. */
function sidesOf(text: string, candidate: Candidate): Candidate[] | undefined {
  const { start, end } = candidate;
  if (!/^中[欧非]$/.test(text.slice(start, end)) || !TWO_SIDES.test(text.slice(end, end + 3))) return undefined;
  return [
    { ...candidate, end: start + 1 },
    { ...candidate, start: start + 1 },
  ];
}

/** Each span and type once, as the surest of those that came to it. */
function surest(candidates: readonly Candidate[]): Candidate[] {
  const found: Candidate[] = [];
  for (const candidate of candidates) {
    const at = found.findIndex((one) => isSameName(one, candidate));
    if (at < 0) found.push(candidate);
    else if (candidate.confidence > found[at]!.confidence) found[at] = candidate;
  }
  return found;
}
