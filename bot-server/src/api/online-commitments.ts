import type { planCommitment } from '@phuong-so/shared/contracts/library';
import type { Quote } from '@phuong-so/shared/domain/plan';
import { foldMarks } from '@phuong-so/shared/text/fold';
import type * as z from 'zod/mini';
import type { WardDocument } from '../ports/ward-facts.ts';

type PlanCommitment = z.infer<typeof planCommitment>;

/** What plans call it: "dịch vụ công trực tuyến", "hồ sơ … trực tuyến". */
const ABOUT_FILING = /\b(?:dich vu cong|ho so)\b.*\btruc tuyen\b/;

/** The targets, then the tasks, of a ward's plans that speak of doing procedures on the network. */
export function onlineCommitments(documents: readonly WardDocument[]): PlanCommitment[] {
  const targets = documents.flatMap((document) =>
    document.plan.targets
      .filter(({ name }) => isAboutFiling(name))
      .map((target) => ({
        ...{ name: target.name, values: valuesOf(target.printed, target.values, target.unit), due: null },
        ...placed(document, target.quote),
      })),
  );
  const tasks = documents.flatMap((document) =>
    document.plan.tasks
      .filter(({ title, origin }) => origin === 'appendix' && isAboutFiling(title))
      .map(({ title, due, quote }) => ({ name: title, values: [], due: due.text, ...placed(document, quote) })),
  );
  return [...targets, ...tasks];
}

function isAboutFiling(name: string): boolean {
  return ABOUT_FILING.test(foldMarks(name));
}

/** As printed, with the unit that stands in a column of its own; years for which the plan sets nothing are left out. */
function valuesOf(
  printed: Readonly<Record<string, string>>,
  values: Readonly<Record<string, string | null>>,
  unit: string | null,
): PlanCommitment['values'] {
  return Object.entries(values).flatMap(([year, value]) => {
    if (value === null) return [];
    const words = printed[year] ?? value;
    return [
      { year, value: unit === null || words.includes(unit) ? words : `${words}${unit === '%' ? '' : ' '}${unit}` },
    ];
  });
}

function placed({ documentId, plan }: WardDocument, { text, place }: Quote) {
  return { document: plan.document.number, document_id: documentId, section_id: place.section, quote: text };
}
