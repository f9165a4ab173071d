import assert from 'node:assert/strict';
import { parseRoster } from '../../../src/core/roster/parseRoster.ts';

/** `line code value other`, with a star where the row is used all the same. */
function problems(text: string): string[] {
  return parseRoster(text).problems.map(({ line, code, value, other, used }) =>
    [`${line}${used ? '*' : ''}`, code, value, other].filter((part) => part !== undefined).join(' '),
  );
}

function names(text: string): string[] {
  return parseRoster(text).entries.map(({ type, name }) => `${type} ${name}`);
}

describe('reading a roster', () => {
  it('takes the columns by their English names, in any order, and leaves others alone', () => {
    const text = '\ufeffnumber,aliases,titles,note,type,name\r\n7,老郑,局长,new,person,郑海宽\r\n';
    assert.deepEqual(parseRoster(text), {
      entries: [{ name: '郑海宽', type: 'person', titles: ['局长'], aliases: ['老郑'], note: 'new' }],
      problems: [],
    });
  });

  it('takes the columns and types by their Chinese names', () => {
    const text =
      '姓名,类型,职务,别名,备注\n郑海宽,人名,局长,,\n清河镇,地名,,,\n清河县水利局,机构,,县水利局,\n《清河谣》,作品,,,\n';
    assert.deepEqual(names(text), ['person 郑海宽', 'place 清河镇', 'organization 清河县水利局', 'work 《清河谣》']);
  });

  it('takes a list of people that has no types, and a table that has no header', () => {
    assert.deepEqual(names('姓名,职务\n郑海宽,局长\n'), ['person 郑海宽']);
    assert.deepEqual(names('郑海宽,人名,局长\n清河镇,地名\n'), ['person 郑海宽', 'place 清河镇']);
  });

  it('takes several titles and aliases in a cell; 、 stands within one title and between aliases', () => {
    const [entry] = parseRoster(
      'name,type,titles,aliases\n郑海宽,person,"省委常委、市委书记；市长 | 主任\n组长",老郑、海宽；老宽\n',
    ).entries;
    assert.deepEqual(entry?.titles, ['省委常委、市委书记', '市长', '主任', '组长']);
    assert.deepEqual(entry?.aliases, ['老郑', '海宽', '老宽']);
  });

  it('takes what Excel separates by tabs or semicolons', () => {
    assert.deepEqual(names('name\ttype\n郑海宽\tperson\n'), ['person 郑海宽']);
    assert.deepEqual(names('name;type\r郑海宽;person\r'), ['person 郑海宽']);
  });

  it('takes names without the blanks that set them, and with dots of one kind', () => {
    assert.deepEqual(names('name,type\n郑　宽,person\n 安娜•李 ,person\nTim  Cook,person\n'), [
      'person 郑宽',
      'person 安娜·李',
      'person Tim Cook',
    ]);
  });

  it('reports rows that it cannot use, with their lines, and uses the others', () => {
    const text = [
      'name,type,titles,aliases,note',
      '"郑海\n宽",person,,,"two\r\nlines"',
      '',
      ',person,局长,,',
      '宽,person,,,',
      '郑小宽,,,,',
      '郑大宽,hero,,,',
      '郑中宽,person,局长,,,书记',
      '郑\ufffd宽,person,,,',
      '郑海宽,person,,,',
      '清河镇,place,,,',
    ].join('\r\n');
    assert.deepEqual(names(text), ['person 郑海宽', 'place 清河镇']);
    assert.deepEqual(problems(text), [
      '6 no-name',
      '7 short-name 宽',
      '8 no-type 郑小宽',
      '9 unknown-type hero',
      '10 too-many-cells 书记',
      '11 damaged',
      '12 duplicate-name 郑海宽 2',
    ]);
  });

  it('loses no more than its row to a quote that is not closed', () => {
    const text = 'name,type,titles\n郑海宽,person,"局长\n清河镇,place,\n"郑"宽,person,\n郑中宽,person,"a ""b"""\n';
    assert.deepEqual(names(text), ['place 清河镇', 'person 郑中宽']);
    assert.deepEqual(problems(text), ['2 quotes', '4 quotes']);
  });

  it('uses a row without an alias that is too short or means another', () => {
    const text =
      'name,type,titles,aliases\n清河县水利局,organization,,水利局；局；县水利局\n清江县水利局,organization,,水利局\n县水利局,organization,,\n';
    assert.deepEqual(problems(text), ['2* short-alias 局', '2* taken-alias 县水利局 4', '3* taken-alias 水利局 2']);
    assert.deepEqual(
      parseRoster(text).entries.map(({ aliases }) => aliases),
      [['水利局'], [], []],
    );
  });

  it('says that there is no column of names', () => {
    assert.deepEqual(problems('type,aliases\nperson,老郑\n'), ['1 no-name-column']);
  });

  it('takes an empty file, and a megabyte of quotes', () => {
    assert.deepEqual(parseRoster(''), { entries: [], problems: [] });
    assert.equal(parseRoster('"'.repeat(1_000_001)).entries.length, 0);
    assert.equal(parseRoster('name,type\n' + '郑,"x\n'.repeat(100_000)).problems.length, 100_000);
  });
});
