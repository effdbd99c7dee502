import { isOverdue } from '@phuong-so/shared/domain/obstacle-steps';
import type { Obstacle } from '@phuong-so/shared/domain/work';
import { longDay } from '../reports/periods.ts';

/** Names of the units in question, as people read them; null = not known. */
export interface Named {
  readonly through: string | null;
  readonly owner: string | null;
}

/** What happens next, for the one who raised it. Never a promise that nobody has made: a day only where one was set. */
export function nextWords(one: Obstacle, { through, owner }: Named, today: string): string {
  const office = through ?? 'Phường';
  switch (one.state) {
    case 'open':
      return `Đã ghi nhận với mã ${one.code}. ${office} sẽ xem và giao đơn vị trả lời; chưa hẹn ngày.`;
    case 'in_hand':
      return inHand(one, owner ?? office, today);
    case 'forwarded':
      return 'Việc này vượt thẩm quyền của phường nên phường đã chuyển lên cấp trên. Khi có trả lời, phường sẽ ghi vào đây.';
    case 'answered':
      return 'Đã có trả lời. Nếu còn chưa rõ, anh/chị bấm "Hỏi lại" và viết điều chưa rõ.';
    case 'closed':
      return one.answer === null ? 'Đã kết thúc.' : 'Đã trả lời và kết thúc.';
  }
}

function inHand(one: Obstacle, owner: string, today: string): string {
  if (one.dueOn === null) return `${owner} đang xem xét; chưa hẹn ngày trả lời.`;
  const day = longDay(one.dueOn);
  if (isOverdue(one, today)) {
    return `${owner} hẹn trả lời đến hết ngày ${day} nhưng chưa trả lời. Anh/chị có thể hỏi lại phường, nêu mã ${one.code}.`;
  }
  return `${owner} đang xem xét và hẹn trả lời đến hết ngày ${day}.`;
}
