import { daysBetween } from '@phuong-so/shared/domain/calendar';
import type { SaidProgress, WorkListKind } from '@phuong-so/shared/domain/chat-screen-work';
import { startOfDay, writtenDay } from '@phuong-so/shared/domain/vietnam-time';
import type { Progress, ProgressState } from '@phuong-so/shared/domain/work';
import type { AskedFor, WorkOfficial, WorkTask } from './deps.ts';

export const NOT_OFFICIAL =
  'Phần việc của đơn vị chỉ dành cho cán bộ phường đã liên kết tài khoản. Anh/chị nhắn LIÊN KẾT để lấy mã, rồi nhập mã trong Mini App; nếu chưa có quyền cán bộ, anh/chị xin mã mời của phường.';
export const NO_SUCH_TASK =
  'Tôi không tìm thấy việc nào như vậy trong các việc phường đã xác nhận. Anh/chị nhắn VIỆC CỦA PHÒNG TÔI để xem số của từng việc.';
export const WHICH_TASK = 'Anh/chị muốn nói việc nào? Gõ số:';
export const TOO_MANY = 'Có nhiều việc như vậy. Anh/chị nhắn kèm số của việc, ví dụ “cập nhật việc III.5 60%”.';
export const HOW_TO_UPDATE =
  'Anh/chị nhắn số của việc rồi tới tình hình, ví dụ: “cập nhật việc III.5 60% đã kết nối dữ liệu”.';
export const BEYOND = 'Tỷ lệ chỉ từ 0 đến 100%. Anh/chị nhắn lại giúp tôi.';
export const WRITE = 'Ghi báo cáo';
export const DROP = 'Bỏ';
export const DROPPED = 'Vâng, tôi không ghi gì.';
export const ASK_REASON = 'Vì sao tạm dừng nhắc việc này? Anh/chị gõ lý do trong một câu.';
export const MORE = 'Xem tiếp';
export const NOT_YOURS = 'Đơn vị của anh/chị không chủ trì, không phối hợp việc này nên không ghi báo cáo được.';
export const NO_MUTE = 'Chỉ đơn vị chủ trì hoặc đơn vị đầu mối của phường tạm dừng nhắc được việc này.';
export const NONE_PAUSED = 'Không có việc nào đang tạm dừng nhắc.';
export const UNIT_UNKNOWN =
  'Quyền của anh/chị chưa ghi đơn vị, nên chưa có việc nào. Anh/chị báo phường bổ sung đơn vị.';

const STATES: Readonly<Record<ProgressState, string>> = {
  ...{ not_started: 'Chưa bắt đầu', in_progress: 'Đang làm', done: 'Hoàn thành', late: 'Chậm' },
  not_applicable: 'Không còn phù hợp',
};
const LONGEST_TITLE = 90;

const written = (day: string) => writtenDay(startOfDay(day));

/** "III.5 Hoàn thành kết nối…" */
export function titled({ name, item }: WorkTask): string {
  return `${name === null ? '' : `${name} `}${short(item.title)}`;
}

/** As it stands in a list. */
export function listed(task: WorkTask, today: string): string {
  return `${titled(task)} (${standingSaid(task, today)})`;
}

function standingSaid({ standing, lastDay, item }: WorkTask, today: string): string {
  const left = lastDay === null ? 0 : daysBetween(today, lastDay);
  switch (standing) {
    case 'overdue':
      return `quá hạn ${-left} ngày, chưa có xác nhận`;
    case 'due_soon':
      return left === 0 ? 'hết hạn hôm nay' : `còn ${left} ngày`;
    case 'upcoming':
      return `hạn ${written(lastDay ?? today)}`;
    case 'word_due':
      return `${item.due.kind === 'ongoing' ? 'thường xuyên' : 'hằng năm'}, chưa có báo cáo trong kỳ`;
    case 'word_given':
      return `${item.due.kind === 'ongoing' ? 'thường xuyên' : 'hằng năm'}, đã báo cáo trong kỳ`;
    case 'waiting':
      return 'chờ văn bản hoặc sự kiện';
    case 'done':
      return 'đã xác nhận hoàn thành';
    case 'closed':
      return 'đã đóng';
    case 'undated':
      return 'không ghi thời hạn';
  }
}

