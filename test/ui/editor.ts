import type { Locator, Page } from 'playwright-core';

import { until } from './until.ts';

/** How long a hover may take to appear, in milliseconds: VS Code waits 300 before it asks for one. */
const HOVER_PATIENCE = 2000;

/** A place on the screen, in CSS pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How a piece of text looks. Colours are CSS `rgb(…)`. */
export interface Look {
  readonly color: string;
  readonly weight: string;
  /** The decorations that lie over it or under it, those of VS Code itself (such as of the selection) among them. */
  readonly marks: readonly Mark[];
}

/** A decoration that is drawn as a box round or behind the text. */
export interface Mark {
  readonly background: string;
  /** As in CSS: `none`, `solid`, `dashed`, … */
  readonly underline: string;
  readonly underlineColor: string;
}

/** The text editor that is in front. */
export class EditorDriver {
  readonly #page: Page;
  readonly root: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.root = page.locator('.editor-group-container.active .editor-instance .monaco-editor').first();
  }

  /** Puts the cursor into the editor, where it was, and waits for the first lines. */
  async focus(): Promise<void> {
    await this.root.locator('.view-line').first().waitFor();
    await this.#page.keyboard.press('ControlOrMeta+1');
    await until(this.#page, 'the focus in the editor', async () =>
      (await this.root.getAttribute('class'))?.includes('focused'),
    );
  }

  /** The lines on the screen, from top to bottom; a line that is wrapped gives one entry a row. */
  async visibleText(): Promise<string[]> {
    const lines = await this.root.locator('.view-line').evaluateAll((elements) =>
      elements
        .map((element) => ({ top: parseFloat((element as HTMLElement).style.top), text: element.textContent ?? '' }))
        .sort((a, b) => a.top - b.top)
        .map(({ text }) => text.replaceAll('\u00a0', ' ')),
    );
    return lines;
  }

  /**
   * Selects a piece of text, the `occurrence`th of its kind from the top of the file (from 1), scrolled into
   * sight, as a user does with Find. The text lies in one line.
   */
  async select(text: string, occurrence = 1): Promise<void> {
    await this.focus();
    await this.#page.keyboard.press('ControlOrMeta+Home');
    await this.#page.keyboard.press('ControlOrMeta+F');
    const widget = this.root.locator('.find-widget.visible');
    const count = widget.locator('.matchesCount');
    await widget.locator('.find-part textarea').fill(text);
    await until(this.#page, `a match for ${text}`, async () => / of \d/.test(await count.innerText()));
    for (let n = 1; n <= occurrence; n++) {
      await this.#page.keyboard.press('Enter');
      await until(this.#page, `match ${n} for ${text}`, async () => (await count.innerText()).startsWith(`${n} of `));
    }
    await this.#page.keyboard.press('Escape');
    await widget.waitFor({ state: 'hidden' });
    // What was selected before may still be drawn.
    await until(this.#page, `${text} to be selected`, async () =>
      (await this.#statusBar.innerText()).includes(`(${[...text].length} selected)`),
    );
    await this.selectionBox();
  }

  /** Puts the cursor before a piece of text. */
  async placeCursor(text: string, occurrence = 1): Promise<void> {
    await this.select(text, occurrence);
    await this.#page.keyboard.press('ArrowLeft');
  }

  /** Line and column of the cursor, from 1, as the status bar says. */
  async cursor(): Promise<{ line: number; column: number }> {
    const said = await this.#statusBar.innerText();
    const [line, column] = (said.match(/\d+/g) ?? []).map(Number);
    if (line === undefined || column === undefined) throw new Error(`no position in the status bar: ${said}`);
    return { line, column };
  }

  /** What the status bar says of cursor and selection. */
  get #statusBar(): Locator {
    return this.#page.locator('[id="status.editor.selection"]');
  }

  /** Where the selection is on the screen; its first row when it is wrapped. */
  async selectionBox(): Promise<Box> {
    return until(this.#page, 'a selection on the screen', async () => {
      const boxes = await this.root.locator('.selected-text').evaluateAll((elements) =>
        elements.map((element) => {
          const { x, y, width, height } = element.getBoundingClientRect();
          return { x, y, width, height };
        }),
      );
      return boxes.filter(({ width }) => width > 0).sort((a, b) => a.y - b.y || b.width - a.width)[0];
    });
  }

  /** Holds the mouse over a piece of text, again while there is nothing to say yet, and gives what the hover says. */
  async hover(text: string, occurrence = 1): Promise<string> {
    await this.select(text, occurrence);
    const { x, y, width, height } = await this.selectionBox();
    let attempt = 0;
    return until(this.#page, `a hover on ${text}`, async () => {
      attempt += 1;
      await this.#page.mouse.move(0, 0);
      await this.hoverBox.waitFor({ state: 'hidden' });
      // VS Code at times takes a mouse that comes back at once for one that has never left: then the key asks.
      if (attempt % 2 === 1) await this.#page.mouse.move(x + width / 2, y + height / 2, { steps: 3 });
      else {
        await this.select(text, occurrence);
        await this.#page.keyboard.press('ArrowLeft');
        for (const key of ['K', 'I']) await this.#page.keyboard.press(`ControlOrMeta+${key}`);
      }
      await this.hoverBox.waitFor({ timeout: HOVER_PATIENCE });
      const said = (await this.hoverBox.innerText()).trim();
      return said !== '' && !said.startsWith('Loading') && said;
    });
  }

  /** The hover that is on the screen, to click in. */
  get hoverBox(): Locator {
    return this.root.locator('.monaco-resizable-hover .monaco-hover:visible').first();
  }

  /** Follows a link in the hover that is on the screen. */
  async clickInHover(text: string): Promise<void> {
    await this.hoverBox.getByText(text, { exact: true }).first().click();
  }

  /** Clicks on a piece of text with the right button and gives the entries of a submenu of what comes up. */
  async contextMenu(text: string, submenu: string): Promise<string[]> {
    const line = this.root.locator('.view-line', { hasText: text }).first();
    const box = await line.evaluate((element, part) => {
      const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      let before = 0;
      const start = (element.textContent ?? '').indexOf(part);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const { length } = node.textContent ?? '';
        if (start < before + length) {
          const range = element.ownerDocument.createRange();
          range.setStart(node, start - before);
          range.setEnd(node, start - before + 1);
          const { x, y, width, height } = range.getBoundingClientRect();
          return { x, y, width, height };
        }
        before += length;
      }
      return undefined;
    }, text);
    if (!box) throw new Error(`not on the screen: ${text}`);
    await this.#page.mouse.click(box.x + box.width / 2, box.y + box.height / 2, { button: 'right' });
    const menu = this.#page.locator('.context-view .monaco-menu').first();
    await menu.locator('.action-item').filter({ hasText: submenu }).first().hover();
    const inner = this.#page.locator('.monaco-submenu .action-label:not(.separator)');
    await inner.first().waitFor();
    return (await inner.allInnerTexts()).map((entry) => entry.trim());
  }

  /** How the first character of a piece of text looks. */
  async look(text: string, occurrence = 1): Promise<Look> {
    await this.select(text, occurrence);
    // A line may just be drawn anew: then nothing stands where the selection was.
    return until(this.#page, `the look of ${text}`, async () => this.#lookAt(await this.selectionBox(), text.length));
  }

  /** How the first of so many selected characters looks; nothing while there are none. */
  async #lookAt({ x, y, width, height }: Box, length: number): Promise<Look | undefined> {
    return this.root.evaluate(
      (root, [left, top]): Look | undefined => {
        const there = root.ownerDocument.elementsFromPoint(left, top);
        const span = there.find((element) => element.localName === 'span' && element.closest('.view-line'));
        if (!span) return undefined;
        const { color, fontWeight } = getComputedStyle(span);
        const marks = there
          .filter((element) => element.matches('.cdr, .view-line span'))
          .map((element): Mark => {
            const style = getComputedStyle(element);
            return {
              background: style.backgroundColor,
              underline: style.borderBottomStyle,
              underlineColor: style.borderBottomColor,
            };
          });
        return {
          color,
          weight: fontWeight,
          marks: marks.filter(({ background, underline }) => underline !== 'none' || background !== 'rgba(0, 0, 0, 0)'),
        };
      },
      [x + width / length / 2, y + height / 2] as const,
    );
  }

  /** How many characters on the screen have VS Code's box round a suspicious character. */
  async unicodeBoxes(): Promise<number> {
    return this.root.locator('.unicode-highlight').count();
  }
}
