import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { choicesOn, type Choice } from '../../src/core/annotations/choices.ts';
import type { TagStatus } from '../../src/core/annotations/overlay.ts';
import { ROW_KINDS, rowContext, type RowKind } from '../../src/vscode/views/rowContext.ts';

const project = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const readJson = <T>(path: string): T => JSON.parse(readFileSync(project(path), 'utf8')) as T;

type Strings = Record<string, string>;

interface MenuItem {
  readonly command?: string;
  readonly submenu?: string;
  readonly when?: string;
  readonly group?: string;
}

interface Manifest {
  readonly version: string;
  readonly icon: string;
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly languages: readonly { readonly configuration: string; readonly icon: Strings }[];
    readonly grammars: readonly { readonly path: string }[];
    readonly commands: readonly { readonly command: string; readonly title: string; readonly category: string }[];
    readonly keybindings: readonly {
      readonly command: string;
      readonly key: string;
      readonly mac?: string;
      readonly when: string;
    }[];
    readonly menus: Readonly<Record<string, readonly MenuItem[]>>;
    readonly submenus: readonly { readonly id: string }[];
    readonly viewsContainers: Readonly<Record<string, readonly { readonly id: string; readonly icon: string }[]>>;
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly viewsWelcome: readonly { readonly view: string; readonly contents: string; readonly when: string }[];
    readonly walkthroughs: readonly {
      readonly steps: readonly {
        readonly completionEvents: readonly string[];
        readonly media: { readonly image: string };
      }[];
    }[];
  };
}

const manifest = readJson<Manifest>('package.json');
const { contributes } = manifest;
const commands = new Set(contributes.commands.map(({ command }) => command));
const views = Object.values(contributes.views)
  .flat()
  .map(({ id }) => id);

