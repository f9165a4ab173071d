import { isTransliterated } from './people.ts';

/** Words by which a head line tells what it is. */

const BRIEFS =
  /(?:简讯|短讯|快讯|简报|短波|快览|快递|速览|速递|速读|要闻简报|一句话新闻|新闻集锦|集锦|集纳|集萃|点击|扫描|微新闻|微报|三言两语|国际简讯|短新闻|零讯|消息树|要闻|资讯|动态|掠影|简明新闻|外事简讯|本市新闻|新闻速递|新闻快餐|今日快报|广角|拾零|撷英|传真|播报|直通车|简闻|要览|博览)$/u;

/** Whether a line names a column of briefs: 简讯, 一句话新闻, 外事简讯. */
export function isBriefsColumn(text: string): boolean {
  const bare = text.replace(/^[【[〔■●◆▲|｜\s\u3000]+|[】\]〕|｜\s\u3000]+$/gu, '');
  return bare.length <= 10 && BRIEFS.test(bare);
}

const GUIDE =
  /^[【[〔■●◆▲|｜\s\u3000]*(?:今日|本期|本报|本版|新闻|内容|要闻|版面)?(?:导读|导航|提要|看点|要目|目录|内容提要|重点推荐|头条推荐|今日推荐|精彩内容|阅读指南|要闻提示)[】\]〕|｜\s\u3000]*$/u;

/** Whether a line heads a guide to the issue: 今日导读, 内容提要. */
export function isGuideTitle(text: string): boolean {
  return text.length <= 14 && GUIDE.test(text);
}

const NOTICE =
  /(?:公告|启事|声明|通告|公示|通知|更正|致歉|致歉信|更正启事|讣告|讣闻|告示|布告|公报|招标|招聘|招租|招生简章|征订|投诉渠道|举报方式|举报电话|遗失|挂失|拍卖会?|寻人|认领|征稿|征集令|简章|告知书|温馨提示|友情提醒)(?:[（(].{1,20}[）)])?$|^(?:遗失声明|更正|致歉|启事|公告|通告|声明|讣告)(?:$|[\s\u3000：:])/u;

/** Whether a head line is a notice's: …公告, …启事, 更正. */
export function isNoticeTitle(text: string): boolean {
  return NOTICE.test(text.trim());
}

const BODY_NAME =
  /^[\p{Script=Han}（）]{4,24}(?:局|院|委|会|办|部|厅|处|公司|中心|学校|大学|中学|小学|政府|支队|大队|集团|社|站|所|馆|办公室|银行)$/u;

/** Whether a line is a body's name alone, as it signs a notice or stands over the title of one. */
export function isBodyName(text: string): boolean {
  return BODY_NAME.test(text);
}

const OCCASION =
  /(?:强调|指出|要求|提出|表示|说|认为|呼吁|披露|透露|警告|重申|显示|批示|指示|回信|贺信|致电|讲话|答问|答记者问)[：:]?$|(?:[时中上后]|期间|之际|前夕|会见|会上|会议|大会|一事|问题|消息|报告|统计)[：:]$|(?:会|议|察|研|究|访|问|查|检|话|信|时|中|上|后|谈|判|区|司|校|村|市|县|省|院|国|厂|队|间|座谈|见.{1,12})时$|(?:调研|考察|视察|检查|座谈|会见|会谈|走访|慰问|督导|督查|出席|主持|听取|参加|接受|访问|讲话|开幕|闭幕|召开|举行).{0,24}(?:时|后|中|上|期间|之际|前夕)$|期间$|之际$|前夕$|^就.{2,30}(?:一事|问题|事件|情况|决定|声明)$|作出(?:重要)?(?:指示|批示|部署)$/u;

/** Whether a line leads in to the headline below it: …时强调, …作出重要指示, 就…一事, …之际. */
export function saysOccasion(text: string): boolean {
  return OCCASION.test(text.trim());
}

const ATTENDED =
  /^(?!.*(?:召开|举行|启动|开幕[^式]|闭幕|会议[^并开 ]))[\p{Script=Han}·\s\u3000、]{2,40}?(?:等)?(?:(?:分别|共同|一同|视频|也)?(?:出席|参加|讲话|主持|主持会议|主持并讲话|主持召开|(?<!工)作报告|作讲话|致辞|致词|致贺信|作批示|迎接|迎送|送行|见证|陪同|陪同调研|参会|宣读|揭牌|宣布开幕|列席)(?:活动|会议|开幕式|仪式|并讲话|并致辞|讲话|致辞|并作报告|并宣布开幕|并见证签约)?)(?:[\s\u3000，]+[\p{Script=Han}·\s\u3000、]{2,30}(?:出席|参加|讲话|主持|作报告|致辞|陪同|会见|见证|宣读)(?:活动|会议|并讲话|讲话|致辞)?)*$/u;

