import { ENTITY_TYPES, type EntityType } from '../entities/mention.ts';

/** The columns that mean something, in the order in which a new roster has them. */
export const COLUMNS = ['name', 'type', 'titles', 'aliases', 'note'] as const;

export type Column = (typeof COLUMNS)[number];

/** The language in which a roster's columns and types are written; both are read anywhere. */
export type RosterLanguage = 'en' | 'zh';

const COLUMN_WORDS: Readonly<Record<Column, readonly string[]>> = {
  name: ['name', '姓名', '名称', '名字', '全称'],
  type: ['type', '类型', '类别'],
  titles: ['titles', 'title', '职务', '头衔', '职称'],
  aliases: ['aliases', 'alias', '别名', '简称', '曾用名'],
  note: ['note', 'notes', '备注', '说明'],
};

const TYPE_WORDS: Readonly<Record<EntityType, readonly string[]>> = {
  person: ['people', 'per', '人名', '人物', '人', '人员', '姓名'],
  place: ['location', 'loc', '地名', '地点', '地方', '地'],
  organization: ['organisation', 'org', '机构', '机构名', '组织', '单位', '团体'],
  title: ['post', '职务', '头衔', '职称'],
  time: ['date', '时间', '日期'],
  work: ['works', '作品', '作品名', '书名'],
  contact: ['contacts', '联系方式'],
};

const COLUMN_OF = new Map(COLUMNS.flatMap((column) => COLUMN_WORDS[column].map((word) => [word, column] as const)));
const TYPE_OF = new Map(
  ENTITY_TYPES.flatMap((type) => [type, ...TYPE_WORDS[type]].map((word) => [word, type] as const)),
);

/** The column that a header names, in English or Chinese. */
export function columnOf(header: string): Column | undefined {
  return COLUMN_OF.get(plain(header));
}

/** The type that a cell names, by its id or in Chinese. */
export function typeOf(cell: string): EntityType | undefined {
  return TYPE_OF.get(cell) ?? TYPE_OF.get(plain(cell));
}

/** How a column is headed in a new roster: by its id, or the first Chinese word for it. */
export function headerOf(column: Column, language: RosterLanguage): string {
  return language === 'zh' ? (COLUMN_WORDS[column].find(isChinese) ?? column) : column;
}

/** How a type is written into a roster: by its id, or the first Chinese word for it. */
export function typeWord(type: EntityType, language: RosterLanguage): string {
  return language === 'zh' ? (TYPE_WORDS[type].find(isChinese) ?? type) : type;
}

/** Whether a cell is written in Chinese, in part or whole. */
export function isChinese(cell: string): boolean {
  return /\p{Script=Han}/u.test(cell);
}

function plain(word: string): string {
  return word.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
}
