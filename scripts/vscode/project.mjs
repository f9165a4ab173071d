// @ts-check
// Where things are in the project, and the one cache that survives between runs.
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A path inside the project. @param {string[]} parts */
export const inProject = (...parts) => join(ROOT, ...parts);

/** This machine's platform in the words of the Marketplace. */
export const PLATFORM = `${system()}-${process.arch === 'arm' ? 'armhf' : process.arch}`;

function system() {
  if (process.platform !== 'linux') return process.platform;
  const report = /** @type {{ header?: { glibcVersionRuntime?: string } }} */ (process.report.getReport());
  return report.header?.glibcVersionRuntime ? 'linux' : 'alpine';
}

/** The packaged extension, as `npm run package` writes it: its native part is for one platform. */
export const VSIX = inProject(`galley-${PLATFORM}.vsix`);

/** The page that every demonstration opens. */
export const SAMPLE_PAGE = 'datong-daily-2022-08-10-p1.txt';

/** Says what takes time; results go to stdout, this to stderr. @param {string} message */
export function say(message) {
  process.stderr.write(`galley: ${message}\n`);
}

/**
 * The folder `.cache/NAME`, made by `build` on the first call. It appears whole or not at all: `build` fills a
 * folder beside it that is then renamed, so a run that was cut short leaves nothing that a later one trusts.
 * @param {string} name with the version in it: a new version is a new folder
 * @param {(folder: string) => Promise<void>} build
 * @returns {Promise<string>}
 */
export async function cached(name, build) {
  const folder = inProject('.cache', name);
  if (existsSync(folder)) return folder;
  const draft = `${folder}.part-${process.pid}`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true });
  try {
    await build(draft);
    await rename(draft, folder);
  } catch (error) {
    // Another run may have been faster; then its folder is as good.
    if (!existsSync(folder)) throw error;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return folder;
}
