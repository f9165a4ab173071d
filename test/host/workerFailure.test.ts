import assert from 'node:assert/strict';
import { configure, galley, messagesOf, onNextRequest, TagPage, until } from './tagPage.ts';

const TEXT = '县城新桥通车\n\n本报讯（记者 罗一舟）3月5日，县长施北川宣布新桥通车。\n';

// The end of the analysis lasts as long as the window, so these tests come last, by the name of their file.
describe('the analysis worker', () => {
  let page: TagPage;
  before(() => configure('extractOnOpen', false));
  after(() => configure('extractOnOpen', undefined));
  beforeEach(async () => {
    page = await TagPage.open('worker', TEXT);
  });
  afterEach(() => page.close());

  it('is started again when it dies, which is said, and the page is extracted all the same', async () => {
    onNextRequest((worker) => void worker.terminate());
    const messages = await messagesOf(() => galley('extractEntities'));
    assert.deepEqual(messages, ['The analysis stopped unexpectedly and was started again.']);
    assert.match(await page.hover('施北川'), /Person/);
  });

  it('says what to do where it cannot work, once; tags work on', async () => {
    const failure = { name: 'NativeModuleError', message: 'no nodejieba', code: 'not-found' };
    onNextRequest((worker) => worker.emit('message', { kind: 'unavailable', failure }));
    const messages = await messagesOf(async () => {
      await galley('extractEntities');
      await galley('extractEntities');
    });
    assert.equal(messages.length, 1);
    assert.match(messages[0]!, /no word segmenter \(nodejieba\)\. Install the Galley package made for your system\./);
    page.select('施北川');
    await galley('tagAs.person');
    assert.deepEqual(await page.decisions(), ['tagged person 施北川']);
    await until('the tag', async () => (await page.hover('施北川')).includes('tagged'));
  });
});
