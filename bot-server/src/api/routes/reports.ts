import { reportsQuery, reportsReply } from '@phuong-so/shared/contracts/report-drafts';
import { listDrafts } from '../../flows/reports/drafts.ts';
import { dueReports } from '../../work/reports/due-reports.ts';
import { actorOf } from '../announcer.ts';
import { Refusal } from '../problems.ts';
import { toDraftCard, toDueReportReply } from '../report-reply.ts';
import { route } from '../route.ts';

export const reports = route({
  method: 'get',
  path: '/api/v1/reports',
  summary:
    'Báo cáo mà kế hoạch của phường yêu cầu: ngày, ai gửi, gửi ai, qua ai; cán bộ của phường thấy thêm các dự thảo',
  query: reportsQuery,
  reply: reportsReply,
  async handle({ query, session }, deps) {
    const ward = deps.reports.ward(query.ward);
    if (ward === null) throw new Refusal('unknown_ward');
    const today = deps.clock.today();
    const drafts = session && (await listDrafts(deps.reports, await actorOf(deps, session), ward.key));
    return {
      ...{ ward: ward.key, as_of: today },
      reports: dueReports(ward.facts.documents, ward.units, today).map(toDueReportReply),
      drafts: drafts?.map((draft) => toDraftCard(draft, ward)) ?? null,
    };
  },
});
