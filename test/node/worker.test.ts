import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { Logger } from '../../src/core/logger.ts';
import type { LineCorrection } from '../../src/core/structure/corrections.ts';
import { Analysis } from '../../src/node/analysis.ts';
import { AnalysisClient } from '../../src/node/analysisClient.ts';
import { builtDictionary, ROOT } from './dictionary.ts';

const workerPath = fileURLToPath(new URL('../../src/node/worker.ts', import.meta.url));
const silent: Logger = { trace() {}, debug() {}, info() {}, warn() {}, error() {} };
const page = readFileSync(join(ROOT, 'seeds/datong-daily-2022-08-10-p1.txt'), 'utf8');
const unhurried = new AbortController().signal;

describe('the analysis worker', function () {
  this.timeout(30_000);

  let client: AnalysisClient | undefined;
  function open(root: string): AnalysisClient {
    client = new AnalysisClient({ workerPath, root, log: silent });
    return client;
  }
  before(() => void builtDictionary());
  afterEach(() => client?.dispose());

  it('finds what the same analysis finds in this thread', async () => {
    const extraction = await open(ROOT).extract(page, unhurried);
    assert.ok(extraction.mentions.length > 100);
    assert.deepEqual(extraction, new Analysis(ROOT).extract(page));
  });

  it('sends a long list of mentions whole', async () => {
    const issue = page.repeat(40);
    const extraction = await open(ROOT).extract(issue, unhurried);
    assert.ok(extraction.mentions.length > 5000);
    assert.deepEqual(extraction, new Analysis(ROOT).extract(issue));
  });

  it('reads lines as the editor has set them', async () => {
    const text = '全市旅游大会召开\n\n茅以宁 作\n\n本报讯 3月2日，全市旅游大会在清河宾馆召开，要求各地抓好落实。\n';
    const worker = open(ROOT);
    const inByline = async (corrections: readonly LineCorrection[]): Promise<boolean> => {
      const { mentions } = await worker.extract(text, unhurried, { corrections });
      return mentions.some(({ evidence }) => evidence.some(({ kind }) => kind === 'byline'));
    };
    assert.deepEqual([await inByline([]), await inByline([{ line: 2, role: 'byline' }])], [false, true]);
  });

  it('gives up a long text that nobody waits for any more, and answers the next', async () => {
    const logged: string[] = [];
    const log: Logger = { ...silent, debug: (message) => void logged.push(message) };
    client = new AnalysisClient({ workerPath, root: ROOT, log });
    const controller = new AbortController();
    const long = client.extract(page.repeat(100), controller.signal, {
      onProgress: (fraction) => {
        assert.ok(fraction > 0 && fraction < 1);
        controller.abort();
      },
    });
    await assert.rejects(long, { name: 'AbortError' });
    assert.ok((await client.extract(page, unhurried)).mentions.length > 100);
    assert.ok(logged.includes('extraction 1 given up'));
  });

  describe('in a package that is not whole', () => {
    let root: string;
    beforeEach(() => {
      root = mkdtempSync(join(tmpdir(), 'galley-'));
    });
    afterEach(() => rmSync(root, { recursive: true }));
    const copyIn = (...folders: string[]): void => {
      for (const folder of folders) cpSync(join(ROOT, folder), join(root, folder), { recursive: true });
    };

    it('says that data is missing', async () => {
      await assert.rejects(open(root).extract(page, unhurried), {
        name: 'AnalysisUnavailableError',
        code: 'data-missing',
      });
    });

    it('says that the tagger is missing', async () => {
      copyIn('data');
      cpSync(builtDictionary(), join(root, 'dist/dict'), { recursive: true });
      mkdirSync(join(root, 'node_modules/nodejieba'), { recursive: true });
      const real = createRequire(import.meta.url).resolve('nodejieba');
      writeFileSync(
        join(root, 'node_modules/nodejieba/index.js'),
        `module.exports = require(${JSON.stringify(real)});`,
      );
      await assert.rejects(open(root).extract(page, unhurried), {
        name: 'AnalysisUnavailableError',
        code: 'data-missing',
      });
    });

    it('says that the dictionary is missing', async () => {
      copyIn('data', 'models');
      await assert.rejects(open(root).extract(page, unhurried), {
        name: 'AnalysisUnavailableError',
        code: 'dictionary-missing',
      });
    });

    it('says that nodejieba is missing or does not load', async () => {
      copyIn('data', 'models');
      cpSync(builtDictionary(), join(root, 'dist/dict'), { recursive: true });
      await assert.rejects(open(root).extract(page, unhurried), {
        name: 'AnalysisUnavailableError',
        code: 'not-found',
      });
      mkdirSync(join(root, 'node_modules/nodejieba'), { recursive: true });
      writeFileSync(join(root, 'node_modules/nodejieba/index.js'), "throw new Error('wrong ELF class');");
      await client?.dispose();
      await assert.rejects(open(root).extract(page, unhurried), {
        name: 'AnalysisUnavailableError',
        code: 'cannot-load',
        message: 'wrong ELF class',
      });
    });
  });
});
