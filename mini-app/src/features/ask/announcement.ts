import type { Turn } from './conversation.ts';
import { failureWords } from './failure-notice.tsx';

/** What a screen reader says about the last question: once on sending, once when slow, once with the result. */
export function announcementOf(turn: Turn | undefined): string {
  if (turn === undefined) return '';
  switch (turn.state.kind) {
    case 'pending':
      // Neither the steps nor the sentences: the whole answer is read once.
      return turn.state.slow ? 'Lâu hơn thường lệ, vẫn đang tìm.' : 'Đang tìm trong kế hoạch.';
    case 'answered':
      return `Đã có câu trả lời. ${turn.state.answer.text}`;
    case 'failed':
      return failureWords(turn.state.failure);
  }
}
