import { writtenDayTime } from '@phuong-so/shared/domain/vietnam-time';
import type { ClassNotice, OpenClass } from '../../ports/classes.ts';

const NO_MORE = 'Không muốn được nhắc nữa, bạn nhắn DỪNG NHẮC.';
const LEAVE = 'Không đi được, bạn nhắn HỦY LỚP để nhường chỗ cho người khác.';

/** `who`: the ward's name as a sentence begins with it. */
export function classTomorrow(who: string, held: OpenClass): string {
  return lines(held, `${who} nhắc: bạn có chỗ trong ${whole(held)}`, LEAVE, NO_MORE);
}

export function classNotice(who: string, held: OpenClass, notice: ClassNotice): string {
  if (notice === 'moved_up') return lines(held, `${who} báo tin: bạn đã được xếp chỗ trong ${whole(held)}`, LEAVE);
  const reason = held.cancelled === null ? '' : `Lý do: ${withoutStop(held.cancelled.reason)}.`;
  const end = 'Bạn không cần tới. Muốn xem lớp khác, bạn nhắn LỚP HỌC.';
  return lines(held, `${who} báo tin: đã hủy ${whole(held)}`, reason, end);
}

export function studyReminder(who: string, course: string): string {
  return `${who} nhắc: bạn đang học dở khóa “${course}”. Muốn học tiếp, bạn nhắn HỌC.\n${NO_MORE}`;
}

/** Where the ward's name is not known, the assistant still says for whom it speaks. */
export function speaker(name: string | null): string {
  const shown = name ?? 'phường';
  return shown.charAt(0).toLocaleUpperCase('vi') + shown.slice(1);
}

function whole({ title, startsAt, place }: OpenClass): string {
  return `lớp “${title}”, ${writtenDayTime(startsAt)}, tại ${withoutStop(place)}.`;
}

function lines({ demo }: OpenClass, ...all: string[]): string {
  return [demo ? 'Lớp mẫu để xem thử, không có thật.' : '', ...all].filter(Boolean).join('\n');
}

function withoutStop(text: string): string {
  return text.replace(/[.\s]+$/u, '');
}
