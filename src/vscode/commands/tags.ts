import {
  commands,
  Disposable,
  l10n,
  window,
  type ExtensionContext,
  type QuickPickItem,
  type TextDocument,
} from 'vscode';
import { reject, remove, tag, untag, type Decided, type Decider, type Step } from '../../core/annotations/decide.ts';
import type { Tag } from '../../core/annotations/overlay.ts';
import { ENTITY_TYPES, type EntityType } from '../../core/entities/mention.ts';
import type { AnnotationStore } from '../state/annotationStore.ts';
import { annotator } from '../annotator.ts';
import { typeIconName, typeKey, typeName } from '../entityTypes.ts';
import type { Mentions } from '../state/mentions.ts';
import { isOrphanNode } from '../views/entityNodes.ts';
import { toRange } from '../ranges.ts';
import { pickOccurrences } from './tagOccurrences.ts';
import { findTargets, rowsMeant, tagsOfRows, type Targets } from './tagTargets.ts';

const LAST_TYPE = 'galley.lastType';

type Decide = (decided: Decided, targets: Targets, by: Decider) => Step;

/** The commands by which the editor decides: each is one step to undo, and stored at once. */
export class TagCommands {
  readonly #mentions: Mentions;
  readonly #store: AnnotationStore;
  readonly #memory: ExtensionContext['workspaceState'];
  readonly #disposables: Disposable[];

