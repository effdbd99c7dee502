import { boardQuery, boardReply } from '@phuong-so/shared/contracts/board';
import { seeBoard } from '../../flows/board/see-board.ts';
import { Refusal } from '../problems.ts';
import { route } from '../route.ts';

export const board = route({
  method: 'get',
  path: '/api/v1/board',
  summary: 'Bảng theo dõi công khai của phường: tiến độ, chỉ tiêu, thay đổi trong tháng; không có tên người',
  sameForAll: true,
  query: boardQuery,
  reply: boardReply,
  async handle({ query }, deps) {
    const seen = await seeBoard(deps.board, query.ward, query.month ?? null);
    if (seen === null) throw new Refusal('unknown_ward');
    return seen;
  },
});
