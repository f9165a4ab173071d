import assert from 'node:assert/strict';
import { parseIssue } from '../../../src/core/structure/articles/parseIssue.ts';
import { holdsPage, pageOfFile, siblingName, siblingsFor } from '../../../src/core/structure/readers/siblings.ts';
import { lexicons } from './helpers.ts';

const PAGES: Readonly<Record<string, string | undefined>> = {
  '01版.txt': '1',
  '第3版.txt': '3',
  '第 3 版.issue.txt': '3',
  '第三版.txt': '3',
  '三版.txt': '3',
  '第十二版.news.txt': '12',
  '头版.txt': '1',
  A03版: 'A3',
  'A03版.txt': 'A3',
  'Ａ０３版.txt': 'A3',
  'A1.txt': 'A1',
  'b12.issue': 'B12',
  '8B.txt': '8B',
  '03版 要闻.txt': '3',
  '第2版：综合新闻.txt': '2',
  '要闻01版.txt': '1',
  'datong-daily-2022-08-10-p1.txt': '1',
  'evening_2023.05.08_P03.txt': '3',
  'page-2.txt': '2',
  '20230508-pA2.txt': 'A2',
  '20230508_b2.txt': 'B2',
  '20230508_03.txt': '3',
  '2023050803.txt': '3',
  '20230508A03.txt': 'A3',
  '2023-05-08-03.txt': '3',
  '2023年5月8日第4版.txt': '4',
  '2023年5月8日 04.txt': '4',
  '版面05.txt': '5',
  '03.txt': '3',
  '3 文化.txt': '3',
  'rmrb02.txt': '2',
  '第1234期_06.txt': '6',
  '20230508.txt': undefined,
  '2023-05-08.txt': undefined,
  '2023年5月8日.txt': undefined,
  '5月8日.txt': undefined,
  '第3期.txt': undefined,
  '00.txt': undefined,
  '头条.txt': undefined,
  'notes-v2.txt': undefined,
  '01版.txt.annotations.json': undefined,
  '01版.md': undefined,
  '': undefined,
};

const SIBLINGS: readonly {
  readonly file: string;
  readonly page: string;
  readonly folder: readonly string[];
  readonly found: readonly string[];
}[] = [
  { file: '01版.txt', page: '三', folder: ['01版.txt', '02版.txt', '03版.txt', '13版.txt'], found: ['03版.txt'] },
  { file: '01版.txt', page: '3', folder: ['3版.txt', '03版.txt', '03版.md'], found: ['03版.txt', '3版.txt'] },
  { file: 'A1.txt', page: '3', folder: ['A3.txt', 'B3.txt', 'A13.txt'], found: ['A3.txt'] },
  { file: 'A1.txt', page: 'B03', folder: ['A3.txt', 'B3.txt'], found: ['B3.txt'] },
  { file: 'A08.txt', page: 'A1', folder: ['A01.txt', 'A10.txt', 'A11.txt'], found: ['A01.txt'] },
  { file: '01版.txt', page: 'A3', folder: ['01版.txt', '03版.txt'], found: ['03版.txt'] },
  { file: '01版.txt', page: 'B3', folder: ['01版.txt', '03版.txt'], found: [] },
  { file: '第一版.txt', page: '04', folder: ['第四版.txt', '第十四版.txt'], found: ['第四版.txt'] },
  { file: '第1版.txt', page: '十二', folder: ['第12版.txt', '第2版.txt'], found: ['第12版.txt'] },
  {
    file: 'datong-daily-2022-08-10-p1.txt',
    page: '三',
    folder: ['datong-daily-2022-08-11-p3.txt', 'datong-daily-2022-08-10-p3.txt', 'other-2022-08-10-p3.txt'],
    found: ['datong-daily-2022-08-10-p3.txt'],
  },
  {
    file: '20230508_b2.txt',
    page: '8',
    folder: ['20230508_a8.txt', '20230508_b8.txt', '20230509_b8.txt'],
    found: ['20230508_b8.txt'],
  },
  { file: '20230508_01.txt', page: '3', folder: ['20230508_03.txt', '20230503_01.txt'], found: ['20230508_03.txt'] },
  {
    file: '01版 要闻.txt',
    page: '3',
    folder: ['03版 文化.txt', '03版 要闻.txt'],
    found: ['03版 要闻.txt', '03版 文化.txt'],
  },
  { file: '要闻01版.txt', page: '3', folder: ['文化03版.txt'], found: ['文化03版.txt'] },
  { file: '01版.issue.txt', page: '2', folder: ['02版.txt', '02版.txt.annotations.json'], found: ['02版.txt'] },
  { file: '01版.txt', page: '1', folder: ['01版.txt'], found: [] },
  { file: '头条.txt', page: '3', folder: ['03版.txt'], found: [] },
  { file: 'A1.txt', page: '3', folder: ['03.txt', 'A3.txt'], found: ['A3.txt', '03.txt'] },
];

describe('the page that a file’s name tells', () => {
  for (const [name, page] of Object.entries(PAGES)) {
    it(`is ${page ?? 'none'} in “${name}”`, () => assert.equal(pageOfFile(name)?.page, page));
  }
});

describe('the sibling file for a marker', () => {
  for (const { file, page, folder, found } of SIBLINGS) {
    it(`from ${file} to ${page} in ${folder.join(' ')} is ${found[0] ?? 'none'}`, () => {
      assert.deepEqual(siblingsFor(file, page, folder), found);
    });
  }

  it('is found fast for a name of any length', () => {
    const long = '1'.repeat(50_000) + '版第'.repeat(50_000) + 'a1-'.repeat(50_000);
    assert.deepEqual(siblingsFor(`${long}.txt`, '3', ['03版.txt']), []);
  });
});

describe('the file that a page would be', () => {
  const cases: readonly (readonly [name: string, page: string, sibling: string | undefined])[] = [
    ['01版.txt', '九', '09版.txt'],
    ['第1版 要闻.txt', '12', '第12版 要闻.txt'],
    ['evening_2023.05.08_P03.txt', '4', 'evening_2023.05.08_P04.txt'],
    ['A03版.issue.txt', '5', 'A05版.issue.txt'],
    ['20230508_b2.txt', '3', '20230508_B3.txt'],
    ['第三版.txt', '5', '第5版.txt'],
    ['novel.txt', '3', undefined],
  ];
  for (const [name, page, sibling] of cases)
    it(`is ${sibling ?? 'not told'} for page ${page} beside ${name}`, () =>
      assert.equal(siblingName(name, page), sibling));

  it('is the file itself where that holds the page', () => {
    const issue = parseIssue(
      '第1版 要闻 2026年3月3日\n\n全市旅游大会召开\n\n本报讯 3月2日，全市旅游大会在清河宾馆召开，要求各地抓好落实。（下转第三版）\n\n第3版 综合 2026年3月3日\n\n清河镇新桥通车\n\n本报讯 3月2日，清河镇新桥通车，两岸居民出行时间缩短。（下转第九版）\n',
      lexicons,
    );
    const markers = issue.articles.flatMap(({ continuations }) => continuations);
    assert.deepEqual(
      markers.map((marker) => holdsPage(issue, marker)),
      [true, false],
    );
  });
});
