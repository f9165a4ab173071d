import type { WordClasses } from '../../lexicons/wordClasses.ts';
import { part } from '../../text/pattern.ts';
import { HAN, HAN_DIGITS, NUMERALS } from '../../text/patternParts.ts';

const DATE_NUMERAL = `[${NUMERALS}${HAN_DIGITS}廿]`;

/** A date as datelines write it: 8月9日, ９日, 2022年8月9日, 十四日. */
export const DATE = part`(?:(?:${DATE_NUMERAL}{2,4}年)?${DATE_NUMERAL}{1,3}月)?${DATE_NUMERAL}{1,3}日`;

/** What a paper calls itself: 本报; 日报 and its like where no more of a name stands before them. */
export const OWN_MEDIA = part`
  本报|本刊|本网|本台|本社|本端|(?<!\p{Script=Han})(?:日报|晚报|晨报|商报|都市报|早报|时报)
`;

/** Pieces of patterns for bylines and credits. */
export interface BylineParts {
  /** The agencies and media whose names are known whole. */
  readonly agency: string;
  /** Any paper, site or station, by its name or the end of it. */
  readonly media: string;
  /** A role word with what stands before it: 本报首席记者, 通讯员, 新华社特约记者. */
  readonly role: string;
  /** Roles that make a line or bracket a byline on their own. */
  readonly reporter: string;
}

/** The pieces with the words of the data files. */
export function bylineParts(words: WordClasses): BylineParts {
  const agency = part`${words.of('agency')}`;
  const media = part`
    ${OWN_MEDIA}|${agency}|
    ${HAN}(?:晚报|晨报|时报|商报|快报|导报|新报|融媒体中心)|
    ${HAN}{2,10}?(?:${words.of('mediaEnding')}|${HAN}报)
  `;
  const qualifier = part`${words.of('roleQualifier')}|驻(?:\p{Script=Han}){1,5}?`;
  return {
    agency,
    media,
    role: part`(?:${OWN_MEDIA}|${agency})?${qualifier}{0,4}${words.of('bylineRole')}`,
    reporter: part`${words.of('reporter')}`,
  };
}
