import type { BoardReply } from '@phuong-so/shared/contracts/board';
import { STANDING_NAMES } from '../../work/board/standing-names.ts';
import { STATE_WORDS } from '../../work/reports/words.ts';
import { TARGET_STANDINGS } from './words.ts';

/** The tasks of a board as a table that spreadsheets open: UTF-8 with its mark, lines ended as RFC 4180 has it. */
export function tasksCsv({ tasks }: BoardReply): string {
  const head = [
    ...['Nhóm', 'Số', 'Nhiệm vụ', 'Đơn vị chủ trì', 'Đơn vị phối hợp', 'Thời hạn theo kế hoạch', 'Hạn đến hết ngày'],
    ...['Hạn trước ngày ký kế hoạch', 'Tình trạng', 'Phường xác nhận', 'Phường xác nhận (%)', 'Của báo cáo ngày'],
    ...['Đơn vị tự báo cáo', 'Đơn vị tự báo cáo (%)', 'Báo cáo ngày', 'Kế hoạch'],
  ];
  const rows = tasks.map((task) => [
    ...[task.group, task.no, task.title, task.leads.join('; '), task.coordinating.join('; '), task.due, task.last_day],
    ...[task.due_before_plan ? 'có' : 'không', STANDING_NAMES[task.standing]],
    ...wordCells(task.confirmed),
    ...wordCells(task.reported),
    task.document,
  ]);
  return csv([head, ...rows]);
}

/** The targets of a board, one row for each milestone. */
export function targetsCsv({ targets }: BoardReply): string {
  const head = [
    ...[
      'Nhóm',
      'Số',
      'Chỉ tiêu',
      'Đơn vị tính',
      'Năm',
      'Mốc theo kế hoạch',
      'Số liệu phường xác nhận',
      'Kỳ',
      'Nhập ngày',
    ],
    ...['Số liệu mới hơn, chưa xác nhận', 'Kỳ', 'Nhập ngày', 'So với mốc tới', 'Kế hoạch'],
  ];
  const rows = targets.flatMap((target) => {
    const milestones = Object.entries(target.values).sort(([one], [other]) => one.localeCompare(other));
    return (milestones.length === 0 ? [['', null] as const] : milestones).map(([year, value]) => [
      ...[target.group, target.no, target.name, target.unit, year, value ?? 'không có mốc'],
      ...figureCells(target.confirmed),
      ...figureCells(target.reported),
      ...[TARGET_STANDINGS[target.standing], target.document],
    ]);
  });
  return csv([head, ...rows]);
}

function wordCells(word: BoardReply['tasks'][number]['confirmed']): (string | null)[] {
  if (word === null) return [null, null, null];
  return [STATE_WORDS[word.state], word.percent === null ? null : String(word.percent), word.on];
}

function figureCells(figure: BoardReply['targets'][number]['confirmed']): (string | null)[] {
  return figure === null ? [null, null, null] : [figure.value, figure.period, figure.on];
}

function csv(rows: readonly (readonly (string | null)[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/**
 * What a spreadsheet would take for a formula is a text to it with an apostrophe before it (OWASP, CSV Injection); also behind
 * white space, and in the wide forms that Excel reads as the same signs.
 */
const FORMULA = /^[\s\uFEFF]*[=+\-@＝＋－＠]/;

function cell(value: string | null): string {
  if (value === null) return '';
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
}
