// @ts-check
// The order of the rooms inside the core, and no circle anywhere. Type imports count as well. `npm run lint` checks it;
// the outer walls (who knows Node, who knows the editor) are in eslint.config.mjs.

/** The stages of the core, lowest first: a room imports the rooms before its own. */
const CORE = ['text', 'lexicons', 'structure', 'entities', 'roster', 'annotations', 'proofread'];
/** How the lines of a text become an issue, and who reads that. */
const STRUCTURE = ['lines', 'articles', 'readers'];
/** How an issue becomes entities. Rooms of one step do not know each other. */
const ENTITIES = ['tokens|gazetteers', 'titles|guide', 'rules', 'tagger', 'decode', 'document', 'linking'];

/**
 * For each step of an order a rule that bars it from the steps behind it.
 * @param {string} folder @param {readonly string[]} steps
 */
const inOrder = (folder, steps) =>
  steps.slice(0, -1).map((step, index) => ({
    name: `order-of-${folder.split('/').at(-1)}`,
    comment: `Data flows one way: ${steps.join(' → ').replaceAll('|', ', ')}.`,
    severity: 'error',
    from: { path: `^${folder}/(${step})/` },
    to: { path: `^${folder}/(${steps.slice(index + 1).join('|')})/` },
  }));

/**
 * Bars a folder from what matches.
 * @param {string} name @param {string} comment @param {string} from @param {object} to
 */
const wall = (name, comment, from, to) => ({ name, comment, severity: 'error', from: { path: from }, to });

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-circle',
      comment: 'Cut the circle at its smallest interface.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    ...inOrder('src/core', CORE),
    ...inOrder('src/core/structure', STRUCTURE),
    ...inOrder('src/core/entities', ENTITIES),
    wall(
      'extraction-is-last',
      'What joins the stages together is known to none of them.',
      '^src/core/entities/[a-z]+/',
      {
        path: '^src/core/entities/extractEntities\\.ts$',
      },
    ),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(node_modules|dist|out)/' },
  },
};
