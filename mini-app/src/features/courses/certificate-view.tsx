import type { CertificateReply } from '@phuong-so/shared/contracts/learning';
import { FileText, Image } from 'lucide-react';
import { CopyButton } from '../../ui/copy-button.tsx';
import { ShareButtons } from '../../ui/share-buttons.tsx';
import { printedDay } from '../../ui/vietnam-time.ts';

interface CertificateViewProps {
  readonly certificate: CertificateReply;
  /** An address on the server as one that opens everywhere. */
  readonly addressOf: (path: string) => string;
  readonly onOpen: (address: string) => void;
  readonly onCopy: (text: string) => Promise<boolean>;
  readonly onShare: React.ComponentProps<typeof ShareButtons>['onShare'];
}

/** The certificate as it is printed, and what can be done with it. */
export function CertificateView({ certificate, addressOf, onOpen, onCopy, onShare }: CertificateViewProps) {
  const { course, name, ward, issued_at, code, demo, page, pdf, png } = certificate;
  const address = addressOf(page);
  return (
    <>
      <article className="certificate" aria-label="Giấy chứng nhận">
        {demo && <p className="certificate__demo">MẪU TRÌNH DIỄN</p>}
        <p className="certificate__ward">{ward}</p>
        <h2 className="certificate__title">Giấy chứng nhận</h2>
        <p>Chứng nhận</p>
        <p className="certificate__name">{name}</p>
        <p>đã học xong khóa</p>
        <p className="certificate__course">{course.title}</p>
        <p className="certificate__foot">
          Ngày {printedDay(issued_at)}
          <br />
          Mã kiểm tra: <strong>{code}</strong>
        </p>
      </article>
      <section className="card" aria-label="Dùng giấy chứng nhận">
        <div>
          <button
            type="button"
            className="button button--quiet certificate__file"
            onClick={() => onOpen(addressOf(pdf))}
          >
            <FileText aria-hidden="true" size={22} />
            Mở bản in (PDF)
          </button>
          <button
            type="button"
            className="button button--quiet certificate__file"
            onClick={() => onOpen(addressOf(png))}
          >
            <Image aria-hidden="true" size={22} />
            Mở bản ảnh
          </button>
        </div>
        <ShareButtons
          text={`Tôi đã học xong khóa “${course.title}” của ${ward}. Xem giấy chứng nhận: ${address}`}
          onCopy={onCopy}
          onShare={onShare}
        />
        <CopyButton text={address} label="Chép địa chỉ để người khác kiểm tra" onCopy={onCopy} />
      </section>
    </>
  );
}
