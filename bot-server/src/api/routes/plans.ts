import {
  type PlanReply,
  passageParams,
  passageQuery,
  passageReply,
  plansReply,
  wardQuery,
} from '@phuong-so/shared/contracts/plans';
import type { WardDocument } from '../../ports/ward-facts.ts';
import { findHighlight } from '../highlight.ts';
import { Refusal } from '../problems.ts';
import { route } from '../route.ts';
import { requireFacts, toDocumentReply } from '../ward.ts';

export const plans = route({
  method: 'get',
  path: '/api/v1/plans',
  summary: 'Các kế hoạch của một phường: số, ngày, mục lục và những điều cần lưu ý',
  sameForAll: true,
  query: wardQuery,
  reply: plansReply,
  handle({ query }, deps) {
    return { ward: query.ward, plans: requireFacts(deps, query.ward).documents.map(toPlanReply) };
  },
});

export const passage = route({
  method: 'get',
  path: '/api/v1/plans/:ward/:documentId/sections/:sectionId',
  summary: 'Một mục của kế hoạch; với `quote`: chỗ được trích dẫn trong mục đó',
  sameForAll: true,
  params: passageParams,
  query: passageQuery,
  reply: passageReply,
  handle({ params, query }, deps) {
    const document = requireFacts(deps, params.ward).documents.find((one) => one.documentId === params.documentId);
    const section = document?.plan.sections.find((one) => one.id === params.sectionId);
    if (document === undefined || section === undefined) throw new Refusal('not_found');
    const paragraphs = section.paragraphs.map(({ id, text }) => ({ id, text }));
    return {
      document: toDocumentReply(document),
      section: { id: section.id, path: pathTo(document, section.id), paragraphs },
      ...findHighlight(section, document.collapsedSource, query.quote ?? null),
    };
  },
});

/** Everything about a plan but its text. */
export function toPlanReply(source: WardDocument): PlanReply {
  const { document, sections, warnings } = source.plan;
  const { number, date, title, issuer, signer, legalBases, recipients } = document;
  return {
    ...{ id: source.documentId, number, date, title, issuer },
    signer: signer && { name: signer.name, position: signer.position },
    legal_bases: legalBases.map((basis) => ({
      type: basis.type,
      number: basis.number,
      date: basis.date,
      issuer: basis.issuer,
    })),
    recipients: [...recipients],
    outline: sections.map((section) => ({
      section_id: section.id,
      level: section.level,
      label: section.label,
      title: section.title,
    })),
    warnings: warnings.map(({ kind, text }) => ({ kind, text })),
  };
}

/** Headings from the outermost to the section itself. A parent that is missing, or names itself, ends the walk. */
function pathTo({ plan }: WardDocument, sectionId: string): { label: string; title: string | null }[] {
  const byId = new Map(plan.sections.map((section) => [section.id, section]));
  const path: { label: string; title: string | null }[] = [];
  const seen = new Set<string>();
  let section = byId.get(sectionId);
  while (section !== undefined && !seen.has(section.id)) {
    seen.add(section.id);
    path.unshift({ label: section.label, title: section.title });
    section = section.parentId === null ? undefined : byId.get(section.parentId);
  }
  return path;
}
