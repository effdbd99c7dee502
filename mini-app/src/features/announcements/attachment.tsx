import type { AttachmentReply } from '@phuong-so/shared/contracts/broadcasts';
import { FileText, Image } from 'lucide-react';
import { useState } from 'react';
import { Card } from '../../ui/card.tsx';

interface AttachmentProps {
  readonly attachment: AttachmentReply;
  /** Of the announcement: what the picture belongs to. */
  readonly title: string;
  /** An address that opens in any browser. */
  readonly address: string;
  readonly onOpen: (address: string) => void;
}

/** The picture, or the way to the PDF, which a phone opens outside of the app. */
export function Attachment({ attachment: { name, kind }, title, address, onOpen }: AttachmentProps) {
  const [isBroken, setBroken] = useState(false);
  const isPicture = kind === 'image';
  return (
    <Card heading={isPicture ? 'Ảnh kèm theo' : 'Văn bản kèm theo'}>
      {isPicture &&
        (isBroken ? (
          <p>Chưa tải được ảnh “{name}”. Xin xem lại mạng, hoặc bấm nút dưới đây.</p>
        ) : (
          <img
            className="attachment__picture"
            src={address}
            alt={`Ảnh kèm thông báo “${title}” (${name})`}
            loading="lazy"
            onError={() => setBroken(true)}
          />
        ))}
      <button type="button" className="button button--quiet button--wide" onClick={() => onOpen(address)}>
        {isPicture ? <Image aria-hidden="true" size={22} /> : <FileText aria-hidden="true" size={22} />}
        {isPicture ? 'Xem ảnh to hơn' : `Mở văn bản: ${name}`}
      </button>
    </Card>
  );
}
