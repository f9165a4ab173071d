import type { NameLexicon } from '../../lexicons/surnames.ts';
import type { WordClasses } from '../../lexicons/wordClasses.ts';
import { pattern, patternWith } from '../../text/pattern.ts';
import { BLANK, HAN } from '../../text/patternParts.ts';
import type { Span } from '../../text/span.ts';
import type { NamedSpan } from '../issue.ts';
import { namesFrom } from './byline.ts';
import { bylineParts, OWN_MEDIA, type BylineParts } from './bylineWords.ts';

/** What stands in the people's part of a byline. */
export interface PeopleList {
  readonly people: readonly NamedSpan[];
  readonly media: readonly Span[];
  /** Whether every word of it was understood as a role, a medium or a name. */
  readonly clean: boolean;
}

/** How every medium's name ends, and few names of people. */
const MEDIA_END = /[报社刊网闻线体台端视法]/u;
const NAME_OF_HAN = pattern`^${HAN}+$`;
const FOREIGN_NAME = pattern`^[\p{Script=Han}A-Za-z.．]+(?:[·•・‧][\p{Script=Han}A-Za-z.．]+)+$`;

function patternsOf(words: WordClasses, { media, agency, role }: BylineParts) {
  const reported = '(?:摄影|视频|图文|文图)?(?:报道|报导)';
  return {
    separator: patternWith('gu')`
      文[/／][图摄]|[图摄][/／]文|
      ${BLANK}+|
      [、，,；;：:/／＼\\|｜&＆()（）□■○●◎☉◇◆△▲▼▽★☆]+|
      (?:${BLANK}*(?:和|与|及)${BLANK}+)|
      ${role}(?:组)?
    `,
    leadingMedia: pattern`
      ^${media}(?=(?:首席|特约|见习|实习|特派|高级|资深|驻|全媒体|全媒|融媒体|融媒|摄影|记者|$))
    `,
    knownMedia: pattern`${OWN_MEDIA}|${agency}`,
    agencyAlone: pattern`^(?:${OWN_MEDIA}|${agency})$`,
    role: pattern`^${role}$`,
    gluedWork: pattern`(?:综合|联合|采写|现场|专访)?(?:${reported}|${words.of('workGluedToName')})$`,
    workAlone: pattern`^(?:(?:综合|联合|采写|现场|独家)?(?:${reported}|采写)|${words.of('workAlone')})$`,
    bodyEnding: pattern`${words.of('bodyEnding')}$`,
    // Levels that no given name ends with: 州 and 村 may be one's last character.
    place: pattern`
      ^(?:${words.of('regionBeforeName')}(?:省|市)?\p{Script=Han}{0,4}|\p{Script=Han}{1,6}[省市县区镇乡旗])$
    `,
    bodyBefore: pattern`^.{2,24}${words.of('bodyGluedToName')}(?=\p{Script=Han}{2,12}$)`,
    title: pattern`
      ^(?:董事长|总经理|副总裁|${words.of('titleStem')}+(?:长|理|裁)|主任|书记|教授|主席|委员|记者|专家)$
    `,
    transliterated: pattern`^${words.of('soundCharacter')}{4,8}$`,
  };
}

interface Chunk extends Span {
  readonly text: string;
  /** What separates it from the chunk before. */
  readonly gap: string;
  /** Whether a role word stands somewhere before it in the list. */
  readonly afterRole: boolean;
}

/** Reads the names, roles and media that bylines and credits list. */
export class PeopleParser {
  readonly #names: NameLexicon;
  readonly #patterns: ReturnType<typeof patternsOf>;

  constructor(names: NameLexicon, words: WordClasses, parts: BylineParts) {
    this.#names = names;
    this.#patterns = patternsOf(words, parts);
  }

  /** Whether a name consists of four to eight characters that are used for their sound. */
  isTransliterated(name: string): boolean {
    return this.#patterns.transliterated.test(name);
  }

  /**
   * Reads names, roles and media from `text` between `start` and `end`: blanks and 、 separate names,
   * 司 伟 is one name, names set without a blank are cut where that is sure. Offsets are those of `text`.
   * `trusted`: nothing but names is expected, so that one without a known surname is a name too.
   */
  parse(text: string, start: number, end: number, trusted = false): PeopleList {
    const people: NamedSpan[] = [];
    const media: Span[] = [];
    let clean = true;
    for (const chunk of this.#merged(this.#chunksOf(text.slice(start, end), start, media, trusted), text)) {
      const found = this.#namesOf(chunk, media);
      if (found) people.push(...found);
      else clean = false;
    }
    return { people, media, clean };
  }

  /** What stands between the separators of `part`, which stands at `start` of the text; role words name media. */
  #chunksOf(part: string, start: number, media: Span[], trusted: boolean): Chunk[] {
    const chunks: Chunk[] = [];
    let last = 0;
    let gap = '';
    let afterRole = trusted;
    const add = (from: number, to: number): void => {
      if (to <= from) return;
      chunks.push({ start: start + from, end: start + to, text: part.slice(from, to), gap, afterRole });
      gap = '';
    };
    for (const found of part.matchAll(this.#patterns.separator)) {
      const [separator] = found;
      add(last, found.index);
      gap += separator;
      last = found.index + separator.length;
      if (!this.#patterns.role.test(separator)) continue;
      afterRole = true;
      const medium = this.#patterns.knownMedia.exec(separator);
      if (medium) {
        const from = start + found.index + medium.index;
        media.push({ start: from, end: from + medium[0].length });
      }
    }
    add(last, part.length);
    return chunks;
  }

  /** 王  蕾 set apart to fill the width of a three-character name is one name again. */
  #merged(chunks: readonly Chunk[], text: string): Chunk[] {
    const merged: Chunk[] = [];
    for (const chunk of chunks) {
      const before = merged.at(-1);
      const apart = before && isSetApart(chunk) ? this.#together(before, chunk, text) : undefined;
      if (apart) merged.splice(-1, 1, ...apart);
      else merged.push(chunk);
    }
    return merged;
  }

