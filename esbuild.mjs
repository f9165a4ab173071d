// @ts-check
// Builds what runs from what is written:
//
//   node esbuild.mjs                 dist/ with source maps, out/test/host/ for the tests inside VS Code
//   node esbuild.mjs --watch         … again at every change
//   node esbuild.mjs --production    dist/ alone, minified: what the VSIX holds
//   node esbuild.mjs --tests         out/test/host/ alone
//
// dist/extension.cjs is the extension, dist/worker.cjs the analysis, dist/pageWorker.cjs reads pages for the index,
// dist/cli.js is the command line, dist/dict/ the segmenter's dictionary. nodejieba stays outside the bundles: it has a native part.
import { context } from 'esbuild';
import { readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { buildDictionary } from './scripts/data/buildDictionary.mjs';
import { ensureSegmenter } from './scripts/native.mjs';

/** @import { BuildOptions, Message, Plugin } from 'esbuild' */

const ROOT = import.meta.dirname;
const flag = /** @type {const} */ ({ type: 'boolean', default: false });
const { values: options } = parseArgs({ options: { watch: flag, production: flag, tests: flag } });

/** How many bundles are being built. */
let building = 0;

/**
 * Says what is wrong; while watching, between the marks that the editor's problem matcher looks for: one pair for
 * all bundles, so that F5 waits for the last. @type {Plugin}
 */
const announce = {
  name: 'announce',
  setup(build) {
    build.onStart(() => {
      if (building++ === 0 && options.watch) console.log('[watch] build started');
    });
    build.onEnd(({ errors, warnings }) => {
      report('ERROR', errors);
      report('WARNING', warnings);
      if (--building === 0 && options.watch) console.log('[watch] build finished');
    });
  },
};

/** @param {string} kind @param {Message[]} messages */
function report(kind, messages) {
  for (const { text, location } of messages) {
    console.error(`✘ [${kind}] ${text}`);
    if (location) console.error(`    ${location.file}:${location.line}:${location.column}:`);
  }
}

/** The module `galley:tests`: every test file of the host, found by name, so that none can be forgotten. @type {Plugin} */
const hostTests = {
  name: 'host-tests',
  setup(build) {
    build.onResolve({ filter: /^galley:tests$/ }, () => ({ path: 'tests', namespace: 'host-tests' }));
    build.onLoad({ filter: /.*/, namespace: 'host-tests' }, () => {
      const folder = `${ROOT}/test/host`;
      const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
        file.endsWith('.test.ts'),
      );
      const contents = files.sort().map((file) => `import ${JSON.stringify(`./${file.replaceAll('\\', '/')}`)};\n`);
      return { contents: contents.join(''), resolveDir: folder, watchDirs: [folder] };
    });
  },
};

/** @type {BuildOptions} */
const common = {
  absWorkingDir: ROOT,
  bundle: true,
  platform: 'node',
  mainFields: ['module', 'main'],
  sourcemap: options.production ? false : 'linked',
  sourcesContent: false,
  minify: options.production,
  keepNames: true,
  legalComments: 'none',
  logLevel: 'silent',
  plugins: [announce],
};

/** @type {BuildOptions[]} */
const product = [
  // Electron of the oldest VS Code in `engines` has Node 22.
  {
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/extension.cjs',
    format: 'cjs',
    target: 'node22',
    external: ['vscode'],
  },
  {
    entryPoints: ['src/node/worker.ts'],
    outfile: 'dist/worker.cjs',
    format: 'cjs',
    target: 'node20',
    external: ['nodejieba'],
  },
  { entryPoints: ['src/node/pageWorker.ts'], outfile: 'dist/pageWorker.cjs', format: 'cjs', target: 'node20' },
  {
    entryPoints: ['src/cli/main.ts'],
    outfile: 'dist/cli.js',
    format: 'esm',
    target: 'node20',
    external: ['nodejieba'],
    // @vscode/l10n is CommonJS and requires `fs`, which an ES module has no `require` for.
    banner: {
      js: `#!/usr/bin/env node
import { createRequire as requireOf } from 'node:module';
const require = requireOf(import.meta.url);`,
    },
  },
];
/** @type {BuildOptions} */
const tests = {
  entryPoints: ['test/host/index.ts'],
  outfile: 'out/test/host/index.cjs',
  format: 'cjs',
  target: 'node22',
  external: ['vscode', 'mocha'],
  plugins: [announce, hostTests],
};

const bundles = options.tests ? [tests] : options.production ? product : [...product, tests];
if (!options.tests) {
  await ensureSegmenter();
  buildDictionary(ROOT);
}
const contexts = await Promise.all(bundles.map((bundle) => context({ ...common, ...bundle })));
if (options.watch) {
  await Promise.all(contexts.map((each) => each.watch()));
} else {
  const results = await Promise.allSettled(contexts.map((each) => each.rebuild()));
  await Promise.all(contexts.map((each) => each.dispose()));
  if (results.some(({ status }) => status === 'rejected')) process.exitCode = 1;
}