/** Whether a line says who attended: 某某出席, 某某主持 某某作报告. */
export function saysWhoAttended(text: string): boolean {
  return text.length <= 60 && ATTENDED.test(text);
}

const SECTION =
  /^(?:社论|短评|时评|评论|快评|锐评|述评|综述|特写|特稿|特别报道|深度|深度报道|调查|通讯|侧记|纪实|人物|专访|访谈|独家|独家报道|关注|聚焦|热点|焦点|今日谈|今日话题|今日视点|人民论坛|街谈巷议|市井|图片新闻|图片故事|新闻链接|新闻背景|新闻分析|新闻观察|新闻调查|国际观察|经济观察|记者观察|记者手记|现场新闻|现场特写|新华时评|新华视点|本报时评|来论|读者来信|读者之声|文史|杂文|随笔|散文|诗歌|小说|书评|影评|乐评|序跋|漫画|连载|理论|思想纵横|生活|健康|要闻|国内|国际|体育|财经|社会|法治|教育|专题|专栏|导读|天气|服务|行情|市场|气象|简历|资料|诗苑|诗页|诗林|诗笺|诗廊|诗词|文苑|艺苑|艺海|书苑|书林|读书|文学|校园文学|小小说|微型小说|美文|心语|心香|笔会|看片|听歌|影讯|剧评|乐评|球评|杂谈|寻医问药|域外|他山之石|百家谈|灯下漫笔|大家谈|漫笔|漫谈|杂谈|夜话|絮语|点滴|有话直说|编辑札记|钟声|和音|仲音|国际论坛|望海楼|声音|论坛)$/u;
const SERIES =
  /(?:系列(?:报道|述评|评论|访谈|之)?|述评|报道|评论|访谈|巡礼|综述|笔谈|解读|观察|透视|纪实|扫描|调研行|蹲点记|大家谈|特刊|专栏)?(?:之[一二三四五六七八九十0-9]{1,3}|[（(](?:上|中|下|之?[一二三四五六七八九十]{1,3}|\d{1,2})[）)]|[①②③④⑤⑥⑦⑧⑨⑩])$|(?:系列报道|系列述评|系列评论|系列访谈|进行时|在行动|大家谈|专栏|专题|访谈|专访|报道|时评|短评|快评|锐评|微评|评论|风采|风采录|群英谱|光荣榜|红黑榜|曝光台|回音壁|直通车|面对面|大讲堂|小课堂|走基层|基层行|万里行|环省行|调研行|巡礼|巡展|掠影|见闻|手记|记事|扫描|聚焦|透视|档案|故事汇|故事会|身边人|身边事|进行曲|交响曲|大家庭|你我他|第一线|一线|看台|论坛|擂台|沙龙|茶座|信箱|热线|篇|[\p{Script=Han}]{2}(?:漫笔|漫谈|杂谈|随笔|札记|笔谈|夜话|絮语|茶座|之窗|之友|园地|天地|长廊|走廊|纵横|纵览|博览|撷英|拾贝|人生|春秋|广场|视窗|视角|写真|放谈|走笔|论苑|评弹|点评|评说|话题|一席谈|今昔|夜谭|预告|回顾|前瞻|回放|琐记|杂记|来鸿|书简|信札|小札|偶记|偶拾))$/u;
const SERIES_START =
  /^(?:聚焦|关注|走进|走近|直击|图说|漫话|探访|学习贯彻|深入学习|贯彻落实|喜迎|迎接|庆祝|纪念|献礼|我为群众办实事|新春走基层|打赢|决战|决胜|创建|争创|争当|弘扬|践行|牢记|贯彻|奋进|推进|落实|奋战|奋力|加快|壮丽|辉煌|难忘|致敬|寻访|寻找|讲好|品读|解码|对话|倾听|回眸|喜庆|发现|来自)[^，,]{2,18}$/u;
const CAMPAIGN =
  /(?:民族团结|新时代|新征程|新作为|新篇章|新担当|新伟业|新气象|走基层|二十大|十[一二三四五六七八九]大|百年|周年|初心|使命|牢记嘱托|感恩奋进|答卷|攻坚|脱贫|扶贫|战疫|抗疫|众志成城|同心|文明城市|乡村振兴|主题教育|党史学习|群众路线|精神|两会|全会|开局|十[三四五]五|改革开放|三个代表|科学发展|先进性|反腐倡廉|为民|清风|平安|法治|环保|督察)/u;
