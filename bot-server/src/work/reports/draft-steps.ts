import type { PeriodicReportState, ReportDraft } from '@phuong-so/shared/domain/work';

/** Who acts on a draft, by what the ward grants at this moment. */
export interface DraftActor {
  /** Id of the unit; "" = none. */
  readonly unit: string;
  /** Of the ward's standing unit, or whoever runs the service for the ward. */
  readonly stands: boolean;
}

export const DRAFT_ACTS = ['edit', 'redraft', 'hand_in', 'take_in', 'give_back'] as const;
export type DraftAct = (typeof DRAFT_ACTS)[number];

/** A unit's draft is written by that unit, the ward's by the standing unit. */
export function mayWrite({ unit }: Pick<ReportDraft, 'unit'>, actor: DraftActor): boolean {
  return unit === null ? actor.stands : unit === actor.unit;
}

/**
 * What this person may do with the draft now. Only what is not handed in is written; a unit's is handed in to the standing
 * unit, which takes it in or gives it back; the ward's own is handed in when it is done, and can be taken up again.
 */
export function draftMays(draft: Pick<ReportDraft, 'unit' | 'state'>, actor: DraftActor): DraftAct[] {
  const writes = mayWrite(draft, actor);
  switch (draft.state) {
    case 'draft':
      return writes ? ['edit', 'redraft', 'hand_in'] : [];
    case 'handed_in':
      return [
        ...(draft.unit !== null && actor.stands ? (['take_in'] as const) : []),
        ...(actor.stands || writes ? (['give_back'] as const) : []),
      ];
    case 'taken_in':
      return actor.stands ? ['give_back'] : [];
  }
}

/** The act that leads to a state. */
export const ACT_TO: Readonly<Record<PeriodicReportState, DraftAct>> = {
  draft: 'give_back',
  handed_in: 'hand_in',
  taken_in: 'take_in',
};
