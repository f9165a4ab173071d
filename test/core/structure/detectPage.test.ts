import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';

import { isNewspaperPage } from '../../../src/core/structure/detectPage.ts';
import { fileText } from './helpers.ts';

const PAGES = 'test/fixtures/structure/pages/';

const paragraph = '那年冬天来得格外早，村口的老槐树落光了叶子，只剩下几只麻雀在枝头跳来跳去。父亲坐在门槛上抽烟，一袋接着一袋，谁也不知道他在想些什么。';

const ordinary: Readonly<Record<string, string>> = {
  'a short story': ['老槐树', '', ...Array.from({ length: 8 }, () => paragraph)].join('\n\n'),
  'a chapter of a novel': ['第三章\u3000风雪夜归人', '', ...Array.from({ length: 6 }, () => `\u3000\u3000${paragraph}`), '\u3000\u3000“记者来了！”有人喊道。本报讯的字样印在他的挎包上。', '\u3000\u3000（未完待续）'].join('\n'),
  'a poem': ['面朝大海', '', '我愿做一个幸福的人', '喂马、劈柴，周游世界', '关心粮食和蔬菜', '我有一所房子', '陌生人，我也为你祝福', '愿你有一个灿烂的前程'].join('\n').repeat(4),
  'a chat log': Array.from({ length: 30 }, (_, i) => `2024-03-05 10:${10 + i}:12 小陈：今天的会改到下午三点，记得带上材料\n小林：好的，我通知记者站的同事`).join('\n'),
  'a law': ['中华人民共和国某某法', '（2018年10月26日通过）', '第一章\u3000总则', ...Array.from({ length: 12 }, (_, i) => `第${i + 1}条\u3000为了维护社会秩序，保障公民的合法权益，根据宪法，制定本法。国务院有关部门在各自职责范围内负责相关工作。`)].join('\n'),
  'a recipe': ['红烧肉的做法', '食材：五花肉500克、冰糖30克、生抽两勺', '1. 五花肉切块，冷水下锅焯水，撇去浮沫，捞出沥干备用。', '2. 锅中放少许油，下冰糖小火炒至枣红色，倒入五花肉翻炒均匀。', '3. 加开水没过肉块，放葱姜八角，大火烧开后转小火炖一个小时。', '小贴士：收汁时要不停翻动，避免糊锅。'].join('\n').repeat(4),
  'an e-mail': ['发件人：张工 <zhang@example.com>', '收件人：项目组', '主题：关于下周例会的安排', '', '各位同事：', '下周例会改在周三下午两点举行，请各小组提前准备本周进展和下周计划，材料于周二下班前发给我。会议地点不变，仍在三楼会议室。', '谢谢大家的配合！', '张工', '2024年3月5日'].join('\n').repeat(3),
  'a server log': Array.from({ length: 60 }, (_, i) => `2024-03-05T10:00:${i} INFO 服务启动完成，监听端口 8080，耗时 ${i} 毫秒`).join('\n'),
  'a CSV table': ['姓名,单位,职务,电话', ...Array.from({ length: 40 }, (_, i) => `张三${i},市人民医院心内科,副主任医师,0311-666${i}`)].join('\n'),
  'source code': Array.from({ length: 30 }, (_, i) => `// 第${i}步：读取记者名单并写入数据库\nconst names${i} = readNames('本报讯（记者 某某）');`).join('\n'),
  Markdown: ['# 使用说明', '', '## 安装', '', '先安装依赖，然后运行启动命令，程序会自动打开浏览器并显示首页，首次运行需要几分钟时间。', '', '- 支持多种格式', '- 支持离线使用', '', '## 常见问题', '', '如果启动失败，请检查端口是否被占用，并查看日志文件中的错误信息，必要时重新安装依赖。'].join('\n').repeat(4),
  subtitles: Array.from({ length: 40 }, (_, i) => `${i + 1}\n00:00:${10 + i},000 --> 00:00:${12 + i},000\n你听说了吗，昨天报社的记者来村里采访了\n`).join('\n'),
  'an encyclopedia article': ['长江大桥', '长江大桥是一座公路铁路两用桥，于1957年建成通车，全长一千六百七十米。', '历史', '1955年9月，大桥工程正式动工。据新华社报道，全国各地派出了最好的工程技术人员参加建设。', '结构', '正桥为三联连续桥梁，每联三孔，共八墩九孔，每孔跨度为一百二十八米，可以通航万吨级巨轮。', '参考资料', '《人民日报》1957年10月16日第1版'].join('\n').repeat(3),
  'minutes of a meeting': ['办公会议纪要', '时间：2023年5月6日', '地点：三楼会议室', '出席：张主任、李科长、王工', '会议听取了项目进展情况汇报，研究了下一步工作安排，要求各科室按照分工抓好落实，确保按期完成。', '一、关于项目进度。会议认为，总体进展顺利，但个别环节滞后，要加快推进，每周报送进展。', '二、关于经费。会议同意追加经费二十万元，由财务科负责落实，专款专用。'].join('\n').repeat(3),
  'a thesis': ['摘要', '本文研究了报纸版面的演变。通过对五十年来的党报版面进行抽样分析，归纳了标题、电头和署名的变化规律，并讨论了其原因。', '关键词：报纸；版面；标题', '1 引言', '新闻报道中常见的“本报讯”“新华社电”等电头，反映了消息来源。前人对此已有研究，但缺少量化分析。', '参考文献', '[1] 张三. 报纸版面学[M]. 北京：新闻出版社，1998.'].join('\n').repeat(3),
};

describe('detection of newspaper pages', () => {
  for (const [kind, text] of Object.entries(ordinary)) {
    it(`leaves ${kind} alone`, () => assert.equal(isNewspaperPage(text), false));
  }

  it('leaves the empty text, one character and one long line alone', () => {
    for (const text of ['', '报', '本报讯'.repeat(20_000)]) assert.equal(isNewspaperPage(text), false);
  });

  it('knows the sample page', () => assert.equal(isNewspaperPage(fileText('seeds/datong-daily-2022-08-10-p1.txt')), true));

  for (const page of readdirSync(new URL(`../../../${PAGES}`, import.meta.url)).filter((name) => name.endsWith('.txt'))) {
    // Nothing but notices, or essays and verse, may as well be something else: detection stays careful there.
    if (/^(?:notices|supplement|letters|sports|health)/.test(page)) continue;
    it(`knows ${page}`, () => assert.equal(isNewspaperPage(fileText(PAGES + page)), true));
  }
});
