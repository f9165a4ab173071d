import assert from 'node:assert/strict';
import { configure, galley, messagesOf, TagPage, until } from './tagPage.ts';

const TEXT = `鼓楼区消防工作会议召开

本报讯（记者 乔春山）7月5日，鼓楼区消防工作会议召开。会后，代表们到福州市参观。
`;

describe('places', () => {
  let page: TagPage;
  afterEach(async () => {
    await page.close();
    await configure('homeRegion', undefined);
    await configure('extractOnOpen', undefined);
  });

  it('are hovered with their chain, code, the others of their name and what decided', async () => {
    await configure('extractOnOpen', false);
    page = await TagPage.open('places-hover', TEXT);
    await galley('extractEntities');
    const hover = await page.hover('鼓楼区');
    assert.match(hover, /^\$\(location\) \*\*鼓楼区\*\* &nbsp; \*\*福建省 福州市 鼓楼区\*\* · 350102\n/);
    assert.match(hover, /The place that it lies in is named elsewhere in this issue/);
    assert.match(hover, /Others of this name:\n- 江苏省 南京市 鼓楼区 · 320106\n/);
    const city = await page.hover('福州市');
    assert.match(city, /\*\*福建省 福州市\*\* · 350100/);
    assert.doesNotMatch(city, /Others of this name/);
  });

  it('are read anew when the home region is set, which then decides', async () => {
    page = await TagPage.open('places-home', TEXT);
    await until('the suggestions', async () => (await page.hover('鼓楼区')).includes('350102'));
    await configure('homeRegion', '徐州');
    await until('the district of the home region', async () =>
      (await page.hover('鼓楼区')).includes('**江苏省 徐州市 鼓楼区** · 320302'),
    );
    assert.match(await page.hover('鼓楼区'), /The home region 江苏省徐州市 decides; it is set/);
  });

  it('are told apart without the home region where that is no division, which is said once', async () => {
    await configure('extractOnOpen', false);
    page = await TagPage.open('places-unknown', TEXT);
    const messages = await messagesOf(async () => {
      await configure('homeRegion', '徐洲市');
      await galley('extractEntities');
      await galley('extractEntities');
    });
    assert.equal(messages.length, 1);
    assert.match(messages[0]!, /there is no administrative division 徐洲市/);
    assert.match(await page.hover('鼓楼区'), /350102/);
  });
});
