import type { Segmenter, TaggedWord } from '../../../src/core/entities/tokens/segmenter.ts';

/** Words that the cases need, by tag, as nodejieba's dictionary has them. */
const WORDS: Readonly<Record<string, string>> = {
  n: '精粹 示范 贫困 书记 市委 县委 省委 局长 部长 组织部长 主任 主席 总理 总统 校长 院长 教练 老师 教授 记者 通讯员 村民 工作 城市 教育 农业 文旅 住建局 人民法院 人民医院 小学 中学 大学 公司 集团 有限公司 委员会 代表 活动 青年 文化 桥 路 村 镇 县 市 省 局 队 厅 学会 秘书长 总书记 会议 关系 两国 党委 党组 一行 工会 女士 先生 同志 老人 作品 道路 代表团 研究会 国际 内科 职务',
  v: '出席 参加 主持 会见 考察 表示 指出 强调 说 赴 来 访 走访 召开 联合 举办 介绍 陪同 建设 下穿 担任 任命 免去',
  p: '在 由 与 向 对 从 为',
  c: '和 及',
  d: '又 也 都',
  u: '的 了 等',
  m: '一 二 三 第一',
  t: '今天 昨天 近日',
  ns: '北京 上海 河北省 石家庄市 美国 法国 马耳他 广州 苏南',
  r: '我 本 全 该 各',
  nr: '李明',
};

const TAGS = new Map(
  Object.entries(WORDS).flatMap(([tag, words]) => words.split(' ').map((word) => [word, tag] as const)),
);
const LONGEST = 6;

/** A segmenter for tests: the longest word of a small dictionary, else one character (`x`). */
export const fakeSegmenter: Segmenter = {
  tag(text) {
    const words: TaggedWord[] = [];
    for (let at = 0; at < text.length;) {
      let end = Math.min(text.length, at + LONGEST);
      while (end > at + 1 && !TAGS.has(text.slice(at, end))) end--;
      const word = text.slice(at, end);
      words.push({ word, tag: TAGS.get(word) ?? 'x' });
      at = end;
    }
    return words;
  },
};
