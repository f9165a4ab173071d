import assert from 'node:assert/strict';

import { galley, jsonLines } from './galley.ts';

const PAGE = [
  '全市防汛工作会议召开',
  '',
  '本报讯（记者 王小明）昨日，全市防汛工作会议召开，传达学习全省防汛工作会议精神，安排部署今年全市的防汛',
  '',
  '抗旱工作。会议要求，各级各部门要压实责任，加强会商研判，确保安全度汛。',
  '',
].join('\n');

describe('galley check', function () {
  // Each test starts processes, which takes its time on a busy machine.
  this.timeout(30_000);

  it('finds the end of a line where a column edge broke the paragraph', async () => {
    const run = await galley(['check', '-', '--format', 'json'], PAGE);
    const [result] = jsonLines<{ findings: object[]; characters: number }>(run);
    const column = PAGE.split('\n')[2]!.length - 4;
    assert.deepEqual(result!.findings, [
      {
        line: 3,
        column,
        length: 4,
        class: 'split-paragraph',
        rule: 'split-paragraph',
        severity: 'info',
        message: 'The paragraph goes on in line 5.',
      },
    ]);
    assert.equal(result!.characters, PAGE.replaceAll(/\s/g, '').length);
    assert.equal(run.status, 0);
  });

  it('tells people where', async () => {
    assert.match((await galley(['check', '-', '--lang', 'zh-cn'], PAGE)).stdout, /^3:\d+ {2}这一段在第 5 行继续。\n$/);
  });
});
