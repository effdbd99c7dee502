import type { BroadcastReply, PreviewReply } from '@phuong-so/shared/contracts/broadcasts';
import { Send } from 'lucide-react';
import { ActFailure } from '../../ui/act-failure.tsx';
import type { Act } from '../../ui/use-act.ts';
import { isEmergency } from './sending-words.ts';

interface SendButtonProps {
  readonly broadcast: BroadcastReply;
  readonly preview: PreviewReply;
  readonly act: Act;
  readonly onSend: () => Promise<void>;
}

/** The one button that sends, named by what really happens when it is pressed. */
export function SendButton({ broadcast, preview, act: { busy, error, act }, onSend }: SendButtonProps) {
  return (
    <>
      <ActFailure error={error} />
      <button
        type="button"
        className="button button--primary button--wide"
        disabled={busy || preview.blocked.length > 0}
        onClick={() => void act(onSend)}
      >
        <Send aria-hidden="true" size={20} />
        {busy ? 'Đang gửi…' : label(broadcast, preview)}
      </button>
    </>
  );
}

function label(broadcast: BroadcastReply, { needs_approval }: PreviewReply): string {
  if (isEmergency(broadcast)) return 'Gửi khẩn ngay';
  if (needs_approval) return 'Gửi duyệt';
  return broadcast.send_at === null ? 'Gửi ngay' : 'Hẹn gửi';
}
