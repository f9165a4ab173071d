// @ts-check
// Keys as VS Code names them, brought to one order, and those that the manifest binds.

/** @typedef {'linux' | 'mac' | 'windows'} System */
/** @typedef {{ command: string, key: string, mac?: string, linux?: string, win?: string, when?: string }} Binding */

/** @type {readonly System[]} */
export const SYSTEMS = ['linux', 'mac', 'windows'];

const MODIFIERS = ['ctrl', 'shift', 'alt', 'cmd', 'win', 'meta'];

/** A key with its modifiers in one order, each part of a chord by itself. @param {string} key */
export function normalKey(key) {
  const parts = key.toLowerCase().split(' ');
  return parts
    .map((part) => {
      // The last sign may be a plus itself.
      const [, modifiers = '', sign = ''] = /^((?:\w+\+)*)(.+)$/.exec(part) ?? [];
      const held = modifiers.split('+').filter(Boolean);
      return [...held.sort((a, b) => MODIFIERS.indexOf(a) - MODIFIERS.indexOf(b)), sign].join('+');
    })
    .join(' ');
}

/** The key of a binding on a system. @param {Binding} binding @param {System} system */
export function keyOn({ key, mac, linux, win }, system) {
  return normalKey((system === 'mac' ? mac : system === 'linux' ? linux : win) ?? key);
}

/** All keys that the manifest binds on a system, in order. @param {readonly Binding[]} bindings @param {System} system */
export function ownKeys(bindings, system) {
  return [...new Set(bindings.map((binding) => keyOn(binding, system)))].sort();
}
