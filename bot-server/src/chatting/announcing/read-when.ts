import { addDays, isRealDay } from '@phuong-so/shared/domain/calendar';
import { startOfDay, vietnamDay } from '@phuong-so/shared/domain/vietnam-time';
import { hasMarks, normaliseTones } from '@phuong-so/shared/text/fold';
import { BARE, HOUR_NAMES, known, MARKED, PARTS, type PartOfDay, WEEKDAY_NAMES, type WhenWords } from './when-words.ts';

/**
 * What a text says of one moment in the future. Epoch ms, Vietnam's time. `unclear`: a time is spoken of, but nobody can be
 * sure which; `candidates` are those that it may be, `day` ("2026-12-05") is what is sure of it.
 */
export type When =
  | { readonly kind: 'none' }
  | { readonly kind: 'sure'; readonly at: number }
  | { readonly kind: 'unclear'; readonly day: string | null; readonly candidates: readonly number[] };

const MINUTE_MS = 60_000;
const NOON = 12 * 60;
const MOST_CANDIDATES = 4;
/** A date without a year may lie behind the turn of the year, but not nearly a year away. */
const MOST_DAYS_AHEAD = 120;

/** Whether a text says "mai", "tối nay", "ngày kia": read on another day it means another day. */
export function saysNearDay(typed: string): boolean {
  const text = normaliseTones(typed.normalize('NFC'));
  const { day } = hasMarks(text) ? MARKED : BARE;
  return [...text.matchAll(day)].some(({ groups }) => groups?.near !== undefined);
}

/** Reads when something is to be. Nothing is guessed: "7 giờ" may be morning or evening, "thứ bảy" said on a Saturday either. */
export function readWhen(typed: string, now: number): When {
  const text = normaliseTones(typed.normalize('NFC'));
  const words = hasMarks(text) ? MARKED : BARE;
  const days = daysIn(text, words, vietnamDay(now));
  const hours = hoursIn(text, words, days);
  if (words.lunar.test(text) && (days.length === 0 || hours.length > 0))
    return { kind: 'unclear', day: null, candidates: [] };
  if (hours.length === 0) return withoutHour(days);
  const moments = pair(days, hours, vietnamDay(now)).filter((at) => at > now);
  const [first] = moments;
  const isSure = days.length === 1 && hours.length === 1 && moments.length === 1 && isOne(days) && isOne(hours);
  if (isSure && first !== undefined) return { kind: 'sure', at: first };
  return { kind: 'unclear', day: onlyDay(days), candidates: moments.slice(0, MOST_CANDIDATES) };
}

function withoutHour(days: readonly DaySaid[]): When {
  return days.length === 0 ? { kind: 'none' } : { kind: 'unclear', day: onlyDay(days), candidates: [] };
}

const isOne = ([first]: readonly { readonly may: readonly unknown[] }[]): boolean => first?.may.length === 1;

function onlyDay(days: readonly DaySaid[]): string | null {
  const [first] = days;
  return days.length === 1 && first?.may.length === 1 ? (first.may[0] ?? null) : null;
}

/** Every moment that it may be, in order. */
function pair(days: readonly DaySaid[], hours: readonly HourSaid[], today: string): number[] {
  const all: readonly DaySaid[] = days.length > 0 ? days : [{ may: [today, addDays(today, 1)], part: null }];
  const isPaired = all.length > 1 && all.length === hours.length;
  const moments = all.flatMap(({ may }, place) =>
    hours
      .filter((_, at) => !isPaired || at === place)
      .flatMap(({ may: minutes }) =>
        may.flatMap((day) => minutes.map((minute) => startOfDay(day) + minute * MINUTE_MS)),
      ),
  );
  return [...new Set(moments)].sort((one, other) => one - other);
}

interface HourSaid {
  /** Minutes of the day that it may be. */
  readonly may: readonly number[];
}

function hoursIn(text: string, words: WhenWords, days: readonly DaySaid[]): HourSaid[] {
  const found: { minutes: number; may: readonly number[] }[] = [];
  for (const match of text.matchAll(words.hour)) {
    const { groups = {}, index } = match;
    const before = text.slice(0, index);
    const may = minutesOf(groups, partOf(groups.part) ?? partBefore(before, words) ?? partOfDays(days));
    const isOther = words.deadline.test(before) || words.length.test(before) || known(['đồng hồ'], groups.extra);
    if (isOther || may === null) continue;
    const last = found.at(-1);
    if (last !== undefined && words.until.test(before)) narrow(last, may);
    else if (!found.some((one) => one.may.join() === may.join())) found.push({ minutes: index, may });
  }
  return found;
}

/** "Từ 8h đến 17h": what begins at eight in the evening does not end at five. */
function narrow(start: { may: readonly number[] }, end: readonly number[]): void {
  const [only] = end;
  if (end.length === 1 && only !== undefined) start.may = start.may.filter((minute) => minute < only);
}

