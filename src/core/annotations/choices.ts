import type { TagStatus } from './overlay.ts';

/** What an editor can decide on tags, and name them for: the names of the commands. */
export const CHOICES = ['acceptSuggestion', 'rejectSuggestion', 'changeType', 'untag', 'addToRoster'] as const;

/** One thing that can be done with tags. */
export type Choice = (typeof CHOICES)[number];

/**
 * What can still be done with tags of these statuses together, in the order of `CHOICES`. What is settled is neither
 * accepted nor rejected again; what was rejected can be accepted where nothing else is left.
 */
export function choicesOn(statuses: readonly TagStatus[]): Choice[] {
  const open = statuses.includes('suggestion');
  const tagged = statuses.includes('annotation');
  const can: Readonly<Record<Choice, boolean>> = {
    acceptSuggestion: open || (!tagged && statuses.includes('rejected')),
    rejectSuggestion: open,
    changeType: open || tagged,
    untag: tagged,
    addToRoster: open || tagged,
  };
  return CHOICES.filter((choice) => can[choice]);
}
