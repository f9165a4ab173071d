import assert from 'node:assert/strict';
import { bylineCandidates } from '../../../../src/core/entities/rules/person/bylineNames.ts';
import { textUnits } from '../../../../src/core/entities/tokens/textUnits.ts';
import { parseIssue } from '../../../../src/core/structure/articles/parseIssue.ts';
import { structure } from '../helpers.ts';

describe('the medium and the place of a lead-in', () => {
  /** What the form of a line settles, in order. */
  function settled(line: string): string[] {
    const units = textUnits(parseIssue(`喜看丰收年景\n\n${line}`, structure));
    return units.flatMap((unit) =>
      bylineCandidates(unit).flatMap(({ settled, start, end }) =>
        settled ? [unit.healed.text.slice(start, end)] : [],
      ),
    );
  }

  it('are told by its form', () => {
    assert.deepEqual(settled('石城快报讯（记者 王建国）稻谷熟了。'), ['石城快报']);
    assert.deepEqual(settled('中新网南昌10月9日电（记者 王建国）稻谷熟了。'), ['中新网', '南昌']);
  });

  it('are none where the paper itself speaks', () => assert.deepEqual(settled('本报讯（记者 王建国）稻谷熟了。'), []));
});
