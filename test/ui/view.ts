import type { Locator, Page } from 'playwright-core';

import { until } from './until.ts';

/** How far a wheel turns for VS Code to scroll by one pixel: a notch is 120, and is 50 pixels. */
const WHEEL_UNITS = 120 / 50;

/** In CSS pixels. */
const ROW_HEIGHT = 22;

/** One row of a tree, as a user sees it. */
export interface Row {
  /** 1 for the outermost. */
  readonly level: number;
  readonly label: string;
  /** The dimmer text behind the label; empty without one. */
  readonly description: string;
  /** Undefined for a row without children. */
  readonly expanded: boolean | undefined;
  readonly selected: boolean;
  /** What a screen reader says. */
  readonly spoken: string;
}

/** A view in the side bar that holds a tree. */
export class ViewDriver {
  readonly #page: Page;
  readonly pane: Locator;

  constructor(page: Page, pane: Locator) {
    this.#page = page;
    this.pane = pane;
  }

  /** All rows that are there, from top to bottom, whether in sight or scrolled out of it. */
  async rows(): Promise<Row[]> {
    const rows = new Map<number, Row>();
    await this.#walk(async () => {
      for (const [index, row] of await this.#visibleRows()) rows.set(index, row);
      return false;
    });
    await this.#scroll(-1e6);
    return [...rows].sort(([a], [b]) => a - b).map(([, row]) => row);
  }

  /** The rows, once `accept` is content with them. */
  async rowsWhen(what: string, accept: (rows: Row[]) => boolean): Promise<Row[]> {
    return until(this.#page, what, async () => {
      const rows = await this.rows();
      return accept(rows) && rows;
    });
  }

  /** Scrolls to the row with this label and returns it, to be clicked or read. */
  async row(label: string): Promise<Locator> {
    const row = this.#rows.filter({ has: this.#page.getByText(label, { exact: true }) }).first();
    await until(this.#page, `a row ${label}`, async () => this.#walk(() => row.isVisible()));
    return row;
  }

  /** Clicks the button of this title that a row shows when the mouse is over it. */
  async rowAction(label: string, title: string): Promise<void> {
    const row = await this.row(label);
    await row.hover();
    await row.getByRole('button', { name: title }).click();
  }

  /** The buttons that a row shows when the mouse is over it, without their keys. */
  async rowButtons(label: string): Promise<string[]> {
    const row = await this.row(label);
    await row.hover();
    return row
      .locator('.actions .action-label')
      .evaluateAll((buttons) =>
        buttons.map((button) => (button.getAttribute('aria-label') ?? '').replace(/ \(.*\)$/, '')),
      );
  }

  /** Opens the menu of a row and gives its entries. */
  async rowMenu(label: string): Promise<string[]> {
    await (await this.row(label)).click({ button: 'right' });
    const entries = this.#menu.locator('.action-item:not(.disabled) .action-label:not(.separator)');
    await entries.first().waitFor();
    return (await entries.allInnerTexts()).map((text) => text.trim());
  }

  /** Chooses an entry of the menu that is open. */
  async choose(entry: string): Promise<void> {
    // A menu that has just come up takes no click, lest the one that opened it chooses as well.
    await until(this.#page, `${entry} to be chosen`, async () => {
      if (!(await this.#menu.isVisible())) return true;
      await this.#menu.locator('.action-item').filter({ hasText: entry }).first().click();
      return false;
    });
  }

  /** The names of a row's icon, such as `codicon-pass-filled`. */
  async rowIcon(label: string): Promise<string> {
    return (await (await this.row(label)).locator('.custom-view-tree-node-item-icon').getAttribute('class')) ?? '';
  }

  get #menu(): Locator {
    return this.#page.locator('.context-view .monaco-menu').first();
  }

  /** Clicks the button of this title in the view's title bar. */
  async action(title: string): Promise<void> {
    await this.pane.locator('.pane-header').hover();
    await this.pane.locator('.pane-header').getByRole('button', { name: title }).click();
  }

  /** The text that stands in the view instead of rows; empty while there are rows. */
  async welcome(): Promise<string> {
    return (await this.pane.locator('.welcome-view-content:visible').allInnerTexts()).join('\n').trim();
  }

  /** The buttons of that text. */
  async welcomeButtons(): Promise<string[]> {
    const buttons = await this.pane.locator('.welcome-view-content:visible .monaco-button').allInnerTexts();
    return buttons.map((text) => text.trim());
  }

  /** The buttons in the view's title bar, without their keys. */
  async titleButtons(): Promise<string[]> {
    await this.pane.locator('.pane-header').hover();
    const buttons = this.pane.locator('.pane-header .actions .action-label');
    return buttons.evaluateAll((elements) =>
      elements.map((element) => (element.getAttribute('aria-label') ?? '').replace(/ \(.*\)$/, '')),
    );
  }

  async #visibleRows(): Promise<[number, Row][]> {
    return this.#rows.evaluateAll((elements) =>
      elements.map((element): [number, Row] => {
        const text = (selector: string): string => element.querySelector(selector)?.textContent?.trim() ?? '';
        const expanded = element.getAttribute('aria-expanded');
        return [
          Number(element.getAttribute('data-index')),
          {
            level: Number(element.getAttribute('aria-level')),
            label: text('.label-name, .monaco-highlighted-label'),
            description: text('.label-description, .outline-element-detail'),
            expanded: expanded === null ? undefined : expanded === 'true',
            selected: element.classList.contains('selected'),
            spoken: element.getAttribute('aria-label') ?? '',
          },
        ];
      }),
    );
  }

  /** The rows that are drawn, without the copies that stick to the top while their children are in sight. */
  get #rows(): Locator {
    return this.pane.locator('.monaco-list-rows > .monaco-list-row');
  }

  /** Scrolls from top to bottom, calling `visit` at each screenful until it gives true. */
  async #walk(visit: () => Promise<boolean>): Promise<boolean> {
    await this.#scroll(-1e6);
    for (;;) {
      if (await visit()) return true;
      const before = await this.#drawn();
      if (before === '' || (await this.#rows.and(this.#page.locator('[data-last-element="true"]')).count()) > 0)
        return false;
      const height = (await this.#list.boundingBox())?.height ?? 0;
      // A row less than there is room for, and another for each that may stick to the top.
      await this.#scroll(Math.max(height - 4 * ROW_HEIGHT, ROW_HEIGHT));
      // The tree may have shrunk meanwhile, so that it cannot be scrolled any more.
      if ((await this.#drawn()) === before) return false;
    }
  }

  get #list(): Locator {
    return this.pane.locator('.monaco-list').first();
  }

  /** Turns the mouse wheel over the list, without the mouse: it would bring up hovers. The list draws at once. */
  async #scroll(pixels: number): Promise<void> {
    if (!(await this.#list.isVisible())) return;
    await this.#list
      .locator('.monaco-scrollable-element')
      .first()
      .evaluate((element, wheelDeltaY) => {
        const event: WheelEventInit & { wheelDeltaY: number } = { wheelDeltaY, bubbles: true, cancelable: true };
        element.dispatchEvent(new WheelEvent('wheel', event));
      }, -pixels * WHEEL_UNITS);
  }

  /** Which rows are drawn. */
  async #drawn(): Promise<string> {
    return (await this.#visibleRows()).map(([index]) => index).join();
  }
}