const ENCLOSED = /^(?:[【〔[〖｜|◆●■▲★☆◎]|——?)\s*[^【】〔〕[\]]{2,20}\s*[】〕\]〗｜|◆●■▲★☆◎]$/u;

/** How much a line looks like a column or series name, 0 to 4; `next` is the line below it. */
export function columnCue(text: string, next?: string): number {
  const bare = text.trim();
  if (/^专栏[：:]/u.test(bare) || ENCLOSED.test(bare)) return 4;
  const plain = bare.replace(/^[●■◆▲★☆◎□▌▍|｜]+\s*/u, '');
  if (SECTION.test(plain)) return 4;
  if (bare.length > 26) return 0;
  let cue = 0;
  if (SERIES.test(plain)) cue += 2.4;
  if (isBriefsColumn(plain)) cue += 2.6;
  // A few characters above a longer line: the name of a column rather than a headline with its deck.
  if (
    next !== undefined &&
    plain.length >= 2 &&
    plain.length <= 6 &&
    next.length >= 7 &&
    !/^——/.test(next) &&
    !/[ \u3000]/.test(plain)
  )
    cue += 1.8;
  if (SERIES_START.test(plain)) cue += 1;
  if (CAMPAIGN.test(plain)) cue += plain.length <= 8 && next !== undefined && next.length > plain.length ? 1.8 : 1;
  if (
    /^\p{Script=Han}{2,6}[·•]\p{Script=Han}{2,8}$/u.test(plain) &&
    next !== undefined &&
    !isTransliterated(plain.replace(/[·•]/u, ''))
  )
    cue += 2.2;
  else if (/[·•]/u.test(plain) && plain.length <= 20) cue += 1.2;
  if (isSloganPair(plain) && plain.length <= 15 && equalGroups(plain)) cue += 0.8;
  return Math.min(4, cue);
}

/** Whether a line is a pair or triple of short groups set apart by a blank, as slogans and headlines are. */
export function isSloganPair(text: string): boolean {
  const groups = text.trim().split(/[ \u3000]+/u);
  const lengths = groups.map(({ length }) => length);
  if (Math.max(...lengths) > Math.min(...lengths) * 2.7) return false;
  return (
    groups.length >= 2 &&
    groups.length <= 4 &&
    groups.every((group) => group.length >= 3 && group.length <= 14 && /\p{Script=Han}/u.test(group))
  );
}

function equalGroups(text: string): boolean {
  const [first, ...rest] = text.trim().split(/[ \u3000]+/u);
  return rest.every((group) => group.length === first!.length);
}

const OPEN_END =
  /(?:[的和与及暨在为把对将让使被从向由或、以于之]|第[一二三四五六七八九十0-9]+[届次个批]|[（(“《‘][^）)”》’]*)$/u;
/** How long or how often, before what was done in it: 提前五天 / 完成…. */
const OPEN_SPAN = /(?:提前|连续|历时|仅用|用时|只用).{1,5}(?:天|日|个?月|年|季度|小时|次|届)$/u;
const VERBISH =
  /[开获赴访抵晤启建办迎促推破创夺赢胜负死伤查抓救捐送进入出上下成为有是能让被将达超增降涨跌保护发布要可会谈见议决定选任免谢祝贺赞斥抗击战斗打造助力强补扩稳守筑聚奋学讲说看听问答评走来去回归到起落立改变转加减提升推动完修治防控爱做干用给予享惠便解签约设逼撤攻占落撞炸袭杀援寻搜爆燃烧毁损诊疗愈养种收割采挖搬迁移运输航飞游赛跑跳投射踢骑登攀爬潜唱演奏画写拍摄映播报刊载评审核批准许禁限停止续延缓推迟赔偿补贴借贷还欠缴征售卖买购租赁换兑聘招录取考训培育教习研探索求呼吁倡警诫离近临越坠沉翻塌漏堵拥挤排队候等迷失忘记念怀忆思盼望期拟拒驳否认称曝揭露]/u;

/** How much a headline line looks broken off, so that the next line goes on with it: 0 not, 1 perhaps, 2 surely. */
export function looksBroken(text: string): 0 | 1 | 2 {
  const bare = text.trim();
  if (OPEN_END.test(bare) || OPEN_SPAN.test(bare)) return 2;
  return bare.length <= 14 &&
    !isSloganPair(bare) &&
    !/[，、：“”]/u.test(bare) &&
    !VERBISH.test(bare) &&
    !/[！？…”》]$/u.test(bare)
    ? 1
    : 0;
}
