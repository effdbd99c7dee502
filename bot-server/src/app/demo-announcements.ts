import { createHash } from 'node:crypto';
import { easyCode } from '@phuong-so/shared/text/easy-code';
import { systemClock } from '../adapters/clock/system-clock.ts';
import { vietnamDate } from '../adapters/clock/vietnam-date.ts';
import { replaceDemoAnnouncements } from '../adapters/state/repos/demo-announcements.ts';
import { replaceDemoClasses } from '../adapters/state/repos/demo-classes.ts';
import { statePeople } from '../adapters/state/repos/people.ts';
import type { Announcement, NewAnnouncement } from '../ports/announcements.ts';
import type { Service } from './compose.ts';
import { demoClasses } from './demo-classes.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const SENDER = 'Bản trình diễn (không phải UBND phường)';
const NOT_REAL = 'Đây là thông báo trình diễn, không có thật; bạn không cần làm gì.';

type Told = Omit<NewAnnouncement, 'ward' | 'publishedAt' | 'sender'> & { readonly ago: number };

/** No place, phone, fee or date of a real ward: what is shown is only the form of an announcement. */
function told(now: number): Told[] {
  return [
    {
      ...{ kind: 'meeting', groups: [], ago: 5 * HOUR },
      title: 'Bản trình diễn: mời họp tổ dân phố',
      body: `${NOT_REAL}\nThông báo mời họp sẽ hiện như thế này: việc gì, lúc nào, ở đâu, ai cần đến. Ngày giờ ghi ở trên cũng chỉ để trình diễn.`,
      // Ten days on, at half past seven in the evening in Vietnam.
      event: { startsAt: startOfDay(now + 10 * DAY) + 19.5 * HOUR, place: null },
    },
    {
      ...{ kind: 'class', groups: [], ago: 2 * DAY, event: null },
      title: 'Bản trình diễn: lớp học kỹ năng số cho người lớn tuổi',
      body: `${NOT_REAL}\nThông báo mở lớp sẽ hiện như thế này: học gì, dành cho ai, cần mang theo gì. Bạn có thể chép tin này để gửi cho người nhà.`,
    },
    {
      ...{ kind: 'urgent', groups: [], ago: 6 * DAY, event: null },
      title: 'Bản trình diễn: cảnh báo tin nhắn giả danh cán bộ phường',
      body: `${NOT_REAL}\nThông báo khẩn sẽ hiện như thế này. Mỗi thông báo có một mã ở cuối: nhận được tin lạ, bạn nhập mã hoặc dán lời của tin vào mục kiểm tra để biết có đúng của phường không.`,
    },
  ];
}

/** Midnight of the day in Vietnam, epoch ms. */
function startOfDay(at: number): number {
  const offset = 7 * HOUR;
  return Math.floor((at + offset) / DAY) * DAY - offset;
}

/** Whoever tried the demonstration longer ago is forgotten. */
const REMEMBERED_MS = 7 * DAY;

/**
 * In demo mode every ward has three announcements and two classes, made anew at each start. Otherwise what an earlier
 * demonstration left, announcements, classes and people, is taken away.
 */
export async function prepareDemo(service: Service, demo: boolean): Promise<void> {
  const today = systemClock.now().getTime();
  const before = vietnamDate(new Date(demo ? today - REMEMBERED_MS : today + DAY));
  await statePeople(service.state, systemClock).pruneDemo(before);
  const now = service.clock.now().getTime();
  const wards = demo ? service.index.current().wards() : [];
  const all = wards.flatMap(({ key }) => told(now).map((one, at) => demoAnnouncement(key, at, one, now)));
  await replaceDemoAnnouncements(service.state, all);
  const classes = wards.flatMap(({ key }) => demoClasses(key, now));
  // Outside demo mode none is late enough to stay.
  await replaceDemoClasses(service.state, classes, demo ? now - REMEMBERED_MS : Number.MAX_SAFE_INTEGER);
}

/** Id and code come from ward and position, so that links, codes and read marks outlive a restart. */
function demoAnnouncement(ward: string, at: number, { ago, ...one }: Told, now: number): Announcement {
  const digest = createHash('sha256').update(`demo ${ward} ${at}`).digest();
  let next = 0;
  const code = easyCode(5, (below) => (digest[next++] ?? 0) % below);
  const made = { code: `TB-${code}`, sender: SENDER, publishedAt: now - ago, correctedAt: null, demo: true };
  return { ...one, ...made, id: `demo-${digest.toString('hex').slice(0, 24)}`, ward };
}
