import { availableParallelism } from 'node:os';

import * as l10n from '@vscode/l10n';

import { ENTITY_TYPES, type Entity, type Extraction } from '../core/entities/mention.ts';
import { LineIndex } from '../core/text/lineIndex.ts';
import { Analysis } from '../node/analysis.ts';
import type { Analyser, Command, Result } from './command.ts';
import { ExtractionPool } from './extractionPool.ts';
import { extractionJson } from './extractionJson.ts';
import { Rosters } from './rosters.ts';
import { entityTypeName } from './words.ts';

/** `galley extract`: the entities and people of each text; many texts are shared out to worker threads. */
export const extract: Command = (installation, count, log, given) => {
  const workers = Math.min(count, availableParallelism());
  const rosters = new Rosters(given.roster, log);
  return workers > 1
    ? pooled(new ExtractionPool(installation, workers, log), rosters)
    : direct(new Analysis(installation.root), rosters);
};

function direct(analysis: Analysis, rosters: Rosters): Analyser {
  return {
    width: 1,
    analyse: async (text, path) => {
      analysis.useRoster(await rosters.of(path));
      return result(text, analysis.extract(text));
    },
    dispose: () => Promise.resolve(),
  };
}

function pooled(pool: ExtractionPool, rosters: Rosters): Analyser {
  return {
    // While a long text holds up the order, the others still have work.
    width: pool.size * 4,
    analyse: async (text, path) => result(text, await pool.extract(text, await rosters.of(path))),
    dispose: () => pool.dispose(),
  };
}

function result(text: string, extraction: Extraction): Result {
  const lines = new LineIndex(text);
  return { json: extractionJson(extraction, lines), text: () => extractionText(extraction, lines) };
}

function extractionText(extraction: Extraction, lines: LineIndex): string {
  if (extraction.entities.length === 0) return `${l10n.t('No entity was found.')}\n`;
  const titles = new Map(extraction.people.map((person) => [person.id, person.titles.map(({ title }) => title)]));
  const paragraphs = ENTITY_TYPES.flatMap((type) => {
    const entities = extraction.entities.filter((entity) => entity.type === type);
    if (entities.length === 0) return [];
    const rows = entities.map((entity) => entityLine(entity, titles.get(entity.id) ?? [], extraction, lines));
    return [`${entityTypeName(type)} (${entities.length})\n${rows.join('\n')}\n`];
  });
  return paragraphs.join('\n');
}

/** `name ×3  title; title  lines 3, 7` */
function entityLine(entity: Entity, titles: readonly string[], { mentions }: Extraction, lines: LineIndex): string {
  const places = entity.mentions.map((index) => lines.lineAt(mentions[index]!.span.start) + 1);
  return [
    `  ${entity.name} ×${entity.mentions.length}`,
    ...(titles.length > 0 ? [titles.join('; ')] : []),
    l10n.t('in line {0}', [...new Set(places)].join(', ')),
  ].join('  ');
}
