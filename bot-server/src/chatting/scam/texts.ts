import type { MessageCheckReply } from '@phuong-so/shared/contracts/learning';
import type { PracticeMessage } from '@phuong-so/shared/domain/library';
import { goOn } from '../screen-texts.ts';

export const SCAM = 'Lừa đảo';
export const REAL = 'Thật';
export const PRACTISE_AGAIN = 'Luyện lại từ đầu';
export const CHECK_MINE = 'Kiểm tra tin nhắn tôi nhận được';
export const CHECK_ANOTHER = 'Kiểm tra tin khác';
export const PASTE_IT =
  'Bạn dán, hoặc gõ lại, lời của tin nhắn lạ vào đây. Bạn đừng bấm vào đường link trong tin đó. Tôi xem giúp có dấu hiệu lừa đảo không, và không giữ lại lời tin.';

/** Announced as made up each time: a forwarded screen must not be taken for a real message. */
export function practiceMessage({ from, text }: PracticeMessage, at: number, count: number): string {
  const head = `LUYỆN TẬP, tin ${at + 1}/${count}. Tin dưới đây do tôi bịa ra để luyện, không có thật.`;
  return `${head}\n\nNgười gửi: ${from}\n“${text}”\n\nTheo bạn, tin này là lừa đảo hay thật? Bạn gõ số:`;
}

export function practiceVerdict(message: PracticeMessage, said: 'scam' | 'real'): string {
  const { isScam, signs, whatToDo, whereToReport } = message;
  const right = (said === 'scam') === isScam ? 'Đúng rồi!' : 'Chưa đúng.';
  const lines = [
    `${right} ${isScam ? 'Tin này là lừa đảo.' : 'Tin này bình thường.'}`,
    isScam ? 'Dấu hiệu:' : 'Vì sao:',
    ...signs.map((sign) => `- ${sign}`),
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

const VERDICTS: Readonly<Record<MessageCheckReply['verdict'], string>> = {
  likely_scam: 'Tin này có nhiều dấu hiệu lừa đảo. Bạn đừng làm theo.',
  suspicious: 'Tin này đáng ngờ. Bạn đừng làm theo vội.',
  no_signs: 'Tôi không thấy dấu hiệu lừa đảo quen thuộc. Nhưng như vậy chưa chắc là an toàn.',
};
/** More would not be read. */
const MOST_SIGNS = 4;

export function checked({ verdict, signs, advice }: MessageCheckReply): string {
  const lines = signs.slice(0, MOST_SIGNS).map(({ found, why }) => `- “${found}”: ${why}`);
  return [VERDICTS[verdict], ...(lines.length > 0 ? ['Vì sao:', ...lines] : []), ...advice].join('\n');
}
