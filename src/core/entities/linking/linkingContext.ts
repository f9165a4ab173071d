import type { Issue } from '../../structure/issue.ts';
import type { StoryIndex } from '../../structure/readers/storyIndex.ts';
import type { WatchedWork } from '../../watch.ts';
import type { EntityLexicons } from '../gazetteers/entityLexicons.ts';
import type { Home } from './home.ts';

/** What mentions are linked by, beside what they say themselves. */
export interface LinkingContext {
  readonly issue: Issue;
  readonly stories: StoryIndex;
  readonly home: Home;
  readonly lexicons: EntityLexicons;
  /** Asked after each mention whether to go on. */
  readonly work: WatchedWork;
}
