import assert from 'node:assert/strict';
import type { TextDocument } from 'vscode';

import { groupByEntity } from '../../../src/core/annotations/entityGroups.ts';
import { overlay } from '../../../src/core/annotations/overlay.ts';
import { EntityNodes, type PageEntities, type ViewNode } from '../../../src/vscode/views/entityNodes.ts';
import { annotate, mention } from '../annotations/helpers.ts';

const TEXT = '骆大江到清河镇。尤海平到场。';
const page = (name: string): TextDocument =>
  ({ uri: { toString: () => `file:///${name}` } }) as unknown as TextDocument;

const PEOPLE = [mention(TEXT, 'person', '骆大江'), mention(TEXT, 'person', '尤海平')];
const PLACES = [mention(TEXT, 'place', '清河镇')];

function entities(
  document: TextDocument,
  mentions: typeof PEOPLE,
  annotations: ReturnType<typeof annotate>[] = [],
): PageEntities {
  const groups = groupByEntity(TEXT, overlay(TEXT, mentions, annotations), null);
  return { document, groups, orphans: annotations.filter(({ span }) => !span) };
}

/** What a row shows, in short. */
function look(node: ViewNode): string {
  switch (node.kind) {
    case 'type':
      return `${node.type} ${node.groups.length}`;
    case 'entity':
      return `${node.group.name} ${node.group.tags.map(({ status }) => status).join()}`;
    case 'mention':
      return `${node.tag.text} ${node.tag.status}`;
    case 'orphans':
      return `${node.annotations.length}`;
    case 'orphan':
      return node.annotation.quote.exact;
  }
}

describe('the rows of the view of entities', () => {
  const first = page('p1');
  const [lu] = PEOPLE;
  let nodes: EntityNodes;
  let drawn: Map<ViewNode, string>;
  const show = (shown: PageEntities | undefined): readonly string[] | undefined =>
    nodes.show(shown, (node) => drawn.has(node) && drawn.get(node) !== look(node))?.map(({ id }) => id);
  /** Asks for rows as the editor does. */
  const draw = (node?: ViewNode): readonly ViewNode[] => {
    const rows = node ? nodes.below(node) : nodes.roots;
    for (const row of rows) drawn.set(row, look(row));
    return rows;
  };
  const accepted = annotate(TEXT, lu!.span, 'a', 'person', 'accepted');

  beforeEach(() => {
    nodes = new EntityNodes();
    drawn = new Map();
    assert.equal(show(entities(first, [...PEOPLE, ...PLACES])), undefined);
  });

  it('stay the same rows when one of them is decided on, and only that is drawn anew', () => {
    const [people] = draw();
    const [person, other] = draw(people);
    const [place] = draw(person);
    assert.deepEqual(show(entities(first, [...PEOPLE, ...PLACES], [accepted])), [person!.id]);
    assert.equal(look(person!), '骆大江 annotation');
    assert.equal(look(place!), '骆大江 annotation');
    assert.deepEqual(nodes.below(people!), [person, other]);
  });

  it('are not drawn at all where nothing looks different', () => {
    draw(draw()[0]);
    assert.deepEqual(show(entities(first, [...PEOPLE, ...PLACES])), []);
  });

  it('have their type drawn anew when one comes or goes, and no other type', () => {
    const [people] = draw();
    draw(people);
    assert.deepEqual(show(entities(first, [lu!, ...PLACES])), ['person']);
    assert.deepEqual(nodes.below(people!).map(look), ['骆大江 suggestion']);
  });

  it('are all drawn anew when a type comes or goes', () => {
    draw();
    assert.equal(show(entities(first, PEOPLE)), undefined);
    assert.deepEqual(nodes.roots.map(look), ['person 2']);
    assert.equal(show(undefined), undefined);
    assert.deepEqual(nodes.roots, []);
  });

  it('are not made before they are asked for', () => {
    const [people] = draw();
    assert.ok(people?.kind === 'type');
    assert.deepEqual(show(entities(first, [lu!, ...PLACES])), ['person']);
    assert.equal(people.children, undefined);
  });

  it('of another page are other rows below the same types', () => {
    const [people] = draw();
    const [person] = draw(people);
    assert.deepEqual(show(entities(page('p2'), [...PEOPLE, ...PLACES])), ['person']);
    assert.equal(nodes.roots[0], people);
    const [now] = nodes.below(people!);
    assert.notEqual(now, person);
    assert.notEqual(now!.id, person!.id);
    assert.equal(nodes.above(now!), people);
  });

  it('tell people of one name apart', () => {
    const twin = { ...mention(TEXT, 'person', '尤海平', 'p2'), text: '骆大江' };
    show(entities(first, [lu!, twin]));
    const ids = draw(draw()[0]).map(({ id }) => id);
    assert.equal(new Set(ids).size, 2);
  });
});
