// Runs the extraction over annotated text without some of its parts. Started as a worker thread it answers each list
// of parts that it is sent with what was found.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';

import type { Candidate } from '../../src/core/entities/candidate.ts';
import { UnitReader } from '../../src/core/entities/decode/reading.ts';
import { EntityExtractor } from '../../src/core/entities/extractEntities.ts';
import { Parts, type Part } from '../../src/core/entities/parts.ts';
import type { Calibration } from '../../src/core/entities/tagger/calibration.ts';
import { TaggerModel } from '../../src/core/entities/tagger/model.ts';
import { Tagger } from '../../src/core/entities/tagger/tagger.ts';
import type { Segmenter, TaggedWord } from '../../src/core/entities/tokens/segmenter.ts';
import { textUnits } from '../../src/core/entities/tokens/textUnits.ts';
import { TAGGED_TYPES } from '../../src/core/entities/tagger/labels.ts';
import type { Issue } from '../../src/core/structure/issue.ts';
import type { StructureLexicons } from '../../src/core/structure/lexicons.ts';
import { parseIssue } from '../../src/core/structure/articles/parseIssue.ts';
import type { Span } from '../../src/core/text/span.ts';
import {
  dataDirectory,
  dictionaryDirectory,
  loadEntityLexicons,
  loadStructureLexicons,
} from '../../src/node/dataFiles.ts';
import { loadSegmenter } from '../../src/node/segmenter.ts';
import { nameKey, readMaterial } from './texts.ts';

/** What was found in one text. */
export interface Found {
  readonly names: readonly string[];
  readonly titles: readonly string[];
  /** By part: the names that it proposed. */
  readonly proposed: Readonly<Record<string, readonly string[]>>;
}

/** A text that is extracted from again and again: parsed once, its words cut once. */
interface Prepared {
  readonly issue: Issue;
  /** By the words of a sentence: how a span of it lies in the file, in each place where the sentence stands. */
  readonly places: ReadonlyMap<string, readonly ((span: Span) => Span)[]>;
}

/** Extracts from texts without some of the parts. */
export class Runner {
  readonly #lexicons;
  readonly #segmenter: Segmenter;
  readonly #model: TaggerModel;
  readonly #calibration: Calibration;
  readonly #prepared: readonly Prepared[];

  constructor(root: string, texts: readonly string[]) {
    this.#lexicons = loadEntityLexicons(dataDirectory(root));
    this.#segmenter = remembering(loadSegmenter(dictionaryDirectory(root)));
    this.#model = TaggerModel.parse(readFileSync(join(root, 'models/tagger.bin')));
    this.#calibration = JSON.parse(readFileSync(join(root, 'models/calibration.json'), 'utf8')) as Calibration;
    const structure = loadStructureLexicons(dataDirectory(root));
    this.#prepared = texts.map((text) => this.#prepare(text, structure));
  }

  /** What is found in each text without the given parts. */
  run(without: readonly Part[]): Found[] {
    return this.#prepared.map(({ issue, places }) => {
      const proposed = new Map<Part, Set<string>>();
      const parts = new Parts(without, (part, { text }, candidates) => {
        const keys = proposed.get(part) ?? new Set<string>();
        proposed.set(part, keys);
        for (const candidate of candidates.filter(isName))
          for (const toFile of places.get(text) ?? []) keys.add(keyOf(candidate, toFile));
      });
      const tagger = new Tagger(this.#model, this.#calibration, this.#lexicons, parts);
      const { mentions, people } = new EntityExtractor(this.#lexicons, tagger, parts).extract({
        issue,
        segmenter: this.#segmenter,
      });
      return {
        names: mentions.filter(isName).map(({ type, span }) => nameKey(type, span.start, span.end)),
        titles: people.flatMap(({ name, titles }) => titles.map(({ title }) => `${name}\t${title}`)),
        proposed: Object.fromEntries(Array.from(proposed, ([part, keys]) => [part, [...keys]])),
      };
    });
  }

  #prepare(text: string, structure: StructureLexicons): Prepared {
    const issue = parseIssue(text, structure);
    const reader = new UnitReader(this.#lexicons);
    const places = new Map<string, ((span: Span) => Span)[]>();
    for (const unit of textUnits(issue))
      for (const { offset, read } of reader.read(unit, [], this.#segmenter)) {
        const words = read.sentence.text;
        const known = places.get(words) ?? [];
        places.set(words, known);
        known.push(({ start, end }) => {
          const pieces = unit.healed.toSource({ start: start + offset, end: end + offset });
          return { start: pieces[0]?.start ?? 0, end: pieces.at(-1)?.end ?? 0 };
        });
      }
    return { issue, places };
  }
}

function isName({ type }: Pick<Candidate, 'type'>): boolean {
  return (TAGGED_TYPES as readonly string[]).includes(type);
}

function keyOf(candidate: Candidate, toFile: (span: Span) => Span): string {
  const { start, end } = toFile(candidate);
  return nameKey(candidate.type, start, end);
}

/** The same segmenter, that cuts no text twice. */
function remembering(segmenter: Segmenter): Segmenter {
  const known = new Map<string, readonly TaggedWord[]>();
  return {
    tag(text) {
      const words = known.get(text) ?? segmenter.tag(text);
      known.set(text, words);
      return words;
    },
  };
}

if (!isMainThread && parentPort) {
  const port = parentPort;
  const { root, shared } = workerData as { root: string; shared: string };
  const runner = new Runner(
    root,
    readMaterial(shared).texts.map(({ text }) => text),
  );
  port.on('message', (without: readonly Part[]) => port.postMessage(runner.run(without)));
}
