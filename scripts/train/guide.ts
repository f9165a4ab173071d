// Where the annotation guide of the project differs from the conventions of the MSRA corpus.
import { exampleOf, namesOf, ORGANIZATION, PLACE, type Example, type LabelledName } from './corpora/example.ts';

/** Bodies that the corpus labels as places where they are the venue. */
const VENUE_BODY = /(?:图书馆|博物馆|博物院|纪念馆|美术馆|文化馆|科技馆|档案馆|展览馆|陈列馆)$/;
const GOVERNMENT = /^(?:人民)?政府/;

/** The example by the guide: a government is one body with what it governs, a museum or library always a body. */
export function byGuide(example: Example): Example {
  const { text } = example;
  const names: LabelledName[] = [];
  for (const name of namesOf(example.labels)) {
    let { start, end, type } = name;
    const government = type === PLACE ? GOVERNMENT.exec(text.slice(end, end + 4)) : null;
    if (government) {
      end += government[0].length;
      type = ORGANIZATION;
      while (names.at(-1)?.type === PLACE && names.at(-1)?.end === start) start = names.pop()!.start;
    } else if (type === PLACE && VENUE_BODY.test(text.slice(start, end))) type = ORGANIZATION;
    names.push({ start, end, type });
  }
  return exampleOf(text, names);
}
