import type { ServiceReply } from '@phuong-so/shared/contracts/library';
import { printedDay } from '../../ui/vietnam-time.ts';
import { originalsFirst } from './needed-papers.ts';
import { UNVERIFIED } from './unverified.tsx';

/** What somebody needs who is sent it: papers, where, how long, how much, and from when that is. */
export function serviceText({ title, papers, where, time, fee, checked }: ServiceReply): string {
  const list = originalsFirst(papers).map(paperLine).join('\n');
  return [
    title,
    `Giấy tờ:\n${papers.length === 0 ? UNVERIFIED : list}`,
    `Nơi làm: ${plain(where)}`,
    `Thời gian: ${plain(time)}`,
    `Lệ phí: ${plain(fee)}`,
    `Thông tin kiểm tra ngày ${printedDay(checked)}.`,
  ].join('\n\n');
}

export function paperLine({ name, original, note }: ServiceReply['papers'][number]): string {
  const details = [...(original ? ['mang bản chính'] : []), ...(note === null ? [] : [note])];
  return `- ${name}${details.length === 0 ? '' : ` (${details.join('. ')})`}`;
}

function plain(fact: string | null): string {
  return fact === null ? UNVERIFIED : fact.replace(/\*\*/g, '');
}
