/** The nationalities in the names of autonomous divisions, the longer before what they begin with. */
const NATIONALITY =
  '(?:各|汉|蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|拉祜|水|东乡|纳西|' +
  '景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|京|' +
  '塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺)族?';
const AUTONOMOUS = new RegExp(`^(.{2,}?)(?:${NATIONALITY})+自治[州县旗]$`);
/**
 * Zones of the statistics office, banners that go by their direction, divisions that are called after their
 * nationality alone: nobody shortens these. Three new areas (新区) are districts.
 */
const UNSHORTENED = new RegExp(
  '(?:(?:开发|(?:产业|工业|创意|化工|技术)园|示范|管理|保税|试验|合作|矿|名胜)区|[左右前后中]旗|' +
    '(?<!浦东|滨海|沈北)(?<=.{2})新区|自治[州县旗]|委员会|管委会|新城)$',
);
const SUFFIX = /(?:特别行政区|(?:维吾尔|壮族|回族)?自治区|省|市|地区|盟|(?<=架)林区|特区|(?<=..)新区|县|区|旗)$/;

/**
 * The length of a division's short form, which is a beginning of its name: 丰台 of 丰台区, 昌江 of
 * 昌江黎族自治县, 浦东 of 浦东新区. The whole length where there is none: a stem of one character (盂县), a zone.
 */
export function shortLength(name: string): number {
  const stem = AUTONOMOUS.exec(name)?.[1] ?? (UNSHORTENED.test(name) ? name : name.replace(SUFFIX, ''));
  return stem.length < 2 ? name.length : stem.length;
}
