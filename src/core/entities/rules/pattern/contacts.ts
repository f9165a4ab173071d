import type { Candidate } from '../../candidate.ts';

const DIGIT = /[0-9]/;

/** One pattern a kind of contact, with what must stand somewhere in a text that holds one; each is linear, for its parts are bounded or cannot overlap. */
const PATTERNS: readonly (readonly [needs: string | RegExp, pattern: RegExp])[] = [
  ['@', /[A-Za-z0-9_][A-Za-z0-9._%+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}/g],
  ['://', /https?:\/\/[^\s\u3000-\u303f\uff00-\uffef\u4e00-\u9fff“”‘’]{3,300}/g],
  ['www.', /\bwww\.[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}(?:\/[A-Za-z0-9._~%/?=&#+-]{0,200})?/g],
  [DIGIT, /(?<![\d.])(?:\+?86[- ]?)?1[3-9]\d{9}(?!\d)/g],
  [DIGIT, /(?<![\d.])(?:[（(]0\d{2,3}[）)]|0\d{2,3}[-—–－ ]{0,2})[2-9]\d{6,7}(?:[-—转]\d{1,5})?(?![\d.])/g],
  [DIGIT, /(?<![\d.])[48]00[-—－ ]?\d{3,4}[-—－ ]?\d{3,4}(?![\d.])/g],
  [
    DIGIT,
    /(?<=(?:电话|热线|拨打|致电|传真|咨询|投诉)[^\d。；\n]{0,8})(?:1[12]\d{1,3}|9[56]\d{3,4}|[2-9]\d{6,7})(?![\d.])/g,
  ],
  ['邮', /(?<=邮编[:：]?\s?|邮政编码[:：]?\s?)\d{6}(?!\d)/g],
];

/** Phone numbers, e-mail and web addresses, postal codes; where two patterns meet, the one that begins first. */
export function findContacts(text: string): Candidate[] {
  const found: Candidate[] = [];
  for (const [needs, pattern] of PATTERNS) {
    if (typeof needs === 'string' ? !text.includes(needs) : !needs.test(text)) continue;
    for (const match of text.matchAll(pattern))
      found.push({
        type: 'contact',
        start: match.index,
        end: match.index + match[0].length,
        confidence: 0.95,
        evidence: [{ kind: 'pattern' }],
      });
  }
  let last = 0;
  return found
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ start, end }) => {
      const free = start >= last;
      if (free) last = end;
      return free;
    });
}