  constructor(mentions: Mentions, store: AnnotationStore, memory: ExtensionContext['workspaceState']) {
    this.#mentions = mentions;
    this.#store = store;
    this.#memory = memory;
    const command = (name: string, run: (args: readonly unknown[]) => Promise<void>): Disposable =>
      commands.registerCommand(`galley.${name}`, (...args: unknown[]) => run(args));
    this.#disposables = [
      ...ENTITY_TYPES.map((type) => command(`tagAs.${type}`, (args) => this.#tagAs(type, args))),
      command('tagSelection', (args) => this.#tagSelection(args)),
      command('tagAllOccurrences', (args) => this.#tagAllOccurrences(args)),
      command('untag', (args) => this.#untag(args)),
      command('changeType', (args) => this.#changeType(args)),
      command('acceptSuggestion', (args) => this.#accept(args)),
      command('rejectSuggestion', (args) => this.#reject(args)),
    ];
  }

  dispose(): void {
    Disposable.from(...this.#disposables).dispose();
  }

  async #tagAs(type: EntityType, args: readonly unknown[]): Promise<void> {
    const targets = await this.#targets(args);
    if (!targets) return;
    // Of a word that was not selected nobody said that it is meant: the list asks, with this type first.
    if (targets.guessed) await this.#tagAsAsked(targets, type);
    else await this.#tag(targets, type);
  }

  async #tagSelection(args: readonly unknown[]): Promise<void> {
    const targets = await this.#targets(args);
    if (targets) await this.#tagAsAsked(targets, this.#memory.get<EntityType>(LAST_TYPE));
  }

  async #changeType(args: readonly unknown[]): Promise<void> {
    const targets = await this.#targets(args);
    if (targets?.guessed) return void window.setStatusBarMessage(l10n.t('There is no tag here.'), 3000);
    if (targets) await this.#tagAsAsked(targets, this.#memory.get<EntityType>(LAST_TYPE));
  }

  async #tagAsAsked(targets: Targets, first: EntityType | undefined): Promise<void> {
    const { version } = targets.document;
    const type = await this.#pickType(targets, first);
    if (type && targets.document.version === version) await this.#tag(targets, type);
  }

  async #tag(targets: Targets, type: EntityType): Promise<void> {
    await this.#perform(targets, (decided, { spans }, by) =>
      tag(
        decided,
        spans.map((span) => ({ span, type })),
        by,
      ),
    );
    await this.#memory.update(LAST_TYPE, type);
  }

  async #accept(args: readonly unknown[]): Promise<void> {
    await this.#decide(args, (decided, { tags }, by) => {
      // Of several, those that the editor rejected stay so.
      const suggested = tags.filter(({ status }) => status === 'suggestion');
      const open = suggested.length > 0 ? suggested : tags.filter(({ status }) => status === 'rejected');
      if (open.length === 0) void window.setStatusBarMessage(l10n.t('There is no suggestion here.'), 3000);
      return tag(decided, open, by);
    });
  }

  async #reject(args: readonly unknown[]): Promise<void> {
    await this.#decide(args, (decided, { tags }, by) => {
      if (tags.length === 0) void window.setStatusBarMessage(l10n.t('There is no suggestion here.'), 3000);
      // In a longer selection what the editor has tagged is not meant.
      const open = tags.filter(({ status }) => status === 'suggestion');
      return reject(decided, open.length > 0 ? open : tags, by);
    });
  }

  async #untag(args: readonly unknown[]): Promise<void> {
    const rows = rowsMeant(args);
    const orphan = rows.find(isOrphanNode);
    if (orphan) return this.#removeRows(orphan.document, rows);
    await this.#decide(args, (decided, { tags }, by) => {
      if (tags.length === 0) void window.setStatusBarMessage(l10n.t('There is no tag here.'), 3000);
      return untag(decided, tagged(tags), by);
    });
  }

  /** Removes what rows stand for of which some have no place in the text: one step, whatever is selected. */
  async #removeRows(document: TextDocument, rows: readonly unknown[]): Promise<void> {
    const orphans = rows.filter(isOrphanNode).filter((row) => row.document === document);
    const lost = orphans.flatMap((row) => (row.kind === 'orphan' ? [row.annotation] : row.annotations));
    const tags = tagsOfRows(this.#mentions, document, rows);
    const targets: Targets = { document, tags, spans: tags.map(({ span }) => span), guessed: false };
    await this.#perform(targets, (decided, _, by) => [
      ...remove([...new Map(lost.map((one) => [one.id, one])).values()]),
      ...untag(decided, tagged(tags), by),
    ]);
  }

  async #tagAllOccurrences(args: readonly unknown[]): Promise<void> {
    const targets = await this.#targets(args);
    if (!targets) return;
    const last = this.#memory.get<EntityType>(LAST_TYPE);
    const chosen = await pickOccurrences(this.#mentions, targets, () => this.#pickType(targets, last));
    if (chosen)
      await this.#perform({ ...targets, spans: chosen.map(({ span }) => span) }, (decided, _, by) =>
        tag(decided, chosen, by),
      );
  }

  async #decide(args: readonly unknown[], decide: Decide): Promise<void> {
    const targets = await this.#targets(args);
    if (targets) await this.#perform(targets, decide);
  }

  async #targets(args: readonly unknown[]): Promise<Targets | undefined> {
    const targets = await findTargets(this.#mentions, args, (document) => this.#store.of(document)?.ready);
    if (targets && targets.spans.length > 0) return targets;
    void window.setStatusBarMessage(l10n.t('Select the text to tag first.'), 3000);
    return undefined;
  }

  async #perform({ document, ...found }: Targets, decide: Decide): Promise<void> {
    const page = this.#store.of(document);
    if (!page) return;
    const decided = {
      text: document.getText(),
      annotations: page.tagAnnotations,
      tags: this.#mentions.tagsOf(document),
    };
    const step = decide(decided, { document, ...found }, annotator());
    if (step.length > 0) await page.perform(step);
  }

  async #pickType({ document, spans, tags }: Targets, first: EntityType | undefined): Promise<EntityType | undefined> {
    const current = tags[0]?.type;
    const order = [...ENTITY_TYPES].sort((a, b) => Number(b === first) - Number(a === first));
    const items = order.map((type): QuickPickItem & { type: EntityType } => ({
      type,
      label: `$(${typeIconName(type)}) ${typeName(type)}`,
      description: type === current ? l10n.t('{0}, as it is now', typeKey(type)) : typeKey(type),
    }));
    const names = new Set(spans.map((span) => document.getText(toRange(document, span)).replace(/\s+/g, ' ')));
    const title = l10n.t('Tag “{0}”', [...names].join(l10n.t(', ')));
    const picked = await window.showQuickPick(items, { title, placeHolder: l10n.t('Tag as…') });
    return picked?.type;
  }
}

/** Of several tags those that the editor made or confirmed; where there are none, all. */
function tagged(tags: readonly Tag[]): readonly Tag[] {
  const own = tags.filter(({ annotation }) => annotation);
  return own.length > 0 ? own : tags;
}
