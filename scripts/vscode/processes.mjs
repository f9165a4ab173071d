// @ts-check
// Starting processes, and making sure that none outlives its run.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** @import { ChildProcess, SpawnOptions } from 'node:child_process' */

const WINDOWS = process.platform === 'win32';
/** How long a process may take to end when asked, in milliseconds. */
const GRACE = 4000;

/**
 * Runs a command to its end and returns what it printed. Throws with its output when it fails.
 * @param {string} command
 * @param {string[]} args
 * @param {SpawnOptions & { show?: boolean }} [options] `show`: its output goes to the terminal instead
 * @returns {Promise<string>}
 */
export async function run(command, args, { show = false, ...options } = {}) {
  const child = spawn(command, args, {
    shell: WINDOWS,
    stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    ...options,
  });
  let output = '';
  child.stdout?.setEncoding('utf8').on('data', (text) => (output += text));
  child.stderr?.setEncoding('utf8').on('data', (text) => (output += text));
  const [code, signal] = await once(child, 'close');
  if (code !== 0) throw new Error(`${command} ${args.join(' ')}\nended with ${signal ?? code}\n${output}`.trim());
  return output;
}

/** Sends a signal to a process and all that it started. @param {ChildProcess} child @param {NodeJS.Signals} signal */
function signalGroup(child, signal) {
  if (child.pid === undefined) return;
  if (WINDOWS) {
    spawn('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error;
  }
}

/** Ends a process that was started as the head of its own group. @param {ChildProcess} child */
async function stopGroup(child) {
  const gone = child.exitCode !== null || child.signalCode !== null ? Promise.resolve() : once(child, 'close');
  signalGroup(child, 'SIGTERM');
  const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), GRACE);
  await gone;
  clearTimeout(timer);
  // The head is gone; what it left behind of its group has no reason to stay.
  signalGroup(child, 'SIGKILL');
}

/**
 * What one run has started: processes, folders, browsers. `close` ends and removes all of it, newest first;
 * so do Ctrl+C and a hang-up, and the end of this process by whatever way.
 */
export class Session {
  /** @type {(() => Promise<unknown>)[]} */
  #undo = [];
  /** @type {Set<ChildProcess>} */
  #children = new Set();
  /** @type {Promise<void> | undefined} */
  #closing;
  /** @param {NodeJS.Signals} signal */
  #onSignal = (signal) => {
    void this.close().finally(() => process.exit(signal === 'SIGINT' ? 130 : 143));
  };
  #onExit = () => {
    for (const child of this.#children) signalGroup(child, 'SIGKILL');
  };

  constructor() {
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, this.#onSignal);
    process.on('exit', this.#onExit);
  }

  /** Has `undo` called when the session closes. @param {() => Promise<unknown>} undo */
  defer(undo) {
    this.#undo.push(undo);
  }

  /**
   * Starts a process in a group of its own.
   * @param {string} command
   * @param {string[]} args
   * @param {SpawnOptions} [options]
   */
  start(command, args, options = {}) {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options, detached: !WINDOWS });
    this.#children.add(child);
    child.once('close', () => this.#children.delete(child));
    this.defer(() => this.stop(child));
    return child;
  }

  /** Ends a process that the session started, and all that it started. @param {ChildProcess} child */
  async stop(child) {
    if (this.#children.has(child)) await stopGroup(child);
  }

  /**
   * A new folder under the system's folder for such, removed when the session closes. Its path is short: the
   * server makes sockets in it, and a socket's path has little more than a hundred bytes.
   * @param {string} prefix
   */
  async folder(prefix) {
    const folder = await mkdtemp(join(await realpath(tmpdir()), prefix));
    this.defer(() => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));
    return folder;
  }

  /** Whether the session is ending or has ended. */
  get closing() {
    return this.#closing !== undefined;
  }

  /** Ends and removes all that the session started. @returns {Promise<void>} */
  close() {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close() {
    for (const undo of this.#undo.reverse()) {
      await undo().catch((error) => process.stderr.write(`galley: while closing: ${error}\n`));
    }
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.off(signal, this.#onSignal);
    process.off('exit', this.#onExit);
  }
}
