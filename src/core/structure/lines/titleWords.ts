import type { WordClasses } from '../../lexicons/wordClasses.ts';
import { part, pattern } from '../../text/pattern.ts';
import { DIGITS, NUMERALS } from '../../text/patternParts.ts';
import { isSloganPair } from './slogans.ts';

/** How long or how often, before what was done in it: 提前五天 / 完成…. */
const OPEN_SPAN = /(?:提前|连续|历时|仅用|用时|只用).{1,5}(?:天|日|个?月|年|季度|小时|次|届)$/u;

function patternsOf(words: WordClasses) {
  const said = part`${words.of('speech', 'instruction', 'message')}`;
  const activity = part`${words.of('officialActivity')}`;
  const activities = '(?:活动|会议|讲话|致辞)';
  return {
    guide: pattern`
      ^[【[〔■●◆▲|｜\s\u3000]*(?:今日|本期|本报|本版|新闻|内容|要闻|版面)?
      ${words.of('guideTitle')}[】\]〕|｜\s\u3000]*$
    `,
    notice: pattern`
      ${words.of('noticeEnding')}(?:[（(].{1,20}[）)])?$|
      ^(?:遗失声明|更正|致歉|启事|公告|通告|声明|讣告)(?:$|[\s\u3000：:])
    `,
    body: pattern`^[\p{Script=Han}（）]{4,24}${words.of('noticeBody')}$`,
    occasion: pattern`
      ${said}[：:]?$|
      ${words.of('occasionBeforeColon')}[：:]$|
      (?:${words.of('occasionBeforeWhen')}|见.{1,12})时$|
      ${activity}.{0,24}(?:时|后|中|上|期间|之际|前夕)$|
      期间$|之际$|前夕$|
      ^就.{2,30}(?:一事|问题|事件|情况|决定|声明)$|
      作出(?:重要)?(?:指示|批示|部署)$
    `,
    attended: pattern`
      ^(?!.*(?:召开|举行|启动|开幕[^式]|闭幕|会议[^并开 ]))
      [\p{Script=Han}·\s\u3000、]{2,40}?(?:等)?
      (?:
        (?:分别|共同|一同|视频|也)?(?:${words.of('attendance')}|(?<!工)作报告)
        (?:活动|会议|开幕式|仪式|并讲话|并致辞|讲话|致辞|并作报告|并宣布开幕|并见证签约)?
      )
      (?:
        [\s\u3000，]+[\p{Script=Han}·\s\u3000、]{2,30}
        (?:出席|参加|讲话|主持|作报告|致辞|陪同|会见|见证|宣读)(?:并讲话|${activities})?
      )*$
    `,
    openEnd: pattern`
      (?:${words.of('openEnd')}|第[${NUMERALS}]+[届次个批]|[（(“《‘][^）)”》’]*)$
    `,
    verb: pattern`${words.of('headlineVerb')}`,
    meetingHeld: pattern`
      ${words.of('meetingKind')}(?:第[^ ]{1,6}次(?:全体)?会议)?
      (?:昨日|昨天|今日|今天|日前|近日|昨|今)?(?:在.{1,8})?(?:召开|举行|开幕|闭幕)$
    `,
    resolution: pattern`^(?:${words.of('resolution')}|以[^ ]{2,12}|把[^ ]{2,12})`,
    figure: pattern`[${DIGITS}][${DIGITS}.,．％%]{0,16}(?:余|多)?[万亿千百]?${words.of('countUnit')}`,
    figureAttribute: pattern`^${words.of('figureAttribute')}`,
    textPart: pattern`^${words.of('textPart')}$`,
  };
}

/** Words by which a head line tells what it is. */
export class TitleWords {
  readonly #patterns: ReturnType<typeof patternsOf>;

  constructor(words: WordClasses) {
    this.#patterns = patternsOf(words);
  }

  /** Whether a line heads a guide to the issue: 今日导读, 内容提要. */
  isGuide(text: string): boolean {
    return text.length <= 14 && this.#patterns.guide.test(text);
  }

  /** Whether a head line is a notice's: …公告, …启事, 更正. */
  isNotice(text: string): boolean {
    return this.#patterns.notice.test(text.trim());
  }

  /** Whether a line is a body's name alone, as it signs a notice or stands over the title of one. */
  isBodyName(text: string): boolean {
    return this.#patterns.body.test(text);
  }

  /** Whether a line names a part of the text below it and no author: 引子, 后记. */
  isTextPart(text: string): boolean {
    return this.#patterns.textPart.test(text);
  }

  /** Whether a line leads in to the headline below it: …时强调, …作出重要指示, 就…一事, …之际. */
  saysOccasion(text: string): boolean {
    return this.#patterns.occasion.test(text.trim());
  }

  /** Whether a line says who attended: 某某出席, 某某主持 某某作报告. */
  saysWhoAttended(text: string): boolean {
    return text.length <= 60 && this.#patterns.attended.test(text);
  }

  /** Whether a line says that a meeting took place, which is the occasion of the headline below. */
  saysMeetingHeld(text: string): boolean {
    return this.#patterns.meetingHeld.test(text);
  }

  /** Whether a line says what a meeting resolved or studied: 部署…, 审议…. */
  saysResolution(text: string): boolean {
    return this.#patterns.resolution.test(text);
  }

  /** Whether a line holds an amount: it tells the news, and the line above it what that is part of. */
  holdsFigure(text: string): boolean {
    return this.#patterns.figure.test(text);
  }

  /** Whether the amount of a line belongs to the news of the line above it: 总投资…, 同比…. */
  addsFigure(text: string): boolean {
    return this.#patterns.figureAttribute.test(text);
  }

  /** How much a headline line looks broken off, so that the next line goes on with it: 0 not, 1 perhaps, 2 surely. */
  brokenOff(text: string): 0 | 1 | 2 {
    const bare = text.trim();
    if (this.#patterns.openEnd.test(bare) || OPEN_SPAN.test(bare)) return 2;
    if (bare.length > 14 || isSloganPair(bare)) return 0;
    return /[，、：“”]/u.test(bare) || this.#patterns.verb.test(bare) || /[！？…”》]$/u.test(bare) ? 0 : 1;
  }
}
