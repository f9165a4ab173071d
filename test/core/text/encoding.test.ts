import assert from 'node:assert/strict';

import { decodeAs, guessEncoding, type TextEncoding } from '../../../src/core/text/encoding.ts';
import { encoded } from './encoded.ts';

const SIMPLIFIED = `春季植树活动在滨河公园举行
本报讯（记者 王小明）3月12日上午，全市干部群众来到滨河公园，参加义务植树活动。大家挥锹铲土、扶苗培土，
现场一派繁忙景象。据了解，今年全市计划造林12万亩，比去年增加两成，目前已经完成一半。
老旧小区加装电梯惠及千户居民
记者从市住房和城乡建设局获悉，今年以来，全市老旧小区已加装电梯120部，“上楼难”的问题得到解决。
下周气温回升 市民出行注意防风
`;
const TRADITIONAL = `春季植樹活動在濱河公園舉行
本報訊（記者 王小明）3月12日上午，全市幹部群眾來到濱河公園，參加義務植樹活動。大家揮鍬鏟土、扶苗培土，
現場一派繁忙景象。據瞭解，今年全市計劃造林12萬畝，比去年增加兩成，目前已經完成一半。
老舊小區加裝電梯惠及千戶居民
記者從市住房局獲悉，今年以來，全市老舊小區已加裝電梯120部，「上樓難」的問題得到解決。
下週氣溫回升 市民出行注意防風
`;
const JAPANESE = `春の植樹祭、川沿いの公園で開かれる
三月十二日の午前、市の職員と住民が公園に集まり、木を植えた。参加者はスコップを手に土を掘り、苗を支えた。
今年は市内で十二万本の木を植える計画で、すでに半分が終わったという。
`;
const KOREAN = `봄철 나무 심기 행사, 강변 공원에서 열려
삼월 십이일 오전 시 공무원과 주민들이 공원에 모여 나무를 심었다. 참가자들은 삽으로 땅을 파고 묘목을 세웠다.
올해 시내에 나무 십이만 그루를 심을 계획이며 이미 절반을 마쳤다고 한다.
`;

/** The first characters of a text, for as many as matter. */
function beginnings(text: string, least: number): string[] {
  return [least, least * 2, least * 4, text.length].map((length) => text.slice(0, length));
}

describe('guessing the encoding of a text', () => {
  const guessed = (text: string, encoding: TextEncoding): void =>
    assert.equal(guessEncoding(encoded(text, encoding)), encoding, `${encoding}: ${text}`);

  it('knows Big5 and Shift_JIS by a headline', () => {
    for (const text of [...beginnings(TRADITIONAL, 8), ...TRADITIONAL.trim().split('\n')]) guessed(text, 'big5');
    for (const text of [...beginnings(JAPANESE, 8), ...JAPANESE.trim().split('\n')]) guessed(text, 'shift_jis');
  });

  it('knows EUC-JP and EUC-KR by a paragraph', () => {
    for (const text of beginnings(JAPANESE, 40)) guessed(text, 'euc-jp');
    for (const text of beginnings(KOREAN, 60)) guessed(text, 'euc-kr');
  });

  it('knows them in lines that are long, and among Latin letters', () => {
    guessed(TRADITIONAL.replaceAll('\n', '').repeat(50), 'big5');
    guessed(`<p class="news">Galley 4.0 ${'TypeScript '.repeat(20)}已經完成</p>`, 'big5');
  });

  it('takes GB 18030 for what it is, however short', () => {
    for (const text of [...beginnings(SIMPLIFIED, 4), ...SIMPLIFIED.trim().split('\n')]) guessed(text, 'gb18030');
    for (const text of ['北京', '人民日报', '本报讯', '责编 李磊', 'A1版', '　　据悉，', '“双减”', '②', '１２３']) {
      guessed(text, 'gb18030');
    }
  });

  it('takes GB 18030 for what it is in traditional characters, rare names and tables', () => {
    for (const text of beginnings(TRADITIONAL.replace(/[「」]/g, '“'), 13)) guessed(text, 'gb18030');
    guessed('亓淼 逄焜 瞿颖骞 龚喆镕 仝凯 佘玥 郄慧 妫琛', 'gb18030');
    guessed('┌──┬──┐\n│姓名│年龄│\n├──┼──┤\n│张三│２５│\n└──┴──┘\n', 'gb18030');
  });

  it('takes GB 18030 for what it is wherever a byte is lost', () => {
    const bytes = encoded(SIMPLIFIED.replaceAll('\n', ''), 'gb18030');
    for (let lost = 0; lost < bytes.length; lost++) {
      assert.equal(guessEncoding(bytes.filter((_, i) => i !== lost)), 'gb18030', `byte ${lost}`);
    }
  });

  it('takes UTF-8 for what it is in all of the languages, also with damage', () => {
    for (const text of [SIMPLIFIED, TRADITIONAL, JAPANESE, KOREAN, 'naïve café', 'Привет', '']) {
      guessed(text, 'utf-8');
      const bytes = encoded(text, 'utf-8');
      if (text.length > 40) assert.equal(guessEncoding(bytes.slice(1)), 'utf-8');
    }
  });

  it('lets a byte order mark decide; that of UTF-32 begins as that of UTF-16 does', () => {
    const unicode = ['utf-8', 'utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'] as const;
    for (const encoding of unicode) guessed(`\ufeff${SIMPLIFIED}`, encoding);
    assert.equal(guessEncoding(Uint8Array.of(0xff, 0xfe)), 'utf-16le');
  });

  it('says that a text is in none of them, or no text', () => {
    const russian = 'Весной жители города сажали деревья в парке у реки. '.repeat(3);
    const windows1251 = Uint8Array.from(russian, (one) => (one < 'А' ? one.charCodeAt(0) : one.charCodeAt(0) - 0x350));
    assert.equal(guessEncoding(windows1251), undefined);
    let state = 1;
    const noise = Uint8Array.from({ length: 2000 }, () => 1 + ((state = (state * 48271) % 0x7fffffff) % 255));
    assert.equal(guessEncoding(noise), undefined);
    assert.equal(guessEncoding(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1)), 'binary');
  });
});

describe('decoding', () => {
  it('reads each encoding without its byte order mark', () => {
    for (const encoding of ['utf-8', 'utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'] as const) {
      const bytes = encoded(`\ufeff${SIMPLIFIED}𠮷`, encoding);
      assert.deepEqual(decodeAs(bytes, encoding), { text: `${SIMPLIFIED}𠮷`, damaged: 0 });
    }
    assert.deepEqual(decodeAs(encoded(TRADITIONAL, 'big5'), 'big5'), { text: TRADITIONAL, damaged: 0 });
    assert.deepEqual(decodeAs(encoded(JAPANESE, 'shift_jis'), 'shift_jis'), { text: JAPANESE, damaged: 0 });
  });

  it('counts what is no character in UTF-32: a surrogate, a number too high, a cut end', () => {
    const bytes = Uint8Array.of(0, 0, 0x4e, 0, 0, 0, 0xd8, 0, 0, 0x11, 0, 0, 0, 0);
    assert.deepEqual(decodeAs(bytes, 'utf-32be'), { text: '一\ufffd\ufffd\ufffd', damaged: 3 });
  });
});
