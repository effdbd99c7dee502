import type { PhuongSoApi } from '../api/phuong-so-api.ts';
import type { GroupHeading } from '../ui/headed-groups.tsx';
import { passageAddress } from './addresses.ts';
import { usePlanText } from './use-plan-text.ts';

/** Where a task or target stands in a plan. */
interface Placed {
  readonly document_id: string;
  readonly section: string | null;
  readonly quote: string;
  readonly group: string | null;
}

/** The heading of a fact's group: in plain words once the plan's text is there, until then as printed. */
export function useGroupHeading(api: PhuongSoApi, ward: string, documentId: string): (fact: Placed) => GroupHeading {
  const text = usePlanText(api, ward, documentId);
  const sections = text.kind === 'shown' ? text.data.sections : [];
  const plain = new Map(sections.map((section) => [section.id, section.plain_title]));
  return ({ section, group }) => ({ plain: plain.get(section ?? '') ?? null, printed: group });
}

/** The passage that says so; null = the fact has no section that can be opened. */
export function sourceOf(ward: string, { document_id: documentId, section, quote }: Placed): string | null {
  return section === null ? null : passageAddress({ ward, documentId, sectionId: section, quote });
}

/** Facts by the document that they come from, in order. */
export function byDocument<T extends Placed>(facts: readonly T[]): readonly (readonly [string, readonly T[]])[] {
  const documents = new Map<string, T[]>();
  for (const fact of facts) documents.set(fact.document_id, [...(documents.get(fact.document_id) ?? []), fact]);
  return [...documents];
}
