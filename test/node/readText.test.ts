import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { decodeText, ENCODINGS, readText } from '../../src/node/readText.ts';
import { encoded } from '../core/text/encoded.ts';

/** 新华社北京电。 in GB18030, with 𠮷 in four bytes before the stop. */
const GB18030 = Uint8Array.of(
  0xd0,
  0xc2,
  0xbb,
  0xaa,
  0xc9,
  0xe7,
  0xb1,
  0xb1,
  0xbe,
  0xa9,
  0xb5,
  0xe7,
  0x95,
  0x34,
  0xb2,
  0x35,
  0xa1,
  0xa3,
);
const TEXT = '新华社北京电𠮷。';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), littleEndian);
  return new Uint8Array(view.buffer);
}

describe('reading a text', () => {
  it('reads UTF-8', () => {
    assert.deepEqual(decodeText(utf8(TEXT)), { text: TEXT, encoding: 'utf-8', damaged: 0 });
  });

  it('reads GB18030 where the bytes are no UTF-8, and where it is asked for', () => {
    const expected = { text: TEXT, encoding: 'gb18030', damaged: 0 };
    assert.deepEqual(decodeText(GB18030), expected);
    assert.deepEqual(decodeText(GB18030, 'gb18030'), expected);
  });

  it('takes the encoding that is asked for where bytes are both: 联通 in GBK is UTF-8 by accident', () => {
    const bytes = Uint8Array.of(0xc1, 0xaa, 0xcd, 0xa8);
    assert.equal(decodeText(bytes, 'gb18030').text, '联通');
  });

  it('lets a byte order mark decide, also against what is asked for, and leaves it out of the text', () => {
    assert.deepEqual(decodeText(utf8(`\ufeff${TEXT}`), 'gb18030'), { text: TEXT, encoding: 'utf-8', damaged: 0 });
    assert.deepEqual(decodeText(utf16(`\ufeff${TEXT}`, true)), { text: TEXT, encoding: 'utf-16le', damaged: 0 });
    assert.deepEqual(decodeText(utf16(`\ufeff${TEXT}`, false)), { text: TEXT, encoding: 'utf-16be', damaged: 0 });
    const marked = Uint8Array.of(0x84, 0x31, 0x95, 0x33, ...GB18030);
    assert.deepEqual(decodeText(marked), { text: TEXT, encoding: 'gb18030', damaged: 0 });
  });

  it('keeps line breaks as they are', () => {
    assert.equal(decodeText(utf8('一\r\n二\r三\n')).text, '一\r\n二\r三\n');
  });

  it('reads an empty file', () => {
    assert.deepEqual(decodeText(new Uint8Array()), { text: '', encoding: 'utf-8', damaged: 0 });
  });

  it('reads a page with a broken character as UTF-8 and counts the damage', () => {
    const whole = utf8('大同市平城区举行植树活动。');
    const broken = whole.slice(0, whole.length - 1);
    const { text, encoding, damaged } = decodeText(broken);
    assert.deepEqual(
      { text, encoding, damaged },
      { text: '大同市平城区举行植树活动\ufffd', encoding: 'utf-8', damaged: 1 },
    );
  });

  it('reads a surrogate that was written alone as damage', () => {
    const alone = Uint8Array.of(
      ...utf8('植树活动在公园举行，众多市民'),
      0xed,
      0xa0,
      0x80,
      ...utf8('前来参加植树，春意盎然，大家都很开心。'),
    );
    const { encoding, damaged } = decodeText(alone);
    assert.deepEqual({ encoding, damaged }, { encoding: 'utf-8', damaged: 3 });
  });

  it('refuses a binary file', () => {
    const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d);
    for (const encoding of ['auto', 'utf-8', 'gb18030'] as const) {
      assert.throws(() => decodeText(png, encoding), { name: 'UnreadableTextError', reason: 'binary' });
    }
  });

  it('reads every encoding that can be asked for, and those of Unicode by their mark', () => {
    for (const encoding of ENCODINGS) {
      if (encoding === 'auto') continue;
      const text = encoding === 'euc-kr' ? '신화사' : '新宿';
      assert.deepEqual(decodeText(encoded(text, encoding), encoding), { text, encoding, damaged: 0 });
      if (!encoding.startsWith('utf')) continue;
      const expected = { text: TEXT, encoding, damaged: 0 };
      assert.deepEqual(decodeText(encoded(`\ufeff${TEXT}`, encoding), 'big5'), expected);
    }
  });

  it('recognizes Big5 and Shift_JIS, and refuses what is text in no encoding that it knows', () => {
    const traditional = '植樹活動在濱河公園舉行，眾多市民前來參加。';
    assert.deepEqual(decodeText(encoded(traditional, 'big5')), { text: traditional, encoding: 'big5', damaged: 0 });
    const japanese = '公園で植樹祭が開かれ、多くの市民が参加した。';
    assert.deepEqual(decodeText(encoded(japanese, 'shift_jis')), { text: japanese, encoding: 'shift_jis', damaged: 0 });
    const greek = Uint8Array.from('Η πόλη φυτεύει δέντρα στο πάρκο. '.repeat(4), (one) =>
      one < 'Α' ? one.charCodeAt(0) : one.charCodeAt(0) - 0x2d0,
    );
    assert.throws(() => decodeText(greek), { name: 'UnreadableTextError', reason: 'undecodable' });
  });

  it('refuses bytes that are no text in the encoding asked for', () => {
    assert.throws(() => decodeText(GB18030, 'utf-8'), { name: 'UnreadableTextError', reason: 'undecodable' });
    const neither = Uint8Array.from({ length: 64 }, () => 0xff);
    assert.throws(() => decodeText(neither), { name: 'UnreadableTextError', reason: 'undecodable' });
  });

  describe('of a file', () => {
    let folder: string;
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'galley-'));
    });
    after(() => rm(folder, { recursive: true }));

    it('reads it', async () => {
      const path = join(folder, '第一版.txt');
      await writeFile(path, GB18030);
      assert.equal((await readText(path)).text, TEXT);
    });

    it('says why it cannot be read', async () => {
      await assert.rejects(readText(join(folder, 'missing.txt')), { code: 'ENOENT' });
      await assert.rejects(readText(folder), { name: 'NotAFileError', kind: 'folder' });
    });

    // Windows has none of these under a path, and lets few people make links.
    if (process.platform === 'win32') return;

    it('says that links lead in a circle', async () => {
      await symlink(join(folder, 'b'), join(folder, 'a'));
      await symlink(join(folder, 'a'), join(folder, 'b'));
      await assert.rejects(readText(join(folder, 'a')), { code: 'ELOOP' });
    });

    it('reads a pipe to its end, once', async () => {
      const pipe = join(folder, 'pipe');
      execFileSync('mkfifo', [pipe]);
      const text = TEXT.repeat(50_000);
      await writeFile(join(folder, 'long.txt'), text);
      const writer = spawn('sh', ['-c', 'exec cat long.txt > pipe'], { cwd: folder });
      const ended = new Promise((resolve) => writer.once('exit', resolve));
      // The writer may not have come as far as the pipe yet.
      let read = await readText(pipe).catch((error: unknown) => error);
      while (read instanceof Error && 'kind' in read && read.kind === 'silent-pipe') {
        read = await readText(pipe).catch((error: unknown) => error);
      }
      assert.deepEqual(read, { text, encoding: 'utf-8', damaged: 0 });
      await ended;
      await assert.rejects(readText(pipe), { name: 'NotAFileError', kind: 'silent-pipe' });
    });

    it('refuses devices and sockets', async () => {
      for (const device of ['/dev/zero', '/dev/null']) {
        await assert.rejects(readText(device), { name: 'NotAFileError', kind: 'device' });
      }
      const socket = join(folder, 'socket');
      const server = createServer();
      await new Promise<void>((resolve) => server.listen(socket, resolve));
      try {
        await assert.rejects(readText(socket), { name: 'NotAFileError', kind: 'socket' });
      } finally {
        await new Promise((resolve) => server.close(resolve));
      }
    });
  });
});
