import type { ServiceReply } from '@phuong-so/shared/contracts/library';
import { printedDay } from '../../ui/vietnam-time.ts';
import { UNVERIFIED } from './unverified.tsx';

/** What somebody needs who is sent it: papers, where, how long, how much, and from when that is. */
export function serviceText({ title, papers, where, time, fee, checked }: ServiceReply): string {
  const list = papers.map(({ name, note }) => `- ${name}${note === null ? '' : ` (${note})`}`).join('\n');
  return [
    title,
    `Giấy tờ:\n${papers.length === 0 ? UNVERIFIED : list}`,
    `Nơi làm: ${plain(where)}`,
    `Thời gian: ${plain(time)}`,
    `Lệ phí: ${plain(fee)}`,
    `Thông tin kiểm tra ngày ${printedDay(checked)}.`,
  ].join('\n\n');
}

function plain(fact: string | null): string {
  return fact === null ? UNVERIFIED : fact.replace(/\*\*/g, '');
}
