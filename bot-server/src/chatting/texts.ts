import type { WardContact } from '@phuong-so/shared/domain/ward';
import type { Attachment } from './read-turn.ts';

/** The two words that always help. */
export const KEYS = 'Gõ MENU để xem việc tôi giúp được, gõ 0 để gặp cán bộ.';

/** Said once to each person, at most 350 characters for a ward's name of up to 60. */
export function greeting(who: string): string {
  return `Xin chào! Tôi là trợ lý tự động của ${who} (máy trả lời, không phải cán bộ).\nTôi giúp bạn tra thủ tục giấy tờ, kế hoạch chuyển đổi số của phường, và học dùng điện thoại cho an toàn. Bạn cứ gõ câu hỏi, không cần dấu.\n${KEYS}`;
}

/** To a person who comes back after a long time. */
export function welcomeBack(who: string): string {
  return `Chào bạn trở lại! Tôi là trợ lý tự động của ${who}. ${KEYS}`;
}

/** To somebody who greets, or says that they want to ask, and nothing else. */
export const INVITATION = 'Chào bạn! Bạn cứ gõ câu hỏi, tôi tra giúp. Gõ MENU để xem việc tôi giúp được.';
export const THANKS = 'Rất vui được giúp bạn. Khi cần, bạn cứ nhắn cho tôi.';
export const GOODBYE = 'Vâng, chào bạn. Khi cần, bạn cứ nhắn cho tôi.';
export const ASSISTANT_BACK =
  'Tôi là trợ lý tự động, tôi nghe đây. Bạn gõ câu hỏi, hoặc gõ MENU để xem việc tôi giúp được.';
export const SLOW_DOWN = 'Bạn nhắn hơi nhanh, tôi trả lời chưa kịp. Bạn đợi khoảng một phút rồi hỏi tiếp giúp tôi nhé.';
export const ABUSE =
  'Tôi xin phép không trả lời lời lẽ này và tạm dừng 10 phút. Sau đó bạn cần tra kế hoạch của phường thì cứ hỏi, tôi sẵn sàng giúp.';
export const LATE = 'Xin lỗi bạn, hệ thống bị gián đoạn nên bây giờ tôi mới trả lời được.';
export const SUBMITTED =
  'Cảm ơn bạn đã gửi thông tin. Cán bộ phường xem được thông tin này trong phần quản lý tài khoản Zalo của phường. Tôi là trợ lý tự động, tôi không lưu lại.';

/** After "gặp cán bộ". Nothing is promised that the ward has not configured. */
export function handover(contact: WardContact | undefined): string {
  const lines = [
    'Bạn nhắn điều cần nói với cán bộ ngay tại đây. Cán bộ phường đọc được cuộc trò chuyện này và trả lời bạn cũng tại đây.',
    contact?.hours ? `Giờ làm việc: ${withoutStop(contact.hours)}.` : '',
    contact?.hotline ? `Cần nói chuyện trực tiếp, bạn gọi ${withoutStop(contact.hotline)}.` : '',
    'Từ giờ tôi không xen vào. Muốn hỏi trợ lý tiếp, bạn gõ MENU.',
  ];
  return lines.filter(Boolean).join('\n');
}

/** Asked for an official again while none has come. */
export const STILL_WAITING =
  'Lời nhắn của bạn vẫn ở đây để cán bộ phường đọc và trả lời. Tôi là máy nên không biết khi nào cán bộ trả lời được.';

export const WHICH_WARD = 'Bạn hỏi về phường nào? Bạn gõ số hoặc gõ tên phường:';
/** Where there are too many to list. */
export const NAME_YOUR_WARD = 'Bạn hỏi về phường nào? Bạn gõ tên phường giúp tôi nhé.';
/** The question that was typed before the ward was known is not kept. */
export const THEN_ASK_AGAIN = 'Chọn xong, bạn gửi lại câu hỏi giúp tôi nhé.';

