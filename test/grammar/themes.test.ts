import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { IGrammar, IRawTheme, Registry } from 'vscode-textmate';

import { installServer } from '../../scripts/vscode/install.mjs';
import { contrast } from './colors.ts';
import { INITIAL, newRegistry, project, readManifest, ROOT_SCOPE } from './grammar.ts';
import type { ThemeKind } from './grammar.ts';

type ThemeRule = IRawTheme['settings'][number];

interface Theme {
  readonly name: string;
  readonly kind: ThemeKind;
  readonly settings: readonly ThemeRule[];
  readonly foreground: string;
  readonly background: string;
}

interface ThemeFile {
  readonly include?: string;
  readonly colors?: Readonly<Record<string, string>>;
  readonly tokenColors?: readonly ThemeRule[];
}

/** What VS Code shows where a theme names no colour of its own, by the theme's base. */
const BASES: Readonly<Record<string, Pick<Theme, 'kind' | 'foreground' | 'background'>>> = {
  vs: { kind: 'light', foreground: '#000000', background: '#ffffff' },
  'vs-dark': { kind: 'dark', foreground: '#bbbbbb', background: '#1e1e1e' },
  'hc-black': { kind: 'highContrast', foreground: '#ffffff', background: '#000000' },
  'hc-light': { kind: 'highContrastLight', foreground: '#292929', background: '#ffffff' },
};

/** One line of each kind that a theme must make visible, all of it in the kind's colour. */
const LINES = {
  headline: '压实责任补齐短板 坚决守住安全底线',
  byline: '□ 本报记者 许一诺',
  continuation: '（下转第三版）',
};

/** One line of each other kind. */
const OTHER_LINES = {
  column: '牢记嘱托开新局·临江篇',
  kicker: '周启明在全市安全生产工作会议上强调',
  deck: '——临江区城市更新见闻',
  subhead: '一、总体要求',
  caption: '图为学生在猜灯谜。',
  credit: '本报记者 邓可摄',
  furniture: '责编：丁一木  版式：方小禾',
};

/** The least ratio of WCAG 2 for marks and large text. */
const LEAST_CONTRAST = 3;

/** Bits of a font style, as vscode-textmate sets them. */
const BOLD = 2;

/** How much more a bold colour counts: WCAG 2 asks of large and bold text 3 where it asks of other text 4.5. */
const BOLD_COUNTS = 4.5 / 3;

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** A theme file with those it includes, the outermost last. */
function readTheme(path: string): { colors: Record<string, string>; tokenColors: ThemeRule[] } {
  const { include, colors, tokenColors } = readJson(path) as ThemeFile;
  const base = include === undefined ? { colors: {}, tokenColors: [] } : readTheme(join(dirname(path), include));
  return { colors: { ...base.colors, ...colors }, tokenColors: [...base.tokenColors, ...(tokenColors ?? [])] };
}

function readThemes(extensions: string): Theme[] {
  const ownRules = readManifest().contributes.configurationDefaults['editor.tokenColorCustomizations'].textMateRules;
  return readdirSync(extensions)
    .filter((name) => name.startsWith('theme-'))
    .flatMap((name) => {
      const manifest = readJson(join(extensions, name, 'package.json')) as {
        contributes: { themes?: { id?: string; label: string; uiTheme: string; path: string }[] };
      };
      return (manifest.contributes.themes ?? []).map(({ id, label, uiTheme, path }): Theme => {
        const { colors, tokenColors } = readTheme(join(extensions, name, path));
        const base = BASES[uiTheme]!;
        const foreground =
          tokenColors.find(({ scope }) => scope === undefined)?.settings.foreground ??
          colors['editor.foreground'] ??
          base.foreground;
        const background = colors['editor.background'] ?? base.background;
        return {
          name: id ?? label,
          kind: base.kind,
          settings: [{ settings: { foreground, background } }, ...tokenColors, ...ownRules],
          foreground,
          background,
        };
      });
    });
}

