// @ts-check
// Packages the extension for this machine's platform as galley.vsix. The VSIX holds nodejieba's native part, so
// that there is one for each platform, made on that platform. What goes in is listed in .vscodeignore.
import { inProject, ROOT, VSIX } from './vscode/project.mjs';
import { run } from './vscode/processes.mjs';

/** The platform in the words of the Marketplace. */
function target() {
  const report = /** @type {{ header?: { glibcVersionRuntime?: string } }} */ (process.report.getReport());
  const system = process.platform === 'linux' && !report.header?.glibcVersionRuntime ? 'alpine' : process.platform;
  return `${system}-${process.arch === 'arm' ? 'armhf' : process.arch}`;
}

const vsce = inProject('node_modules/@vscode/vsce/vsce');
const printed = await run(
  process.execPath,
  [vsce, 'package', '--target', target(), '--out', VSIX, '--allow-missing-repository', '--no-rewrite-relative-links'],
  { cwd: ROOT },
);
console.log(printed.trim());
