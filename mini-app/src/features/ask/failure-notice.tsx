import { RotateCcw } from 'lucide-react';
import { Notice } from '../../ui/notice.tsx';
import { timeOfDay } from '../../ui/vietnam-time.ts';
import type { Failure } from './conversation.ts';

/** What went wrong and what to do, in words that need no knowledge of computers. */
export function failureWords(failure: Failure): string {
  switch (failure.reason) {
    case 'offline':
      return 'Không kết nối được. Xin kiểm tra mạng Wi-Fi hoặc 4G rồi bấm “Hỏi lại”. Câu hỏi vẫn còn ở đây.';
    case 'slow':
      return 'Đã chờ lâu mà chưa có câu trả lời, có thể do mạng yếu. Xin bấm “Hỏi lại”.';
    case 'stopped':
      return 'Câu hỏi này chưa được trả lời. Bấm “Hỏi lại” nếu vẫn cần.';
    case 'server':
      return 'Hệ thống đang gặp trục trặc, không phải do điện thoại này. Xin hỏi lại sau ít phút.';
    case 'declined':
      return failure.message;
    case 'rate_limited':
      return `Đã có nhiều câu hỏi trong thời gian ngắn. Xin hỏi lại sau ${timeOfDay(failure.retryAt)}.`;
  }
}

interface FailureNoticeProps {
  readonly failure: Failure;
  readonly busy: boolean;
  readonly onRetry: () => void;
}

export function FailureNotice({ failure, busy, onRetry }: FailureNoticeProps) {
  const tone = failure.reason === 'offline' || failure.reason === 'slow' ? 'offline' : 'warning';
  const retry = (
    <button type="button" className="button button--quiet" disabled={busy} onClick={onRetry}>
      <RotateCcw aria-hidden="true" size={20} />
      Hỏi lại
    </button>
  );
  return (
    <Notice tone={failure.reason === 'stopped' ? 'info' : tone} actions={failure.reason === 'declined' ? null : retry}>
      {failureWords(failure)}
    </Notice>
  );
}
