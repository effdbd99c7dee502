import { type Channel, type DeliveryState, reasonOf } from '@phuong-so/shared/domain/delivery';
import { writtenDay, writtenHour } from '@phuong-so/shared/domain/vietnam-time';
import type { DeliveryTotal, UnreachedTotal } from '../ports/deliveries.ts';
import type { AnswerTotal } from '../ports/notice-wishes.ts';
import type { WorkbookRow, WorkbookSheet } from '../ports/workbooks.ts';
import { UNREACHED_WORDS } from './unreached-words.ts';

/** Sums of one announcement; nobody's name, number or id is in them. */
export interface TotalsParts {
  readonly title: string;
  readonly code: string;
  readonly sender: string;
  readonly ward: string | null;
  /** Names of the groups it is for; [] = the whole ward. */
  readonly groups: readonly string[];
  readonly demo: boolean;
  /** Epoch ms: when the figures were read. */
  readonly at: number;
  readonly people: number;
  readonly reached: number;
  readonly waiting: number;
  readonly seen: number;
  readonly first: readonly DeliveryTotal[];
  readonly correction: readonly DeliveryTotal[];
  readonly answers: readonly AnswerTotal[];
  readonly readsByHour: readonly { readonly hour: number; readonly reads: number }[];
  readonly unreached: readonly UnreachedTotal[];
  readonly groupName: (group: string | null) => string;
}

const CHANNEL_NAMES: Readonly<Record<Channel, string>> = {
  feed: 'Mục Thông báo trong ứng dụng',
  oa: 'Tin nhắn Zalo của phường',
  mini_app: 'Thông báo của ứng dụng trên Zalo',
  gmf: 'Nhóm Zalo của tổ do phường lập',
  zbs: 'Tin mẫu Zalo (ZBS)',
};
const STATE_NAMES: Readonly<Record<DeliveryState, string>> = {
  pending: 'đang chờ gửi',
  sending: 'đang gửi',
  sent: 'đã gửi',
  delivered: 'đã tới máy',
  seen: 'đã xem',
  uncertain: 'chưa rõ đã tới',
  failed: 'không gửi được',
  cancelled: 'không gửi nữa',
};
const ANSWER_NAMES: Readonly<Record<AnswerTotal['answer'], string>> = {
  yes: 'Tham gia',
  no: 'Không tham gia',
  read: 'Đã đọc',
};

/** The tables of one announcement, each figure with what it counts. */
export function totalsWorkbook(parts: TotalsParts): WorkbookSheet[] {
  return [summary(parts), byChannel(parts), answers(parts), reads(parts), unreached(parts)];
}

const head = (...cells: string[]): WorkbookRow => ({ cells, bold: true });
const row = (...cells: (string | number | null)[]): WorkbookRow => ({ cells });
const note = (text: string): WorkbookRow => ({ cells: [text] });

function summary(parts: TotalsParts): WorkbookSheet {
  const { title, code, sender, ward, groups, at, demo, people, reached, waiting, seen } = parts;
  const rows = [
    ...(demo ? [head('DỮ LIỆU MINH HỌA: không phải thông báo thật')] : []),
    row('Thông báo', title),
    row('Mã kiểm tra', code),
    row('Nơi gửi', sender),
    row('Phường', ward),
    row('Gửi cho', groups.length === 0 ? 'Cả phường' : groups.join(', ')),
    row('Số liệu lúc', `${writtenHour(at)} ngày ${writtenDay(at)}`),
    row(null),
    head('Số liệu', 'Số người', 'Nghĩa là'),
    row('Người nhận', people, 'Mọi người mà thông báo dành cho và hệ thống biết đến, mỗi người tính một lần.'),
    row('Đã tới', reached, 'Đã có tin gửi tới, hoặc đã mở thông báo trong ứng dụng. Có nhiều kênh cũng tính một lần.'),
    row('Đã xem', seen, 'Zalo báo đã xem, hoặc đã mở trong ứng dụng. Nằm trong số đã tới.'),
    row('Đang chờ', waiting, 'Tin còn đang chờ gửi.'),
    row('Chưa tới', people - reached - waiting, 'Người nhận trừ đã tới và đang chờ: cần báo bằng cách khác.'),
  ];
  return { name: 'Tổng hợp', widths: [24, 40, 70], rows };
}

function byChannel({ first, correction }: TotalsParts): WorkbookSheet {
  const lines = (totals: readonly DeliveryTotal[], which: string) =>
    totals.map(({ channel, state, reason: given, count }) => {
      const reason = reasonOf(state, given);
      const why = reason === null ? null : UNREACHED_WORDS[reason];
      return row(which, CHANNEL_NAMES[channel], STATE_NAMES[state], why, count);
    });
  const rows = [
    note('Số lượt là số tin: một người có thể có lượt ở nhiều kênh, nên cộng lại không phải là số người.'),
    head('Lần gửi', 'Kênh', 'Tình trạng', 'Lý do', 'Số lượt'),
    ...lines(first, 'Bản đầu'),
    ...lines(correction, 'Đính chính mới nhất'),
  ];
  return { name: 'Theo kênh và lý do', widths: [20, 34, 18, 60, 10], rows };
}

function answers({ answers: given }: TotalsParts): WorkbookSheet {
  const rows = [
    note('Mỗi người trả lời tính một lần, theo câu trả lời sau cùng. Số người dự là con số họ báo, gồm cả họ.'),
    head('Trả lời', 'Người trả lời', 'Số người dự'),
    ...given.map(({ answer, count, people }) => row(ANSWER_NAMES[answer], count, answer === 'yes' ? people : null)),
  ];
  return { name: 'Trả lời', widths: [24, 16, 16], rows };
}

function reads({ readsByHour }: TotalsParts): WorkbookSheet {
  const rows = [
    note('Lần xem đầu của mỗi người, theo giờ Việt Nam. Ai xem mà Zalo không báo thì không có ở đây.'),
    head('Ngày', 'Từ giờ', 'Số người xem'),
    ...readsByHour.map(({ hour, reads: count }) => row(writtenDay(hour), writtenHour(hour), count)),
  ];
  return { name: 'Lượt xem theo giờ', widths: [16, 12, 16], rows };
}

function unreached({ unreached: given, groupName }: TotalsParts): WorkbookSheet {
  const rows = [
    note(
      'Người chưa có tin nào tới và chưa mở thông báo trong ứng dụng. Chỉ có số người, không có tên và số điện thoại.',
    ),
    head('Tổ dân phố', 'Lý do', 'Số người'),
    ...given.map(({ group, reason, people }) => row(groupName(group), UNREACHED_WORDS[reason], people)),
  ];
  return { name: 'Chưa tới, theo tổ', widths: [30, 70, 12], rows };
}
