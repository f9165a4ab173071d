import type { Extraction, Person, PersonTitle } from '../mention.ts';

/** Posts of which a place or body has one, whose holders hold no other such post elsewhere. */
const SINGLE =
  /(?:市委书记|县委书记|区委书记|州委书记|镇党委书记|乡党委书记|村党支部书记|村支书|市长|县长|区长|州长|镇长|乡长|村长|村主任|村委会主任|局长|厅长|校长|院长|所长|站长|园长|厂长|馆长|派出所所长)$/;
/** Not what somebody is now, or not alone. */
const NOT_NOW = /[原前副代]|时任|曾任|名誉|兼|拟任|候任|离休|退休/;
/**
 * Walks of life, each with what its people are called; nobody is of two that are not `near` each other.
 * What may go with anything (代表, 委员, 会员, 志愿者, 党员, 劳模, 书记 of a branch) is in none.
 */
const WALKS: readonly (readonly [name: string, titles: RegExp])[] = [
  [
    'government',
    /(?:[省市县区州]委(?:副?书记|常委)|[省市县区州旗盟]长|委[\u4e00-\u9fff]{2}部部?长|副?总理|副?总统|政协副?主席|国家副?主席|厅长|局长|[省市县区]领导|巡视员|检察长)$/,
  ],
  ['school', /(?:教师|老师|班主任|辅导员|舍长)$/],
  ['pupil', /(?:学生|同学|研究生|博士生|硕士生|高中生|小学生|中学生|学员)$/],
  ['medicine', /(?:医生|医师|大夫|护士|护士长|护师|药师)$/],
  [
    'works',
    /(?:工人|职工|司机|驾驶员|电工|钳工|焊工|清洁工|环卫工|保安|快递员|厨师|服务员|售货员|搬运工|维修工|值班员)$/,
  ],
  ['land', /(?:农民|菜农|果农|渔民|牧民|种植户|养殖户|贫困户)$/],
  ['stage', /(?:演员|歌手|歌唱家|导演|主持人|作曲家|舞蹈家|钢琴家)$/],
  ['sport', /(?:运动员|球员|队员|选手|主?教练|前锋|后卫|中场|门将|守门员|裁判)$/],
  ['police', /(?:民警|交警|刑警|辅警|协警|警员)$/],
  ['trade', /(?:店主|老板|摊主|个体户|经理|董事长|总裁|商人)$/],
  ['offender', /(?:嫌疑人|被告人|被告|罪犯|犯罪嫌疑人)$/],
];
/** Walks that one person may go together: a pupil of sport, a farmer with a shop, an artist who teaches. */
const NEAR: ReadonlySet<string> = new Set([
  'school pupil',
  'school stage',
  'school sport',
  'pupil sport',
  'pupil stage',
  'pupil works',
  'pupil medicine',
  'school medicine',
  'land trade',
  'works trade',
  'works land',
  'stage trade',
  'sport trade',
  'sport stage',
  'works sport',
  'works police',
  'land sport',
  'works stage',
  'land stage',
  'medicine trade',
  'school trade',
  'police sport',
  'offender works',
  'offender land',
  'offender trade',
  'offender pupil',
  'offender stage',
  'offender sport',
  'offender government',
  'offender police',
  'offender school',
  'offender medicine',
  'government police',
  'government trade',
  'government sport',
]);

/** Whether two titles cannot be one person's in one issue: a county's secretary and a village school's teacher. */
export function disagree(a: PersonTitle, b: PersonTitle): boolean {
  if (a.title.includes(b.title) || b.title.includes(a.title)) return false;
  const [one, other] = [walkOf(a.title), walkOf(b.title)];
  if (one !== undefined && other !== undefined && one !== other) {
    return !NEAR.has(`${one} ${other}`) && !NEAR.has(`${other} ${one}`);
  }
  return sameSinglePost(a.title, b.title) && apart(a.bodies ?? [], b.bodies ?? []);
}

function walkOf(title: string): string | undefined {
  if (NOT_NOW.test(title)) return undefined;
  const walks = title.split('、').flatMap((part) => WALKS.find(([, titles]) => titles.test(part))?.[0] ?? []);
  return walks.every((walk) => walk === walks[0]) ? walks[0] : undefined;
}

function sameSinglePost(a: string, b: string): boolean {
  if (NOT_NOW.test(a) || NOT_NOW.test(b)) return false;
  const post = SINGLE.exec(a)?.[0];
  return post !== undefined && post === SINGLE.exec(b)?.[0];
}

/** Whether both titles name whose post it is, and name different ones: none is written as part of another. */
function apart(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return false;
  const owner = (bodies: readonly string[]): string => bodies.join('');
  return !inOrder(owner(a), owner(b)) && !inOrder(owner(b), owner(a));
}

/** Whether all characters of `short` stand in `long` in their order, as those of a short form do. */
function inOrder(short: string, long: string): boolean {
  let at = 0;
  for (const character of long) if (character === short[at]) at++;
  return at === short.length;
}

function someDisagree(known: ReadonlyMap<string, PersonTitle>, titles: ReadonlyMap<string, PersonTitle>): boolean {
  for (const one of titles.values()) {
    if (known.has(one.title)) continue;
    for (const other of known.values()) if (disagree(one, other)) return true;
  }
  return false;
}

/** Puts what the stories of an issue say of one name together: stories whose titles disagree tell of different people. */
export function tellApart(byStory: ReadonlyMap<number, readonly PersonTitle[]>): Map<number, number> {
  const people: Map<string, PersonTitle>[] = [];
  const personOf = new Map<number, number>();
  const untitled: number[] = [];
  for (const [story, all] of byStory) {
    const titles = new Map(all.map((title) => [title.title, title]));
    if (titles.size === 0) {
      untitled.push(story);
      continue;
    }
    let person = people.findIndex((known) => !someDisagree(known, titles));
    if (person < 0) person = people.push(new Map()) - 1;
    for (const [title, one] of titles) people[person]!.set(title, one);
    personOf.set(story, person);
  }
  for (const story of untitled) personOf.set(story, 0);
  return personOf;
}

/** The other people of an issue who have the name of `person`. A surname alone is nobody's name. */
export function namesakesOf({ people }: Extraction, person: Person): Person[] {
  return person.name.length < 2 ? [] : people.filter(({ id, name }) => id !== person.id && name === person.name);
}
