import type { WorkItem } from './work.ts';

export const WORK_RIGHTS = ['edit', 'report_lead', 'report_part', 'confirm', 'confirm_parts', 'take', 'mute'] as const;
export type WorkRight = (typeof WORK_RIGHTS)[number];

/** What an official is to the work of their ward. Whoever is none has no standpoint. */
export interface Standpoint {
  /** Id of their unit, "" where nobody has said; whoever runs the service without one speaks for the standing unit. */
  readonly unit: string;
  /** They gather for the ward: their unit is its standing unit, or they run the service. */
  readonly standing: boolean;
}

type Concerned = Pick<WorkItem, 'leads' | 'coordinating' | 'state'>;

/**
 * What an official may do with a task now. The standing unit edits, and confirms what leads say; a lead confirms what
 * coordinating units say. `isCollective`: a name for many, who have no account together ("các cơ quan, đơn vị", "tổ dân
 * phố"): until such a lead is split each unit of the ward gives its part, and the standing unit speaks for the whole.
 */
export function rightsTo(
  { leads, coordinating, state }: Concerned,
  { unit, standing }: Standpoint,
  isCollective: (unit: string) => boolean,
): WorkRight[] {
  const forCollective = standing && leads.some(isCollective);
  const isLead = leads.includes(unit) || forCollective;
  const isPart = coordinating.includes(unit) || (unit !== '' && [...leads, ...coordinating].some(isCollective));
  const isOpen = state === 'open';
  const rights: Record<WorkRight, boolean> = {
    edit: standing,
    report_lead: isOpen && isLead,
    report_part: isOpen && !isLead && isPart,
    confirm: standing,
    confirm_parts: isLead,
    take: isOpen && (isLead || standing),
    mute: isOpen && (isLead || standing),
  };
  return WORK_RIGHTS.filter((right) => rights[right]);
}

/** Whether an official enters what was reached of a target: whose it is, or the standing unit, which gathers. */
export function mayEnterValue(
  { leads, coordinating }: Pick<WorkItem, 'leads' | 'coordinating'>,
  { unit, standing }: Standpoint,
  isCollective: (unit: string) => boolean,
): boolean {
  const concerned = [...leads, ...coordinating];
  return standing || concerned.includes(unit) || (unit !== '' && concerned.some(isCollective));
}
