import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import fc from 'fast-check';

import type { Segmenter } from '../../src/core/entities/tokens/segmenter.ts';
import { checkDictionary, loadSegmenter } from '../../src/node/segmenter.ts';
import { builtDictionary } from './dictionary.ts';

describe('the segmenter', function () {
  // Loading the dictionary and texts of a megabyte take their time on a busy machine.
  this.timeout(30_000);

  let segmenter: Segmenter;
  before(() => {
    segmenter = loadSegmenter(builtDictionary());
  });
  const joined = (text: string): string =>
    segmenter
      .tag(text)
      .map(({ word }) => word)
      .join('');

  it('cuts words and says their part of speech', () => {
    const tagged = segmenter.tag('新华社记者在北京报道');
    assert.deepEqual(
      tagged.map(({ word, tag }) => `${word}/${tag}`),
      ['新华社/nt', '记者/n', '在/p', '北京/ns', '报道/v'],
    );
  });

  it('gives the tags that nodejieba itself gives, words, numbers and letters that it does not know among them', () => {
    const nodejieba = createRequire(import.meta.url)('nodejieba') as {
      tag(text: string): { word: string; tag: string }[];
    };
    const unit = fc.constantFrom(
      '北京',
      '张三丰',
      '大同市',
      '的',
      '，',
      '1',
      '9',
      '3.5',
      'T恤',
      'AT',
      'x',
      '％',
      '·',
      '𠮷',
      '😀',
      ' ',
      '龘龘',
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 12 }), (units) => {
        assert.deepEqual(segmenter.tag(units.join('')), nodejieba.tag(units.join('')));
      }),
    );
  });

  for (const [what, text] of Object.entries({
    'an empty text': '',
    'a character beyond the basic plane': '𠮷野家开业，😀',
    'CRLF and CR': '第一段。\r\n第二段。\r第三段\n',
    'lone surrogates': '前\ud842后\udfb7末\ud842',
    'zero characters': '一\0二',
    'a byte order mark and full-width blanks': '\ufeff　　本报讯',
    'half-width and full-width letters': 'AT&T ＡＴ＆Ｔ 3.5％',
  })) {
    it(`gives back ${what} to the letter`, () => assert.equal(joined(text), text));
  }

  it('gives back any text to the letter', () => {
    const unit = fc.oneof(
      fc.constantFrom(...'本报讯，。 \n\r\ud842\udfb7'),
      fc.string({ unit: 'binary', maxLength: 2 }),
    );
    fc.assert(fc.property(fc.array(unit), (units) => joined(units.join('')) === units.join('')));
  });

  it('gives back a line of a megabyte to the letter, with and without places to cut', () => {
    for (const sentence of ['市民在公园植树，春意盎然。', '市民在公园植树', '𠮷', '1']) {
      const line = sentence.repeat(Math.ceil(350_000 / sentence.length));
      assert.equal(joined(line), line);
    }
  });

  it('cuts a long text as it cuts its sentences', () => {
    const sentence = '大同市平城区人民政府召开会议，研究部署防汛工作。';
    const one = segmenter.tag(sentence);
    const many = segmenter.tag(sentence.repeat(1000));
    assert.equal(many.length, one.length * 1000);
    assert.deepEqual(many.slice(-one.length), one);
  });
});

describe('loading the segmenter', function () {
  this.timeout(30_000);

  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'galley-'));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  /** A dictionary folder in a package of its own, whose nodejieba is the given script. */
  function installed(nodejieba?: string, folder = 'dict'): string {
    if (nodejieba !== undefined) {
      const module = join(root, 'node_modules/nodejieba');
      mkdirSync(module, { recursive: true });
      writeFileSync(join(module, 'index.js'), nodejieba);
    }
    cpSync(builtDictionary(), join(root, folder), { recursive: true });
    return join(root, folder);
  }

  it('says that nodejieba is not installed', () => {
    assert.throws(() => loadSegmenter(installed()), { name: 'NativeModuleError', code: 'not-found' });
  });

  it('says that the native file is missing', () => {
    const script =
      "const error = new Error('no binding'); error.code = 'BINDING_NOT_FOUND'; exports.load = () => { throw error; };";
    assert.throws(() => loadSegmenter(installed(script)), {
      name: 'NativeModuleError',
      code: 'not-found',
      message: 'no binding',
    });
  });

  it('says that the native file does not load', () => {
    const dict = installed(`process.dlopen({ exports: {} }, __filename); exports.load = () => true;`);
    assert.throws(() => loadSegmenter(dict), { name: 'NativeModuleError', code: 'cannot-load' });
  });

  it('says that a dictionary file is missing, before the native code ends the process over it', () => {
    for (const name of ['jieba.dict.utf8', 'hmm_model.utf8', 'idf.utf8', 'stop_words.utf8']) {
      const dict = installed();
      rmSync(join(dict, name));
      assert.throws(() => loadSegmenter(dict), { name: 'NativeModuleError', code: 'dictionary-missing' });
    }
  });

  it('says that Windows cannot open a folder with Chinese letters', () => {
    const dict = installed(undefined, '词典');
    assert.throws(() => checkDictionary(dict, 'win32'), { name: 'NativeModuleError', code: 'dictionary-path' });
    assert.doesNotThrow(() => checkDictionary(dict, 'linux'));
  });

  it('loads from a folder whose name holds what separates paths, and Chinese letters', function () {
    if (process.platform === 'win32') return;
    const real = createRequire(import.meta.url).resolve('nodejieba');
    const dict = installed(`module.exports = require(${JSON.stringify(real)});`, '词典;a|b');
    assert.equal(loadSegmenter(dict).tag('北京')[0]?.tag, 'ns');
  });
});
