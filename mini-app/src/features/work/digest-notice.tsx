import type { WorkNoticesReply } from '@phuong-so/shared/contracts/work-notices';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Notice } from '../../ui/notice.tsx';
import { LinkRow } from '../../ui/row.tsx';

interface DigestNoticeProps {
  readonly digest: WorkNoticesReply;
  readonly addressOf: (workId: string) => string;
  /** Where the ward's reports are. */
  readonly reportsAddress: string;
}

/** What the person is reminded of today; nothing where there is nothing. */
export function DigestNotice({ digest: { lead, notices }, addressOf, reportsAddress }: DigestNoticeProps) {
  if (lead === null) return null;
  return (
    <div className="sending-notice">
      <Notice tone="warning">
        <strong>{lead}</strong>
      </Notice>
      {notices.length > 0 && (
        <Disclosure show={`Xem ${notices.length} lời nhắc hôm nay`} hide="Ẩn lời nhắc">
          <ul className="rows work-gap">
            {notices.map(({ work_id, name, title, text, awaits_confirmation }, index) => (
              <LinkRow
                // biome-ignore lint/suspicious/noArrayIndexKey: one day's list is fixed
                key={index}
                to={work_id === null ? reportsAddress : addressOf(work_id)}
                title={name === null ? title : `${name}. ${title}`}
                lines={[text, ...(awaits_confirmation ? ['Đơn vị báo đã xong, đang chờ xác nhận.'] : [])]}
              />
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  );
}
