import { shortName, type Region } from './region.ts';
import type { PersonNames } from './persons.ts';
import type { Random } from '../random.ts';

/** What names are made of, by kind (`words.txt`). */
export type Words = ReadonlyMap<string, readonly string[]>;

/** What a slot is filled from: the county that the text is about, the words of names, persons, chance. */
export interface Makings {
  readonly region: Region;
  readonly words: Words;
  readonly persons: PersonNames;
  readonly random: Random;
}

/** Code of a slot's type (as in the annotation guide), and how its name is made. */
export type Slot = readonly ['PER' | 'LOC' | 'ORG', (makings: Makings) => string];

const word = ({ words, random }: Makings, kind: string): string => random.oneOf(words.get(kind) ?? missing(kind));
const chance = ({ random }: Makings, ...makers: (() => string)[]): string => random.oneOf(makers)();

function missing(kind: string): never {
  throw new Error(`no words of the kind ${kind}`);
}

/** The words before a body of the city or the county: its full name, its short name, or its level alone. */
const ofCity = (m: Makings) =>
  chance(
    m,
    () => m.region.city,
    () => m.region.city,
    () => shortName(m.region.city),
    () => '市',
  );
const ofCounty = (m: Makings) =>
  chance(
    m,
    () => m.region.county,
    () => m.region.county,
    () => countyInCity(m),
    () => shortName(m.region.county),
    () => level(m.region.county),
  );
const ofProvince = (m: Makings) =>
  chance(
    m,
    () => m.region.province,
    () => m.region.province,
    () => shortName(m.region.province),
    () => '省',
  );
const ofEither = (m: Makings) =>
  chance(
    m,
    () => ofCity(m),
    () => ofCounty(m),
  );

/** A county with what it lies in, as seals and notices write it. */
const countyInCity = ({ region: { province, city, county }, random }: Makings) =>
  (random.happens(0.25) && city !== province ? province : '') + city + county;

/** 区, 县, 市 …: how a county is called without its name. */
function level(county: string): string {
  return county.slice(-1);
}

const town = (m: Makings) => (m.region.towns.length > 0 ? m.random.oneOf(m.region.towns) : `${stem(m)}镇`);
const village = (m: Makings) =>
  m.region.villages.length > 0 && m.random.happens(0.7) ? m.random.oneOf(m.region.villages) : `${stem(m)}村`;
/** Two or three characters that a village or a hill may be called. */
const stem = (m: Makings) => {
  const length = m.random.happens(0.25) ? 3 : 2;
  let name = '';
  while (name.length < length) name += word(m, '村字');
  return name;
};
const hamlet = (m: Makings) => (m.random.happens(0.5) ? word(m, '村字') : stem(m)) + word(m, '庄尾');
const brand = (m: Makings) => (m.random.happens(0.75) ? word(m, '商号') : m.persons.chinese(m.random).slice(-2));
const companyHead = (m: Makings) =>
  chance(
    m,
    () => m.region.city + brand(m),
    () => m.region.province + brand(m),
    () => m.region.county + brand(m),
    () => shortName(m.region.city) + brand(m),
    () => shortName(m.region.county) + brand(m),
    () => brand(m),
  );
const company = (m: Makings) => companyHead(m) + word(m, '行业') + word(m, '公司尾');
const school = (m: Makings, kind: string) =>
  chance(
    m,
    () => ofCounty(m),
    () => ofCity(m),
    () => town(m),
    () => stem(m),
    () => word(m, '路头') + '路',
    () => brand(m),
  ) + word(m, kind);
const number = (m: Makings) => word(m, '方位');
/** A person as lists of names print it: a name of two characters has a blank within. */
const spaced = ({ persons, random }: Makings) => {
  const name = persons.chinese(random);
  return name.length === 2 ? [...name].join(random.happens(0.6) ? ' ' : '\u3000') : name;
};

