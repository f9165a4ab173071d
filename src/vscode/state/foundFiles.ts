/**
 * Files by address, and the folders above them: of a folder that goes, what is in it is not told, and most of what
 * goes in a workspace is neither a file here nor a folder of one, which is known without looking at them all.
 */
export class FoundFiles<T> {
  readonly #files = new Map<string, T>();
  readonly #folders = new Set<string>();

  get size(): number {
    return this.#files.size;
  }

  has(address: string): boolean {
    return this.#files.has(address);
  }

  get(address: string): T | undefined {
    return this.#files.get(address);
  }

  set(address: string, value: T): void {
    this.#files.set(address, value);
    for (const folder of foldersOf(address)) {
      if (this.#folders.has(folder)) return;
      this.#folders.add(folder);
    }
  }

  /** Whether a file stands, or has stood, below an address. */
  isFolder(address: string): boolean {
    return this.#folders.has(address);
  }

  /** Takes out, and gives the addresses of, the files at the addresses and below them: one pass for all. */
  take(addresses: ReadonlySet<string>): string[] {
    const gone = new Map<string, boolean>();
    const isGone = (folder: string): boolean => {
      const known = gone.get(folder) ?? foldersOf(`${folder}/`).some((one) => addresses.has(one));
      gone.set(folder, known);
      return known;
    };
    const taken = [...this.#files.keys()].filter(
      (file) => addresses.has(file) || isGone(file.slice(0, file.lastIndexOf('/'))),
    );
    for (const file of taken) this.#files.delete(file);
    return taken;
  }

  clear(): void {
    this.#files.clear();
    this.#folders.clear();
  }
}

/** The folders that an address lies in, the nearest first. */
function foldersOf(address: string): string[] {
  const folders: string[] = [];
  for (let at = address.lastIndexOf('/'); at > 0; at = address.lastIndexOf('/', at - 1))
    folders.push(address.slice(0, at));
  return folders;
}