  /** The chunks of one name that a blank divides, joined; undefined if they are two names. */
  #together(before: Chunk, chunk: Chunk, text: string): Chunk[] | undefined {
    if (this.#endsWithSurname(before.text) && chunk.text.length === 1) {
      const cut = before.end - 1;
      return [
        { ...before, end: cut, text: before.text.slice(0, -1) },
        { ...chunk, start: cut, text: text.slice(cut, chunk.end), gap: '', afterRole: before.afterRole },
      ];
    }
    const kind = this.#names.surnameClass(before.text);
    const single = before.text.length === 1 && chunk.text.length === 1 && kind !== undefined;
    if (!single && kind !== 'compound') return undefined;
    return [{ ...before, end: chunk.end, text: text.slice(before.start, chunk.end) }];
  }

  /** 蓝海涛石  磊: the second name's surname stands glued to the first name. */
  #endsWithSurname(text: string): boolean {
    return (
      text.length >= 3 &&
      text.length <= 5 &&
      !this.#names.isName(text) &&
      this.#names.surnameClass(text.slice(-1)) !== undefined &&
      this.#names.splitNames(text.slice(0, -1)).names.every((name) => this.#names.isName(name))
    );
  }

  /** The names in a chunk: none if it is a medium, work or place; undefined if it is not understood. */
  #namesOf(chunk: Chunk, media: Span[]): NamedSpan[] | undefined {
    const from = this.#afterMedium(chunk, media);
    let text = chunk.text.slice(from - chunk.start);
    if (text === '' || this.#patterns.workAlone.test(text)) return [];
    text = this.#withoutWork(text);
    if (this.#patterns.agencyAlone.test(text)) {
      media.push({ start: from, end: from + text.length });
      return [];
    }
    const bare = text.replace(/[\s\u3000]+/g, '');
    if (this.#isOneName(bare, text)) return [{ start: from, end: from + text.length, name: bare }];
    if (!NAME_OF_HAN.test(bare) || bare.length < 2) return undefined;
    if (this.#patterns.place.test(bare)) return [];
    const body = bare === text ? this.#behindBody(bare) : undefined;
    if (body) return namesFrom(from + body.length, body.names);
    const names = this.#gluedNames(bare, chunk.afterRole);
    return names && namesFrom(from, names);
  }

  /** Where a chunk goes on behind a medium with which it begins. */
  #afterMedium({ start, text }: Chunk, media: Span[]): number {
    const medium = MEDIA_END.test(text) ? this.#patterns.leadingMedia.exec(text) : null;
    if (!medium || this.#names.isName(text)) return start;
    media.push({ start, end: start + medium[0].length });
    return start + medium[0].length;
  }

  /** 张三摄影报道 without what he did. */
  #withoutWork(text: string): string {
    const work = text.length > 2 ? this.#patterns.gluedWork.exec(text) : null;
    if (!work || work.index === 0) return text;
    return work[0].length > 1 || work[0] === '摄' || text.length > 3 ? text.slice(0, work.index) : text;
  }

  /** Whether it is one name by its form alone; `bare` is `text` without blanks. */
  #isOneName(bare: string, text: string): boolean {
    if (FOREIGN_NAME.test(bare) && bare.length <= 24 && !this.#patterns.bodyEnding.test(bare)) return true;
    if (!NAME_OF_HAN.test(bare) || bare.length < 2) return false;
    return (bare.length <= 4 && bare !== text) || this.isTransliterated(bare);
  }

  /** The names behind a body, and the body's length: 某某大学张三. */
  #behindBody(text: string): { readonly names: readonly string[]; readonly length: number } | undefined {
    const body = this.#patterns.bodyBefore.exec(text);
    if (!body) return undefined;
    const { names } = this.#names.splitNames(text.slice(body[0].length));
    const all = names.every((name) => this.#names.isLikelyName(name) && !this.#patterns.title.test(name));
    return all ? { names, length: body[0].length } : undefined;
  }

  /** One name or several without a blank between them. */
  #gluedNames(text: string, afterRole: boolean): readonly string[] | undefined {
    const { names } = this.#names.splitNames(text);
    const several = names.length > 1;
    if (!afterRole && several && !names.every((name) => this.#names.isLikelyName(name))) return undefined;
    const ofBody = this.#patterns.bodyEnding.test(text);
    const shaped = several || this.#names.isName(text);
    if (!shaped && (!afterRole || text.length > 4 || ofBody)) return undefined;
    return ofBody && text.length > 3 && !several ? undefined : names;
  }
}

/** Whether nothing but a blank stands before one or two characters of a name. */
function isSetApart({ text, gap }: Chunk): boolean {
  return gap !== '' && gap.trim() === '' && text.length <= 2 && NAME_OF_HAN.test(text);
}

/** What the readers of bylines and credits share. */
export interface BylineTools {
  readonly names: NameLexicon;
  readonly words: WordClasses;
  readonly parts: BylineParts;
  readonly people: PeopleParser;
}

/** Makes what the readers of bylines and credits share. */
export function bylineTools(names: NameLexicon, words: WordClasses): BylineTools {
  const parts = bylineParts(words);
  return { names, words, parts, people: new PeopleParser(names, words, parts) };
}
