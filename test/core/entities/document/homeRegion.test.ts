import assert from 'node:assert/strict';
import { extract, marked, texts } from '../helpers.ts';

describe('abbreviations of the region that an issue is from', () => {
  const local = '石家庄市的道路。石家庄市的教育。石家庄市的文化。';

  it('are read after 赴 and 在 where the issue names the region often', () => {
    assert.ok(marked(`${local}代表赴石考察。`).includes('赴[LOC 石]考察'));
    assert.ok(texts(`${local}会议在石召开。`, 'place').includes('石'));
  });

  it('are ordinary words in any other issue and in other words', () => {
    assert.ok(!texts('会议在石召开。', 'place').includes('石'));
    assert.ok(!texts(`${local}会议在石时召开。`, 'place').includes('石'));
  });

  it('are understood from the start where the region is set', () => {
    assert.ok(texts('会议在石召开。', 'place', '石家庄市').includes('石'));
    assert.ok(!texts('会议在石召开。', 'place', '大连市').includes('石'));
  });
});

describe('short names of counties', () => {
  const text = '代表在正定考察。';

  it('are understood in their home region', () => {
    assert.ok(!texts(text, 'place').includes('正定'));
    assert.ok(texts(text, 'place', '河北省石家庄市').includes('正定'));
    assert.ok(texts(text, 'place', '130000').includes('正定'));
    assert.ok(!texts(text, 'place', '大连市').includes('正定'));
  });
});

describe('the home region', () => {
  const home = (text: string, set?: string): string => {
    const { homeRegion, refusedHomeRegion } = extract(text, set);
    const region = homeRegion ? `${homeRegion.chain.join('/')} ${homeRegion.code} ${homeRegion.decidedBy}` : 'none';
    return refusedHomeRegion ? `${region} (${refusedHomeRegion})` : region;
  };
  const page = (masthead: string, body = '代表在会议上介绍了工作的情况，与会人员参加了活动。'): string =>
    `${masthead}\n\n教育工作会议召开\n\n本报讯（记者 王建国）${body}\n`;

  it('is told by the masthead', () => {
    assert.equal(home(page('大连日报 2019年5月17日 星期五 第1版')), '辽宁省/大连市 210200 masthead');
    assert.equal(home(page('浏阳日报\n\n2019年5月17日 星期五 今日8版')), '湖南省/长沙市/浏阳市 430181 masthead');
    assert.equal(home(page('吉林日报 2019年5月17日 星期五 第1版')), '吉林省 220000 masthead');
    assert.equal(home(page('人民日报 2019年5月17日 星期五 第1版')), 'none');
  });

  it('is told by the address or the number in the imprint', () => {
    assert.equal(
      home(`${page('')}\n社址：辽宁省大连市中山区世纪街76号 邮编：116001\n`),
      '辽宁省/大连市 210200 masthead',
    );
    assert.equal(home(`${page('')}\n国内统一刊号CN21-0012 邮发代号7-31\n`), '辽宁省 210000 masthead');
  });

  it('is told by the places of the text, those in the names of bodies too', () => {
    const often = '大连市人民医院举办活动。大连市委召开会议。大连市的道路。大连市的教育。';
    assert.equal(home(often), '辽宁省/大连市 210200 places');
    assert.equal(home('大连市的道路。石家庄市的教育。'), 'none');
    assert.equal(home('大连市的道路。沈阳市的教育。鞍山市的文化。抚顺市的活动。'), '辽宁省 210000 places');
  });

  it('is what is set, whatever the page says', () => {
    assert.equal(home(page('大连日报 2019年5月17日 星期五 第1版'), '石家庄'), '河北省/石家庄市 130100 setting');
  });

  it('is told by the page where what is set is no division or several, which is said', () => {
    const text = page('大连日报 2019年5月17日 星期五 第1版');
    assert.equal(home(text, '大莲市'), '辽宁省/大连市 210200 masthead (unknown)');
    assert.equal(home(text, '朝阳区'), '辽宁省/大连市 210200 masthead (ambiguous)');
    assert.equal(home(text, '  '), '辽宁省/大连市 210200 masthead');
  });

  it('decides between places of one name, the setting before the masthead', () => {
    const text = page('徐州日报 2019年5月17日 星期五 第1版', '代表在鼓楼区参加活动。');
    const code = (set?: string) => extract(text, set).places.find(({ name }) => name === '鼓楼区')?.code;
    assert.deepEqual([code(), code('福州市')], ['320302', '350102']);
  });
});
