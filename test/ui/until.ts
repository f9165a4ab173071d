import type { Page } from 'playwright-core';

/** How long a condition may take to come true, in milliseconds. */
const PATIENCE = 15_000;

/**
 * Waits until `probe` gives something else than undefined or false, and returns it; asks again after each frame
 * that the page draws. Throws, with the reason of the last failure, when that takes too long.
 */
export async function until<T>(page: Page, what: string, probe: () => Promise<T | undefined | false>): Promise<T> {
  const deadline = performance.now() + PATIENCE;
  let reason: unknown;
  while (performance.now() < deadline) {
    try {
      const found = await probe();
      if (found !== undefined && found !== false) return found;
    } catch (error) {
      reason = error;
    }
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
  throw new Error(`waited in vain: ${what}`, { cause: reason });
}
