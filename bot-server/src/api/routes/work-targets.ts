import { workParams } from '@phuong-so/shared/contracts/work';
import {
  type KeptTargetReply,
  keptTargetReply,
  keptTargetsQuery,
  keptTargetsReply,
  targetValueBody,
  valueDecisionBody,
  valueParams,
} from '@phuong-so/shared/contracts/work-targets';
import { contradictions } from '@phuong-so/shared/domain/contradictions';
import { countingValue, nextMilestone, standingOfTarget } from '@phuong-so/shared/domain/target-standing';
import type { KeptTarget, TargetValue } from '@phuong-so/shared/domain/work';
import { listTargets } from '../../flows/work/list.ts';
import type { Desk } from '../../flows/work/see.ts';
import { decideValue, enterValue, rightsOnTarget } from '../../flows/work/target-values.ts';
import { unitRefOf } from '../../work/unit-names.ts';
import { iso } from '../broadcast-reply.ts';
import type { ApiDeps } from '../environment.ts';
import { Refusal } from '../problems.ts';
import { route } from '../route.ts';
import { requireDesk, requireTarget, workDone } from '../work-desk.ts';
import { refs, toProvenanceReply } from '../work-reply.ts';

export const workTargets = route({
  method: 'get',
  path: '/api/v1/work-targets',
  summary: 'Chỉ tiêu đã xác nhận của một phường: các mốc, số liệu từng kỳ, mốc kế tiếp đã đạt chưa',
  access: 'signed_in',
  query: keptTargetsQuery,
  reply: keptTargetsReply,
  async handle({ query, session }, deps) {
    const desk = await requireDesk(deps, session, query.ward);
    const all = await listTargets(deps.work, desk, query.unit);
    if (all === null) throw new Refusal('unknown_unit');
    return {
      ...{ ward: desk.ward.key, as_of: deps.work.clock.today() },
      targets: all.map(({ target, values }) => toTargetReply(deps, desk, target, values)),
    };
  },
});

export const targetValue = route({
  method: 'post',
  path: '/api/v1/work-targets/:id/values',
  summary: 'Nhập số liệu đạt được của một kỳ, kèm nguồn; nhập lại cùng kỳ là đính chính',
  access: 'signed_in',
  status: 201,
  params: workParams,
  body: targetValueBody,
  reply: keptTargetReply,
  async handle({ params, body, session }, deps) {
    const seen = await requireTarget(deps, session, params.id);
    const { key, ...value } = body;
    workDone(await enterValue(deps.work, seen, key, value));
    return readTarget(deps, seen, seen.target);
  },
});

export const valueDecision = route({
  method: 'post',
  path: '/api/v1/work-targets/:id/values/:value/decision',
  summary: 'Đơn vị đầu mối xác nhận một số liệu, hoặc trả lại kèm lý do',
  access: 'signed_in',
  params: valueParams,
  body: valueDecisionBody,
  reply: keptTargetReply,
  async handle({ params, body, session }, deps) {
    const seen = await requireTarget(deps, session, params.id);
    workDone(await decideValue(deps.work, seen, params.value, body));
    return readTarget(deps, seen, seen.target);
  },
});

async function readTarget(deps: ApiDeps, desk: Desk, target: KeptTarget): Promise<KeptTargetReply> {
  const values = await deps.work.targets.values(target.ward);
  return toTargetReply(
    deps,
    desk,
    target,
    values.filter(({ targetId }) => targetId === target.id),
  );
}

function toTargetReply(
  { work: { clock } }: ApiDeps,
  desk: Desk,
  target: KeptTarget,
  values: readonly TargetValue[],
): KeptTargetReply {
  const { id, name, unit, leads, from } = target;
  const next = nextMilestone(target.values, clock.today());
  return {
    ...{ id, name, unit, from: toProvenanceReply(from), values: { ...target.values }, leads: refs(desk, leads) },
    contradicts: contradicted(desk, target),
    reported: values.map((value) => toValueReply(desk, value)),
    ...{ next, standing: standingOfTarget(countingValue(values)?.value ?? null, next?.value ?? null, unit) },
    may: rightsOnTarget(desk, target),
  };
}

/** Ids of facts of the same plan, as it is read now. */
function contradicted({ ward }: Desk, { from }: KeptTarget): string[] {
  const document = ward.facts.documents.find(({ documentId }) => documentId === from.documentId);
  return [...(contradictions(document?.plan.warnings ?? []).get(from.factId) ?? [])];
}

function toValueReply({ ward }: Desk, value: TargetValue): KeptTargetReply['reported'][number] {
  const { id, period, source, note, state, office, at } = value;
  return {
    ...{ id, period, source, note, state, office, value: value.value, at: iso(at) },
    unit: unitRefOf(value.unit, ward.units),
  };
}
