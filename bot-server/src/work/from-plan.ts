import type { PlanTarget, PlanTask } from '@phuong-so/shared/domain/plan';
import type { Provenance } from '@phuong-so/shared/domain/work';
import type { WardDocument, WardFacts } from '../ports/ward-facts.ts';
import type { NewTarget, NewWorkItem } from '../ports/work.ts';

/** More than any plan has of one kind: the facts of a later plan stand behind. */
const PLACES_OF_A_PLAN = 10_000;

interface Fact<T> {
  readonly document: WardDocument;
  readonly fact: T;
  /** Among all of its ward. */
  readonly position: number;
}

/** Every task that the ward's plans name, in their order. */
export function tasksOf({ documents }: Pick<WardFacts, 'documents'>): Fact<PlanTask>[] {
  return documents.flatMap((document, plan) =>
    document.plan.tasks.map((fact, at) => ({ document, fact, position: plan * PLACES_OF_A_PLAN + at })),
  );
}

/** Every target that the ward's plans set, in their order. */
export function targetsOf({ documents }: Pick<WardFacts, 'documents'>): Fact<PlanTarget>[] {
  return documents.flatMap((document, plan) =>
    document.plan.targets.map((fact, at) => ({ document, fact, position: plan * PLACES_OF_A_PLAN + at })),
  );
}

export function provenanceOf(document: WardDocument, fact: PlanTask | PlanTarget): Provenance {
  const { number, date } = document.plan.document;
  const isTask = 'due' in fact;
  return {
    ...{ documentId: document.documentId, documentNumber: number, documentDate: date, factId: fact.id },
    ...{ origin: fact.origin, group: fact.group?.heading ?? null, no: fact.no },
    ...{ title: isTask ? fact.title : fact.name, due: isTask ? fact.due.text : null },
    ...{ lead: [...fact.lead], coordinating: [...fact.coordinating] },
    ...{ section: fact.quote.place.section, annex: fact.quote.place.annex, quote: fact.quote.text },
  };
}

/** The task as its plan has it. */
export function itemFromPlan(ward: string, { document, fact, position }: Fact<PlanTask>, demo: boolean): NewWorkItem {
  const from = provenanceOf(document, fact);
  return {
    ...{ ward, from, demo, position, share: '', group: from.group, no: fact.no, title: fact.title, due: fact.due },
    ...ownUnits(fact),
    responsible: null,
  };
}

export function targetFromPlan(ward: string, { document, fact, position }: Fact<PlanTarget>, demo: boolean): NewTarget {
  const { name, unit, values } = fact;
  return {
    ward,
    from: provenanceOf(document, fact),
    name,
    unit,
    values: { ...values },
    ...ownUnits(fact),
    position,
    demo,
  };
}

/** A unit that a row names twice leads. */
function ownUnits({ leadIds, coordinatingIds }: Pick<PlanTask, 'leadIds' | 'coordinatingIds'>) {
  const leads = [...new Set(leadIds)];
  return { leads, coordinating: [...new Set(coordinatingIds)].filter((id) => !leads.includes(id)) };
}
