import type { ProposalsReply } from '@phuong-so/shared/contracts/work';
import { changesOf, type WorkEdit } from './work-edit.ts';

export type TaskProposal = ProposalsReply['tasks'][number];
export type TargetProposal = ProposalsReply['targets'][number];
export type Match = TaskProposal['match'];

export const MATCHES: readonly Match[] = ['new', 'changed', 'gone', 'same'];
export const MATCH_NAMES: Readonly<Record<Match, string>> = {
  new: 'Chưa xác nhận',
  changed: 'Kế hoạch đọc lại có khác',
  gone: 'Kế hoạch không còn ghi',
  same: 'Đã xác nhận',
};

/** What the standing unit has decided of one row before it is confirmed. */
export interface RowChoice {
  readonly isChosen: boolean;
  readonly edit: WorkEdit;
  /** Units among which a collective lead is split; [] = it is not. */
  readonly split: readonly string[];
}
export type Choices = Readonly<Record<string, RowChoice>>;
export const NOT_CHOSEN: RowChoice = { isChosen: false, edit: {}, split: [] };

/** Tells a row from every other of all plans of the ward. */
export function keyOf({ from }: Pick<TaskProposal, 'from'>): string {
  return `${from.document_id} ${from.fact_id}`;
}

/** Somebody has to answer for it, and it has a name. */
export function isReady({ leads, from }: Pick<TaskProposal, 'leads' | 'from'>, { edit, split }: RowChoice): boolean {
  const hasLead = split.length > 0 || (edit.leads ?? leads).length > 0;
  return hasLead && (edit.title ?? from.title).trim().length >= 3;
}

/** All new rows that can be confirmed as they stand, or none of them. */
export function chooseAll(proposals: readonly TaskProposal[], choices: Choices, isChosen: boolean): Choices {
  const changed = proposals
    .filter((one) => one.match === 'new')
    .map((one) => [keyOf(one), choices[keyOf(one)] ?? NOT_CHOSEN, one] as const)
    .filter(([, choice, one]) => isReady(one, choice))
    .map(([key, choice]) => [key, { ...choice, isChosen }] as const);
  return { ...choices, ...Object.fromEntries(changed) };
}

/** What POST /work is told of the chosen rows. */
export function toConfirm(proposals: readonly TaskProposal[], choices: Choices) {
  return proposals
    .filter(
      (one) => one.match === 'new' && choices[keyOf(one)]?.isChosen && isReady(one, choices[keyOf(one)] ?? NOT_CHOSEN),
    )
    .map((one) => {
      const { edit, split } = choices[keyOf(one)] ?? NOT_CHOSEN;
      const changes = changesOf(edit, { ...one, title: one.from.title });
      return {
        document_id: one.from.document_id,
        fact_id: one.from.fact_id,
        ...(Object.keys(changes).length === 0 ? {} : { edit: changes }),
        ...(split.length === 0 ? {} : { split }),
      };
    });
}