describe('the built-in themes of VS Code', () => {
  let registry: Registry;
  let grammar: IGrammar;
  let themes: Theme[];

  before(async function () {
    this.timeout(300_000);
    themes = readThemes(resolve(dirname(await installServer()), '../extensions'));
    registry = await newRegistry();
    grammar = (await registry.loadGrammar(ROOT_SCOPE))!;
  });

  /**
   * How a character of a line, by default the first, is drawn before there are semantic tokens; `style` is a bit set,
   * 0 for plain.
   */
  function lookOf(line: string, character = line[0]!): { color: string; style: number } {
    // Where vscode-textmate keeps them in a token's metadata.
    const [FONT_STYLE, FOREGROUND] = [11, 15];
    const { tokens } = grammar.tokenizeLine2(line, INITIAL);
    const at = line.indexOf(character);
    const starts = [...tokens].filter((_, i) => i % 2 === 0);
    const metadata = tokens[2 * starts.findLastIndex((start) => start <= at) + 1]!;
    return {
      color: registry.getColorMap()[(metadata >>> FOREGROUND) & 0x1ff]!.toLowerCase(),
      style: (metadata >>> FONT_STYLE) & 0xf,
    };
  }

  it('are all there', () => {
    const names = themes.map(({ name }) => name);
    for (const name of [
      'Dark 2026',
      'Light 2026',
      'Dark Modern',
      'Light Modern',
      'Dark+',
      'Light+',
      'Default High Contrast',
      'Default High Contrast Light',
      'Abyss',
      'Kimbie Dark',
      'Monokai',
      'Quiet Light',
      'Red',
      'Solarized Dark',
      'Solarized Light',
      'Tomorrow Night Blue',
    ]) {
      assert.ok(names.includes(name), name);
    }
  });

  it('give headlines, bylines and continuation markers colours of their own', () => {
    for (const theme of themes) {
      registry.setTheme({ name: theme.name, settings: [...theme.settings] });
      const colors = Object.values(LINES).map((line) => lookOf(line).color);
      assert.equal(
        new Set([theme.foreground.toLowerCase(), ...colors]).size,
        4,
        `${theme.name}: text ${theme.foreground}, ${colors.join(', ')}`,
      );
    }
  });

  it('give every other kind of line a colour or a style', () => {
    for (const theme of themes) {
      registry.setTheme({ name: theme.name, settings: [...theme.settings] });
      for (const [kind, line] of Object.entries(OTHER_LINES)) {
        const { color, style } = lookOf(line);
        assert.ok(color !== theme.foreground.toLowerCase() || style !== 0, `${theme.name}: a ${kind} looks like text`);
      }
    }
  });

  it('make a headline the strongest of the lines above its story, bold in all of them', () => {
    for (const theme of themes) {
      registry.setTheme({ name: theme.name, settings: [...theme.settings] });
      const strength = (line: string): number => {
        const { color, style } = lookOf(line);
        return contrast(color, theme.background) * (style & BOLD ? BOLD_COUNTS : 1);
      };
      assert.ok(lookOf(LINES.headline).style & BOLD, `${theme.name}: a headline is bold`);
      for (const kind of ['column', 'kicker', 'deck'] as const) {
        assert.ok(
          strength(LINES.headline) > strength(OTHER_LINES[kind]),
          `${theme.name}: a headline of ${strength(LINES.headline)}, a ${kind} of ${strength(OTHER_LINES[kind])}`,
        );
      }
    }
  });

  it('draw a quotation like the text around it', () => {
    for (const theme of themes) {
      registry.setTheme({ name: theme.name, settings: [...theme.settings] });
      for (const marks of ['“”', '‘’', '「」', '""']) {
        const line = `他说的是${marks[0]}这是好事${marks[1]}，大家都很高兴，都同意了。`;
        assert.deepEqual(lookOf(line, '这'), { color: theme.foreground.toLowerCase(), style: 0 }, theme.name);
      }
    }
  });

  it('show those colours against the background', () => {
    for (const theme of themes) {
      registry.setTheme({ name: theme.name, settings: [...theme.settings] });
      for (const [kind, line] of Object.entries(LINES)) {
        const ratio = contrast(lookOf(line).color, theme.background);
        assert.ok(
          Number(ratio.toFixed(1)) >= LEAST_CONTRAST,
          `${theme.name}: a ${kind} has a contrast of ${ratio.toFixed(1)}`,
        );
      }
    }
  });

  it('show each entity colour with a contrast that marks need', () => {
    for (const theme of themes) {
      for (const { id, defaults } of readManifest().contributes.colors) {
        const ratio = contrast(defaults[theme.kind], theme.background);
        assert.ok(ratio >= LEAST_CONTRAST, `${theme.name}: ${id} has a contrast of ${ratio.toFixed(1)}`);
      }
    }
  });

  it('colour a line by its semantic token as the grammar does by its shape', () => {
    const { semanticTokenScopes, semanticTokenTypes } = readManifest().contributes;
    const scopes = semanticTokenScopes[0]!.scopes;
    assert.deepEqual(
      Object.keys(scopes),
      semanticTokenTypes.map(({ id }) => id),
    );
    const known = grammarScopes();
    for (const [type, stacks] of Object.entries(scopes)) {
      for (const stack of stacks) assert.ok(known.has(stack), `${type}: the grammar has no scope ${stack}`);
    }
  });

  it('make a line bold by its semantic token as by its shape', () => {
    const { configurationDefaults } = readManifest().contributes;
    const { rules } = configurationDefaults['editor.semanticTokenColorCustomizations'];
    const lines: Readonly<Record<string, string>> = { ...LINES, ...OTHER_LINES };
    assert.ok(Object.keys(rules).length > 0);
    for (const theme of themes) {
      registry.setTheme({ name: theme.name, settings: [...theme.settings] });
      for (const [type, { bold }] of Object.entries(rules)) {
        const line = lines[type.replace('newspaper', '').toLowerCase()]!;
        assert.equal((lookOf(line).style & BOLD) !== 0, bold, `${theme.name}: ${type}`);
      }
    }
  });

  /** All scope names that the grammar gives. */
  function grammarScopes(): Set<string> {
    const names = new Set<string>();
    JSON.parse(readFileSync(project('syntaxes/newspaper.tmLanguage.json'), 'utf8'), (key, value: unknown) => {
      if (key === 'name' && typeof value === 'string') names.add(value);
      return value;
    });
    return names;
  }
});
