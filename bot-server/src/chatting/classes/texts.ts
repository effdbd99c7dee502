import { writtenDayTime, writtenHour } from '@phuong-so/shared/domain/vietnam-time';
import type { ClassPlace, OpenClass } from '../../ports/classes.ts';

export const CHOOSE_CLASS = 'Các lớp sắp mở. Bạn gõ số của lớp muốn xem:';
export const NO_CLASSES = 'Hiện phường chưa mở lớp nào. Bạn học ngay trong tin nhắn cũng được: nhắn HỌC.';
export const GONE = 'Lớp này không còn nhận đăng ký nữa. Bạn nhắn LỚP HỌC để xem lớp khác.';
export const REGISTER = 'Đăng ký';
export const REGISTER_WAITING = 'Đăng ký chờ';
export const NO_THANKS = 'Thôi, xem lớp khác';
export const GIVE_UP = 'Bỏ đăng ký';
export const KEEP = 'Giữ chỗ của tôi';
export const ASK_NAME =
  'Khi điểm danh gọi bạn là gì? Ví dụ: bác Lan, anh Hùng. Bạn chỉ cần gõ vậy thôi, không cần họ tên đầy đủ. Tên này được xóa sau lớp học 30 ngày.';
export const NAME_TOO_LONG = 'Bạn gõ tên gọi ngắn thôi giúp tôi, dưới 40 chữ cái. Ví dụ: bác Lan.';
export const NO_PLACES = 'Bạn chưa đăng ký lớp nào sắp tới. Bạn nhắn LỚP HỌC để xem các lớp.';
export const MY_CLASSES = 'Lớp của bạn. Bạn gõ số để xem:';
export const WHICH_TO_LEAVE = 'Bạn muốn bỏ lớp nào? Bạn gõ số:';

/** "Thứ Bảy 5/12, 8h: Dùng VNeID" */
export function classLabel(held: OpenClass, place: ClassPlace | undefined): string {
  const mine = place === undefined ? '' : place.state === 'waiting' ? ' (bạn đang chờ chỗ)' : ' (bạn đã có chỗ)';
  return `${writtenDayTime(held.startsAt)}: ${held.title}${mine}`;
}

export function classDetails(held: OpenClass, group: string | null, place: ClassPlace | undefined): string {
  const lines = [
    held.title,
    held.demo ? 'Lớp này là ví dụ để xem thử, không có thật.' : '',
    `Thời gian: ${writtenDayTime(held.startsAt)} đến ${writtenHour(held.endsAt)}`,
    `Nơi học: ${held.place}`,
    `Người dạy: ${held.teacher}`,
    group === null ? '' : `Dành cho: ${group}`,
    place === undefined ? seatsLeft(held) : placeText(place),
    'Bạn gõ số:',
  ];
  return lines.filter(Boolean).join('\n');
}

function seatsLeft({ seats, taken, waiting }: OpenClass): string {
  const left = seats - taken;
  if (left > 0 && waiting === 0) return `Còn ${left} chỗ.`;
  return waiting > 0 ? `Đã hết chỗ, ${waiting} người đang chờ.` : 'Đã hết chỗ, bạn có thể đăng ký chờ.';
}

function placeText({ state, position }: ClassPlace): string {
  return state === 'waiting' ? `Bạn đang chờ chỗ, đứng thứ ${position ?? 1}.` : 'Bạn đã có chỗ ở lớp này.';
}

/** After the name for the roll was given. */
export function registered(held: OpenClass, place: ClassPlace): string {
  const called = place.calledName === null ? '' : ` Khi điểm danh sẽ gọi: ${place.calledName}.`;
  const when = `“${held.title}”, ${writtenDayTime(held.startsAt)}, tại ${held.place}.`;
  if (place.state === 'waiting') {
    return `Lớp đã đủ người, bạn đứng thứ ${place.position ?? 1} trong danh sách chờ: ${when}${called}\nMuốn biết đã có chỗ chưa, bạn nhắn LỚP CỦA TÔI. Thôi không chờ nữa, bạn nhắn HỦY LỚP.`;
  }
  return `Bạn đã có chỗ: ${when}${called}\nNếu không đi được, bạn nhắn HỦY LỚP để nhường chỗ cho người khác.`;
}

export function askLeave(held: OpenClass): string {
  return `Bạn bỏ đăng ký “${held.title}”, ${writtenDayTime(held.startsAt)}? Bạn gõ số:`;
}

export function left(held: OpenClass): string {
  return `Bạn không còn giữ chỗ ở “${held.title}”. Muốn xem lớp khác, bạn nhắn LỚP HỌC.`;
}
