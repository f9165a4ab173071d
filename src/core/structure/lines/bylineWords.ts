/** Pieces of regular expressions for the words of bylines and credits; all are meant for the flag `u`. */

/** A Han character, the circle 〇 of numerals included. */
export const HAN = '[\\p{Script=Han}〇]';

/** A blank of any width inside a line. */
export const BLANK = '[ \\t\\u3000\\u00a0\\u2002\\u2003]';

const DIGIT = '[0-9０-９〇○零一二三四五六七八九十廿]';

/** A date as datelines write it: 8月9日, ９日, 2022年8月9日, 十四日. */
export const DATE = `(?:(?:${DIGIT}{2,4}年)?${DIGIT}{1,3}月)?${DIGIT}{1,3}日`;

/** The agencies and papers whose names need no suffix to be known. */
export const OWN_MEDIA =
  '(?:本报|本刊|本网|本台|本社|本端|(?<!\\p{Script=Han})(?:日报|晚报|晨报|商报|都市报|早报|时报))';
export const AGENCY =
  '(?:新华社|新华网|中新社|中新网|中国新闻社|中国新闻网|人民网|央视网|央视新闻|央视|央广网|中央社|塔斯社|法新社|路透社|路透|美联社|合众社|合众国际社|共同社|朝中社|俄新社|德新社|埃菲社|安莎社|拉美社|国际在线|光明网|中青网|法新)';

/** Any paper, site or station by its suffix. */
export const MEDIA = `(?:${OWN_MEDIA}|${AGENCY}|${HAN}(?:晚报|晨报|时报|商报|快报|导报|新报|融媒体中心)|${HAN}{2,10}?(?:日报|晚报|晨报|早报|午报|时报|商报|快报|导报|周报|都市报|青年报|法制报|法治报|工人报|农民报|新报|报社|报业|新闻网|新闻|在线|网|通讯社|融媒体?(?:中心)?|广播电视台|电视台|电台|${HAN}报))`;

const QUALIFIER =
  '(?:首席|特约|见习|实习|特派|高级|资深|主任|驻站|驻地|全媒体|全媒|融媒体|融媒|新媒体|视频|摄影|文字|体育|财经|调查|前方|派驻|随行|签约|报业集团|集团|中心|客户端|全国|两会|首席摄影|驻(?:\\p{Script=Han}){1,5}?)';

const ROLE_NOUN =
  '(?:记者组|记者站|记者|通讯员|通信员|报道员|评论员|撰稿人|撰稿|实习生|特派员|特写员|编辑|编译|主笔|作者|摄影师|摄影者|摄影|整理|采写|撰文|供稿|供图|绘图|制图|制表|漫画|执笔|观察员|小记者|学生记者|研究员|采访|口述|主持人|主持|策划|统筹|文字|通讯|翻译|编写|图片|插图|海报|速写|书法|篆刻|国画|油画)';

/** A role word with what stands before it: 本报首席记者, 通讯员, 新华社特约记者. */
export const ROLE = `(?:(?:${OWN_MEDIA}|${AGENCY})?${QUALIFIER}{0,4}${ROLE_NOUN})`;

/** Roles that make a line or bracket a byline on their own; the others (编辑, 策划) also stand in staff lines. */
export const REPORTER = `(?:记者|通讯员|通信员|报道员|评论员|撰稿人?|实习生|特派员|主笔|作者|采写|撰文|编译|整理|供稿|执笔)`;
