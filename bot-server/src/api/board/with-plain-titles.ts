import type { BoardReply } from '@phuong-so/shared/contracts/board';
import type { PlainTitles } from '@phuong-so/shared/domain/plain-titles';

/** The board with plain words beside the headings of the plan that have some. */
export function withPlainTitles(board: BoardReply, plain: PlainTitles): BoardReply {
  return { ...board, groups: board.groups.map((one) => ({ ...one, plain_title: plain(one.title) })) };
}