/** Minutes of the day; two where morning and evening are both possible; null for what is no hour of a day. */
function minutesOf(groups: Readonly<Record<string, string | undefined>>, part: PartOfDay | null): number[] | null {
  const { n, min, word, extra } = groups;
  const name = known(Object.keys(HOUR_NAMES), word);
  const hour = n === undefined ? (name === undefined ? null : HOUR_NAMES[name]) : Number(n);
  const isHalf = known(['rưỡi'], extra) !== undefined;
  const minutes = isHalf ? 30 : Number(min ?? 0);
  // "Bảy giờ kém mười": said as one thing, and read as another too easily.
  if (hour === null || hour === undefined || hour > 23 || minutes > 59 || known(['kém'], extra)) return null;
  const at = hour * 60 + minutes;
  if (part !== null) return partHours(hour, part).map((one) => one * 60 + minutes);
  // "07:30" is written by the clock of twenty-four hours.
  const isByClock = n?.startsWith('0') || hour === 0 || hour >= 12;
  return isByClock ? [at] : [at, at + NOON];
}

/** Hours of the day that "<hour> giờ <part>" may be; [] where the two contradict each other. */
function partHours(hour: number, part: PartOfDay): number[] {
  const from = { sáng: [1, 11], trưa: [10, 14], chiều: [12, 18], tối: [17, 23], đêm: [18, 23] } as const;
  const [first, last] = from[part];
  const may = [hour, hour + 12].filter((one) => one >= first && one <= last);
  return may.length === 0 && part === 'đêm' && hour <= 4 ? [hour] : may;
}

function partOf(typed: string | undefined): PartOfDay | null {
  return known(PARTS, typed) ?? null;
}

function partBefore(before: string, words: WhenWords): PartOfDay | null {
  return partOf(words.partBefore.exec(before)?.groups?.part);
}

/** "Tối thứ bảy, 7 giờ": the part belongs to the hour, where one is said of all the days. */
function partOfDays(days: readonly DaySaid[]): PartOfDay | null {
  const [part = null, ...others] = new Set(days.map((day) => day.part));
  return others.length === 0 ? part : null;
}

interface DaySaid {
  /** "2026-12-05"; several where it may be one or the other, none where it is none to come. */
  readonly may: readonly string[];
  readonly part: PartOfDay | null;
}

function daysIn(text: string, words: WhenWords, today: string): DaySaid[] {
  const found: DaySaid[] = [];
  for (const match of text.matchAll(words.day)) {
    const { groups = {}, index } = match;
    const before = text.slice(0, index);
    const isEnd = found.length > 0 && words.until.test(before);
    if (words.deadline.test(before) || isEnd) continue;
    const said = { may: dayOf(groups, today), part: partOf(groups.part) };
    if (!found.some((one) => one.may.join() === said.may.join())) found.push(said);
  }
  return found;
}

type Groups = Readonly<Record<string, string | undefined>>;

function dayOf(groups: Groups, today: string): string[] {
  const near = known(Object.keys(NEAR), groups.near);
  if (near !== undefined) return [addDays(today, NEAR[near] ?? 0)];
  const date = dateOf(groups, today);
  const weekday = weekdayOf(groups);
  if (weekday === null) return date ?? [];
  // Two days at once: nobody knows which of them is meant.
  if (date === null) return comingWeekday(weekday, groups.week, today);
  return date.filter((day) => weekdayNumber(day) === weekday);
}

const NEAR: Readonly<Record<string, number>> = {
  ...{ 'hôm nay': 0, 'bữa nay': 0, nay: 0, 'ngày mai': 1, mai: 1, 'ngày kia': 2, 'ngày mốt': 2 },
};

/** null where no date is written; none where it is past or not in the calendar. */
function dateOf(groups: Groups, today: string): string[] | null {
  const [d, m, y] = (['d', 'm', 'y'] as const).map(
    (name) => groups[name] ?? groups[`${name}w`] ?? groups[`${name}x`] ?? groups[`${name}wx`],
  );
  if (d === undefined || m === undefined) return null;
  const thisYear = Number(today.slice(0, 4));
  const years = y === undefined ? [thisYear, thisYear + 1] : [Number(y)];
  const latest = addDays(today, y === undefined ? MOST_DAYS_AHEAD : 366);
  return years
    .filter((year) => isRealDay(year, Number(m), Number(d)))
    .map((year) => `${year}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`)
    .filter((day) => day >= today && day <= latest);
}

function weekdayOf({ weekday, short, sunday }: Groups): number | null {
  if (sunday !== undefined) return 0;
  const name = known(Object.keys(WEEKDAY_NAMES), weekday ?? short);
  return name === undefined ? null : (WEEKDAY_NAMES[name] ?? null);
}

function comingWeekday(weekday: number, week: string | undefined, today: string): string[] {
  const ahead = (weekday - weekdayNumber(today) + 7) % 7;
  const toSunday = (7 - weekdayNumber(today)) % 7;
  if (known(['tuần sau', 'tuần tới'], week)) return [addDays(today, toSunday + ((weekday + 6) % 7) + 1)];
  if (known(['tuần này', 'này'], week)) return ahead <= toSunday ? [addDays(today, ahead)] : [];
  // "Thứ bảy tới" said early in the week may be this week's or the next's; said on a Saturday it is not today.
  if (known(['tới', 'sau'], week))
    return ahead === 0 ? [addDays(today, 7)] : [addDays(today, ahead), addDays(today, ahead + 7)];
  return ahead === 0 ? [today, addDays(today, 7)] : [addDays(today, ahead)];
}

function weekdayNumber(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}