export function wardChosen(ward: string): string {
  return `Từ giờ tôi trả lời theo kế hoạch của ${lowerFirst(ward)}. Muốn đổi, bạn gõ ĐỔI PHƯỜNG.`;
}

export function askNow(ward: string): string {
  return `${wardChosen(ward)} Mời bạn gõ câu hỏi.`;
}

export function onlyWard(who: string): string {
  return `Tài khoản này chỉ trả lời về kế hoạch của ${who}. Bạn muốn hỏi phường khác thì ghi tên phường đó trong câu hỏi giúp tôi nhé.`;
}

export const MENU = 'Tôi giúp được những việc sau. Bạn gõ số:';
export const MENU_END = 'Hoặc bạn gõ câu hỏi của mình, không cần dấu.';
export const MENU_OTHER_WARD = 'Muốn hỏi phường khác, gõ ĐỔI PHƯỜNG.';
export const MENU_PROCEDURES = 'Thủ tục hay hỏi';
export const MENU_STUDY = 'Học kỹ năng số';
export const MENU_CLASSES = 'Lớp học';
export const MENU_CHECK = 'Kiểm tra tin nhắn lừa đảo';
export const MEET_OFFICIAL = 'Gặp cán bộ';

/** To somebody who says that the answer was wrong or not clear. */
export const PUZZLED =
  'Tôi xin lỗi vì trả lời chưa đúng ý bạn. Bạn hỏi lại bằng một câu ngắn giúp tôi, nêu rõ việc hoặc đơn vị muốn hỏi; hoặc gõ 0 để gặp cán bộ.';
export const FORGET_ME =
  'Trả lời xong, tôi không giữ lại lời bạn nhắn. Muốn xóa hẳn những gì còn ghi nhớ về cuộc trò chuyện này, bạn gõ 0 để nhờ cán bộ phường làm giúp.';

/** After "liên kết tài khoản". Whoever gets another person's code could join that person's chat to themselves. */
export function linkCode(code: string): string {
  return `Mã liên kết của bạn: ${code}\nMã dùng được một lần, trong 10 phút. Bạn mở Mini App của phường, chọn Tôi, rồi Liên kết tài khoản, và nhập mã này.\nBạn đừng đưa mã cho ai, kể cả người xưng là cán bộ.`;
}

/** A number was typed and nothing stands to choose from. */
export const NO_CHOICES =
  'Hiện không có danh sách nào để chọn số. Bạn gõ câu hỏi bằng chữ, hoặc gõ MENU để xem việc tôi giúp được.';

export function numbersThere(count: number): string {
  const numbers = count === 1 ? 'số 1' : count === 2 ? 'số 1 và số 2' : `các số từ 1 đến ${count}`;
  return `Danh sách vừa rồi chỉ có ${numbers}. Bạn chọn lại, gõ câu hỏi bằng chữ, hoặc gõ MENU giúp tôi nhé.`;
}

/** "Gõ 1, 2 hoặc 3 để hỏi tiếp:" */
export function offer(count: number): string {
  const numbers = Array.from({ length: count }, (_, at) => String(at + 1));
  const all = count === 1 ? '1' : `${numbers.slice(0, -1).join(', ')} hoặc ${count}`;
  return `Gõ ${all} để hỏi tiếp:`;
}

