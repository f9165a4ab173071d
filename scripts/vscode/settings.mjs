// @ts-check
// The settings that the served VS Code starts with: nothing on the screen but the editor, nothing on the wire.

/** Chat, welcome pages, updates and telemetry off. @type {Readonly<Record<string, unknown>>} */
export const QUIET_SETTINGS = {
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'git.openRepositoryInParentFolders': 'never',
};

/** For tests: besides, nothing moves by itself, nor does the cursor while one types into Find. @type {Readonly<Record<string, unknown>>} */
export const TEST_SETTINGS = {
  ...QUIET_SETTINGS,
  'editor.cursorBlinking': 'solid',
  'editor.minimap.enabled': false,
  'editor.find.cursorMoveOnType': false,
  'workbench.reduceMotion': 'on',
  'window.confirmBeforeClose': 'never',
  'files.autoSave': 'off',
  'files.simpleDialog.enable': true,
};
