import {
  confirmBody,
  confirmReply,
  proposalsQuery,
  proposalsReply,
  workChangeBody,
  workDetailReply,
  workListReply,
  workParams,
  workQuery,
  workReply,
} from '@phuong-so/shared/contracts/work';
import { isDueBeforePlan } from '@phuong-so/shared/domain/work-clock';
import { confirmFromPlan } from '../../flows/work/confirm.ts';
import { editItem } from '../../flows/work/edit.ts';
import { listWork } from '../../flows/work/list.ts';
import { proposals as propose, type TargetProposal, type TaskProposal } from '../../flows/work/propose.ts';
import type { Desk } from '../../flows/work/see.ts';
import { unitsToSplitAmong } from '../../work/collectives.ts';
import { unitRefOf } from '../../work/unit-names.ts';
import { pageOf } from '../page.ts';
import { Refusal } from '../problems.ts';
import { route } from '../route.ts';
import { requireDesk, requireItem, requireStanding, workDone } from '../work-desk.ts';
import { refs, toDueReply, toProvenanceReply, toWorkDetailReply, toWorkReply } from '../work-reply.ts';

export const proposals = route({
  method: 'get',
  path: '/api/v1/work-proposals',
  summary: 'Nhiệm vụ và chỉ tiêu mà kế hoạch đề xuất, cạnh những gì đã xác nhận: mới, như cũ, đã đổi, không còn',
  access: 'signed_in',
  query: proposalsQuery,
  reply: proposalsReply,
  async handle({ query, session }, deps) {
    const desk = await requireStanding(deps, session, query.ward);
    const { ward } = desk;
    const found = await propose(deps.work, desk);
    return {
      ward: ward.key,
      documents: ward.facts.documents.map(({ documentId, plan }) => ({
        ...{ document_id: documentId, number: plan.document.number, date: plan.document.date },
        ...{ title: plan.document.title, superseded_by: found.superseded.get(documentId) ?? null },
      })),
      units: unitsToSplitAmong(ward.facts.units.ids, ward.units).map(({ id, name }) => ({ id, name })),
      tasks: found.tasks.map((one) => toProposal(desk, one)),
      targets: found.targets.map((one) => toTargetProposal(desk, one)),
    };
  },
});

function toProposal(desk: Desk, { task, collective, match, changes, items }: TaskProposal) {
  return {
    ...{
      from: toProvenanceReply(task.from),
      leads: refs(desk, task.leads),
      coordinating: refs(desk, task.coordinating),
    },
    ...{ due: toDueReply(task.due), collective, due_before_plan: isDueBeforePlan(task), match },
    ...{ changes: changes.map((change) => ({ ...change })), work_ids: items.map(({ id }) => id) },
  };
}

function toTargetProposal(desk: Desk, { target, match, changes, kept, contradicts }: TargetProposal) {
  const { name, unit, values } = target;
  return {
    ...{ from: toProvenanceReply(target.from), name, unit, values: { ...values }, leads: refs(desk, target.leads) },
    ...{ match, changes: changes.map((change) => ({ ...change })), target_id: kept?.id ?? null },
    contradicts: [...contradicts],
  };
}

export const work = route({
  method: 'get',
  path: '/api/v1/work',
  summary: 'Nhiệm vụ đã xác nhận của một phường, theo đơn vị và tình hình; cán bộ của phường thấy tất cả',
  access: 'signed_in',
  query: workQuery,
  reply: workListReply,
  async handle({ query, session }, deps) {
    const desk = await requireDesk(deps, session, query.ward);
    const { unit, standing, all } = query;
    const listed = await listWork(deps.work, desk, { unit, standing, all: all === '1' });
    if (listed === null) throw new Refusal('unknown_unit');
    const { items, next } = pageOf(listed.items, ({ id }) => id, query);
    const own = desk.standpoint.unit;
    return {
      ...{ ward: desk.ward.key, as_of: deps.work.clock.today(), standing_unit: desk.standpoint.standing },
      unit: own === '' ? null : unitRefOf(own, desk.ward.units),
      counts: { ...listed.counts },
      work: items.map((item) => toWorkReply(deps, desk, item)),
      next_cursor: next,
    };
  },
});

export const confirmWork = route({
  method: 'post',
  path: '/api/v1/work',
  summary: 'Đơn vị đầu mối xác nhận nhiệm vụ và chỉ tiêu từ kế hoạch: nguyên dòng, có sửa, hoặc chia cho nhiều đơn vị',
  access: 'signed_in',
  status: 201,
  body: confirmBody,
  reply: confirmReply,
  async handle({ body, session }, deps) {
    const desk = await requireStanding(deps, session, body.ward);
    const keyOf = ({ document_id, fact_id }: (typeof body.targets)[number]) => {
      return { documentId: document_id, factId: fact_id };
    };
    const tasks = body.tasks.map((task) => ({ ...keyOf(task), edit: task.edit, split: task.split }));
    const done = workDone(await confirmFromPlan(deps.work, desk, { tasks, targets: body.targets.map(keyOf) }));
    return { tasks: done.items.map((item) => toWorkReply(deps, desk, item)), targets: done.targets };
  },
});

export const oneWork = route({
  method: 'get',
  path: '/api/v1/work/:id',
  summary: 'Một nhiệm vụ với mọi báo cáo và toàn bộ lịch sử',
  access: 'signed_in',
  params: workParams,
  reply: workDetailReply,
  async handle({ params, session }, deps) {
    const seen = await requireItem(deps, session, params.id);
    return toWorkDetailReply(deps, seen, seen.item);
  },
});

export const changeWork = route({
  method: 'patch',
  path: '/api/v1/work/:id',
  summary: 'Đơn vị đầu mối sửa, giao người phụ trách, ghi ngày sự kiện, đóng hoặc mở lại; mục không gửi thì giữ nguyên',
  access: 'signed_in',
  params: workParams,
  body: workChangeBody,
  reply: workReply,
  async handle({ params, body, session }, deps) {
    const seen = await requireItem(deps, session, params.id);
    const { version, event_on, due_after_event, ...edit } = body;
    const whole = { ...edit, eventOn: event_on, dueAfterEvent: due_after_event };
    return toWorkReply(deps, seen, workDone(await editItem(deps.work, seen, version, whole)).item);
  },
});