describe('the manifest', () => {
  const english = readJson<Strings>('package.nls.json');
  const chinese = readJson<Strings>('package.nls.zh-cn.json');
  const text = JSON.stringify(manifest);

  it('has each of its strings in English and in Chinese, and none to spare', () => {
    const used = [...new Set([...text.matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key!))].sort();
    assert.deepEqual(Object.keys(english).sort(), used);
    assert.deepEqual(Object.keys(chinese).sort(), used);
    for (const [key, value] of Object.entries({ ...english, ...chinese })) assert.ok(value.trim(), key);
  });

  it('says something else in Chinese than in English', () => {
    const same = Object.keys(english).filter((key) => english[key] === chinese[key]);
    assert.deepEqual(same, []);
  });

  it('links to the same commands in both languages', () => {
    const links = (value: string): string[] =>
      [...value.matchAll(/\(command:([^)?]+)/g)].map(([, command]) => command!);
    for (const key of Object.keys(english)) {
      assert.deepEqual(links(chinese[key]!), links(english[key]!), key);
      for (const command of links(english[key]!))
        assert.ok(!command.startsWith('galley.') || commands.has(command), command);
    }
  });

  it('gives every command a title and the category by their keys', () => {
    for (const { command, title, category } of contributes.commands) {
      assert.equal(title, `%command.${command.replace('galley.', '')}.title%`);
      assert.equal(category, '%category%');
    }
  });

  it('names only its own commands in menus, keys and the walkthrough', () => {
    const named = [
      ...Object.values(contributes.menus)
        .flat()
        .flatMap(({ command }) => command ?? []),
      ...contributes.keybindings.map(({ command }) => command),
      ...[...text.matchAll(/onCommand:([\w.]+)/g)].map(([, command]) => command!),
    ];
    assert.ok(named.length > commands.size);
    assert.deepEqual(
      named.filter((command) => !commands.has(command)),
      [],
    );
  });

  it('names only its own menus and views', () => {
    const submenus = contributes.submenus.map(({ id }) => id);
    for (const { submenu } of Object.values(contributes.menus).flat())
      assert.ok(!submenu || submenus.includes(submenu), submenu);
    for (const id of submenus) assert.ok(contributes.menus[id]?.length, `${id} has entries`);
    for (const [, view] of text.matchAll(/view == ([\w.]+)/g)) assert.ok(views.includes(view!), view);
    assert.deepEqual(
      [...new Set(contributes.viewsWelcome.map(({ view }) => view))],
      views,
      'every view has a welcome text',
    );
  });

  it('has a button in a view’s welcome only where it does something', () => {
    /** What must be in front for a command; any other works always. */
    const needs: Readonly<Record<string, string>> = {
      'galley.extractEntities': 'galley.front == page',
      'galley.treatAsNewspaper': 'galley.front == text',
    };
    const seen: string[] = [];
    for (const { contents, when } of contributes.viewsWelcome) {
      for (const [, command] of english[contents.slice(1, -1)]!.matchAll(/\(command:([^)?]+)/g)) {
        seen.push(command!);
        if (needs[command!]) assert.ok(when.includes(needs[command!]!), `${command} in ${contents}`);
      }
    }
    assert.deepEqual(
      Object.keys(needs).filter((command) => !seen.includes(command)),
      [],
    );
  });

  it('has buttons at the top of a view that act on a page only while one is in front', () => {
    const anywhere = contributes.menus['view/title']!.filter(({ when }) => !when!.includes('galley.front == page'));
    assert.deepEqual(
      anywhere.map(({ command }) => command),
      ['galley.cancelExtraction', 'galley.openRoster', 'galley.showLog'],
    );
  });

  it('shows each command in the palette only where it can do something', () => {
    const conditions = new Map(contributes.menus['commandPalette']!.map(({ command, when }) => [command, when]));
    const everywhere = [...commands].filter((command) => !conditions.get(command));
    assert.deepEqual(everywhere, ['galley.openSample', 'galley.showLog']);
  });

  it('binds no key twice', () => {
    for (const platform of ['key', 'mac'] as const) {
      const bound = contributes.keybindings
        .filter((binding) => binding[platform])
        .map((binding) => `${binding[platform]} ${binding.when}`);
      assert.equal(new Set(bound).size, bound.length);
    }
  });

  it('takes keys in the text of newspaper pages only', () => {
    for (const { key, when } of contributes.keybindings)
      assert.match(when, /^editorTextFocus && editorLangId == newspaper/, key);
  });

  it('names files that are there', () => {
    const files = [
      manifest.icon,
      ...contributes.languages.flatMap(({ configuration, icon }) => [configuration, ...Object.values(icon)]),
      ...contributes.grammars.map(({ path }) => path),
      ...Object.values(contributes.viewsContainers)
        .flat()
        .map(({ icon }) => icon),
      ...contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.image)),
    ];
    assert.deepEqual(
      files.filter((file) => !existsSync(project(file))),
      [],
    );
  });

  it('wakes the extension for plain text, which may be a page, and for nothing that VS Code derives itself', () => {
    assert.deepEqual(manifest.activationEvents, ['onLanguage:plaintext']);
  });

  it('has the version that the changelog begins with', () => {
    const [, version] = /^## (\S+)/m.exec(readFileSync(project('CHANGELOG.md'), 'utf8')) ?? [];
    assert.equal(manifest.version, version);
  });
});

