import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';

import { ExtractionPool } from '../../src/cli/extractionPool.ts';
import { inOrder } from '../../src/cli/inOrder.ts';
import type { Logger } from '../../src/core/logger.ts';

const silent: Logger = { trace() {}, debug() {}, info() {}, warn() {}, error() {} };
const workerPath = fileURLToPath(new URL('../node/fixtures/scriptedWorker.ts', import.meta.url));

describe('working on many texts at once', () => {
  it('gives results in order and holds no more than the width', async () => {
    let open = 0;
    let most = 0;
    const finish: (() => void)[] = [];
    const results = inOrder([0, 1, 2, 3, 4, 5, 6], 3, async (item) => {
      most = Math.max(most, ++open);
      // The later of two is done first.
      await new Promise<void>((resolve) => {
        finish.push(resolve);
        if (finish.length === 2 || item === 6) for (const done of finish.splice(0).reverse()) done();
      });
      return item;
    });
    const seen: number[] = [];
    for await (const item of results) {
      open--;
      seen.push(item);
    }
    assert.deepEqual(seen, [0, 1, 2, 3, 4, 5, 6]);
    assert.equal(most, 3);
  });

  describe('with a pool of workers', function () {
    this.timeout(30_000);

    let pool: ExtractionPool;
    beforeEach(() => {
      pool = new ExtractionPool({ root: 'fine', workerPath }, 2, silent);
    });
    afterEach(() => pool.dispose());
    const textOf = async (text: string): Promise<string> => (await pool.extract(text)).entities[0]!.name;

    it('answers each text with its own result', async () => {
      const texts = Array.from({ length: 20 }, (_, number) => `text ${number}`);
      assert.deepEqual(await Promise.all(texts.map(textOf)), texts);
    });

    it('loses only the texts that kill a worker, however many they are', async () => {
      const deadly = ['throw', 'exit', 'throw', 'exit', 'throw', 'exit', 'throw'];
      const texts = deadly.flatMap((text, number) => [text, `text ${number}`]);
      const outcomes = await Promise.allSettled(texts.map(textOf));
      assert.deepEqual(
        outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : (outcome.reason as Error).name)),
        deadly.flatMap((_, number) => ['WorkerFailedError', `text ${number}`]),
      );
    });
  });
});
