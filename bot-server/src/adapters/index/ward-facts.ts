import type { ParsedPlan } from '@phuong-so/shared/domain/plan';
import { PLAN_PARTS } from '@phuong-so/shared/index-format/index-file';
import type { WardDocument } from '../../ports/plan-index.ts';

/** One row of `plans`. Its JSON was written by this product's own build; the manifest's schema version vouches for it. */
export type PlanRow = Readonly<Record<'document_id' | 'collapsed_source' | (typeof PLAN_PARTS)[number], string>>;

/** A ward's document whose plan is parsed part by part at first use: most questions need one part or none. */
export function wardDocument(row: PlanRow): WardDocument {
  const plan = {};
  for (const part of PLAN_PARTS) {
    Object.defineProperty(plan, part, {
      enumerable: true,
      configurable: true,
      get() {
        const value: unknown = JSON.parse(row[part]);
        Object.defineProperty(plan, part, { enumerable: true, value });
        return value;
      },
    });
  }
  return { documentId: row.document_id, collapsedSource: row.collapsed_source, plan: plan as ParsedPlan };
}

/** Characters of text and JSON that a cached row stands for. */
export function rowSize(row: PlanRow): number {
  let size = row.collapsed_source.length;
  for (const part of PLAN_PARTS) size += row[part].length;
  return size;
}
