import assert from 'node:assert/strict';
import { BodyConventions } from '../../../../src/core/entities/guide/bodyConventions.ts';
import type { Candidate } from '../../../../src/core/entities/candidate.ts';
import { OrganizationSource } from '../../../../src/core/entities/rules/organization/organizations.ts';
import { resolve } from '../../../../src/core/entities/decode/resolve.ts';
import { mergedNames } from '../../../../src/core/entities/mergedNames.ts';
import { Sentence } from '../../../../src/core/entities/tokens/sentence.ts';
import { fakeSegmenter } from '../fakeSegmenter.ts';
import { lexicons, marked } from '../helpers.ts';

/** What becomes of the body `name` of a text, as `type name`. */
function ends(text: string, name: string): string[] {
  const start = text.indexOf(name);
  const proposed: Candidate = {
    type: 'organization',
    start,
    end: start + name.length,
    confidence: 0.5,
    evidence: [{ kind: 'model' }],
  };
  return new BodyConventions(lexicons)
    .apply([proposed], new Sentence(text, fakeSegmenter))
    .map((one) => `${one.type} ${text.slice(one.start, one.end)}`);
}

describe('the ends of bodies by the guide, whoever proposed them', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['石城市水利局党组书记王建国', '石城市水利局党组', ['organization 石城市水利局']],
    ['云山师范学院党委委员王建国', '云山师范学院党委', ['organization 云山师范学院']],
    ['石城市水利局党组召开会议', '石城市水利局党组', ['organization 石城市水利局党组']],
    ['大连一中举办活动', '大连一中', ['organization 大连一中']],
    ['西藏自治区党委书记王建国', '西藏自治区党委', ['organization 西藏自治区党委']],
    ['柳沟村党支部书记王建国', '柳沟村党支部', ['organization 柳沟村党支部']],
    ['柳沟村党支部书记王建国', '柳沟村党支部', ['organization 柳沟村党支部']],
    ['四川省成都市公安局', '四川省成都市公安局', ['organization 四川省成都市公安局']],
    ['四川省成都市公安局', '成都市公安局', ['organization 四川省成都市公安局']],
    ['在成都市武侯区公安局', '武侯区公安局', ['organization 成都市武侯区公安局']],
    ['在成都市四川省公安厅', '四川省公安厅', ['organization 四川省公安厅']],
    ['四川省石城集团', '石城集团', ['organization 石城集团']],
    ['成都市武侯区公安局', '成都市武侯区公安局', ['organization 成都市武侯区公安局']],
    ['南昌市进贤县农业局', '南昌市进贤县农业局', ['organization 南昌市进贤县农业局']],
    ['进贤县青石镇文化站', '进贤县青石镇文化站', ['organization 进贤县青石镇文化站']],
    ['青石镇柳沟村卫生室', '青石镇柳沟村卫生室', ['organization 青石镇柳沟村卫生室']],
    ['进贤县青石镇文化站', '青石镇文化站', ['organization 进贤县青石镇文化站']],
    ['青石镇农村信用社', '青石镇农村信用社', ['organization 青石镇农村信用社']],
    ['村党支部书记王建国', '村党支部', ['organization 村党支部']],
    ['青石镇党委书记王建国', '青石镇党委', ['place 青石镇']],
    ['乡党委书记王建国', '乡党委', []],
    ['市（州）党委常委', '市（州）党委', []],
    ['中国海员工会主席王建国', '中国海员工会', ['organization 中国海员工会']],
    ['让·雅克公司', '让·雅克公司', ['organization 让·雅克公司']],
    ['石城医院设备科', '石城医院设备科', ['organization 石城医院设备科']],
    ['国家队和考察团', '国家队', ['organization 国家队']],
    ['省委宣传部部务会成员王建国', '省委宣传部部务会', ['organization 省委宣传部']],
    ['石城市水利局局务会召开', '石城市水利局局务会', ['organization 石城市水利局局务会']],
    ['县政府办公楼', '县政府', ['organization 县政府']],
    ['第八届农学会宣布', '农学会', ['organization 农学会']],
    ['石城市文学艺术界联合会', '石城市文学艺术界联合会', ['organization 石城市文学艺术界联合会']],
    ['南昌一中老师', '南昌一中', ['organization 南昌一中']],
  ];
  for (const [text, name, expected] of cases)
    it(`${name} in ${text}`, () => assert.deepEqual(ends(text, name), expected));

  it('keep what was proposed, though another source gives the same name', () => {
    const text = '石城市水利局党组书记';
    const evidence = [{ kind: 'model' }] as const;
    const cut = new BodyConventions(lexicons).apply(
      [{ type: 'organization', start: 0, end: 8, confidence: 0.5, evidence }],
      new Sentence(text, fakeSegmenter),
    );
    const other: Candidate = {
      type: 'organization',
      start: 0,
      end: 6,
      confidence: 0.9,
      evidence: [{ kind: 'suffix' }],
    };
    const [both] = resolve(mergedNames([...cut, other]));
    assert.deepEqual(both?.readAs, { type: 'organization', start: 0, end: 8 });
  });
});

describe('bodies of which the form says more than a tagger', () => {
  it('are papers and magazines inside 《》, at least', () => {
    const [paper] = new OrganizationSource(lexicons).find(new Sentence('《散文选刊》副主编', fakeSegmenter));
    assert.deepEqual([paper?.start, paper?.end, paper?.atLeast], [1, 5, 0.7]);
  });
});

describe('bodies that the form of their names tells', () => {
  for (const expected of [
    '在[ORG 市政府]召开会议，由[ORG 省政府]举办。',
    '我市政府的工作，各县政府的工作，两县政府一行。',
    '[ORG 县政协]一行，[ORG 市人大]代表。',
    '[ORG 政协石家庄市第九届委员会]第二次会议召开。',
    '[ORG 中国人民政治协商会议第九届石家庄市委员会]第二次会议。',
    '[ORG 政协河北省第十届委员会常务委员会]的工作。',
    '[ORG 广州二中]的老师，[ORG 上海十一中]等。',
    '[ORG 市二院]的工作。',
    '[LOC 广州]一小时，[ORG 上海三高队]。',
    '由[ORG 李明（上海）文化有限公司]举办。',
    '在[ORG 市人大常委会]的工作，[ORG 省政府新闻办]举办。',
    '学习[ORG 中共十大]和[ORG 十一大]的工作，十大作品，十一大类，[ORG 第九届全国人民代表大会]召开。',
    '[ORG 民盟省委]的工作，[ORG 九三学社市委]的工作。',
    '《[ORG 散文选刊]》的工作。',
    '[ORG 石家庄市教育局财务科]科长。',
    '[ORG 上海云盛科技有限公司销售部]经理。',
    '[ORG 广州交警一支队二中队]的工作。',
    '[ORG 国际农业教育与文化研究会]举办活动。',
    '由[ORG 广州赴上海文化代表团]举办。',
  ])
    it(expected, () => assert.equal(marked(expected.replace(/\[(?:PER|LOC|ORG) ([^[\]]+)\]/g, '$1')), expected));
});
