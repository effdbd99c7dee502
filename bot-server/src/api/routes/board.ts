import { boardQuery, boardReply, dashboardQuery, dashboardReply } from '@phuong-so/shared/contracts/board';
import { seeBoard } from '../../flows/board/see-board.ts';
import { seeDashboard } from '../../flows/board/see-dashboard.ts';
import { withPlainTitles } from '../board/with-plain-titles.ts';
import { Refusal } from '../problems.ts';
import { route } from '../route.ts';
import { currentSession, requireSession } from '../sign-in.ts';

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
    return withPlainTitles(seen, deps.plainTitles);
  },
});

export const dashboard = route({
  method: 'get',
  path: '/api/v1/dashboard',
  summary:
    'Việc cần chú ý của phường hôm nay, cho cán bộ của phường: quá hạn, sắp hạn, lâu không báo cáo, chỉ tiêu, báo cáo, vướng mắc',
  access: 'signed_in',
  query: dashboardQuery,
  reply: dashboardReply,
  async handle({ query, session }, deps) {
    const { role, ward } = await currentSession(deps, requireSession(session));
    const isOfficial = role === 'official' || role === 'admin';
    if (!isOfficial || ward !== query.ward) throw new Refusal('not_allowed');
    const seen = await seeDashboard(deps.board, query.ward);
    if (seen === null) throw new Refusal('unknown_ward');
    return seen;
  },
});