/** All slots by name. */
const SLOTS: Readonly<Record<string, Slot>> = {
  人: ['PER', (m) => m.persons.chinese(m.random)],
  姓: ['PER', (m) => m.persons.surname(m.random)],
  民族人: ['PER', (m) => m.persons.ofOtherPeople(m.random)],
  外国人: ['PER', (m) => m.persons.foreign(m.random)],
  外姓: ['PER', (m) => m.persons.foreignSurname(m.random)],
  间人: ['PER', spaced],

  省: ['LOC', (m) => m.region.province],
  省简: ['LOC', (m) => shortName(m.region.province)],
  市: ['LOC', (m) => m.region.city],
  市简: ['LOC', (m) => shortName(m.region.city)],
  县: ['LOC', (m) => m.region.county],
  县简: ['LOC', (m) => shortName(m.region.county)],
  镇: ['LOC', town],
  镇简: ['LOC', (m) => stemOf(town(m), /(?:镇|乡|街道)$/)],
  村: ['LOC', village],
  庄: ['LOC', hamlet],
  社区: [
    'LOC',
    (m) => (m.region.communities.length > 0 ? m.random.oneOf(m.region.communities) : `${word(m, '路头')}社区`),
  ],
  小区: ['LOC', (m) => word(m, '小区名') + word(m, '小区尾')],
  路: [
    'LOC',
    (m) =>
      m.random.happens(0.12)
        ? word(m, '地名字') + word(m, '地名字') + word(m, '线路尾')
        : chance(
            m,
            () => word(m, '路头'),
            () => word(m, '路头'),
            () => shortName(m.region.county),
            () => stem(m),
          ) + word(m, '路尾'),
  ],
  山: [
    'LOC',
    (m) =>
      chance(
        m,
        () => word(m, '山头'),
        () => stem(m),
      ) + word(m, '山尾'),
  ],
  河: [
    'LOC',
    (m) =>
      chance(
        m,
        () => word(m, '河头'),
        () => word(m, '河头'),
        () => stem(m),
      ) + word(m, '河尾'),
  ],
  湖: [
    'LOC',
    (m) =>
      chance(
        m,
        () => word(m, '河头'),
        () => word(m, '山头'),
        () => stem(m),
        () => number(m),
      ) + word(m, '湖尾'),
  ],
  景区: [
    'LOC',
    (m) =>
      chance(
        m,
        () => word(m, '山头'),
        () => word(m, '路头'),
        () => shortName(m.region.county),
        () => stem(m),
      ) + word(m, '景区尾'),
  ],
  站: [
    'LOC',
    (m) =>
      chance(
        m,
        () => shortName(m.region.city),
        () => shortName(m.region.county),
        () => stem(m),
        () => word(m, '路头'),
      ) + word(m, '站尾'),
  ],
  开发区: [
    'LOC',
    (m) =>
      chance(
        m,
        () => ofEither(m),
        () => shortName(m.region.city),
        () => stem(m),
        () => '',
      ) + word(m, '开发区'),
  ],
  国: ['LOC', (m) => word(m, '国')],
  国简: ['LOC', (m) => word(m, '国简')],
  外城: ['LOC', (m) => word(m, '外城')],
  洲: ['LOC', (m) => word(m, '洲')],
  区域: ['LOC', (m) => word(m, '区域')],
  大河: ['LOC', (m) => word(m, '大河')],
  古地: ['LOC', (m) => word(m, '古地')],
  线: ['LOC', (m) => word(m, '地名字') + word(m, '地名字') + word(m, '线路尾')],
  省字: [
    'LOC',
    (m) => m.random.oneOf([...'京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川蜀贵黔云滇陕秦甘陇青宁新藏蒙港澳台']),
  ],

  市机关: [
    'ORG',
    (m) =>
      chance(
        m,
        () => m.region.city,
        () => m.region.city,
        () => '市',
      ) + word(m, '市职能'),
  ],
  市机关简: ['ORG', (m) => `市${word(m, '市职能')}`],
  县机关: [
    'ORG',
    (m) =>
      chance(
        m,
        () => m.region.county,
        () => m.region.county,
        () => countyInCity(m),
        () => level(m.region.county),
      ) + word(m, '市职能'),
  ],
  县机关简: ['ORG', (m) => level(m.region.county) + word(m, '市职能')],
  省机关: [
    'ORG',
    (m) =>
      chance(
        m,
        () => m.region.province,
        () => '省',
      ) + word(m, '省职能'),
  ],
  省机关简: ['ORG', (m) => `省${word(m, '省职能')}`],
  部委: ['ORG', (m) => word(m, '部委')],
  机关: ['ORG', (m) => word(m, '市职能')],
  镇政府: [
    'ORG',
    (m) =>
      chance(
        m,
        () => '',
        () => '',
        () => '',
        () => m.region.county,
      ) +
      town(m) +
      word(m, '镇政府尾'),
  ],
  街道办: [
    'ORG',
    (m) =>
      chance(
        m,
        () => stem(m),
        () => word(m, '路头'),
        () => word(m, '路头') + '路',
      ) + word(m, '街道尾'),
  ],
  村委会: [
    'ORG',
    (m) =>
      chance(
        m,
        () => '',
        () => '',
        () => '',
        () => town(m),
      ) +
      (m.random.happens(0.75) ? village(m) : hamlet(m)) +
      word(m, '村尾'),
  ],
  居委会: [
    'ORG',
    (m) =>
      chance(
        m,
        () => word(m, '路头'),
        () => word(m, '小区名'),
        () => stem(m),
      ) + word(m, '社区尾'),
  ],
  市政府: [
    'ORG',
    (m) =>
      chance(
        m,
        () => m.region.city,
        () => '市',
      ) +
      chance(
        m,
        () => '政府',
        () => '人民政府',
      ),
  ],
  县政府: [
    'ORG',
    (m) =>
      chance(
        m,
        () => m.region.county,
        () => level(m.region.county),
      ) +
      chance(
        m,
        () => '政府',
        () => '人民政府',
      ),
  ],
  市委: [
    'ORG',
    (m) =>
      chance(
        m,
        () => `${m.region.city}委`,
        () => '市委',
        () => '市委',
        () => `中共${m.region.city}委`,
      ),
  ],
  县委: [
    'ORG',
    (m) =>
      chance(
        m,
        () => `${m.region.county}委`,
        () => `${level(m.region.county)}委`,
        () => `${level(m.region.county)}委`,
        () => `中共${m.region.county}委`,
      ),
  ],
  省委: [
    'ORG',
    (m) =>
      chance(
        m,
        () => `${m.region.province}委`,
        () => '省委',
        () => '省委',
      ),
  ],
  人大: [
    'ORG',
    (m) =>
      ofEither(m) +
      chance(
        m,
        () => '人大',
        () => '人大常委会',
        () => '人民代表大会',
      ),
  ],
  政协: [
    'ORG',
    (m) =>
      ofEither(m) +
      chance(
        m,
        () => '政协',
        () => '政协',
      ),
  ],
  纪委: [
    'ORG',
    (m) =>
      ofEither(m) +
      chance(
        m,
        () => '纪委',
        () => '纪委监委',
        () => '监委',
        () => '纪律检查委员会',
      ),
  ],
  法院: ['ORG', (m) => ofEither(m) + word(m, '法院尾')],
  检察院: ['ORG', (m) => ofEither(m) + word(m, '检察院尾')],
  公安: [
    'ORG',
    (m) =>
      chance(
        m,
        () => ofEither(m),
        () => ofEither(m),
        () => town(m),
      ) + word(m, '公安尾'),
  ],
  小学: ['ORG', (m) => school(m, '小学尾')],
  中学: ['ORG', (m) => school(m, '中学尾')],
  大学: [
    'ORG',
    (m) =>
      chance(
        m,
        () => shortName(m.region.province),
        () => shortName(m.region.city),
        () => shortName(m.region.city),
      ) + word(m, '大学核'),
  ],
  学院: [
    'ORG',
    (m) =>
      chance(
        m,
        () => SLOTS['大学']![1](m),
        () => SLOTS['大学']![1](m),
        () => '',
      ) + word(m, '学院核'),
  ],
  医院: [
    'ORG',
    (m) =>
      chance(
        m,
        () => ofEither(m),
        () => ofEither(m),
        () => brand(m),
        () => town(m),
      ) + word(m, '医院尾'),
  ],
  公司: ['ORG', company],
  公司简: [
    'ORG',
    (m) =>
      chance(
        m,
        () => brand(m) + word(m, '行业') + '公司',
        () => brand(m) + word(m, '行业'),
        () => brand(m) + '集团',
        () => brand(m) + '公司',
        () => `${m.persons.chinese(m.random).slice(-1)}${brand(m).slice(0, 1)}公司`,
      ),
  ],
  集团: [
    'ORG',
    (m) =>
      companyHead(m) +
      chance(
        m,
        () => word(m, '行业'),
        () => '',
      ) +
      chance(
        m,
        () => '集团',
        () => '集团公司',
        () => '集团有限公司',
        () => '控股集团',
      ),
  ],
  银行: [
    'ORG',
    (m) =>
      chance(
        m,
        () => ofEither(m) + word(m, '银行尾'),
        () =>
          word(m, '银行头') +
          shortName(m.region.city) +
          chance(
            m,
            () => '分行',
            () => '支行',
            () => '市分行',
            () => '中心支行',
          ),
        () => word(m, '银行头'),
        () => level(m.region.county) + word(m, '银行简'),
      ),
  ],
  合作社: [
    'ORG',
    (m) =>
      chance(
        m,
        () => m.region.county,
        () => '',
        () => village(m),
        () => countyInCity(m) + town(m),
      ) +
      chance(
        m,
        () => brand(m),
        () => stem(m),
      ) +
      chance(
        m,
        () => word(m, '合作社业'),
        () => '',
      ) +
      word(m, '合作社尾'),
  ],
  协会: [
    'ORG',
    (m) =>
      chance(
        m,
        () => ofEither(m),
        () => ofEither(m),
        () => ofProvince(m),
        () => '中国',
        () => '全国',
      ) +
      word(m, '协会业') +
      word(m, '协会尾'),
  ],
  研究所: [
    'ORG',
    (m) =>
      chance(
        m,
        () => ofProvince(m),
        () => ofCity(m),
        () => '中国',
      ) +
      word(m, '研究所业') +
      word(m, '研究所尾'),
  ],
  媒体: [
    'ORG',
    (m) =>
      chance(
        m,
        () => shortName(m.region.province) + word(m, '媒体尾'),
        () => shortName(m.region.city) + word(m, '媒体尾'),
        () =>
          ofEither(m) +
          chance(
            m,
            () => '融媒体中心',
            () => '广播电视台',
            () => '电视台',
          ),
        () => word(m, '媒体全'),
        () => word(m, '媒体全'),
      ),
  ],
  博物馆: [
    'ORG',
    (m) =>
      chance(
        m,
        () => ofEither(m),
        () => ofEither(m),
        () => ofProvince(m),
        () => stem(m),
      ) + word(m, '博物馆尾'),
  ],
  群团: [
    'ORG',
    (m) =>
      m.random.happens(0.15)
        ? '团' +
          chance(
            m,
            () => '市委',
            () => '县委',
            () => '区委',
            () => '省委',
            () => `${m.region.city}委`,
          )
        : ofEither(m) + word(m, '群团'),
  ],
  企业旧: [
    'ORG',
    (m) =>
      chance(
        m,
        () => ofEither(m),
        () => shortName(m.region.city),
        () => shortName(m.region.county),
        () => stem(m),
      ) +
      chance(
        m,
        () => '第一',
        () => '第二',
        () => '',
        () => '',
        () => '',
      ) +
      word(m, '企业旧'),
  ],
  国际组织: ['ORG', (m) => word(m, '国际组织')],
  球队: [
    'ORG',
    (m) =>
      chance(
        m,
        () => word(m, '球队'),
        () => `${shortName(m.region.city)}队`,
        () => `${shortName(m.region.province)}队`,
        () => shortName(m.region.city) + brand(m) + '队',
        () => `${word(m, '国')}队`,
      ),
  ],
  大会: ['ORG', (m) => word(m, '大会')],
  法庭: ['ORG', (m) => ofEither(m) + word(m, '法院尾') + word(m, '法庭尾')],
  检察部: ['ORG', (m) => ofEither(m) + word(m, '检察院尾') + word(m, '检察部尾')],
  剧团: [
    'ORG',
    (m) =>
      chance(
        m,
        () => ofProvince(m),
        () => ofCity(m),
        () => ofCounty(m),
        () => shortName(m.region.city),
      ) + word(m, '剧团尾'),
  ],
  赛队: [
    'ORG',
    (m) =>
      chance(
        m,
        () => shortName(m.region.province),
        () => shortName(m.region.city),
        () => shortName(m.region.city) + brand(m),
      ) + word(m, '赛队尾'),
  ],
  名校: ['ORG', (m) => word(m, '名校')],
  名企: ['ORG', (m) => word(m, '名企')],
  名医院: ['ORG', (m) => word(m, '名医院')],
  外机构: ['ORG', (m) => word(m, '国') + word(m, '外机构')],
  外校: [
    'ORG',
    (m) =>
      word(m, '外城') +
      chance(
        m,
        () => '大学',
        () => '理工大学',
        () => '国立大学',
        () => '医学院',
      ),
  ],
  括号公司: [
    'ORG',
    (m) =>
      brand(m) +
      chance(
        m,
        () => '',
        () => word(m, '行业'),
      ) +
      chance(
        m,
        () => '（中国）',
        () => '（集团）',
        () => `（${shortName(m.region.city)}）`,
        () => `（${shortName(m.region.province)}）`,
      ) +
      chance(
        m,
        () => '有限公司',
        () => '股份有限公司',
        () => '投资有限公司',
        () => '公司',
      ),
  ],
  旧军: ['ORG', (m) => word(m, '旧军')],
  部队: [
    'ORG',
    (m) =>
      chance(
        m,
        () => ofEither(m),
        () => ofEither(m),
        () => stem(m),
      ) + word(m, '部队尾'),
  ],
};

function stemOf(name: string, suffix: RegExp): string {
  const short = name.replace(suffix, '');
  return short.length > 1 ? short : name;
}

/** The slot of a name, if there is one. */
export function slotNamed(name: string): Slot | undefined {
  return SLOTS[name];
}
