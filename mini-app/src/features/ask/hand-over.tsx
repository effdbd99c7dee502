import type { WardReply } from '@phuong-so/shared/contracts/wards';
import { Clock, Copy, Mail, MapPin, MessageCircle, Phone } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { Platform } from '../../zalo/platform.ts';

interface HandOverProps {
  readonly ward: Pick<WardReply, 'contact' | 'oa_id'>;
  /** "phường …", for use inside a sentence. */
  readonly wardName: string;
  readonly question: string;
  readonly platform: Pick<Platform, 'openOaChat' | 'openDialler' | 'copyText'>;
  readonly onClose: () => void;
}

/** The way from the assistant to a person: what the ward has configured, what happens then, and nothing made up. */
export function HandOver({ ward, wardName, question, platform, onClose }: HandOverProps) {
  const { oa_id: oaId, contact } = ward;
  const [failed, setFailed] = useState(false);
  const close = (
    <button type="button" className="button button--quiet" onClick={onClose}>
      Đóng
    </button>
  );
  const openChat = async (id: string) => {
    const result = await platform.openOaChat(id, question);
    if (result === 'done') onClose();
    else setFailed(true);
  };
  return (
    <Dialog title="Hỏi cán bộ" onClose={onClose} actions={close} focusTitle>
      <p className="hand-over__question">“{question}”</p>
      <p>Trợ lý không tự gửi câu hỏi này cho ai. Muốn hỏi cán bộ {wardName}, xin làm như sau:</p>
      {oaId === null && contact.hotline === null && (
        <Notice tone="info">Phường chưa cấu hình kênh liên hệ trực tuyến. Xin đến trụ sở UBND phường.</Notice>
      )}
      {oaId !== null && (
        <Way
          title="Nhắn qua Zalo của phường"
          what={`Câu hỏi được điền sẵn, chỉ cần bấm gửi. ${answeredWhen(contact.hours)}`}
        >
          <button type="button" className="button button--primary" onClick={() => void openChat(oaId)}>
            <MessageCircle aria-hidden="true" size={20} />
            Mở Zalo của phường
          </button>
        </Way>
      )}
      <div role="alert">
        {failed && (
          <Notice tone="warning" actions={<CopyQuestion question={question} platform={platform} />}>
            Chưa mở được Zalo của phường. Xin sao chép câu hỏi rồi gửi sau, hoặc chọn cách khác.
          </Notice>
        )}
      </div>
      {contact.hotline !== null && <Call number={contact.hotline} platform={platform} />}
      <Places contact={oaId === null ? contact : { ...contact, hours: null }} />
    </Dialog>
  );
}

function answeredWhen(hours: string | null): string {
  if (hours === null) return 'Phường chưa công bố giờ trả lời.';
  return `Cán bộ trả lời trong giờ làm việc: ${hours}.`;
}

interface WayProps {
  readonly title: string;
  readonly what: string;
  readonly children: ReactNode;
}

function Way({ title, what, children }: WayProps) {
  return (
    <section className="hand-over__way" aria-label={title}>
      <h3>{title}</h3>
      <p>{what}</p>
      {children}
    </section>
  );
}

function Call({ number, platform }: { readonly number: string } & Pick<HandOverProps, 'platform'>) {
  return (
    <Way title="Gọi điện" what="Máy mở sẵn số điện thoại, bấm gọi để nói chuyện với người trực.">
      <button type="button" className="button button--quiet" onClick={() => void platform.openDialler(number)}>
        <Phone aria-hidden="true" size={20} />
        Gọi {number}
      </button>
    </Way>
  );
}

function Places({ contact: { address, hours, email } }: { readonly contact: WardReply['contact'] }) {
  if (address === null && hours === null && email === null) return null;
  return (
    <ul className="hand-over__places">
      {address !== null && (
        <li>
          <MapPin aria-hidden="true" size={20} />
          <span>Trụ sở: {address}</span>
        </li>
      )}
      {hours !== null && (
        <li>
          <Clock aria-hidden="true" size={20} />
          <span>Giờ làm việc: {hours}</span>
        </li>
      )}
      {email !== null && (
        <li>
          <Mail aria-hidden="true" size={20} />
          <span>Thư điện tử: {email}</span>
        </li>
      )}
    </ul>
  );
}

function CopyQuestion({ question, platform }: Pick<HandOverProps, 'question' | 'platform'>) {
  const [words, setWords] = useState('Sao chép câu hỏi');
  const copy = async () => setWords((await platform.copyText(question)) ? 'Đã sao chép' : 'Không sao chép được');
  return (
    <button type="button" className="button button--quiet" onClick={() => void copy()}>
      <Copy aria-hidden="true" size={20} />
      <span aria-live="polite">{words}</span>
    </button>
  );
}