export function head(of: WorkListKind, official: WorkOfficial, count: number): string {
  const whose = of !== 'own' && official.isStanding ? 'cả phường' : (official.unit ?? 'đơn vị');
  const what = { own: 'việc đang mở', soon: 'việc hết hạn trong 30 ngày tới', overdue: 'việc quá hạn theo kế hoạch' }[
    of
  ];
  return count === 0
    ? `${upper(whose)}: không có ${what}.`
    : `${upper(whose)}: ${count} ${what}. Gõ số để xem từng việc:`;
}

/** One task with everything that counts. Self-reported and confirmed apart. */
export function whole(task: WorkTask, today: string): string {
  const { item, leads, coordinating } = task;
  return [
    `Việc ${titled(task)}`,
    `Tình trạng: ${standingSaid(task, today)}.${item.due.text === null ? '' : ` Thời hạn trong kế hoạch: ${item.due.text}.`}`,
    `Chủ trì: ${leads.join(', ')}.${coordinating.length === 0 ? '' : ` Phối hợp: ${coordinating.join(', ')}.`}`,
    `Người phụ trách: ${item.responsible?.label ?? 'chưa ai nhận'}.`,
    `Đơn vị tự báo: ${progressSaid(item.reported)}`,
    `Đã xác nhận: ${progressSaid(item.confirmed)}`,
    item.muted !== null && item.muted.until >= today
      ? `Tạm dừng nhắc đến hết ${written(item.muted.until)}: ${item.muted.reason}`
      : '',
    task.mayReport ? `Báo tiến độ, anh/chị nhắn: “cập nhật việc ${task.name ?? '…'} 60% đã làm gì”.` : '',
  ]
    .filter(Boolean)
    .join('\n');
}

function progressSaid(progress: Progress | null): string {
  return progress === null ? 'chưa có.' : `${saidInWords(progress)} (${writtenDay(progress.at)})`;
}

type Said = Pick<SaidProgress, 'state' | 'percent' | 'note' | 'obstacle'> & { readonly count: Progress['count'] };

/** "Đang làm, 60%. Ghi chú: đã kết nối LGSP." */
export function saidInWords({ state, percent, count, note, obstacle }: Said): string {
  const figures = [
    percent === null ? '' : `${percent}%`,
    count === null
      ? ''
      : `${count.value}${count.of === null ? '' : `/${count.of}`}${count.what === '' ? '' : ` ${count.what}`}`,
  ];
  return [
    `${[STATES[state], ...figures].filter(Boolean).join(', ')}.`,
    note === '' ? '' : `Ghi chú: ${sentence(note)}`,
    obstacle === '' ? '' : `Vướng mắc: ${sentence(obstacle)}`,
  ]
    .filter(Boolean)
    .join(' ');
}

export function readBack(task: WorkTask, said: SaidProgress): string {
  return [
    `Việc ${titled(task)}`,
    `Sẽ ghi: ${saidInWords(said)}`,
    `Đây là lời tự báo của đơn vị, chờ ${task.confirmedBy} xác nhận. Gõ số:`,
  ].join('\n');
}

export function writtenDown(task: WorkTask, said: SaidProgress): string {
  return `Đã ghi việc ${titled(task)}: ${saidInWords(said)} Chờ ${task.confirmedBy} xác nhận.`;
}

export function askDay(task: WorkTask): string {
  const name = task.name ?? '…';
  return `Tạm dừng nhắc việc ${name} đến ngày nào? Anh/chị nhắn cả ngày, ví dụ: “tắt nhắc việc ${name} đến 31/12 vì chờ thành phố hướng dẫn”.`;
}

export function readBackMute(task: WorkTask, until: string): string {
  return `Tạm dừng nhắc việc ${titled(task)} đến hết ${written(until)}.`;
}

