import type { Candidate } from '../../candidate.ts';

const LONGEST = 60;

/** Works in 《》, the marks left out; marks inside 〈〉 or a second 《》 belong to the outer work. */
export function findWorks(text: string): Candidate[] {
  const found: Candidate[] = [];
  if (!text.includes('《')) return found;
  let depth = 0;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '《') {
      if (depth === 0 || i - start > LONGEST) {
        start = i + 1;
        depth = 0;
      }
      depth++;
    } else if (text[i] === '》' && depth > 0) {
      depth--;
      if (depth === 0 && i > start && i - start <= LONGEST)
        found.push({
          type: 'work',
          start,
          end: i,
          confidence: 0.97,
          evidence: [{ kind: 'work-marks', value: '《》' }],
        });
    }
  }
  return found;
}
