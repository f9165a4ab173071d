/** The roster that the user named cannot be read; `cause` says why. */
export class RosterFileError extends Error {
  override readonly name = 'RosterFileError';
  readonly path: string;

  constructor(path: string, cause: unknown) {
    super(`cannot read the roster ${path}`, { cause });
    this.path = path;
  }
}
