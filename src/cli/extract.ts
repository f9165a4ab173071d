import { availableParallelism } from 'node:os';

import * as l10n from '@vscode/l10n';

import { displayName } from '../core/entities/displayName.ts';
import { ENTITY_TYPES, type Entity, type Extraction } from '../core/entities/mention.ts';
import { LineIndex } from '../core/text/lineIndex.ts';
import { Analysis } from '../node/analysis.ts';
import type { Analyser, Command, Result } from './command.ts';
import { ExtractionPool } from './extractionPool.ts';
import { extractionJson } from './extractionJson.ts';
import { checkHomeRegion } from './homeRegion.ts';
import { Rosters } from './rosters.ts';
import { entityTypePlural } from '../localized/entityTypePlural.ts';
import { placeWords } from './words.ts';

/** `galley extract`: the entities and people of each text; many texts are shared out to worker threads. */
export const extract: Command = (installation, count, log, given) => {
  const { homeRegion } = given;
  checkHomeRegion(installation.root, homeRegion);
  const workers = Math.min(count, availableParallelism());
  const rosters = new Rosters(given.roster, log);
  return workers > 1
    ? pooled(new ExtractionPool(installation, workers, log), rosters, homeRegion)
    : direct(new Analysis(installation.root), rosters, homeRegion);
};

function direct(analysis: Analysis, rosters: Rosters, homeRegion: string): Analyser {
  return {
    width: 1,
    analyse: async (text, path) => {
      analysis.useRoster(await rosters.of(path));
      return result(text, analysis.extract(text, { homeRegion }));
    },
    dispose: () => Promise.resolve(),
  };
}

function pooled(pool: ExtractionPool, rosters: Rosters, homeRegion: string): Analyser {
  return {
    // While a long text holds up the order, the others still have work.
    width: pool.size * 4,
    analyse: async (text, path) =>
      result(text, await pool.extract(text, { homeRegion, roster: await rosters.of(path) })),
    dispose: () => pool.dispose(),
  };
}

function result(text: string, extraction: Extraction): Result {
  const lines = new LineIndex(text);
  return { json: extractionJson(extraction, lines), text: () => extractionText(extraction, lines) };
}

function extractionText(extraction: Extraction, lines: LineIndex): string {
  if (extraction.entities.length === 0) return `${l10n.t('No entity was found.')}\n`;
  const remarks = new Map<string, readonly string[]>([
    ...extraction.people.map(({ id, titles }) => [id, titles.map(({ title }) => title)] as const),
    ...extraction.places.map((place) => [place.id, placeWords(place)] as const),
  ]);
  const paragraphs = ENTITY_TYPES.flatMap((type) => {
    const entities = extraction.entities.filter((entity) => entity.type === type);
    if (entities.length === 0) return [];
    const rows = entities.map((entity) => entityLine(entity, remarks.get(entity.id) ?? [], extraction, lines));
    return [`${entityTypePlural(type, l10n)} (${entities.length})\n${rows.join('\n')}\n`];
  });
  return paragraphs.join('\n');
}

/** `name ×3  title; title  lines 3, 7`; a place with its chain. */
function entityLine(entity: Entity, remarks: readonly string[], { mentions }: Extraction, lines: LineIndex): string {
  const own = entity.mentions.map((index) => mentions[index]!);
  const places = own.map(({ span }) => lines.lineAt(span.start) + 1);
  const name = displayName(lines.text, entity, own);
  // 欧阳警官 says the post already.
  const said = remarks.filter((remark) => name === entity.name || !name.endsWith(remark));
  return [
    `  ${name} ×${entity.mentions.length}`,
    ...(said.length > 0 ? [said.join('; ')] : []),
    l10n.t('in line {0}', [...new Set(places)].join(', ')),
  ].join('  ');
}
