import type { ChatScreen } from '@phuong-so/shared/domain/chat-screen';

/** The word that goes on, as a button. */
export const NEXT_BUTTON = 'Tiếp';
export const CHOOSE_NUMBER = 'Bạn gõ một trong các số ở tin nhắn trên giúp tôi nhé.';
export const ONE_NUMBER = 'Bạn gõ một số thôi giúp tôi nhé.';

/** "Nhắn TIẾP để xem tiếp." `what`: what going on does. */
export function goOn(what: string): string {
  return `Nhắn TIẾP ${what}.`;
}

/** What a person is in the middle of, in a word. */
function nameOf({ kind }: ChatScreen): string {
  if (kind.startsWith('announce')) return 'thông báo đang soạn';
  if (kind.startsWith('work_')) return 'phần việc của đơn vị';
  switch (kind) {
    case 'courses':
    case 'course':
    case 'lesson':
    case 'lesson_end':
    case 'study_pause':
      return 'bài học';
    case 'quiz':
      return 'câu hỏi cuối khóa';
    case 'certificate':
      return 'phần giấy chứng nhận';
    case 'procedure_fields':
    case 'procedures':
    case 'procedure':
    case 'procedure_part':
      return 'phần thủ tục';
    case 'classes':
    case 'class':
    case 'class_name':
    case 'class_leave':
      return 'phần lớp học';
    case 'practice':
      return 'phần luyện tập';
    case 'check_message':
      return 'phần kiểm tra tin nhắn';
    default:
      return 'phần thông báo';
  }
}

/** Below an answer to something else. */
export function comeBack(screen: ChatScreen): string {
  return goOn(`để quay lại ${nameOf(screen)}`);
}

/** After "nghỉ". */
export function stopped(screen: ChatScreen): string {
  switch (nameOf(screen)) {
    case 'bài học':
    case 'câu hỏi cuối khóa':
    case 'phần giấy chứng nhận':
      return 'Vâng, mình nghỉ ở đây. Khi muốn học tiếp, bạn nhắn HỌC, tôi mở lại đúng chỗ đang học.';
    case 'phần luyện tập':
      return 'Vâng, mình nghỉ ở đây. Muốn luyện tiếp, bạn nhắn LUYỆN LỪA ĐẢO.';
    case 'thông báo đang soạn':
      return 'Vâng, tôi dừng ở đây và chưa gửi gì thêm. Bản nháp còn đó: nhắn THÔNG BÁO CỦA TÔI để xem lại.';
    default:
      return 'Vâng, mình dừng ở đây. Cần gì bạn cứ nhắn cho tôi.';
  }
}
