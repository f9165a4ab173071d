import type { Writable } from 'node:stream';

import { printableLine } from './printable.ts';

/** Nobody reads the output any more (`galley … | head`). */
export class OutputClosedError extends Error {
  override readonly name = 'OutputClosedError';
}

/** The output cannot be written, as on a full disk; `cause` is the system's error. */
export class OutputFailedError extends Error {
  override readonly name = 'OutputFailedError';

  constructor(cause: Error) {
    super('the output cannot be written', { cause });
  }
}

/** A stream that is written to at its reader's pace. */
export class Output {
  readonly #stream: Writable;

  constructor(stream: Writable) {
    this.#stream = stream;
    // The write that failed is told so too; without a listener the event would end the process.
    stream.on('error', () => undefined);
  }

  /** Settles when the text has been handed on. Throws an `OutputClosedError` or an `OutputFailedError`. */
  write(text: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#stream.write(text, (error) => {
        if (!error) resolve();
        else if ('code' in error && error.code === 'EPIPE') reject(new OutputClosedError('output closed'));
        else reject(new OutputFailedError(error));
      });
    });
  }
}

/** The state of long work in the last line of a terminal; silent where there is no terminal. */
export class Progress {
  readonly #terminal: (Writable & { readonly isTTY?: boolean; readonly columns?: number }) | undefined;
  #shown = false;

  constructor(stream: Writable & { readonly isTTY?: boolean }) {
    this.#terminal = stream.isTTY ? stream : undefined;
  }

  /** Shows `done` of `total` and what is being done. */
  show(done: number, total: number, what: string): void {
    if (!this.#terminal) return;
    const count = `[${done}/${total}] `;
    // A Han character takes two columns; a line that wraps could not be wiped.
    const room = Math.max(8, Math.floor((this.#terminal.columns || 80) / 2) - count.length - 1);
    // Of a long path its end tells the file.
    const name = printableLine(what);
    const end = name.length > room ? `…${name.slice(1 - room)}` : name;
    this.#terminal.write(`\r\u001b[K${count}${end}`);
    this.#shown = true;
  }

  /** Wipes it, before anything else is written. */
  clear(): void {
    if (this.#shown) this.#terminal?.write('\r\u001b[K');
    this.#shown = false;
  }
}