describe('the menu of a row in a view', () => {
  const statuses: readonly TagStatus[] = ['suggestion', 'annotation', 'rejected'];
  /** All mixtures of tags that an entity can have. */
  const mixtures = [1, 2, 3, 4, 5, 6, 7].map((bits) => statuses.filter((_, index) => (bits >> index) & 1));
  const given = new Map<string, readonly Choice[]>([
    [rowContext('page'), []],
    [rowContext('article'), []],
    [rowContext('type'), []],
    ...mixtures.map((mixture) => [rowContext('entity', choicesOn(mixture)), choicesOn(mixture)] as const),
    ...statuses.map((status) => [rowContext('mention', choicesOn([status])), choicesOn([status])] as const),
    [rowContext('orphans', ['untag']), ['untag']],
    [rowContext('orphan', ['untag']), ['untag']],
  ]);
  /** What a row of these kinds is for is a click: it has no menu. */
  const WITHOUT_MENU: readonly RowKind[] = ['page', 'article', 'type'];
  const entries = contributes.menus['view/item/context']!.map(({ command, when = '', group = '' }) => {
    const [, pattern] = /viewItem =~ \/(.+)\/$/.exec(when) ?? [];
    assert.ok(pattern, `${command} asks for the row: ${when}`);
    return { command: command!.replace('galley.', ''), pattern: new RegExp(pattern), group };
  });

  it('has no entry for a row that the code never makes', () => {
    const idle = entries.filter(({ pattern }) => ![...given.keys()].some((value) => pattern.test(value)));
    assert.deepEqual(idle, []);
  });

  it('offers what can be done with the row, and nothing else', () => {
    for (const [value, choices] of given) {
      const offered = entries.filter(({ pattern, group }) => pattern.test(value) && !group.startsWith('inline'));
      assert.deepEqual(offered.map(({ command }) => command).sort(), [...choices].sort(), value);
      const buttons = entries.filter(({ pattern, group }) => pattern.test(value) && group.startsWith('inline'));
      for (const { command } of buttons) assert.ok((choices as readonly string[]).includes(command), value);
    }
  });

  it('is there for every kind of row but those that are only to be clicked', () => {
    const without = ROW_KINDS.filter(
      (kind) => ![...given].some(([value, choices]) => value.split(' ')[0] === kind && choices.length > 0),
    );
    assert.deepEqual(without, WITHOUT_MENU);
  });

  it('goes by what the rows’ one maker says', () => {
    const files = readdirSync(project('src'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    );
    const set = files.flatMap((name) =>
      [...readFileSync(project(`src/${name}`), 'utf8').matchAll(/contextValue = (.*)/g)].map(([, value]) => value!),
    );
    assert.ok(set.length >= ROW_KINDS.length);
    assert.deepEqual(
      set.filter((value) => !value.startsWith('rowContext(')),
      [],
    );
  });
});

describe('the strings of the code', () => {
  const english = readJson<Strings>('l10n/bundle.l10n.json');
  const chinese = readJson<Strings>('l10n/bundle.l10n.zh-cn.json');
  const sources = readdirSync(project('src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => ({ name, text: readFileSync(project(`src/${name}`), 'utf8') }));

  const said = sources.flatMap(({ name, text }) =>
    [...text.matchAll(/\bl10n\.t\(\s*(?:(['"`])((?:\\.|(?!\1)[^\\])*)\1)?/g)].map(([, quote, body]) => ({
      name,
      quote,
      body,
    })),
  );
  const keys = new Set(said.map(({ body }) => unescape(body ?? '')));

  it('are written out where they are said, so that they can be found', () => {
    assert.ok(said.length > 10);
    const computed = said.filter(({ quote, body }) => quote === undefined || (quote === '`' && body!.includes('${')));
    assert.deepEqual(computed, []);
  });

  it('are all there in English and in Chinese, and none is left over', () => {
    assert.deepEqual(Object.keys(english).sort(), [...keys].sort());
    assert.deepEqual(Object.keys(chinese).sort(), [...keys].sort());
  });

  it('are the English sentences themselves', () => {
    assert.deepEqual(
      Object.entries(english).filter(([key, value]) => key !== value),
      [],
    );
  });

  it('keep their blanks to be filled in Chinese', () => {
    const blanks = (value: string): string[] => [...new Set(value.match(/\{\w+\}/g))].sort();
    for (const [key, value] of Object.entries(chinese)) assert.deepEqual(blanks(value), blanks(key), key);
  });

  it('call no command of Galley that the manifest lacks', () => {
    const called = sources.flatMap(({ text }) =>
      [...text.matchAll(/(?:registerCommand|executeCommand)\(\s*'(galley\.[\w.]+)'/g)].map(([, command]) => command!),
    );
    assert.ok(called.length > 0);
    assert.deepEqual(
      called.filter((command) => !commands.has(command)),
      [],
    );
  });
});

/** The text that a string literal of the source stands for. */
function unescape(literal: string): string {
  return JSON.parse(
    `"${literal
      .replaceAll("\\'", "'")
      .replaceAll('\\`', '`')
      .replaceAll(/(?<!\\)"/g, '\\"')}"`,
  ) as string;
}
