import { targetsQuery, targetsReply, tasksQuery, tasksReply } from '@phuong-so/shared/contracts/facts';
import { contradictions } from '@phuong-so/shared/domain/contradictions';
import { stateOf } from '@phuong-so/shared/domain/due-date';
import type { Place, PlanTarget, PlanTask } from '@phuong-so/shared/domain/plan';
import { foldMarks } from '@phuong-so/shared/text/fold';
import type { WardDocument, WardFacts } from '../../ports/ward-facts.ts';
import type { ApiDeps } from '../environment.ts';
import { pageOf } from '../page.ts';
import { Refusal } from '../problems.ts';
import { route } from '../route.ts';
import { requireFacts } from '../ward.ts';

export const tasks = route({
  method: 'get',
  path: '/api/v1/tasks',
  summary: 'Nhiệm vụ trong kế hoạch của một phường, theo đơn vị và tình trạng thời hạn',
  sameForAll: true,
  query: tasksQuery,
  reply: tasksReply,
  handle({ query }, deps) {
    const facts = requireFacts(deps, query.ward);
    const today = deps.clock.today();
    const concerns = query.unit === undefined ? () => true : unitFilter(deps, facts, query.unit);
    const all = facts.documents.flatMap((document) =>
      document.plan.tasks.filter(concerns).map((task) => toTaskReply(document, task, today)),
    );
    const wanted = query.due === undefined ? all : all.filter((task) => task.state === query.due);
    const { items, next } = pageOf(wanted, keyOf, query);
    return { ward: query.ward, as_of: today, tasks: [...items], next_cursor: next };
  },
});

export const targets = route({
  method: 'get',
  path: '/api/v1/targets',
  summary: 'Chỉ tiêu trong kế hoạch của một phường, theo năm',
  sameForAll: true,
  query: targetsQuery,
  reply: targetsReply,
  handle({ query }, deps) {
    const { documents } = requireFacts(deps, query.ward);
    const all = documents.flatMap((document) => {
      const contradicting = contradictions(document.plan.warnings);
      return document.plan.targets.map((target) => toTargetReply(document, target, contradicting.get(target.id) ?? []));
    });
    const { items, next } = pageOf(all, keyOf, query);
    return { ward: query.ward, targets: [...items], next_cursor: next };
  },
});

/** A fact's key over all plans of its ward. */
function keyOf({ document_id, id }: { readonly document_id: string; readonly id: string }): string {
  return `${document_id}/${id}`;
}

/** Tasks that a unit leads or coordinates. The unit is given as id, as documents print it, or as people call it. */
function unitFilter({ units }: ApiDeps, { documents }: WardFacts, given: string): (task: PlanTask) => boolean {
  const all = documents.flatMap(({ plan }) => plan.tasks);
  const present = all.flatMap((task) => [...task.leadIds, ...task.coordinatingIds]);
  const mentioned = units
    .withinWard(present)
    .find(given)
    .map(({ unit }) => unit.id);
  const ids = new Set(present.includes(given) ? [given] : mentioned);
  const printed = foldMarks(given);
  const concerns = (task: PlanTask) =>
    [...task.leadIds, ...task.coordinatingIds].some((id) => ids.has(id)) ||
    (ids.size === 0 && [...task.lead, ...task.coordinating].some((name) => foldMarks(name).includes(printed)));
  if (ids.size === 0 && !all.some(concerns)) throw new Refusal('unknown_unit');
  return concerns;
}

function toTaskReply(document: WardDocument, task: PlanTask, today: string) {
  return {
    ...{ id: task.id, origin: task.origin, group: task.group?.heading ?? null, no: task.no, title: task.title },
    ...{ lead: [...task.lead], coordinating: [...task.coordinating] },
    ...{ due: task.due.text, due_kind: task.due.kind, due_date: task.due.lastDay, state: stateOf(task.due, today) },
    ...placed(document, task.quote),
  };
}

function toTargetReply(document: WardDocument, target: PlanTarget, contradicts: readonly string[]) {
  return {
    ...{ id: target.id, origin: target.origin, annex: target.annex, no: target.no, name: target.name },
    ...{ unit: target.unit, values: { ...target.values } },
    ...{ lead: [...target.lead], coordinating: [...target.coordinating] },
    ...{ group: target.group?.heading ?? null, contradicts: [...contradicts] },
    ...placed(document, target.quote),
  };
}

function placed({ documentId, plan }: WardDocument, quote: { readonly text: string; readonly place: Place }) {
  return { document_id: documentId, document: plan.document.number, section: quote.place.section, quote: quote.text };
}
