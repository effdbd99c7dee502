import type { PracticeMessage } from '@phuong-so/shared/domain/library';
import { goOn } from '../screen-texts.ts';

export const SCAM = 'Lừa đảo';
export const REAL = 'Thật';
export const PRACTISE_AGAIN = 'Luyện lại từ đầu';
export const CHECK_MINE = 'Kiểm tra tin nhắn tôi nhận được';
export const PASTE_IT =
  'Bạn dán, chuyển tiếp hoặc gõ lại lời của tin nhắn lạ vào đây. Đừng bấm đường link trong tin đó; có mật khẩu hay mã OTP thì xóa đi trước khi gửi. Tôi xem giúp có dấu hiệu lừa đảo nào không, và không giữ lại lời tin.';

/** Announced as made up each time: a forwarded screen must not be taken for a real message. */
export function practiceMessage({ from, text }: PracticeMessage, at: number, count: number): string {
  const head = `LUYỆN TẬP, tin ${at + 1}/${count}. Tin dưới đây do tôi bịa ra để luyện, không có thật.`;
  return `${head}\n\nNgười gửi: ${from}\n“${withoutLinks(text)}”\n\nTheo bạn, tin này là lừa đảo hay thật? Bạn gõ số:`;
}

export function practiceVerdict(message: PracticeMessage, said: 'scam' | 'real'): string {
  const { isScam, signs, whatToDo, whereToReport } = message;
  const right = (said === 'scam') === isScam ? 'Đúng rồi!' : 'Chưa đúng.';
  const lines = [
    `${right} ${isScam ? 'Tin này là lừa đảo.' : 'Tin này bình thường.'}`,
    isScam ? 'Dấu hiệu:' : 'Vì sao:',
    ...signs.map((sign) => `- ${withoutLinks(sign)}`),
    `Nên làm: ${whatToDo}`,
    whereToReport === null ? '' : `Báo ở đâu: ${whereToReport}`,
    goOn('để xem tin khác. Muốn dừng, nhắn NGHỈ'),
  ];
  return lines.filter(Boolean).join('\n');
}

export function practiceEnd(right: number, count: number): string {
  if (count === 0) return 'Hiện chưa có tin để luyện. Bạn gõ số:';
  return `Bạn đã xem hết ${count} tin, đoán đúng ${right} tin. Khi nghi ngờ: dừng lại, không chuyển tiền, không đọc mã, hỏi người nhà hoặc công an phường. Bạn gõ số:`;
}

/** A made-up address must not be one that can be tapped: somebody may own it one day. "vidu000 .top" */
export function withoutLinks(text: string): string {
  return text.replace(/(?<=[a-z\d])\.(?=[a-z]{2})/giu, ' .');
}
