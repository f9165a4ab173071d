import assert from 'node:assert/strict';
import type { Candidate } from '../../../../src/core/entities/candidate.ts';
import type { EvidenceKind } from '../../../../src/core/entities/mention.ts';
import { shapedPerson } from '../../../../src/core/entities/guide/personShape.ts';
import { PersonWitnesses } from '../../../../src/core/entities/document/personWitnesses.ts';
import { Sentence } from '../../../../src/core/entities/tokens/sentence.ts';
import { fakeSegmenter } from '../fakeSegmenter.ts';
import { lexicons } from '../helpers.ts';

/** A sentence with the person that it is taken to name. */
type Place = readonly [text: string, name: string, kind?: EvidenceKind];

function person(text: string, name: string, kind: EvidenceKind = 'surname', confidence = 0.9): Candidate {
  const start = text.indexOf(name);
  return { type: 'person', start, end: start + name.length, confidence, evidence: [{ kind }] };
}

/** What becomes of each name when all are known; '' where it is none. */
function settled(...places: readonly Place[]): string[] {
  const witnesses = new PersonWitnesses(lexicons);
  const read = places.map(([text, name, kind]) => ({
    sentence: new Sentence(text, fakeSegmenter),
    candidate: person(text, name, kind),
  }));
  for (const { sentence, candidate } of read) witnesses.note(sentence, candidate, 0);
  return read.map(({ sentence, candidate }) => {
    const [correction] = witnesses.corrections(sentence, [candidate], [], 0);
    return sentence.text.slice(candidate.start, correction?.to ?? candidate.end);
  });
}

describe('what an issue says of a name', () => {
  it('makes no person of what is only grown and sold', () => {
    assert.deepEqual(settled(['村里种植黄杏三百亩。', '黄杏'], ['今年黄杏又来了。', '黄杏']), ['', '']);
    assert.deepEqual(settled(['春笋、夏瓜。', '夏瓜']), ['']);
  });

  it('keeps who is somebody in one place', () => {
    assert.deepEqual(settled(['村里种植黄杏三百亩。', '黄杏'], ['局长黄杏。', '黄杏', 'title']), ['黄杏', '黄杏']);
    assert.deepEqual(settled(['村里种植黄杏三百亩。', '黄杏'], ['黄杏说，来了。', '黄杏']), ['黄杏', '黄杏']);
  });

  it('ends a name where it ends in the other places of the story', () => {
    assert.deepEqual(
      settled(['陈芳老人。', '陈芳', 'title-after'], ['，陈芳又来。', '陈芳'], ['陈芳平时又来。', '陈芳平']),
      ['陈芳', '陈芳', '陈芳'],
    );
    assert.deepEqual(
      settled(['李光学说。', '李光学'], ['由李光学出席。', '李光学'], ['局长李光学到村里。', '李光', 'title']),
      ['李光学', '李光学', '李光学'],
    );
  });

  it('leaves two people of like names alone', () => {
    assert.deepEqual(settled(['王建说。', '王建'], ['王建国说。', '王建国']), ['王建', '王建国']);
  });

  it('puts a name in full in the place of its beginning', () => {
    const witnesses = new PersonWitnesses(lexicons);
    const titled = '局长周小元出席。';
    witnesses.note(new Sentence(titled, fakeSegmenter), person(titled, '周小元', 'title'), 0);
    const text = '“周小元星”来了。';
    const remembered = person(text, '周小元', 'memory', 0.96);
    const [correction] = witnesses.corrections(
      new Sentence(text, fakeSegmenter),
      [person(text, '周')],
      [remembered],
      0,
    );
    assert.deepEqual(correction, { start: 1, end: 2, to: 4 });
    assert.deepEqual(witnesses.certain({ text }, [remembered]), [remembered]);
  });

  it('puts a name in full in the place of the surname alone, though it is not quite sure', () => {
    const witnesses = new PersonWitnesses(lexicons);
    const text = '秦大为主任一行。';
    const corrected = (name: string, confidence: number) =>
      witnesses.corrections(
        new Sentence(text, fakeSegmenter),
        [person(text, '秦')],
        [person(text, name, 'memory', confidence)],
        0,
      );
    assert.deepEqual(corrected('秦大为', 0.8), [{ start: 0, end: 1, to: 3 }]);
    assert.deepEqual(corrected('秦大', 0.8), []);
    assert.deepEqual(corrected('秦大为', 0.4), []);
  });
});

describe('the shape of a person', () => {
  const cases: readonly (readonly [name: string, expected: string | undefined])[] = [
    ['乔女士', '乔'],
    ['钱兄', '钱'],
    ['王建国', '王建国'],
    ['王某', '王'],
    ['李某某', '李'],
    ['老王', '王'],
    ['小王', '王'],
    ['小龙', '小龙'],
    ['艾力·买买提', '艾力·买买提'],
    ['李伯', '李'],
    ['韦伯', '韦伯'],
    ['王', '王'],
  ];
  for (const [name, expected] of cases)
    it(`of ${name} is ${expected}`, () => {
      const shaped = shapedPerson(name, person(name, name, 'model'), lexicons);
      assert.equal(name.slice(shaped.start, shaped.end), expected);
    });
});
