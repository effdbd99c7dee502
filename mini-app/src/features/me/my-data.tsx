import { Download, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { MyDataReply } from '../../api/endpoints.ts';
import { ENDPOINTS } from '../../api/endpoints.ts';
import { failureWords } from '../../session/call-failure.ts';
import { NotSignedIn, type SessionStore } from '../../session/session-store.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { Platform } from '../../zalo/platform.ts';
import { type ErasedOnServer, eraseEverything } from './erase.ts';

const FILE_NAME = 'phuong-so-du-lieu-cua-toi.json';

interface DataActionsProps {
  readonly session: SessionStore;
  readonly platform: Pick<Platform, 'saveText'>;
  /** Everything that this device keeps, as it goes into the file. */
  readonly deviceData: () => Readonly<Record<string, unknown>>;
  readonly forgetDevice: () => Promise<void>;
}

type Said = { readonly tone: 'info' | 'warning'; readonly words: string } | null;

/** Taking one's data along, and erasing it. */
export function DataActions({ session, platform, deviceData, forgetDevice }: DataActionsProps) {
  const [said, setSaid] = useState<Said>(null);
  const [isBusy, setBusy] = useState(false);
  const [isAsking, setAsking] = useState(false);

  const download = async () => {
    setBusy(true);
    setSaid(await saveData({ session, platform, deviceData }));
    setBusy(false);
  };
  const erase = async () => {
    setAsking(false);
    setBusy(true);
    setSaid(ERASED[await eraseEverything(session, forgetDevice)]);
    setBusy(false);
  };
  return (
    <>
      <button
        type="button"
        className="button button--quiet button--wide"
        disabled={isBusy}
        onClick={() => void download()}
      >
        <Download aria-hidden="true" size={20} />
        Tải dữ liệu của tôi
      </button>
      <button
        type="button"
        className="button button--danger button--wide"
        disabled={isBusy}
        onClick={() => setAsking(true)}
      >
        <Trash2 aria-hidden="true" size={20} />
        Xóa dữ liệu của tôi
      </button>
      <div role="status">{said !== null && <Notice tone={said.tone}>{said.words}</Notice>}</div>
      {isAsking && (
        <ConfirmDialog
          title="Xóa dữ liệu của tôi?"
          text="Sẽ mất: câu hỏi và câu trả lời trên máy này, phường và tổ đã chọn, cỡ chữ, đồng ý nhận thông báo, liên kết tài khoản và vai được phường cấp. Không lấy lại được."
          confirmLabel="Xóa hết"
          onConfirm={() => void erase()}
          onCancel={() => setAsking(false)}
        />
      )}
    </>
  );
}

const ERASED: Readonly<Record<ErasedOnServer, NonNullable<Said>>> = {
  erased: { tone: 'info', words: 'Đã xóa dữ liệu trên máy này và trên máy chủ.' },
  nobody: { tone: 'info', words: 'Đã xóa dữ liệu trên máy này. Máy chủ không giữ gì gắn với máy này.' },
  failed: {
    tone: 'warning',
    words: 'Đã xóa dữ liệu trên máy này. Phần trên máy chủ chưa xóa được, xin bấm lại khi có mạng.',
  },
};

async function saveData({ session, platform, deviceData }: Omit<DataActionsProps, 'forgetDevice'>): Promise<Said> {
  let server: MyDataReply | null = null;
  let missing = '';
  try {
    server = await session.call(ENDPOINTS.myData);
  } catch (thrown) {
    const isNobody = thrown instanceof NotSignedIn && thrown.reason === 'no_identity';
    if (!isNobody) missing = ` Chưa có phần trên máy chủ: ${failureWords(thrown)}`;
  }
  const file = { app: 'Phường Số', device: deviceData(), server };
  const result = await platform.saveText(FILE_NAME, JSON.stringify(file, null, 2));
  const words = {
    done: 'Đã tải về một tệp có toàn bộ dữ liệu.',
    copied: 'Đã sao chép toàn bộ dữ liệu. Dán vào một tin nhắn gửi cho chính mình để giữ lại.',
    refused: 'Máy không cho lưu tệp.',
    unavailable: 'Máy không cho lưu tệp.',
  }[result];
  const isSaved = result === 'done' || result === 'copied';
  return { tone: isSaved && missing === '' ? 'info' : 'warning', words: words + missing };
}
