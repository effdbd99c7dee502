import type { AnnouncementCheckReply } from '@phuong-so/shared/contracts/announcements';
import type { MessageCheckReply } from '@phuong-so/shared/contracts/learning';
import { useEffect, useRef, useState } from 'react';
import type { AnnouncementApi } from '../../api/announcement-endpoints.ts';
import { NetworkError, ServerError, TimeLimitError } from '../../api/client.ts';
import type { ScamApi } from '../../api/scam-endpoints.ts';

/** What is known of a message: whether it is the ward's, and which signs of a scam it has. */
export interface CheckedMessage {
  readonly announcement: AnnouncementCheckReply;
  /** null = the signs could not be looked for. */
  readonly signs: MessageCheckReply | null;
}

export type CheckState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'checking' }
  | { readonly kind: 'checked'; readonly message: string; readonly result: CheckedMessage }
  | { readonly kind: 'failed'; readonly words: string };

/** Asks the server about a message. The message lives in this page alone: it goes with it, and no store ever has it. */
export function useCheck(
  api: Pick<AnnouncementApi, 'checkAnnouncement'>,
  scams: Pick<ScamApi, 'checkMessage'>,
  ward: string,
) {
  const [state, setState] = useState<CheckState>({ kind: 'idle' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const check = async (message: string) => {
    const stop = new AbortController();
    running.current?.abort();
    running.current = stop;
    setState({ kind: 'checking' });
    try {
      const [announcement, signs] = await Promise.all([
        api.checkAnnouncement(ward, message, stop.signal),
        // Whose it is counts more: without the signs the person still learns that.
        scams.checkMessage(message, stop.signal).catch(() => null),
      ]);
      if (!stop.signal.aborted) setState({ kind: 'checked', message, result: { announcement, signs } });
    } catch (thrown) {
      if (!stop.signal.aborted) setState({ kind: 'failed', words: failureWords(thrown) });
    }
  };
  return { state, check };
}

function failureWords(thrown: unknown): string {
  if (thrown instanceof NetworkError || thrown instanceof TimeLimitError)
    return 'Không kết nối được nên chưa kiểm tra được. Xin xem lại mạng Wi-Fi hoặc 4G rồi bấm “Kiểm tra”. Trong lúc chờ, xin đừng làm theo tin này.';
  if (thrown instanceof ServerError && thrown.status < 500 && thrown.shown !== '') return thrown.shown;
  return 'Hệ thống đang gặp trục trặc nên chưa kiểm tra được. Xin thử lại sau ít phút. Trong lúc chờ, xin đừng làm theo tin này.';
}