const WORDS_INSTEAD = 'Bạn gõ điều muốn hỏi bằng chữ giúp tôi, không cần dấu.';
const OFFICIAL_SEES = 'Cần cán bộ xem, bạn gõ 0.';
const CANNOT: Readonly<Record<Attachment, string>> = {
  identity_paper: 'Ảnh này giống giấy tờ tùy thân, nên tôi không đọc và không giữ lại gì.',
  image: 'Tôi chưa xem được ảnh.',
  gif: 'Tôi chưa xem được ảnh.',
  sticker: 'Tôi chưa xem được hình dán.',
  video: 'Tôi chưa xem được video.',
  audio: 'Tôi chưa nghe được tin nhắn thoại.',
  file: 'Tôi chưa mở được tệp gửi kèm.',
  location: 'Tôi chưa tìm được theo vị trí trên bản đồ.',
  link: 'Tôi không mở được đường link.',
  business_card: 'Tôi không đọc được danh thiếp và không lưu số điện thoại.',
};
const INSTEAD: Readonly<Partial<Record<Attachment, string>>> = {
  identity_paper:
    'Bạn nên thu hồi ảnh trong cuộc trò chuyện này, và đừng gửi ảnh giấy tờ cho ai qua Zalo. Cần hỏi thủ tục, bạn gõ bằng chữ, không cần dấu.',
  image: `${WORDS_INSTEAD} Nếu là ảnh chụp tin nhắn lạ, bạn gõ hoặc dán lời của tin đó vào đây. ${OFFICIAL_SEES}`,
  audio: `${WORDS_INSTEAD} ${OFFICIAL_SEES}`,
  video: `${WORDS_INSTEAD} ${OFFICIAL_SEES}`,
  file: `${WORDS_INSTEAD} ${OFFICIAL_SEES}`,
  location: 'Bạn gõ tên việc hoặc tên đơn vị muốn hỏi giúp tôi, không cần dấu.',
  link: `${WORDS_INSTEAD} Nếu đường link do người lạ gửi, bạn đừng bấm vào.`,
};

/** What to do instead of sending this; one sentence for several of one kind. */
export function insteadOf(attachments: readonly Attachment[]): string {
  if (attachments.includes('identity_paper')) return `${CANNOT.identity_paper} ${INSTEAD.identity_paper}`;
  const kinds = [...new Set(attachments.map((one) => (one === 'gif' ? 'image' : one)))];
  const [only] = kinds;
  if (kinds.length === 1 && only) return `${CANNOT[only]} ${INSTEAD[only] ?? WORDS_INSTEAD}`;
  return `Tôi chưa xem được ảnh, video, tệp và chưa nghe được tin nhắn thoại. ${WORDS_INSTEAD} ${OFFICIAL_SEES}`;
}

/** Before the answer to the words under an attachment. */
export function onlyWordsRead(attachment: Attachment): string {
  return `${CANNOT[attachment]} Tôi trả lời theo lời bạn viết:`;
}

/** Told of a suspicious message again: the warning was read, what is to be done now may be urgent. */
export const IF_DECEIVED =
  'Bạn đừng trả lời họ và đừng làm theo. Nếu lỡ bấm đường link, đọc mã hoặc chuyển tiền, bạn gọi ngay ngân hàng để khóa tài khoản (số điện thoại in trên thẻ), rồi báo Công an phường hoặc gọi 113.';

/** Put before the words of a message that were asked for, so that they are read as such. */
export const CHECK_THIS = 'Kiểm tra tin nhắn này:';

/** Below an answer that could not help. */
export const ASK_OFFICIAL = 'Cần gặp cán bộ, bạn gõ 0.';

/** Said back to whoever sent a recording or a picture, so that they see what was misheard. In UTF-16 units. */
const LONGEST_ECHO = 160;

export function understoodAs(kind: 'heard' | 'read', words: string): string {
  const flat = words.replace(/\s+/gu, ' ').trim();
  const shown = flat.length <= LONGEST_ECHO ? flat : `${flat.slice(0, LONGEST_ECHO).replace(/\s\S*$/u, '')}…`;
  return kind === 'heard' ? `Tôi nghe bạn nói: «${shown}».` : `Tôi đọc được trong ảnh: «${shown}».`;
}

/** Shows which of the numbered questions is being answered. */
export function echo(question: string): string {
  return `Bạn hỏi: ${question}`;
}

function withoutStop(text: string): string {
  return text.trim().replace(/[.;,\s]+$/u, '');
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
}
