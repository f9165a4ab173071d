import { dataDirectory, loadDivisions } from '../node/dataFiles.ts';
import { UsageError } from './arguments.ts';

/** Makes sure that the home region on the command line is one division. Throws a `UsageError`, or a `DataFileError`. */
export function checkHomeRegion(root: string, value: string): void {
  if (value === '') return;
  const read = loadDivisions(dataDirectory(root)).read(value);
  if (typeof read === 'string') throw new UsageError({ code: `${read}-region`, value });
}
