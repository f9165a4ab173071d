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

describe('市委 and the like', () => {
  /** What the last mention of a text stands for, its own words where for nothing else. */
  const meant = (text: string, set?: string): string | undefined => {
    const { mentions, entities } = extract(text, set);
    return entities.find(({ id }) => id === mentions.at(-1)!.entity)?.name;
  };
  const text = '太原市的教育。太原市的道路。太原市委、大同市委召开会议。会议传达市委';

  it('are those of the city that the issue is from, though it names another one more often', () => {
    assert.equal(meant(text, '大同市'), '大同市委');
    assert.equal(meant(`大同日报 2019年5月17日 星期五 第1版\n\n${text}`), '大同市委');
    assert.equal(meant('太原市的教育。太原市的道路。太原市委召开会议。会议传达市委', '大同市'), '市委');
  });

  it('are those of the city that the district of the issue lies in', () => {
    assert.equal(meant(text, '大同市平城区'), '大同市委');
    assert.equal(meant('天津市委、北京市委召开会议。会议传达市委', '北京市海淀区'), '北京市委');
  });

  it('are those of a county that is a city itself', () => {
    assert.equal(meant('长沙市委、浏阳市委召开会议。会议传达市委', '湖南省长沙市浏阳市'), '浏阳市委');
  });

  it('are those that the story names, where the issue is of a whole province or nothing tells', () => {
    assert.equal(meant('太原市委召开会议。会议传达市委', '山西省'), '太原市委');
    assert.equal(meant('太原市委召开会议。会议传达市委'), '太原市委');
  });

  it('stay by themselves where two cities may be meant', () => {
    assert.equal(meant(text, '山西省'), '市委');
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
