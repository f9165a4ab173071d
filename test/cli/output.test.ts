import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';

import { Progress } from '../../src/cli/output.ts';
import { galley, galleyPiped, jsonLines, SAMPLE } from './galley.ts';

/** Turns the text red, rings, deletes a line in eight bits, and turns the direction of writing. */
const CONTROLS = '\u001b[31m\u0007\u009b2K\u202e';
const SHOWN = '\\u001b[31m\\u0007\\u009b2K\\u202e';
const OBEYED = /[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/;
const PAGE = `春季植树活动${CONTROLS}在滨河公园举行\n\n本报讯（记者 王小明）3月12日，市委书记李建国来到《滨河${CONTROLS}公园》。\n`;

describe('the output of the command line', function () {
  // Each test starts processes, which takes its time on a busy machine.
  this.timeout(30_000);

  // The device that is always full is Linux's.
  if (existsSync('/dev/full')) {
    for (const args of [`outline '${SAMPLE}'`, `outline --format json '${SAMPLE}' '${SAMPLE}'`, '--help']) {
      it(`says on a full disk that it is full: galley ${args.replaceAll(SAMPLE, 'FILE')}`, async () => {
        const run = await galleyPiped(`galley ${args} > /dev/full`);
        assert.deepEqual(
          [run.status, run.stderr],
          [2, 'galley: The output cannot be written: There is no space left on the disk.\n'],
        );
      });
    }

    it('has its status where no message can be written', async () => {
      assert.equal((await galleyPiped('galley outline missing.txt 2> /dev/full')).status, 2);
    });
  }

  if (process.platform !== 'win32') {
    it('ends quietly where the reader has enough', async () => {
      for (const command of [`extract '${SAMPLE}' '${SAMPLE}'`, `extract '${SAMPLE}'`, '--help']) {
        const run = await galleyPiped(`{ galley ${command}; echo "status $?" >&2; } | head -n 1`);
        assert.equal(run.stderr, 'status 0\n', command);
      }
    });
  }

  describe('shows what a terminal would obey', () => {
    let folder: string;
    let page: string;
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'galley-'));
      page = join(folder, 'page.txt');
      await writeFile(page, PAGE);
    });
    after(() => rm(folder, { recursive: true }));

    for (const command of ['outline', 'extract']) {
      it(`in the text of galley ${command}`, async () => {
        const { status, stdout } = await galley([command, page]);
        assert.equal(status, 0);
        assert.doesNotMatch(stdout, OBEYED);
        assert.ok(stdout.includes(SHOWN), stdout);
      });

      it(`in the JSON of galley ${command}, which reads back the same`, async () => {
        const run = await galley([command, '--format', 'json', page]);
        assert.doesNotMatch(run.stdout, OBEYED);
        assert.ok(JSON.stringify(jsonLines(run)).includes('\u202e'));
      });
    }

    // Windows allows no such names.
    if (process.platform !== 'win32') {
      it('in the names of files, beside results and in messages', async () => {
        const odd = join(folder, `a${CONTROLS}\r\nb.txt`);
        await writeFile(odd, PAGE);
        const shown = join(folder, `a${SHOWN}\\u000d\\u000ab.txt`);
        const run = await galley(['outline', page, odd, `${odd}.missing`]);
        assert.doesNotMatch(run.stdout, OBEYED);
        assert.ok(run.stdout.includes(`\n${shown}\n`), run.stdout);
        assert.equal(run.stderr, `${shown}.missing: There is no such file or folder.\n`);
        const json = await galley(['outline', '--format', 'json', page, odd]);
        assert.equal(jsonLines<{ file: string }>(json)[1]!.file, odd);
      });
    }

    it('in what it says of the command line, a roster and its rows', async () => {
      const roster = join(folder, 'roster.csv');
      await writeFile(roster, `name,type\n甲公司,${CONTROLS}\n`);
      const runs = [
        await galley([`out${CONTROLS}`, page]),
        await galley(['outline', page, `--format=${CONTROLS}`]),
        await galley(['extract', page, '--roster', `none${CONTROLS}`]),
        await galley(['extract', page, '--roster', roster]),
      ];
      for (const { stderr } of runs) {
        assert.doesNotMatch(stderr, OBEYED);
        assert.ok(stderr.includes(SHOWN), stderr);
      }
    });

    it('in the progress of long work', () => {
      let written = '';
      const terminal = Object.assign(
        new Writable({
          write: (chunk: Buffer, _, done) => {
            written += chunk.toString();
            done();
          },
        }),
        { isTTY: true, columns: 200 },
      );
      new Progress(terminal).show(1, 2, `a${CONTROLS}.txt`);
      assert.equal(written, `\r\u001b[K[1/2] a${SHOWN}.txt`);
    });
  });
});
