import assert from 'node:assert/strict';
import type { Place } from '../../../../src/core/entities/place.ts';
import { extract } from '../helpers.ts';

const place = (text: string, name: string, home?: string): Place | undefined =>
  extract(text, home).places.find((one) => one.name === name);
/** `chain code decision`, with ? where it is ambiguous. */
const told = (text: string, name: string, home?: string): string => {
  const found = place(text, name, home);
  if (!found) return 'none';
  return [found.chain.join('/'), found.code, found.decidedBy].filter(Boolean).join(' ') + (found.ambiguous ? '?' : '');
};

describe('the records of places', () => {
  it('give the chain and the code, from the province down', () => {
    assert.equal(told('代表在开福区考察。', '开福区'), '湖南省/长沙市/开福区 430105 name');
    const { places } = extract('代表在美国、开福区考察。');
    assert.deepEqual(
      places.map(({ name }) => name),
      ['开福区'],
    );
  });

  it('of several divisions with one name take the one whose city stands before it', () => {
    assert.equal(told('代表在福建省福州市鼓楼区考察。', '鼓楼区'), '福建省/福州市/鼓楼区 350102 neighbour');
    assert.equal(told('代表在福州市\n鼓楼区考察。', '鼓楼区', '南京市'), '福建省/福州市/鼓楼区 350102 neighbour');
  });

  it('also by what stands behind it', () => {
    assert.equal(told('代表在吉林蛟河市考察。', '吉林'), '吉林省 220000 neighbour');
  });

  it('say that they are ambiguous where neighbours say different things', () => {
    const found = place('代表在福州市鼓楼区和南京市鼓楼区考察。', '鼓楼区');
    assert.deepEqual([found?.ambiguous, found?.code, found?.decidedBy], [true, undefined, undefined]);
    assert.equal(found?.others.length, 4);
  });

  it('say so too where a neighbour says another thing than the home region does of the name alone', () => {
    const text = '代表在鼓楼区考察。又在福州市鼓楼区考察。';
    const found = place(text, '鼓楼区', '徐州市');
    assert.deepEqual([found?.ambiguous, found?.code], [true, undefined]);
    assert.deepEqual(
      found?.others.map(({ code }) => code),
      ['320302', '350102', '320106', '410204'],
    );
    assert.equal(told(text, '鼓楼区', '大连市'), '福建省/福州市/鼓楼区 350102 neighbour');
    assert.equal(told('代表在福州市鼓楼区考察。', '鼓楼区', '徐州市'), '福建省/福州市/鼓楼区 350102 neighbour');
  });

  it('take the one of the home region, of its city before its province', () => {
    assert.equal(told('代表在鼓楼区考察。', '鼓楼区', '开封市'), '河南省/开封市/鼓楼区 410204 home');
    assert.equal(told('代表在鼓楼区考察。', '鼓楼区', '福建省'), '福建省/福州市/鼓楼区 350102 home');
    // Two of the province, in neither of their cities.
    assert.match(told('代表在鼓楼区考察。', '鼓楼区', '苏州市'), /\?$/);
  });

  it('take the one whose city is named elsewhere in the issue', () => {
    assert.equal(told('代表在开封市考察。代表又在鼓楼区考察。', '鼓楼区'), '河南省/开封市/鼓楼区 410204 issue');
    assert.match(told('代表在开封市、南京市考察。代表又在鼓楼区考察。', '鼓楼区'), /\?$/);
  });

  it('list all where nothing decides', () => {
    const found = place('代表在鼓楼区考察。', '鼓楼区');
    assert.deepEqual([found?.code, found?.chain, found?.ambiguous], [undefined, [], true]);
    assert.deepEqual(found?.others.map(({ code }) => code).sort(), ['320106', '320302', '350102', '410204']);
  });

  it('take a city before districts of the name, and say so where a city or county is the rival', () => {
    assert.equal(told('西安市委走访。代表在西安考察。', '西安'), '陕西省/西安市 610100 level');
    assert.equal(told('代表在吉林考察。', '吉林'), '吉林省 220000 level?');
    assert.equal(told('代表在河南考察。', '河南'), '河南省 410000 level');
    // 西安 in a paper of the district's own city may be either.
    assert.equal(told('代表在西安考察。', '西安', '牡丹江市'), '陕西省/西安市 610100 level?');
  });

  it('are not sure of a far county by its short name alone', () => {
    const text = '渔船在东海作业。渔船在东海。';
    assert.equal(told(text, '东海'), '江苏省/连云港市/东海县 320722 name?');
    // It is a sea at home as well.
    assert.equal(told(text, '东海', '连云港市'), '江苏省/连云港市/东海县 320722 name?');
    assert.equal(told('代表在正定考察。', '正定', '石家庄市'), '河北省/石家庄市/正定县 130123 name');
    const far = place(`${text}代表在东海县考察。`, '东海县');
    assert.deepEqual([far?.code, far?.ambiguous], ['320722', false]);
  });

  it('know former divisions by their full names', () => {
    const found = place('代表在萧山市考察。', '萧山市');
    assert.deepEqual(
      [found?.chain, found?.former, found?.now, found?.ambiguous],
      [['浙江省', '杭州市', '萧山市'], true, ['浙江省', '杭州市', '萧山区'], false],
    );
  });

  it('give an abbreviation the province that it stands for', () => {
    assert.equal(told('代表赴沪考察。', '沪'), '上海市 310000 name');
  });

  it('are in every extraction, and none of them without an entity', () => {
    const { places, entities } = extract('代表在福州市鼓楼区、美国考察。王建国局长出席。');
    const ids = new Set(entities.filter(({ type }) => type === 'place').map(({ id }) => id));
    assert.ok(places.length > 0 && places.every(({ id }) => ids.has(id)));
    assert.deepEqual(extract('').places, []);
  });
});
