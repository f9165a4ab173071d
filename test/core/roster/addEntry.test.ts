import assert from 'node:assert/strict';
import { emptyRoster, entryOf, rowFor } from '../../../src/core/roster/addEntry.ts';
import type { RosterLanguage } from '../../../src/core/roster/columns.ts';
import { parseRoster } from '../../../src/core/roster/parseRoster.ts';
import type { RosterEntry } from '../../../src/core/roster/roster.ts';

const ENTRY: RosterEntry = { name: '郑海宽', type: 'person', titles: ['局长', '主任'], aliases: [], note: '' };

function added(text: string, entry: RosterEntry = ENTRY, language: RosterLanguage = 'en'): string {
  return text + rowFor(text, entry, language);
}

describe('adding to a roster', () => {
  it('begins an empty one with a header, for Excel', () => {
    assert.equal(added(''), 'name,type,titles,aliases,note\r\n郑海宽,person,局长；主任,,\r\n');
    assert.equal(added('\ufeff\r\n').replace('\ufeff\r\n', ''), `${emptyRoster('en')}郑海宽,person,局长；主任,,\r\n`);
  });

  it('begins an empty one in the language of the newsroom, which is read as well', () => {
    const text = added('', ENTRY, 'zh');
    assert.equal(text, '姓名,类型,职务,别名,备注\r\n郑海宽,人名,局长；主任,,\r\n');
    assert.deepEqual(parseRoster(text), { entries: [ENTRY], problems: [] });
  });

  it('writes types in the language of the file, whatever that of the editor is', () => {
    const cases: readonly (readonly [text: string, language: RosterLanguage, type: string])[] = [
      ['名称,类型\n清河镇,地名\n', 'en', '人名'],
      ['name,type\n清河镇,place\n', 'zh', 'person'],
      ['名称,类型\n清河镇,place\n', 'zh', 'person'],
      ['名称,类型\n', 'en', '人名'],
      ['name,type\n', 'zh', 'person'],
    ];
    for (const [text, language, type] of cases) assert.equal(added(text, ENTRY, language), `${text}郑海宽,${type}\n`);
  });

  it('keeps the columns, also those of the newsroom’s own, the delimiter, the line ends and the language of types', () => {
    const text = '\ufeff编号;类型;姓名;职务\n1;地名;清河镇;\n';
    assert.equal(added(text), `${text};人名;郑海宽;局长；主任\n`);
  });

  it('ends the last line first where nothing ends it', () => {
    assert.equal(added('name,type\r\n清河镇,place'), 'name,type\r\n清河镇,place\r\n郑海宽,person\r\n');
  });

  it('writes what it reads back, whatever the words hold', () => {
    const entry = {
      ...ENTRY,
      name: 'A, "B" 公司',
      type: 'organization' as const,
      titles: ['甲、乙', '丙,丁'],
      aliases: ['AB'],
      note: 'x\ny',
    };
    assert.deepEqual(parseRoster(added(emptyRoster('en'), entry)), { entries: [entry], problems: [] });
  });

  it('finds whom a name means, by the full name before an alias, blanks aside', () => {
    const { entries } = parseRoster('name,type,titles,aliases\n清河县水利局,organization,,县水利局\n郑宽,person,,\n');
    assert.equal(entryOf(entries, '县水利局')?.name, '清河县水利局');
    assert.equal(entryOf(entries, '郑　宽')?.name, '郑宽');
    assert.equal(entryOf(entries, '郑'), undefined);
  });
});
