import type { AnnouncementReply } from '@phuong-so/shared/contracts/announcements';
import { printedEventTime, printedMoment } from '../../ui/moments.ts';

/** The announcement as a message to pass on: whole, so that whoever gets it can compare it, and with its code. */
export function announcementText(announcement: AnnouncementReply, wardTitle: string): string {
  const { title, body, sender, group, event, code, published_at, demo } = announcement;
  const lines = [
    demo ? '(Bản trình diễn, không phải thông báo thật)' : '',
    title,
    event === null ? '' : `Thời gian: ${printedEventTime(event.starts_at)}`,
    event?.place ? `Địa điểm: ${event.place}` : '',
    body.trim(),
    [sender, wardTitle, group, printedMoment(published_at)].filter((part) => part !== null).join(', '),
    `Mã kiểm tra: ${code}`,
  ];
  return lines.filter((line) => line !== '').join('\n\n');
}
