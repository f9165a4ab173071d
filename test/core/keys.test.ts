import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { keyOn, ownKeys, SYSTEMS, type Binding, type System } from '../../scripts/vscode/keys.mjs';

const read = (path: string): string => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');

interface DefaultKey {
  readonly system: System;
  readonly key: string;
  readonly command: string;
  readonly when: string;
}

/** Conditions of VS Code's under which the focus is not in the text of a page. */
const ELSEWHERE = [
  'false',
  'inQuickInput',
  'inChat',
  'inChatInput',
  'terminalFocus',
  'breakpointsFocused',
  'searchViewletFocus',
  'inSearchEditor',
  'notebookEditorFocused',
  'notebookCellListFocused',
  'agentSessionsViewerFocused',
  'accessibleViewIsShown',
  'accessibleViewInCodeBlock',
  'markdownEditorFocus',
  "focusedView == 'workbench.view.testing'",
];

/** The clashes that are meant: which keys of Galley take what of VS Code's, where, and why. */
const WANTED: readonly { readonly own: readonly string[]; readonly taken: readonly string[]; readonly why: string }[] =
  [
    {
      own: [...'1234567'].map((digit) => `alt+${digit}`),
      taken: [...'1234567'].map((digit) => `workbench.action.openEditorAtIndex${digit}`),
      why: 'Tagging is what hands do all day: where text is selected, or a suggestion or tag lies at the cursor.',
    },
    {
      own: ['alt+0'],
      taken: ['workbench.action.lastEditorInGroup'],
      why: 'As Alt+1 to Alt+7.',
    },
    {
      own: ['alt+enter'],
      taken: [
        'editor.action.selectAllMatches',
        'workbench.action.terminal.chat.insertCommand',
        'workbench.action.terminal.chat.insertFirstCommand',
      ],
      why: 'Only on a suggestion; in the field of Find the key is Find’s.',
    },
    {
      own: ['alt+backspace', 'ctrl+alt+backspace', 'ctrl+alt+delete'],
      taken: [
        'workbench.action.hideComment',
        'workbench.action.chat.cancel',
        'deleteWordPartLeft',
        'deleteWordPartRight',
      ],
      why: 'Only on a suggestion or tag; parts of words are a matter of program code.',
    },
    {
      own: ['alt+r'],
      taken: ['toggleFindRegex', 'workbench.action.chat.toggleFindRegex', 'workbench.action.terminal.toggleFindRegex'],
      why: 'A switch of Find, which nobody turns while it is closed; where it is open, the key is Find’s.',
    },
    {
      own: ['ctrl+z', 'ctrl+y', 'ctrl+shift+z', 'cmd+z', 'shift+cmd+z'],
      taken: ['undo', 'redo', 'chatEditor.action.acceptHunk'],
      why: 'Only while a decision on a tag is what was done, or undone, last: one undo for text and tags.',
    },
  ];

describe('the keys', () => {
  const { contributes } = JSON.parse(read('package.json')) as {
    contributes: { keybindings: readonly (Binding & { readonly when: string })[] };
  };
  const bindings = contributes.keybindings;
  const lines = read('test/fixtures/defaultKeys.tsv').trimEnd().split('\n');
  const defaults = lines
    .filter((line) => !line.startsWith('#'))
    .map((line): DefaultKey => {
      const [system, key, command, when] = line.split('\t');
      return { system: system as System, key: key!, command: command!, when: when! };
    });

  it('are those for which VS Code’s own were listed', () => {
    for (const system of SYSTEMS) {
      const listed = lines
        .find((line) => line.startsWith(`# ${system}\t`))
        ?.split('\t')
        .slice(1);
      assert.deepEqual(listed, ownKeys(bindings, system), `run scripts/data/defaultKeys.mjs: ${system}`);
    }
  });

  it('take from VS Code what is meant to be taken, and nothing else', () => {
    const met = new Set<string>();
    for (const { system, key, command, when } of defaults) {
      const own = bindings.filter((binding) => key.split(' ')[0] === keyOn(binding, system));
      if (own.some((binding) => canMeet(binding.when, when))) met.add(`${key} ${command}`);
    }
    const meant = WANTED.flatMap(({ own, taken }) => own.flatMap((key) => taken.map((command) => `${key} ${command}`)));
    assert.deepEqual(
      [...met].filter((clash) => !meant.includes(clash)),
      [],
      'clashes that nobody wants',
    );
    for (const { own, taken } of WANTED) {
      const idle = [
        ...own.filter((key) => !taken.some((command) => met.has(`${key} ${command}`))),
        ...taken.filter((command) => !own.some((key) => met.has(`${key} ${command}`))),
      ];
      assert.deepEqual(idle, [], 'clashes that are none');
    }
  });

  it('take something only under a condition of their own, and README says so', () => {
    const [, section = ''] = /^## Keys\n([^]*?)^## /m.exec(read('README.md')) ?? [];
    for (const { own, why } of WANTED) {
      assert.ok(why.length > 10);
      for (const binding of bindings) {
        if (!SYSTEMS.some((system) => own.includes(keyOn(binding, system)))) continue;
        const condition = binding.when.replace('editorTextFocus && editorLangId == newspaper', '');
        assert.match(condition, /galley\.|!findWidgetVisible/, binding.key);
      }
    }
    for (const name of ['Alt+1', 'Alt+Enter', 'Alt+Backspace', 'Alt+R', 'Ctrl+Z'])
      assert.ok(section.includes(name), name);
    assert.match(section, /elsewhere/);
  });
});

/** Whether a key of Galley's can be asked for where VS Code's is: no part of either condition rules the other out. */
function canMeet(own: string, when: string): boolean {
  if (when === '-') return true;
  return when
    .split(' || ')
    .some((all) => all.split(' && ').every((part) => !ELSEWHERE.includes(part) && !own.includes(`!${part}`)));
}
