import type { Candidate } from '../candidate.ts';
import type { EntityLexicons } from '../gazetteers/entityLexicons.ts';
import { ALL_PARTS } from '../parts.ts';
import type { SurnameClass } from '../../lexicons/surnames.ts';

/** What a surname is said with: the surname alone is the name. */
const ADDRESSED =
  /(?:先生|女士|小姐|大爷|大妈|大娘|奶奶|爷爷|阿姨|叔叔|伯伯|师傅|老师|太太|婆婆|老太|老汉|大叔|大伯|大婶|大嫂|大哥|大姐|大夫|警官|医生|兄)$/;
/** The same of one character, behind surnames that are no part of a foreign name with it: 王伯, 李嫂, 张老; but 韦伯, 尤伯杯. */
const ADDRESSED_SHORT = /^.[伯叔婶嫂哥姐爷婆老总]$/;
/** Who is withheld: 王某, 李某某, 张某甲. */
const WITHHELD = /某[某甲乙丙丁]?$/;
/** What stands before a surname among people who know each other: 老王, 小王; but a child's name: 小龙. */
const FAMILIAR = /^[老小].$/;

/**
 * A person that was proposed, as the guide has it: of a surname with 女士 and the like, with 某 or behind 老 the surname
 * alone, with what it is said with as evidence.
 */
export function shapedPerson(text: string, person: Candidate, lexicons: EntityLexicons, parts = ALL_PARTS): Candidate {
  if (!parts.has('personShape')) return person;
  const { start, end } = person;
  const name = text.slice(start, end);
  const withheld = WITHHELD.exec(name);
  if (withheld && lexicons.names.surnameClass(name.slice(0, withheld.index)) !== undefined)
    return {
      ...only(person, start, start + withheld.index),
      evidence: [{ kind: 'surname', value: name.slice(0, withheld.index) }, ...person.evidence],
    };
  if (
    name.length === 2 &&
    FAMILIAR.test(name) &&
    isSurname(name[1]!, lexicons) &&
    (name[0] === '老' || mayBeLittle(name[1]!, lexicons.names.surnameClass(name[1]!)))
  )
    return addressed(person, end - 1, end, name[0]!);
  if (
    ADDRESSED_SHORT.test(name) &&
    isSurname(name[0]!, lexicons) &&
    lexicons.transliteration.get(name[0]!) !== 'strong' &&
    text[end] !== '杯'
  )
    return addressed(person, start, start + 1, name[1]!);
  const address = ADDRESSED.exec(name)?.[0];
  const surname = address === undefined ? '' : name.slice(0, -address.length);
  if (address === undefined || lexicons.names.surnameClass(surname) === undefined) return person;
  return {
    ...person,
    end: start + surname.length,
    confidence: 0.8,
    evidence: [{ kind: 'title-after', value: address }, ...person.evidence],
  };
}

function isSurname(name: string, { names }: EntityLexicons): boolean {
  const kind = names.surnameClass(name);
  return kind === 'frequent' || kind === 'common';
}

/** Whether no rule proposed it. */
function isTagged({ evidence }: Candidate): boolean {
  return evidence.every(({ kind }) => kind === 'model');
}

function addressed(person: Candidate, start: number, end: number, value: string): Candidate {
  const shaped = only(person, start, end);
  return { ...shaped, evidence: [{ kind: 'title-after', value }, ...person.evidence] };
}

/** The part of a person that is the name; what a tagger says of the whole is meant of it. */
function only(person: Candidate, start: number, end: number): Candidate {
  return {
    ...person,
    start,
    end,
    confidence: isTagged(person) ? 0.85 : person.confidence,
    readAs: person.readAs ?? { start: person.start, end: person.end, type: 'person' },
  };
}

/** Surnames that with 小 are mostly something else: 小龙, 小白. */
const NICKNAME = new Set('龙雷江石白金方熊陶');

/** Whether a surname stands behind 小 for a person, and is hardly a child's given name or a thing's. */
export function mayBeLittle(surname: string, kind: SurnameClass | undefined): boolean {
  return kind === 'frequent' && !NICKNAME.has(surname);
}
