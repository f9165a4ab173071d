// @ts-check
// Makes the workspace of the host tests anew in a folder of the project, for a run with the debugger:
//
//   node scripts/testWorkspace.mjs out/workspace
import { rm } from 'node:fs/promises';

import { copyWorkspace } from './vscode/hostRun.mjs';
import { inProject } from './vscode/project.mjs';

const [name] = process.argv.slice(2);
if (!name?.startsWith('out/')) throw new Error('name a folder below out/');
await rm(inProject(name), { recursive: true, force: true });
await copyWorkspace(inProject(name));
