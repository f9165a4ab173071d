import assert from 'node:assert/strict';
import { shortLength } from '../../../../src/core/entities/gazetteers/divisionName.ts';
import { isAbove, highest, nearness, type Division } from '../../../../src/core/entities/gazetteers/divisions.ts';
import { lexicons } from '../helpers.ts';

const { divisions } = lexicons;
const chains = (name: string): string[] => divisions.find(name).map((one) => divisions.chain(one).join('/'));

describe('the chain of a division', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['开福区', ['湖南省/长沙市/开福区']],
    ['大连市', ['辽宁省/大连市']],
    ['四川省', ['四川省']],
    // Municipalities are one level.
    ['海淀区', ['北京市/海淀区']],
    ['重庆市', ['重庆市']],
    ['彭水苗族土家族自治县', ['重庆市/彭水苗族土家族自治县']],
    // Governed by the province itself.
    ['仙桃市', ['湖北省/仙桃市']],
    ['文昌市', ['海南省/文昌市']],
    ['石河子市', ['新疆维吾尔自治区/石河子市']],
    // Regions with islands and parts that are no level.
    ['沙田区', ['香港特别行政区/沙田区']],
    ['板桥区', ['台湾省/新北市/板桥区']],
    ['东莞市', ['广东省/东莞市']],
    ['嘉峪关市', ['甘肃省/嘉峪关市']],
    ['鼓楼区', ['江苏省/南京市/鼓楼区', '江苏省/徐州市/鼓楼区', '福建省/福州市/鼓楼区', '河南省/开封市/鼓楼区']],
    ['没有这个区', []],
  ];
  for (const [name, expected] of cases)
    it(`of ${name}: ${expected.join(', ')}`, () => assert.deepEqual(chains(name), expected));

  it('is found by the short form as by the full one', () => {
    assert.deepEqual(chains('大连'), ['辽宁省/大连市']);
    assert.deepEqual(chains('丹巴'), ['四川省/甘孜藏族自治州/丹巴县']);
    assert.deepEqual(chains('博尔塔拉'), ['新疆维吾尔自治区/博尔塔拉蒙古自治州']);
  });

  it('is that of the last code for divisions that are no longer one, with what they are today', () => {
    const former = (name: string) =>
      divisions
        .findFull(name)
        .map((one) => [divisions.chain(one).join('/'), one.former, divisions.successor(one)?.name]);
    assert.deepEqual(former('萧山市'), [['浙江省/杭州市/萧山市', true, '萧山区']]);
    assert.deepEqual(former('哈密地区'), [['新疆维吾尔自治区/哈密地区', true, '哈密市']]);
    assert.deepEqual(former('崇文区'), [['北京市/崇文区', true, undefined]]);
    assert.deepEqual(former('莱城区'), [['山东省/莱芜市/莱城区', true, undefined]]);
    assert.deepEqual(divisions.find('崇文区'), []);
  });
});

describe('short forms of divisions', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['丰台区', '丰台'],
    ['香港特别行政区', '香港'],
    ['内蒙古自治区', '内蒙古'],
    ['广西壮族自治区', '广西'],
    ['长白朝鲜族自治县', '长白'],
    ['积石山保安族东乡族撒拉族自治县', '积石山'],
    ['前郭尔罗斯蒙古族自治县', '前郭尔罗斯'],
    ['浦东新区', '浦东'],
    ['清新区', '清新'],
    ['神农架林区', '神农架'],
    ['碑林区', '碑林'],
    ['大兴安岭地区', '大兴安岭'],
    // No short form.
    ['盂县', '盂县'],
    ['鄂伦春自治旗', '鄂伦春自治旗'],
    ['科尔沁右翼前旗', '科尔沁右翼前旗'],
    ['烟台高新技术产业开发区', '烟台高新技术产业开发区'],
    ['兰州新区', '兰州新区'],
  ];
  for (const [name, short] of cases)
    it(`${name}: ${short}`, () => assert.equal(name.slice(0, shortLength(name)), short));
});

describe('what somebody writes for a division', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['大连', '210200'],
    ['大连市', '210200'],
    ['辽宁省大连市', '210200'],
    ['辽宁大连', '210200'],
    [' 辽宁省 大连市 中山区 ', '210202'],
    ['湖北仙桃', '429004'],
    ['北京市朝阳区', '110105'],
    ['210200', '210200'],
    ['吉林', '220000'],
    ['吉林市', '220200'],
    ['朝阳区', 'ambiguous'],
    ['210299', 'unknown'],
    ['大连市朝阳区', 'unknown'],
    ['大连日报', 'unknown'],
    ['', 'unknown'],
    ['市'.repeat(100_000), 'unknown'],
  ];
  for (const [written, expected] of cases)
    it(`${written.slice(0, 20)} is ${expected}`, () => {
      const read = divisions.read(written);
      assert.equal(typeof read === 'string' ? read : read.code, expected);
    });
});

describe('where divisions lie to each other', () => {
  it('a province holds its cities and counties, a city its counties, nothing itself', () => {
    assert.deepEqual(
      [
        isAbove('210000', '210202'),
        isAbove('210200', '210202'),
        isAbove('210200', '210302'),
        isAbove('210200', '210200'),
      ],
      [true, true, false, false],
    );
  });

  it('the nearer the more levels they share; a municipality is a city', () => {
    assert.deepEqual(
      [
        nearness('210200', '210202'),
        nearness('210200', '210300'),
        nearness('210200', '110105'),
        nearness('210202', '210202'),
      ],
      [2, 1, 0, 3],
    );
    assert.deepEqual(
      [nearness('110000', '110105'), nearness('429004', '429005'), nearness('429004', '429004')],
      [2, 1, 3],
    );
  });

  it('the highest is one only where no other has its level', () => {
    const of = (...codes: string[]): Pick<Division, 'code'>[] => codes.map((code) => ({ code }));
    assert.equal(highest(of('220200', '220000'))?.code, '220000');
    assert.equal(highest(of('110105', '220104')), undefined);
    assert.equal(highest([]), undefined);
  });
});
