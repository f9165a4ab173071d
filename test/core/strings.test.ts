import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A call of `l10n.t` with a string in quotes, or with an object that holds the `message`. */
const CALL = /l10n\.t\(\s*(?:\{\s*message:\s*)?(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")/g;
/** Any call, so that none escapes the pattern above. */
const ANY_CALL = /l10n\.t\(/g;

const bundle = (name: string): Record<string, string> =>
  JSON.parse(readFileSync(join(ROOT, 'l10n', name), 'utf8')) as Record<string, string>;
const placeholders = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();

describe('the strings that people see', () => {
  const english = bundle('bundle.l10n.json');
  const chinese = bundle('bundle.l10n.zh-cn.json');
  const used = new Set<string>();
  let calls = 0;
  let read = 0;
  before(() => {
    for (const file of globSync('src/**/*.ts', { cwd: ROOT })) {
      const source = readFileSync(join(ROOT, file), 'utf8').replaceAll(/^ *(?:\*|\/\/|\/\*\*).*$/gm, '');
      calls += [...source.matchAll(ANY_CALL)].length;
      for (const [, single, double] of source.matchAll(CALL)) {
        read++;
        used.add((single ?? double)!.replaceAll(/\\(['"])/g, '$1').replaceAll('\\n', '\n'));
      }
    }
  });

  it('are literals, so that they can be collected', () => assert.equal(read, calls));

  it('are all in both languages, and no others are', () => {
    for (const [language, strings] of Object.entries({ english, chinese })) {
      const missing = [...used].filter((key) => !(key in strings));
      const needless = Object.keys(strings).filter((key) => !used.has(key));
      assert.deepEqual({ language, missing, needless }, { language, missing: [], needless: [] });
    }
  });

  it('say in English what the sources say', () => {
    for (const [key, value] of Object.entries(english)) assert.equal(value, key);
  });

  it('take the same values in Chinese, in Chinese words', () => {
    for (const [key, value] of Object.entries(chinese)) {
      assert.deepEqual(placeholders(value), placeholders(key), key);
      if (/\p{Letter}/u.test(key.replaceAll(/\{\w+\}/g, ''))) assert.match(value, /\p{Script=Han}/u, key);
    }
  });

  it('call things in Chinese as editors do, not as the field does', () => {
    const manifest = JSON.parse(readFileSync(join(ROOT, 'package.nls.zh-cn.json'), 'utf8')) as Record<string, string>;
    const technical = Object.entries({ ...chinese, ...manifest }).filter(([, value]) =>
      /提及|实体|提取|版面附件|转接处/.test(value),
    );
    assert.deepEqual(technical, []);
  });
});
