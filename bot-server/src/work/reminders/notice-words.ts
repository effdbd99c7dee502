import type { WorkNotice } from '@phuong-so/shared/contracts/work-notices';
import { daysBetween } from '@phuong-so/shared/domain/calendar';
import { startOfDay, writtenDay } from '@phuong-so/shared/domain/vietnam-time';
import type { Occasion } from '@phuong-so/shared/domain/work-reminders';

/** So many stand in a message; the rest is one word away. A message of Zalo's holds 2,000 characters. */
const MOST_IN_MESSAGE = 6;
const LONGEST_TITLE = 90;

const written = (day: string) => writtenDay(startOfDay(day));

/** What is said of a task beside its title. `lead`: the units that lead it, for those who are of none of them. */
export function taskSentence(
  occasion: Occasion,
  today: string,
  { awaits, lead }: { readonly awaits: boolean; readonly lead: string | null },
): string {
  const said = [whenSaid(occasion, today), awaits ? 'Đơn vị đã báo hoàn thành, chờ xác nhận.' : ''];
  return [...said, lead === null ? '' : `Chủ trì: ${lead}.`].filter(Boolean).join(' ');
}

function whenSaid({ kind, lastDay, key }: Occasion, today: string): string {
  const left = daysBetween(today, lastDay);
  if (kind === 'word') {
    const period = periodSaid(key);
    return `Chưa có báo cáo tiến độ nào trong ${period}; ${period} hết ngày ${written(lastDay)}.`;
  }
  if (left > 0) return `Còn ${left} ngày (hạn ${written(lastDay)}).`;
  if (left === 0) return `Hôm nay là ngày cuối (hạn ${written(lastDay)}).`;
  return `Quá hạn ${-left} ngày theo kế hoạch (hạn ${written(lastDay)}), chưa có xác nhận.`;
}

/** "2026-Q3:14" → "quý III/2026", "2026-H1:14" → "6 tháng đầu năm 2026". */
function periodSaid(key: string): string {
  const [period = ''] = key.split(':');
  const year = period.slice(0, 4);
  if (period.includes('-Q')) return `quý ${['I', 'II', 'III', 'IV'][Number(period.slice(6)) - 1] ?? ''}/${year}`;
  return period.endsWith('-H1') ? `6 tháng đầu năm ${year}` : `năm ${year}`;
}

export function reportSentence({ lastDay, kind, key }: Occasion, today: string, toWhom: string | null): string {
  const to = toWhom === null ? '' : ` Gửi: ${toWhom}.`;
  if (kind === 'word') return `Báo cáo ${periodSaid(key)}: kế hoạch không ghi ngày nộp.${to}`;
  const left = daysBetween(today, lastDay);
  if (left < 0)
    return `Quá ngày nộp báo cáo ${-left} ngày (hạn ${written(lastDay)}), chưa thấy nộp trong Phường Số.${to}`;
  return `${left === 0 ? 'Hôm nay là ngày cuối' : `Còn ${left} ngày`} để nộp báo cáo (hạn ${written(lastDay)}).${to}`;
}

/** "Hôm nay: 2 việc quá hạn, 1 việc còn 7 ngày."; null for nothing. */
export function leadSaid(notices: readonly WorkNotice[]): string | null {
  const counted = new Map<string, number>();
  for (const notice of notices) counted.set(sortSaid(notice), (counted.get(sortSaid(notice)) ?? 0) + 1);
  if (counted.size === 0) return null;
  return `Hôm nay: ${[...counted].map(([what, count]) => `${count} ${what}`).join(', ')}.`;
}

function sortSaid({ kind, days_left }: WorkNotice): string {
  if (kind === 'overdue') return 'việc quá hạn';
  if (kind === 'today') return 'việc hết hạn hôm nay';
  if (kind === 'word') return 'việc chưa có báo cáo trong kỳ';
  if (kind === 'report') return reportSort(days_left);
  return `việc còn ${days_left} ngày`;
}

function reportSort(daysLeft: number): string {
  if (daysLeft < 0) return 'báo cáo quá ngày nộp';
  return daysLeft === 0 ? 'báo cáo phải nộp hôm nay' : 'báo cáo sắp phải nộp';
}

/** The message of the day. `who`: "Phường Sao Mai". */
export function digestSaid(who: string, lead: string, notices: readonly WorkNotice[]): string {
  const shown = notices.slice(0, MOST_IN_MESSAGE);
  const more = notices.length - shown.length;
  const lines = shown.map(
    ({ name, title, text }, at) => `${at + 1}) ${name === null ? '' : `${name} `}${short(title)} ${text}`,
  );
  return [
    `${who} nhắc việc. ${lead}`,
    ...lines,
    more > 0 ? `Và ${more} việc nữa.` : '',
    'Xem tất cả, bạn nhắn VIỆC CỦA PHÒNG TÔI.',
    howTo(shown.find(({ name }) => name !== null)?.name ?? null),
  ]
    .filter(Boolean)
    .join('\n');
}

function howTo(name: string | null): string {
  return name === null
    ? ''
    : `Nhắn “cập nhật việc ${name} …” để báo tiến độ, “tắt nhắc việc ${name} đến …” để tắt nhắc.`;
}

/** A sentence, cut at a word. */
function short(title: string): string {
  const whole = title.replace(/[.;,\s]+$/u, '');
  if (whole.length <= LONGEST_TITLE) return `${whole}.`;
  return `${whole.slice(0, LONGEST_TITLE).replace(/[\s,;.]+\S*$/u, '')}…`;
}
