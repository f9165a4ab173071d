import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { findInputs, readInput } from '../../src/cli/inputs.ts';
import { textMessage } from '../../src/cli/messages.ts';
import { encoded } from '../core/text/encoded.ts';
import { galley, galleyPiped, jsonLines } from './galley.ts';
import { PAGE } from './pages.ts';

const TRADITIONAL = '春季植樹活動在濱河公園舉行\n\n本報訊（記者 王小明）3月12日，市民來到濱河公園參加植樹活動。\n';
const JAPANESE = '春の植樹祭が公園で開かれる\n\n三月十二日、市民が公園に集まり、木を植えた。\n';

describe('files on the command line', function () {
  // Each test starts processes, which takes its time on a busy machine.
  this.timeout(30_000);

  let folder: string;
  let socket: Server | undefined;
  const path = (name: string): string => join(folder, name);
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'galley-'));
    await mkdir(path('issue/linked.txt'), { recursive: true });
    await writeFile(path('page.txt'), PAGE);
    await writeFile(path('issue/page.txt'), PAGE);
    if (process.platform === 'win32') return;
    await symlink(path('page.txt'), path('issue/link.txt'));
    await symlink('/dev/zero', path('issue/zero.txt'));
    await symlink(path('issue'), path('issue/again.txt'));
    execFileSync('mkfifo', [path('issue/pipe.txt'), path('pipe.txt')]);
    socket = createServer();
    await new Promise<void>((resolve) => socket!.listen(path('issue/socket.txt'), resolve));
  });
  after(async () => {
    await new Promise((resolve) => (socket ? socket.close(resolve) : resolve(undefined)));
    await rm(folder, { recursive: true });
  });

  it('of a folder are its files and links to files, never pipes, devices, sockets or linked folders', async () => {
    const { inputs } = await findInputs([path('issue')]);
    const names = process.platform === 'win32' ? ['page.txt'] : ['link.txt', 'page.txt'];
    assert.deepEqual(
      inputs,
      names.map((name) => ({ path: path(`issue/${name}`) })),
    );
  });

  // Windows has none of these under a path, and lets few people make links.
  if (process.platform !== 'win32') {
    it('that vanish before they are read, and links that lead nowhere or in a circle, are reported', async () => {
      const away = path('away');
      await mkdir(away);
      await writeFile(join(away, '1.txt'), PAGE);
      await symlink(join(away, '3.txt'), join(away, '2.txt'));
      await symlink(join(away, '2.txt'), join(away, '3.txt'));
      await symlink(join(away, 'nowhere'), join(away, '4.txt'));
      const { inputs } = await findInputs([away]);
      await rm(join(away, '1.txt'));
      const messages = await Promise.all(
        inputs.map((input) =>
          readInput(input, 'auto', process.stdin).then(
            () => 'read',
            (error: unknown) => textMessage(error, 'auto'),
          ),
        ),
      );
      assert.deepEqual(messages, [
        'There is no such file or folder.',
        'Its links lead in a circle.',
        'Its links lead in a circle.',
        'There is no such file or folder.',
      ]);
    });

    it('that are devices, sockets or pipes nobody writes to are refused in a line, and the others done', async () => {
      const odd = ['/dev/zero', path('issue/socket.txt'), path('pipe.txt')];
      const run = await galley(['outline', '--format', 'json', ...odd, path('page.txt')]);
      assert.deepEqual(
        jsonLines<{ file: string }>(run).map(({ file }) => file),
        [path('page.txt')],
      );
      assert.deepEqual(
        [run.status, run.stderr],
        [
          2,
          `/dev/zero: This is a device, not a file.\n` +
            `${odd[1]}: This is a socket, not a file.\n` +
            `${odd[2]}: Nobody writes to this pipe.\n`,
        ],
      );
    });

    it('that are pipes are read', async () => {
      const run = await galleyPiped(`cat '${path('page.txt')}' | galley outline --format json /dev/fd/0`);
      assert.equal(jsonLines<{ articles: readonly object[] }>(run)[0]!.articles.length, 2);
    });
  }

  it('in UTF-32, Big5 and Shift_JIS are read, with --encoding or without', async () => {
    const texts = [
      ['utf-32le', `\ufeff${PAGE}`],
      ['utf-32be', `\ufeff${PAGE}`],
      ['big5', TRADITIONAL],
      ['shift_jis', JAPANESE],
    ] as const;
    for (const [encoding, text] of texts) {
      const bytes = encoded(text, encoding);
      const expected = await galley(['outline', '-', '--format', 'json'], text);
      for (const options of [[], ['--encoding', encoding]]) {
        const run = await galley(['outline', '-', '--format', 'json', ...options], bytes);
        assert.deepEqual(run, expected, `${encoding} ${options.join(' ')}`);
      }
    }
  });

  it('in an encoding that nothing tells are refused', async () => {
    const russian = 'Весной жители города сажали деревья в парке. '.repeat(4);
    const koi = Uint8Array.from(russian, (one) => (one < 'А' ? one.charCodeAt(0) : one.charCodeAt(0) - 0x350));
    const run = await galley(['outline', '-'], koi);
    assert.deepEqual([run.status, run.stdout], [2, '']);
    assert.match(run.stderr, /^-: This is text in no encoding that Galley recognizes.*\n$/);
  });
});
