import { foldMarks } from '@phuong-so/shared/text/fold';

/** How people write hours and days. Two of each: with tone marks, and for a text that has none at all. */
export interface WhenWords {
  readonly hour: RegExp;
  readonly day: RegExp;
  /** Stands before what ends a span: "8h đến 11h", "1/12 - 5/12". */
  readonly until: RegExp;
  /** Stands before the last moment for something, which is not when it takes place: "trước 9h", "hạn cuối 30/11". */
  readonly deadline: RegExp;
  /** Stands before a length of time: "trong 2 giờ". */
  readonly length: RegExp;
  /** A part of the day before an hour: "tối 7h", "sáng lúc 8h". */
  readonly partBefore: RegExp;
  /** Days of the old calendar, which are not worked out here. */
  readonly lunar: RegExp;
}

export const PARTS = ['sáng', 'trưa', 'chiều', 'tối', 'đêm'] as const;
export type PartOfDay = (typeof PARTS)[number];

export const HOUR_NAMES: Readonly<Record<string, number>> = {
  ...{ một: 1, hai: 2, ba: 3, bốn: 4, năm: 5, sáu: 6, bảy: 7, bẩy: 7, tám: 8, chín: 9, mười: 10 },
  ...{ 'mười một': 11, 'mười hai': 12 },
};
/** 0 = Sunday. */
export const WEEKDAY_NAMES: Readonly<Record<string, number>> = {
  ...{ hai: 1, ba: 2, tư: 3, năm: 4, sáu: 5, bảy: 6, bẩy: 6, '2': 1, '3': 2, '4': 3, '5': 4, '6': 5, '7': 6 },
};

export const MARKED = wordsOf((word) => word);
export const BARE = wordsOf(foldMarks);

/** The known word for what was typed, with or without marks. */
export function known<Name extends string>(names: readonly Name[], typed: string | undefined): Name | undefined {
  return typed === undefined ? undefined : names.find((name) => name === typed || foldMarks(name) === typed);
}

/** `as`: how a word is typed. What is written for a text with marks is right without them, too, where the word beside it is. */
function wordsOf(as: (word: string) => string): WhenWords {
  const any = (...words: readonly string[]) => `(?:${words.map(as).join('|')})`;
  const end = String.raw`(?![\p{L}\p{M}\d])`;
  const start = String.raw`(?<![\p{L}\p{M}\d])`;
  const part = any(...PARTS);
  const gap = String.raw`\s*`;
  const names = Object.keys(HOUR_NAMES).sort((one, other) => other.length - one.length);
  const date = String.raw`(?<date>(?!24/7(?!\d))(?<d>\d{1,2})${gap}/${gap}(?<m>\d{1,2})(?:${gap}/${gap}(?<y>20\d\d))?(?![\d/])|(?<dw>\d{1,2})\s+${any('tháng')}\s+(?<mw>\d{1,2})(?:\s+${any('năm')}\s+(?<yw>20\d\d))?${end})`;
  const said = String.raw`(?:${any('ngày')}\s+)?`;
  const week = String.raw`(?:\s+(?<week>${any('tuần này', 'tuần sau', 'tuần tới', 'này', 'tới', 'sau')})${end})?`;
  const weekday = String.raw`(?:${any('thứ')}\s+(?<weekday>${any(...Object.keys(WEEKDAY_NAMES))})|t(?<short>[2-7])|(?<sunday>${any('chủ nhật')}|cn))${end}(?!\s*(?:${any('triệu', 'nghìn', 'ngàn', 'đồng', 'trăm')}|k|%))`;
  const near = String.raw`(?<near>${any('hôm nay', 'bữa nay', 'ngày mai', 'ngày kia', 'ngày mốt')}|(?<=${part}\s)${any('nay', 'mai')}|(?<=\d\s?(?:h|giờ|gio)\s?)${any('mai')})${end}`;
  return {
    hour: new RegExp(
      String.raw`(?<![\d.,/:-])(?:${start}(?<n>\d{1,2})${gap}(?:(?:h|g|${any('giờ')})(?![\p{L}\p{M}])|(?=:\d\d))(?:${gap}:?(?<min>\d\d)(?![\d/]))?|${start}(?<word>${any(...names)})\s+${any('giờ')}${end})(?:${gap}(?:${any('phút')}|p)${end})?(?:\s+(?<extra>${any('rưỡi', 'kém', 'đồng hồ')})${end})?(?:\s*(?:${any('buổi')}\s+)?(?<part>${part})${end})?`,
      'gu',
    ),
    day: new RegExp(
      String.raw`${start}(?:(?<part>${part})\s+)?(?:${near}|${weekday}${week}(?:\s*[,(]?\s*${said}${date})?|${said}${date.replaceAll(/\?<(\w+)>/g, '?<$1x>')})`,
      'gu',
    ),
    until: new RegExp(String.raw`(?:${any('đến', 'tới')}|[-–—])\s*(?:${any('hết')}\s+)?(?:${any('ngày')}\s+)?$`, 'u'),
    deadline: new RegExp(
      String.raw`${start}${any('trước', 'hạn', 'đến hết', 'chậm nhất', 'muộn nhất', 'sau')}${end}[^.;\n\d]{0,15}$`,
      'u',
    ),
    length: new RegExp(
      String.raw`${start}${any('trong', 'trong vòng', 'suốt', 'mất')}\s*(?:${any('khoảng')}\s*)?$`,
      'u',
    ),
    partBefore: new RegExp(String.raw`${start}(?<part>${part})\s+(?:${any('lúc', 'vào', 'hồi')}\s+)*$`, 'u'),
    lunar: new RegExp(`${start}${any('âm lịch', 'mùng', 'mồng', 'rằm')}${end}`, 'u'),
  };
}
