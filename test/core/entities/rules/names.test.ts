import assert from 'node:assert/strict';
import { marked } from '../helpers.ts';

/** Case: the text in the guide's inline notation; taking the marks out gives the input. */
function check(title: string, cases: readonly string[]): void {
  describe(title, () => {
    for (const expected of cases) {
      it(expected, () => assert.equal(marked(expected.replace(/\[(?:PER|LOC|ORG) ([^[\]]+)\]/g, '$1')), expected));
    }
  });
}

check('persons', [
  '局长[PER 王建国]出席会议。',
  '局长[PER 王建国]、[PER 李小芳]和[PER 赵志刚]参加活动。',
  '近日，校长[PER 欧阳建军]介绍了工作。',
  '院长（主持工作）[PER 周文斌]出席。',
  '[PER 陈志强]同志参加会议。',
  '[PER 刘]先生表示，又来了。',
  '村民[PER 张]某说。',
  '昨天，[PER 比尔·克林顿]会见了一行。',
  '[PER 托·怀塔克]今天表示。',
  '教练[PER 桥本龙太郎]出席。',
  '[PER 王建国][PER 李小芳]出席会议',
  '（记者 [PER 王建国] 通讯员 [PER 李小芳]）',
  '副局长[PER 王建国]、党组成员[PER 李小芳]，主任[PER 赵志刚]参加。',
]);

check('names of other languages and rare surnames', [
  '村民[PER 艾尔肯·吐尔地]介绍了工作。',
  '（通讯员 [PER 阿迪力·买买提明]）',
  '主席[PER 让-雅克·莫尔]表示。',
  '[LOC 美国]的[PER 让-雅克·莫尔]表示。',
  '村民[PER 巴图吉雅]说。',
  '局长[PER 扎西次仁]介绍。',
  '校长[PER 夏侯明远]介绍。',
  '校长[PER 庹建军]介绍。',
  '主任[PER 王  蕾]介绍。',
  '[PER 郝]女士又说。',
]);

check('ordinary words are no persons', [
  '庚子年的工作。',
  '主任和青年代表。',
  '精粹·作品的介绍。',
  '局长高度重视工作。',
  '青年才俊来了。',
  '主任会议召开。',
  '张冠李戴的作品。',
  '记者从现场了解到。',
]);

check('places', [
  '[LOC 河北省][LOC 石家庄市][LOC 长安区]的道路。',
  '昨天在[LOC 京]召开会议。',
  '[LOC 中][LOC 美]关系的建设。',
  '[LOC 中][LOC 马]建交。',
  '来[LOC 华]访问的代表。',
  '[LOC 美]方表示。',
  '、[LOC 云水路]与[LOC 和安路]的道路',
  '[LOC 中]、[LOC 美]、[LOC 英]三国的关系。',
  '天下大同的文化。',
]);

check('places by their endings', [
  '在[LOC 青石岭镇][LOC 柳沟村]召开会议。',
  '[LOC 石家庄市][LOC 云盘乡]的道路。',
  '由[LOC 北京东路]到[LOC 云水大街]的道路。',
  '我市每个村，这条路。',
  '示范村和贫困村的建设。',
]);

check('bodies with their units and places', [
  '[ORG 石家庄市公安局桥东分局刑警大队]介绍。',
  '[ORG 上海供电段]的工作。',
  '[ORG 石家庄市青石镇政府]的工作。',
  '由[ORG 北京云盛科技有限公司]举办。',
  '，[ORG 市应急管理局]局长[PER 王建国]介绍。',
  '在[ORG 上海第一机床厂]召开会议。',
]);

check('organisations', [
  '[ORG 市委]书记[PER 王建国]走访。',
  '[ORG 石家庄市人民医院]举办活动。',
  '[ORG 省委][ORG 省政府]召开会议。',
  '[ORG 组织部]长[PER 李小芳]表示。',
  '[ORG 县文旅局]局长[PER 王建国]介绍。',
  '[ORG 市教育局]党组书记[PER 王建国]介绍。',
  '党的[ORG 二十大]召开。',
  '《[ORG 石城日报]》和《作品》的介绍。',
]);

check('names that were sure once are found again', [
  '局长[PER 王建国]出席。[PER 王建国]又表示，[PER 王建国]的工作。',
  '局长[PER 林涛]出席。树林涛声。',
]);
