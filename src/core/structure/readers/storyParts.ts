import type { Article, Continuation } from '../issue.ts';
import { StoryIndex, type Counterpart, type IssueFile, type StoryPart } from './storyIndex.ts';

/** A file that may be read again while a story is followed. */
export interface StoryFile extends IssueFile {
  /** The same for all readings of one file. */
  readonly key: string;
}

/** Reads the other files to which a marker of a file may lead, likeliest first. */
export type ReadOthers<F extends StoryFile> = (file: F, continuation: Continuation) => AsyncIterable<F>;

/** Where a marker leads: within its file, else in one of the others. */
export async function findCounterpart<F extends StoryFile>(
  file: F,
  continuation: Continuation,
  others: ReadOthers<F>,
): Promise<Counterpart<F> | undefined> {
  const within = new StoryIndex([file]).counterpartOf(continuation);
  if (within) return within;
  for await (const other of others(file, continuation)) {
    const there = new StoryIndex([file, other]).counterpartOf(continuation);
    if (there) return there;
  }
  return undefined;
}

/**
 * The parts of the story that an article of a file is part of, in the order in which one reads them: those of the file,
 * and of the other files to which markers lead from one to the next. No more than `most` are looked for.
 */
export async function findStoryParts<F extends StoryFile>(
  file: F,
  article: Article,
  others: ReadOthers<F>,
  most: number,
): Promise<StoryPart<F>[]> {
  const files = [file];
  const followed = new Set<Continuation>();
  for (;;) {
    const index = new StoryIndex(files);
    const parts = index.partsOf(article);
    const open = parts.flatMap((part) =>
      part.article.continuations
        .filter((continuation) => !followed.has(continuation) && !index.counterpartOf(continuation))
        .map((continuation) => ({ from: part.file, continuation })),
    );
    if (open.length === 0 || parts.length >= most) return parts.slice(0, most);
    for (const { from, continuation } of open) {
      followed.add(continuation);
      const there = await findCounterpart(from, continuation, others);
      if (there && !files.some(({ key }) => key === there.file.key)) files.push(there.file);
    }
  }
}
