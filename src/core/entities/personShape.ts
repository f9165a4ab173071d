import type { Candidate } from './candidate.ts';
import type { EntityLexicons } from './entityLexicons.ts';

/** What a surname is said with: the surname alone is the name. */
const ADDRESSED = /(?:先生|女士|小姐|大爷|大妈|大娘|奶奶|爷爷|阿姨|叔叔|伯伯|师傅|老师|太太|婆婆|老太|老汉|大叔|大伯|大婶|大嫂|大哥|大姐|大夫|警官|兄)$/;
/** 本局, 该院: what a body calls itself. */
const ITSELF = /^[本该我全][局院校厂矿市县区镇乡村社所站队店馆段行会厅部]/;

/**
 * A person that was proposed, as the guide has it: of a surname with 女士 and the like the surname, with what it is
 * said with as evidence; nothing where the words can be nobody's name.
 */
export function shapedPerson(text: string, person: Candidate, { names }: EntityLexicons): Candidate | undefined {
  const { start, end } = person;
  const name = text.slice(start, end);
  if (name.length === 1) {
    const kind = names.surnameClass(name);
    return kind === 'frequent' || kind === 'common' ? person : undefined;
  }
  if (ITSELF.test(name)) return undefined;
  const address = ADDRESSED.exec(name)?.[0];
  const surname = address === undefined ? '' : name.slice(0, -address.length);
  if (address === undefined || names.surnameClass(surname) === undefined) return person;
  return { ...person, end: start + surname.length, confidence: 0.8, evidence: [{ kind: 'title-after', value: address }, ...person.evidence] };
}
