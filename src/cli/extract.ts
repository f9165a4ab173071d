import { availableParallelism } from 'node:os';

import * as l10n from '@vscode/l10n';

import { ENTITY_TYPES, type Entity, type Extraction } from '../core/entities/mention.ts';
import { LineIndex } from '../core/text/lineIndex.ts';
import { Analysis } from '../node/analysis.ts';
import type { Analyser, Command, Result } from './command.ts';
import { ExtractionPool } from './extractionPool.ts';
import { extractionJson } from './extractionJson.ts';
import { entityTypeName } from './words.ts';

/** `galley extract`: the entities and people of each text; many texts are shared out to worker threads. */
export const extract: Command = (installation, count, log) => {
  const workers = Math.min(count, availableParallelism());
  return workers > 1 ? pooled(new ExtractionPool(installation, workers, log)) : direct(new Analysis(installation.root));
};

function direct(analysis: Analysis): Analyser {
  return {
    width: 1,
    // An error in it rejects, as one in a worker does.
    analyse: (text) => new Promise((resolve) => resolve(result(text, analysis.extract(text)))),
    dispose: () => Promise.resolve(),
  };
}

function pooled(pool: ExtractionPool): Analyser {
  return {
    // While a long text holds up the order, the others still have work.
    width: pool.size * 4,
    analyse: async (text) => result(text, await pool.extract(text)),
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
