import type { Profile } from '@phuong-so/shared/contracts/profile';
import { Bell, BellOff } from 'lucide-react';
import { useState } from 'react';
import { ENDPOINTS } from '../../api/endpoints.ts';
import { failureWords } from '../../session/call-failure.ts';
import type { SessionStore } from '../../session/session-store.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { Platform } from '../../zalo/platform.ts';

interface NotificationConsentProps {
  readonly session: Pick<SessionStore, 'call'>;
  readonly platform: Pick<Platform, 'requestNotifications'>;
  /** What messages are to be about. */
  readonly place: { readonly ward: string; readonly group: string | null };
  /** null = not known, which is the same as never asked. */
  readonly profile: Profile | null;
  readonly onChanged: (profile: Profile) => void;
}

type Said = { readonly tone: 'info' | 'warning'; readonly words: string } | null;

/** Says what for before Zalo asks; "Để sau" changes nothing, and agreeing can be taken back here. */
export function NotificationConsent({ session, platform, place, profile, onChanged }: NotificationConsentProps) {
  const [isExplaining, setExplaining] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState<Said>(null);
  // Agreed for another ward is not agreed for this one.
  const isOn = profile?.notifications === true && profile.ward === place.ward;

  const change = async (notifications: boolean, done: string) => {
    setBusy(true);
    try {
      const { ward, group } = place;
      const reply = await session.call(ENDPOINTS.changeMe, { body: { notifications, ward, group } });
      onChanged(reply.profile);
      setSaid({ tone: 'info', words: done });
    } catch (thrown) {
      setSaid({ tone: 'warning', words: failureWords(thrown) });
    } finally {
      setBusy(false);
    }
  };
  const agree = async () => {
    setExplaining(false);
    const result = await platform.requestNotifications();
    if (result === 'done') return change(true, 'Đã bật. Phường có thể gửi thông báo qua Zalo.');
    setSaid(NOT_ON[result]);
  };

  return (
    <>
      <p>{isOn ? 'Đang nhận thông báo của phường qua Zalo.' : 'Chưa nhận thông báo của phường qua Zalo.'}</p>
      <button
        type="button"
        className="button button--quiet button--wide"
        disabled={isBusy}
        onClick={() => (isOn ? void change(false, 'Đã tắt. Phường không gửi thông báo nữa.') : setExplaining(true))}
      >
        {isOn ? <BellOff aria-hidden="true" size={20} /> : <Bell aria-hidden="true" size={20} />}
        {isOn ? 'Tắt thông báo' : 'Bật thông báo'}
      </button>
      <div role="status">{said !== null && <Notice tone={said.tone}>{said.words}</Notice>}</div>
      {isExplaining && <Explanation onAgree={() => void agree()} onLater={() => setExplaining(false)} />}
    </>
  );
}

const NOT_ON = {
  refused: {
    tone: 'info',
    words: 'Chưa bật thông báo. Mọi mục khác vẫn dùng được; bật lại lúc nào cũng được.',
  },
  unavailable: {
    tone: 'info',
    words: 'Máy này chưa bật được. Xin mở Phường Số trong ứng dụng Zalo bản mới trên điện thoại.',
  },
} as const;

function Explanation({ onAgree, onLater }: { readonly onAgree: () => void; readonly onLater: () => void }) {
  const actions = (
    <>
      <button type="button" className="button button--primary" onClick={onAgree}>
        Đồng ý nhận
      </button>
      <button type="button" className="button button--quiet" onClick={onLater}>
        Để sau
      </button>
    </>
  );
  return (
    <Dialog title="Nhận thông báo qua Zalo?" onClose={onLater} actions={actions} focusTitle>
      <p>
        Nếu đồng ý, phường có thể gửi qua Zalo những tin cần biết: lịch họp tổ, cắt điện, cắt nước, việc cần làm trước
        một ngày. Không có quảng cáo.
      </p>
      <p className="dialog__more">
        Bước tiếp theo Zalo sẽ hỏi lại một lần. Không đồng ý thì vẫn xem thông báo trong ứng dụng như thường, và có thể
        tắt ở trang này bất cứ lúc nào.
      </p>
    </Dialog>
  );
}