export function muted(task: WorkTask, until: string): string {
  return `Đã tạm dừng nhắc việc ${titled(task)} đến hết ${written(until)}. Sau ngày đó tôi nhắc lại. Muốn nhắc lại sớm hơn, anh/chị nhắn: “bật lại nhắc việc ${task.name ?? '…'}”.`;
}

export function remindedAgain(task: WorkTask): string {
  return `Đã bật lại nhắc việc ${titled(task)}.`;
}

export function notPaused(task: WorkTask): string {
  return `Việc ${titled(task)} không bị tạm dừng nhắc, tôi vẫn nhắc như thường lệ.`;
}

/** Who does it, one line a task. */
export function whoDoes(tasks: readonly WorkTask[], today: string): string {
  return tasks
    .map((task) => {
      const responsible =
        task.item.responsible === null ? 'chưa ai nhận phụ trách' : `phụ trách: ${task.item.responsible.label}`;
      return `${titled(task)}\nChủ trì: ${task.leads.join(', ')}; ${responsible}. Tình trạng: ${standingSaid(task, today)}.`;
    })
    .join('\n\n');
}

/** So many days ahead count as this week's. */
const WEEK_DAYS = 7;

/**
 * Reports whose day has passed, those due within a week, then the unit's own tasks; the next report where none is due. Only
 * what is recorded here is known: what went on paper may have been handed in all the same.
 */
export function reportsDue(reports: readonly AskedFor[], own: readonly WorkTask[], today: string): string {
  const late = reports.filter(({ day }) => day !== null && day < today);
  const dated = reports.filter(({ day }) => day !== null && day >= today);
  const soon = dated.filter(({ day }) => day !== null && daysBetween(today, day) <= WEEK_DAYS);
  const undated = reports.filter(({ day }) => day === null);
  const [next] = dated;
  const line = ({ what, toWhom, day }: AskedFor) =>
    `- ${day === null ? '' : `Hạn ${written(day)} (còn ${daysBetween(today, day)} ngày): `}${short(what)}${toWhom === null ? '' : ` Gửi ${toWhom}.`}`;
  const tasks = own.filter(
    ({ standing, lastDay }) =>
      standing === 'overdue' ||
      standing === 'word_due' ||
      (lastDay !== null && standing === 'due_soon' && daysBetween(today, lastDay) <= WEEK_DAYS),
  );
  return [
    late.map(lateReport).join('\n'),
    soon.length > 0
      ? `Báo cáo phải nộp trong 7 ngày tới:\n${soon.map(line).join('\n')}`
      : 'Trong 7 ngày tới không có báo cáo nào của phường phải nộp.',
    soon.length === 0 && next !== undefined ? `Báo cáo gần nhất:\n${line(next)}` : '',
    undated.length > 0
      ? `Kế hoạch còn đòi báo cáo mà không ghi ngày: ${undated.map(({ when }) => `“${when}”`).join('; ')}.`
      : '',
    tasks.length > 0
      ? `Việc của đơn vị cần báo tiến độ: ${tasks.length}.\n${tasks
          .slice(0, MOST_TASKS)
          .map((task) => `- ${listed(task, today)}`)
          .join('\n')}`
      : 'Việc của đơn vị: không có việc nào cần báo ngay.',
  ]
    .filter(Boolean)
    .join('\n\n');
}

const lateReport = ({ what, toWhom, day }: AskedFor): string =>
  `Đã quá hạn: ${short(what)}, hạn ${day === null ? '' : written(day)}, chưa ghi nhận nộp trong Phường Số.${toWhom === null ? '' : ` Gửi ${toWhom}.`}`;

const MOST_TASKS = 5;

function short(title: string): string {
  const bare = title.replace(/[.;,\s]+$/u, '');
  if (bare.length <= LONGEST_TITLE) return bare;
  return `${bare.slice(0, LONGEST_TITLE).replace(/[\s,;.]+\S*$/u, '')}…`;
}

function sentence(text: string): string {
  return /[.!?…]$/u.test(text) ? text : `${text}.`;
}

function upper(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}
