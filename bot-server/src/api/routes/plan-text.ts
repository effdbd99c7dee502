import { planParams, planTextReply } from '@phuong-so/shared/contracts/plans';
import type { PlanSection } from '@phuong-so/shared/domain/plan';
import type { WardDocument } from '../../ports/ward-facts.ts';
import type { ApiDeps } from '../environment.ts';
import { printedSections } from '../printed-sections.ts';
import { Refusal } from '../problems.ts';
import { route } from '../route.ts';
import { requireFacts } from '../ward.ts';
import { toPlanReply } from './plans.ts';

export const planText = route({
  method: 'get',
  path: '/api/v1/plans/:ward/:documentId',
  summary: 'Toàn văn một kế hoạch để đọc: từng mục, kèm tên dễ hiểu và nguyên văn như bản in',
  sameForAll: true,
  params: planParams,
  reply: planTextReply,
  handle({ params }, deps) {
    const document = requireFacts(deps, params.ward).documents.find((one) => one.documentId === params.documentId);
    if (document === undefined) throw new Refusal('not_found');
    const printed = printedOf(document);
    return {
      plan: toPlanReply(document),
      sections: document.plan.sections.map((section) => ({
        ...{ id: section.id, level: section.level, label: section.label, title: section.title },
        plain_title: plainTitle(deps, section),
        paragraphs: section.paragraphs.map(({ id, text }) => ({ id, text })),
        raw: printed.get(section.id) ?? '',
      })),
      as_of: deps.clock.today(),
    };
  },
});

/** An annex may be printed with its number only. */
function plainTitle({ plainTitles }: ApiDeps, { id, title, label }: PlanSection): string | null {
  const heading = title ?? (/^PL(\.[^.]+)?$/.test(id) ? label : '');
  return heading === '' ? null : plainTitles(heading);
}

/** Found once for each plan of a build: it takes 5 to 40 ms (measured November 2026 on the five plans). */
const KEPT = new WeakMap<WardDocument, ReadonlyMap<string, string>>();

function printedOf(document: WardDocument): ReadonlyMap<string, string> {
  const kept = KEPT.get(document) ?? printedSections(document.plan.sections, document.collapsedSource);
  KEPT.set(document, kept);
  return kept;
}
