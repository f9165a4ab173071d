import { mkdir, readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';

import { launchBrowser } from '../../scripts/vscode/browser.mjs';
import { temporaryWorkspace } from '../../scripts/vscode/hostRun.mjs';
import { Session } from '../../scripts/vscode/processes.mjs';
import { inProject, SAMPLE_PAGE, VSIX } from '../../scripts/vscode/project.mjs';
import type { Server } from '../../scripts/vscode/server.mjs';
import { folderAddress, startServer } from '../../scripts/vscode/server.mjs';
import { TEST_SETTINGS } from '../../scripts/vscode/settings.mjs';
import { EditorDriver } from './editor.ts';
import { until } from './until.ts';
import { ViewDriver } from './view.ts';

export { SAMPLE_PAGE };

/** How long any wait in the workbench may take, in milliseconds. */
const PATIENCE = 15_000;

/** What a workbench starts with, beside the settings that make it quiet. */
export interface WorkbenchOptions {
  /** User settings, over the ones of `TEST_SETTINGS`. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Files to add to the workspace, by their path in it; the sample page is there anyway. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** The window's size in CSS pixels. */
  readonly size?: { readonly width: number; readonly height: number };
  /** Device pixels per CSS pixel, for pictures. */
  readonly scale?: number;
  /** The language of the extension's words; VS Code's own stay English. */
  readonly language?: 'en' | 'zh-cn';
  /** The language of the system, as the browser tells it. */
  readonly locale?: string;
}

/**
 * A real VS Code with the packaged extension, in a browser that a test drives as a user would: by keys, by the
 * mouse, and by what is on the screen. Every wait ends when the thing waited for is there, or throws.
 */
export class Workbench {
  readonly page: Page;
  /** The workspace's folder on the disk: a copy that a test may write into. */
  readonly folder: string;
  readonly editor: EditorDriver;
  readonly #session: Session;
  readonly #server: Server;
  readonly #outside: string[] = [];

  private constructor(session: Session, server: Server, page: Page, folder: string) {
    this.#session = session;
    this.#server = server;
    this.page = page;
    this.folder = folder;
    this.editor = new EditorDriver(page);
    page.on('request', (request) => {
      const url = request.url();
      if (/^(https?|wss?):/.test(url) && !url.startsWith(server.url)) this.#outside.push(url);
    });
  }

  /** Starts a server, installs the VSIX into it, and opens a workspace with the sample page. */
  static async start(options: WorkbenchOptions = {}): Promise<Workbench> {
    const session = new Session();
    try {
      const folder = await temporaryWorkspace(session, options.files ?? {});
      const settings = { ...TEST_SETTINGS, ...options.settings };
      const server = await startServer(session, { settings, language: options.language ?? 'en', vsix: [VSIX] });
      const browser: Browser = await launchBrowser(session);
      const page = await browser.newPage({
        viewport: options.size ?? { width: 1400, height: 900 },
        deviceScaleFactor: options.scale ?? 1,
        locale: options.locale ?? 'en-US',
      });
      page.setDefaultTimeout(PATIENCE);
      const workbench = new Workbench(session, server, page, folder);
      await page.goto(folderAddress(server, folder));
      await workbench.#ready();
      return workbench;
    } catch (error) {
      await session.close();
      throw error;
    }
  }

  /** Ends everything that `start` began. */
  async stop(): Promise<void> {
    await this.#session.close();
  }

  /** Chooses a colour theme by its name in the list of themes, and waits until it is on the screen. */
  async useTheme(theme: string, kind: 'vs' | 'vs-dark' | 'hc-black' | 'hc-light'): Promise<void> {
    await this.runCommand('Preferences: Color Theme');
    await this.pick(theme);
    await this.page.locator(`.monaco-workbench.${kind}`).waitFor();
  }

  /** Closes the window and opens it again: the extension starts anew, what is on the disk stays. */
  async restart(): Promise<void> {
    await this.page.goto('about:blank');
    await this.page.goto(folderAddress(this.#server, this.folder));
    await this.#ready();
  }

  async #ready(): Promise<void> {
    await this.page.locator('.monaco-workbench .explorer-folders-view .monaco-list-row').first().waitFor();
  }

  /** Opens a file of the workspace by Quick Open and waits until an editor shows it. */
  async openFile(name: string): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+P');
    const input = this.#quickInput.locator('input');
    await input.fill(name);
    await this.#quickRow(name).click();
    await this.page.locator(`.editor-group-container.active .tab.active[data-resource-name="${name}"]`).waitFor();
    await this.editor.focus();
  }

  /** Runs a command by its title in the Command Palette, such as `View: Toggle Word Wrap`. */
  async runCommand(title: string): Promise<void> {
    await this.page.keyboard.press('F1');
    await this.#quickInput.locator('input').fill(`>${title}`);
    await this.#quickRow(title).click();
  }

  /** Chooses an entry of the quick pick that is open, as one does by typing its name. */
  async pick(label: string): Promise<void> {
    await this.#quickInput.locator('input').fill(label);
    await this.#quickRow(label).click();
  }

  /** The labels of the quick pick that is open, as far as they are on the screen. */
  async picks(): Promise<string[]> {
    await this.#quickInput.locator('.monaco-list-row').first().waitFor();
    return this.#quickInput.locator('.monaco-list-row .label-name').allInnerTexts();
  }

  get #quickInput(): Locator {
    return this.page.locator('.quick-input-widget:visible');
  }

  #quickRow(label: string): Locator {
    const exact = this.page
      .locator('.label-name')
      .filter({ hasText: new RegExp(`^\\s*${escapeRegExp(label)}\\s*$`, 'i') });
    return this.#quickInput.locator('.monaco-list-row').filter({ has: exact }).first();
  }

  /** Presses keys one after the other, in Playwright's names: `Alt+1`, `ControlOrMeta+Z`. */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /**
   * A view, brought to the front and opened. `container` is the title of its place in the activity bar:
   * `Explorer` for the outline, `Galley` for Galley's own.
   */
  async view(container: string, title: string): Promise<ViewDriver> {
    const sideBar = this.page.locator('.part.sidebar');
    const shown = sideBar.locator('.composite.title h2', { hasText: new RegExp(`^${escapeRegExp(container)}`, 'i') });
    if (!(await shown.isVisible())) {
      await this.page
        .locator('.activitybar .action-item a.action-label')
        .and(this.page.getByLabel(new RegExp(`^${escapeRegExp(container)}`, 'i')))
        .first()
        .click();
      await shown.waitFor();
    }
    const pane = sideBar.locator('.pane').filter({
      has: this.page.locator('.pane-header h3.title', { hasText: new RegExp(`^${escapeRegExp(title)}$`, 'i') }),
    });
    await pane.waitFor();
    const header = pane.locator('.pane-header');
    if ((await header.getAttribute('aria-expanded')) === 'false') await header.click();
    return new ViewDriver(this.page, pane);
  }

  /** The name of the language of the editor's file, as the status bar says it. */
  async languageMode(): Promise<string> {
    return (await this.page.locator('[id="status.editor.mode"]').innerText()).trim();
  }

  /** The entries of the status bar, as they read. */
  async statusBar(): Promise<string[]> {
    const texts = await this.page.locator('.statusbar-item:visible').allInnerTexts();
    return texts.map((text) => text.trim()).filter((text) => text !== '');
  }

  /** The messages that are on the screen. */
  async notifications(): Promise<string[]> {
    return this.page.locator('.notifications-toasts .notification-list-item-message').allInnerTexts();
  }

  /** The addresses beyond its own server that the workbench has asked so far. */
  get outsideRequests(): readonly string[] {
    return this.#outside;
  }

  /** What the extension has written into its log channel. */
  async extensionLog(): Promise<string> {
    const logs = join(this.#server.dataFolder, 'data/logs');
    const files = await readdir(logs, { recursive: true });
    const own = files.filter((file) => /galley\.galley/.test(file) && file.endsWith('.log'));
    return (await Promise.all(own.map((file) => readFile(join(logs, file), 'utf8')))).join('\n');
  }

  /** A picture of the window, NAME.png in the folder that GALLEY_SCREENSHOTS names, else in out/screenshots; its path. */
  async screenshot(name: string): Promise<string> {
    const path = join(inProject(process.env['GALLEY_SCREENSHOTS'] ?? 'out/screenshots'), `${name}.png`);
    await mkdir(dirname(path), { recursive: true });
    await this.page.screenshot({ path, animations: 'disabled' });
    return path;
  }

  /** Waits until `probe` gives something else than undefined or false, and returns it. */
  async until<T>(what: string, probe: () => Promise<T | undefined | false>): Promise<T> {
    return until(this.page, what, probe);
  }
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
