import { FileSpreadsheet, FileText, Image, Mic, Volume2 } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { Link } from 'react-router-dom';
import type { HandoutReply } from '../../api/broadcast-endpoints.ts';
import { failureWords } from '../../session/call-failure.ts';
import { ActFailure } from '../../ui/act-failure.tsx';
import { Card } from '../../ui/card.tsx';
import { ShareButtons } from '../../ui/share-buttons.tsx';
import { useAct } from '../../ui/use-act.ts';

export type DownloadKind = 'poster_png' | 'poster_pdf' | 'script_txt' | 'totals_xlsx';

interface HandoutsProps {
  readonly handout: HandoutReply;
  /** It has gone out: before that its code is not known to anybody, and a copy could not be checked. */
  readonly isOut: boolean;
  readonly scriptAddress: string;
  readonly onDownload: (kind: DownloadKind) => Promise<void>;
  readonly onCopy: (text: string) => Promise<boolean>;
  readonly onShare: ComponentProps<typeof ShareButtons>['onShare'];
}

/** For where no account can write: ordinary Zalo groups, the notice board, the loudspeaker, the report. */
export function Handouts({ handout, isOut, scriptAddress, onDownload, onCopy, onShare }: HandoutsProps) {
  return (
    <>
      <Card heading="Chuyển vào nhóm Zalo">
        <p className="sending-text">{handout.forward_text}</p>
        {isOut ? (
          <ShareButtons text={handout.forward_text} onCopy={onCopy} onShare={onShare} />
        ) : (
          <p className="field__hint">Gửi thông báo xong thì chuyển tiếp được, khi đó bà con mới kiểm tra được mã.</p>
        )}
      </Card>
      <Card heading="Đọc trên loa">
        <p>Số và chữ viết tắt đã ghi thành lời, cứ thế đọc.</p>
        <div className="sending-acts">
          <Link className="button button--primary" to={scriptAddress}>
            <Mic aria-hidden="true" size={20} />
            Mở bài đọc chữ to
          </Link>
          <Download kind="script_txt" icon={<Volume2 aria-hidden="true" size={20} />} onDownload={onDownload}>
            Tải bài đọc
          </Download>
        </div>
      </Card>
      <Card heading="Tờ dán bảng tin">
        <p>Có mã vuông để bà con quét bằng điện thoại.</p>
        <div className="sending-acts">
          <Download kind="poster_png" icon={<Image aria-hidden="true" size={20} />} onDownload={onDownload}>
            Tải tờ dán (ảnh)
          </Download>
          <Download kind="poster_pdf" icon={<FileText aria-hidden="true" size={20} />} onDownload={onDownload}>
            Tải tờ dán để in (PDF)
          </Download>
        </div>
      </Card>
      {isOut && (
        <Card heading="Bảng số để báo cáo">
          <p>Số người nhận, đã xem, trả lời, theo từng cách gửi. Không có tên hay số điện thoại ai.</p>
          <Download kind="totals_xlsx" icon={<FileSpreadsheet aria-hidden="true" size={20} />} onDownload={onDownload}>
            Tải bảng tính (.xlsx)
          </Download>
        </Card>
      )}
    </>
  );
}

interface DownloadProps extends Pick<HandoutsProps, 'onDownload'> {
  readonly kind: DownloadKind;
  readonly icon: ReactNode;
  readonly children: string;
}

function Download({ kind, icon, children, onDownload }: DownloadProps) {
  const { busy, error, act } = useAct(failureWords);
  return (
    <>
      <button
        type="button"
        className="button button--quiet button--wide"
        disabled={busy}
        onClick={() => void act(() => onDownload(kind))}
      >
        {icon}
        {busy ? 'Đang làm tệp…' : children}
      </button>
      <ActFailure error={error} />
    </>
  );
}
