import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { builtDictionary } from '../node/dictionary.ts';

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The sample page. */
export const SAMPLE = join(ROOT, 'seeds/datong-daily-2022-08-10-p1.txt');

/** What a run of the program came to. */
export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the program from its sources, in English unless the arguments say otherwise. */
export function galley(args: readonly string[], stdin: string | Uint8Array = ''): Promise<Run> {
  return run([process.execPath, MAIN, ...args], stdin);
}

/** Runs a line of shell in which `galley` is the program; its status is the line's. */
export function galleyPiped(line: string): Promise<Run> {
  return run(['sh', '-c', `galley() { '${process.execPath}' '${MAIN}' "$@"; }\n${line}`]);
}

const MAIN = join(ROOT, 'src/cli/main.ts');

function run([program, ...args]: readonly [string, ...string[]], stdin: string | Uint8Array = ''): Promise<Run> {
  builtDictionary();
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      // Node keeps the types of the sources stripped, which is most of a start's time.
      env: { ...process.env, LC_ALL: 'C', NODE_COMPILE_CACHE: join(ROOT, '.cache/compile') },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, stdout, stderr }));
    child.stdin.end(stdin);
  });
}

/** The JSON value, or the JSON Lines, of a run. */
export function jsonLines<Value>({ stdout }: Run): Value[] {
  return stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Value);
}
