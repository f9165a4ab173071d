import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { systemLanguage } from '../../src/cli/language.ts';
import { galley, ROOT, SAMPLE } from './galley.ts';

describe('the command line', function () {
  // Each test starts processes, which takes its time on a busy machine.
  this.timeout(30_000);

  it('tells how it is used, in English and Chinese', async () => {
    const english = await galley(['--help']);
    assert.equal(english.status, 0);
    assert.match(english.stdout, /--encoding NAME.* gb18030, big5, shift_jis/);
    const chinese = await galley(['outline', '--help', '--lang', 'zh-cn']);
    assert.equal(chinese.status, 0);
    assert.match(chinese.stdout, /标准输入/);
    // Every line but that of the options' bare names is translated.
    const untranslated = chinese.stdout.split('\n').filter((line) => line.trim() && !/\p{Script=Han}/u.test(line));
    assert.deepEqual(
      untranslated.map((line) => line.trim()),
      ['--help, --version'],
    );
  });

  it('tells its version', async () => {
    const manifest = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as { version: string };
    assert.equal((await galley(['--version'])).stdout, `${manifest.version}\n`);
  });

  for (const [args, message] of [
    [[], /Say what to do/],
    [['outline'], /Name at least one file/],
    [['summon', SAMPLE], /no command summon/],
    [['outline', '--colour', SAMPLE], /no option --colour/],
    [['outline', SAMPLE, '--format', 'xml'], /--format cannot be xml; it can be text, json/],
    [['outline', SAMPLE, '--encoding=latin1'], /--encoding cannot be latin1/],
    [['outline', SAMPLE, '--format'], /--format needs a value/],
    [['outline', SAMPLE, '--format='], /--format needs a value/],
    [['extract', '--roster', '--verbose', SAMPLE], /--roster needs a value/],
    [['outline', SAMPLE, '--roster', 'a.csv'], /galley outline has no option --roster; it has --format, --encoding,/],
    [['check', SAMPLE, '--no-roster'], /galley check has no option --no-roster/],
    [['check', SAMPLE, '--home-region', '徐州市'], /galley check has no option --home-region/],
    [['extract', SAMPLE, '--roster', 'a.csv', '--no-roster'], /--roster and --no-roster contradict each other/],
    [['outline', SAMPLE, '--format', 'json', '--format', 'text'], /--format is given twice/],
    [['outline', '--verbose', SAMPLE, '--verbose'], /--verbose is given twice/],
    [['outline', SAMPLE, '--verbose=1'], /--verbose takes no value/],
    [['extract', SAMPLE, '--home-region', '大莲市'], /no administrative division 大莲市/],
    [['extract', SAMPLE, '--home-region', '朝阳区'], /several administrative divisions 朝阳区/],
  ] as const) {
    it(`refuses: galley ${args.map((arg) => (arg === SAMPLE ? 'FILE' : arg)).join(' ')}`, async () => {
      const { status, stdout, stderr } = await galley(args);
      assert.equal(status, 2);
      assert.equal(stdout, '');
      assert.match(stderr, message);
    });
  }

  it('takes an encoding by its other names', async () => {
    for (const name of ['GBK', 'gb2312', 'GB-18030']) {
      const { status, stdout } = await galley(
        ['outline', '-', '--encoding', name],
        Uint8Array.of(0xb1, 0xb1, 0xbe, 0xa9),
      );
      assert.equal(status, 0);
      assert.match(stdout, /北京/);
    }
    assert.equal((await galley(['outline', '-', '--encoding', 'UTF8'], '北京')).status, 0);
  });

  it('speaks the language of the terminal', () => {
    assert.equal(systemLanguage({ LC_ALL: 'zh_CN.UTF-8', LANG: 'en_US.UTF-8' }), 'zh-cn');
    assert.equal(systemLanguage({ LC_MESSAGES: 'en_GB.UTF-8', LANG: 'zh_CN.UTF-8' }), 'en');
    assert.equal(systemLanguage({ LANG: 'zh-Hans' }), 'zh-cn');
    assert.equal(systemLanguage({ LANG: 'C' }), 'en');
  });
});
