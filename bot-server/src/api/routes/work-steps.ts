import {
  muteBody,
  partDecisionBody,
  splitBody,
  splitReply,
  supersedeBody,
  supersedeReply,
  takeBody,
  workDetailReply,
  workParams,
  workReply,
  workReportBody,
  workReportParams,
} from '@phuong-so/shared/contracts/work';
import { splitItem } from '../../flows/work/edit.ts';
import { muteItem, takeItem } from '../../flows/work/hold.ts';
import { decideReport, reportWork } from '../../flows/work/report.ts';
import { supersedePlan } from '../../flows/work/supersede.ts';
import { route } from '../route.ts';
import { requireDesk, requireItem, workDone } from '../work-desk.ts';
import { toWorkDetailReply, toWorkReply } from '../work-reply.ts';

export const splitWork = route({
  method: 'post',
  path: '/api/v1/work/:id/split',
  summary: 'Đơn vị đầu mối chia một nhiệm vụ chung thành phần việc của từng đơn vị',
  access: 'signed_in',
  params: workParams,
  body: splitBody,
  reply: splitReply,
  async handle({ params, body, session }, deps) {
    const seen = await requireItem(deps, session, params.id);
    const { items } = workDone(await splitItem(deps.work, seen, body.version, body.units));
    return { tasks: items.map((item) => toWorkReply(deps, seen, item)) };
  },
});

export const takeWork = route({
  method: 'post',
  path: '/api/v1/work/:id/take',
  summary: '"Tôi phụ trách": nhận một nhiệm vụ của đơn vị mình, hoặc thôi phụ trách',
  access: 'signed_in',
  params: workParams,
  body: takeBody,
  reply: workReply,
  async handle({ params, body, session }, deps) {
    const seen = await requireItem(deps, session, params.id);
    const { version, take, label } = body;
    const taken = await takeItem(deps.work, seen, version, { take, label: label || null });
    return toWorkReply(deps, seen, workDone(taken).item);
  },
});

export const muteWork = route({
  method: 'post',
  path: '/api/v1/work/:id/mute',
  summary: 'Tạm dừng nhắc một nhiệm vụ đến hết một ngày, kèm lý do; hoặc nhắc lại',
  access: 'signed_in',
  params: workParams,
  body: muteBody,
  reply: workReply,
  async handle({ params, body, session }, deps) {
    const seen = await requireItem(deps, session, params.id);
    return toWorkReply(deps, seen, workDone(await muteItem(deps.work, seen, body.version, body)).item);
  },
});

export const report = route({
  method: 'post',
  path: '/api/v1/work/:id/reports',
  summary: 'Đơn vị báo cáo: tình trạng, tỷ lệ hoặc số lượng, ghi chú, minh chứng, vướng mắc. Chưa được xác nhận',
  access: 'signed_in',
  status: 201,
  params: workParams,
  body: workReportBody,
  reply: workDetailReply,
  async handle({ params, body, session }, deps) {
    const seen = await requireItem(deps, session, params.id);
    const { key, ...word } = body;
    return toWorkDetailReply(deps, seen, workDone(await reportWork(deps.work, seen, key, word)).item);
  },
});

export const reportDecision = route({
  method: 'post',
  path: '/api/v1/work/:id/reports/:report/decision',
  summary: 'Xác nhận một báo cáo, hoặc trả lại kèm lý do: đầu mối với đơn vị chủ trì, chủ trì với đơn vị phối hợp',
  access: 'signed_in',
  params: workReportParams,
  body: partDecisionBody,
  reply: workDetailReply,
  async handle({ params, body, session }, deps) {
    const seen = await requireItem(deps, session, params.id);
    return toWorkDetailReply(deps, seen, workDone(await decideReport(deps.work, seen, params.report, body)).item);
  },
});

export const supersede = route({
  method: 'post',
  path: '/api/v1/work-supersede',
  summary: 'Đơn vị đầu mối ghi nhận kế hoạch mới thay kế hoạch cũ; kết quả đã báo cáo vẫn giữ',
  access: 'signed_in',
  body: supersedeBody,
  reply: supersedeReply,
  async handle({ body, session }, deps) {
    const desk = await requireDesk(deps, session, body.ward);
    const { superseded } = workDone(await supersedePlan(deps.work, desk, body));
    return { superseded };
  },
});
