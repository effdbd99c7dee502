import { NetworkError, ServerError, TimeLimitError } from '../api/client.ts';
import { NotSignedIn } from './session-store.ts';

/** What a failed call in the person's name means for them, and what to do. */
export function failureWords(thrown: unknown): string {
  if (thrown instanceof NetworkError || thrown instanceof TimeLimitError) {
    return 'Không kết nối được. Xin kiểm tra mạng Wi-Fi hoặc 4G rồi làm lại.';
  }
  if (thrown instanceof NotSignedIn) return notSignedInWords(thrown);
  if (thrown instanceof ServerError && thrown.status >= 400 && thrown.status < 500 && thrown.shown !== '') {
    return thrown.shown;
  }
  return 'Hệ thống đang gặp trục trặc. Xin làm lại sau ít phút.';
}

/** The same for what is done once however often it is pressed: without an answer, nobody knows whether it was done. */
export function unansweredWords(thrown: unknown): string {
  const isUnanswered = thrown instanceof NetworkError || thrown instanceof TimeLimitError;
  return isUnanswered
    ? 'Mạng bị ngắt, chưa biết đã ghi hay chưa. Cứ bấm lại: không ghi hai lần.'
    : failureWords(thrown);
}

function notSignedInWords({ reason }: NotSignedIn): string {
  if (reason === 'offline') return 'Không kết nối được. Xin kiểm tra mạng Wi-Fi hoặc 4G rồi làm lại.';
  if (reason === 'server') return 'Hệ thống chưa nhận ra tài khoản Zalo lúc này. Xin làm lại sau ít phút.';
  return 'Việc này cần tài khoản Zalo. Xin mở Phường Số trong ứng dụng Zalo trên điện thoại.';
}

/** Whether the same call may succeed later: the network or the server was not there; nobody has said no. */
export function isWorthRepeating(thrown: unknown): boolean {
  if (thrown instanceof NotSignedIn) return thrown.reason === 'offline' || thrown.reason === 'server';
  if (thrown instanceof ServerError) return thrown.status >= 500 || thrown.status === 429;
  return thrown instanceof NetworkError || thrown instanceof TimeLimitError;
}
