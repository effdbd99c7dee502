import type { AnnouncementReply } from '@phuong-so/shared/contracts/announcements';
import { Disclosure } from '../../ui/disclosure.tsx';
import { printedEventTime, printedMoment } from '../../ui/moments.ts';
import { Notice } from '../../ui/notice.tsx';

/** What it said before it was corrected. */
export type EarlierWording = Pick<AnnouncementReply, 'title' | 'body' | 'event'>;

interface CorrectionProps {
  readonly announcement: AnnouncementReply;
  /** ISO time. */
  readonly at: string;
  /** null = not told. */
  readonly before: EarlierWording | null;
}

/** That and when it was corrected, and what is different now. */
export function Correction({ announcement, at, before }: CorrectionProps) {
  const changes = before === null ? [] : changesSince(before, announcement);
  return (
    <Notice tone="warning">
      <p>Bản tin này đã được sửa lúc {printedMoment(at)}. Xin làm theo bản đang hiện ở đây.</p>
      {changes.length > 0 && (
        <ul className="correction">
          {changes.map(({ what, earlier, now }) => (
            <li key={what}>
              {what}: trước{' '}
              {earlier === null ? (
                'không ghi'
              ) : (
                <>
                  là <s>{earlier}</s>
                </>
              )}
              , nay{' '}
              {now === null ? (
                'không ghi'
              ) : (
                <>
                  là <strong>{now}</strong>
                </>
              )}
              .
            </li>
          ))}
        </ul>
      )}
      {before !== null && before.body !== announcement.body && (
        <Disclosure show="Xem lời tin trước khi sửa" hide="Ẩn lời tin cũ">
          <p className="correction__earlier">{before.body}</p>
        </Disclosure>
      )}
    </Notice>
  );
}

function changesSince(before: EarlierWording, now: EarlierWording) {
  const parts = [
    { what: 'Tên tin', of: ({ title }: EarlierWording) => title },
    { what: 'Thời gian', of: ({ event }: EarlierWording) => event && printedEventTime(event.starts_at) },
    { what: 'Địa điểm', of: ({ event }: EarlierWording) => event?.place ?? null },
  ];
  return parts
    .map(({ what, of }) => ({ what, earlier: of(before), now: of(now) }))
    .filter(({ earlier, now }) => earlier !== now);
}
