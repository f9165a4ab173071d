import type { Step } from './decide.ts';

interface Done {
  readonly step: Step;
  /** The state of the text in which it was decided, see `TextStates.current`. */
  readonly state: number;
}

/**
 * The decisions on one page in the order of its edits. The editor undoes edits itself; a decision is
 * the next thing to undo or redo exactly while the text is in the state in which it was made. An undo
 * that leads further back takes the decisions on its way along, since it undid what they came after.
 */
export class DecisionHistory {
  #done: Done[] = [];
  #undone: Done[] = [];

  /** Remembers `step`, decided while the text was in `state`. */
  record(step: Step, state: number): void {
    this.#done.push({ step, state });
    this.#undone = [];
  }

  canUndo(state: number): boolean {
    return this.#done.at(-1)?.state === state;
  }

  canRedo(state: number): boolean {
    return this.#undone.at(-1)?.state === state;
  }

  /** The step to take back, or null if a decision is not what was done last. */
  undo(state: number): Step | null {
    return this.canUndo(state) ? this.#takeBack() : null;
  }

  /** The step to do again, or null if a decision is not what was undone last. */
  redo(state: number): Step | null {
    return this.canRedo(state) ? this.#doAgain() : null;
  }

  /** The text was edited: what was undone is gone. */
  edited(): void {
    this.#undone = [];
  }

  /** The editor undid edits and the text is in `state`: the steps to take back with them. */
  textUndone(state: number): Step[] {
    const steps: Step[] = [];
    while ((this.#done.at(-1)?.state ?? -1) > state) steps.push(this.#takeBack());
    return steps;
  }

  /** The editor did edits again and the text is in `state`: the steps to do again with them. */
  textRedone(state: number): Step[] {
    const steps: Step[] = [];
    while ((this.#undone.at(-1)?.state ?? Infinity) < state) steps.push(this.#doAgain());
    return steps;
  }

  #takeBack(): Step {
    const done = this.#done.pop()!;
    this.#undone.push(done);
    return reversed(done.step);
  }

  #doAgain(): Step {
    const done = this.#undone.pop()!;
    this.#done.push(done);
    return done.step;
  }
}

function reversed(step: Step): Step {
  return step.map(({ id, before, after }) => ({ id, before: after, after: before })).reverse();
}
