import type { Count, Evidence, Progress, ProgressState } from '@phuong-so/shared/domain/work';
import { maskPersonal } from '@phuong-so/shared/text/mask-personal';
import { isWebAddress } from '../../work/evidence-link.ts';
import type { WorkRefusal } from '../../work/refusals.ts';
import { type ReportOutcome, refuse, type WorkDeps } from './deps.ts';
import { SHORTEST_REASON } from './edit.ts';
import { doerOf, rightsOn, type SeenItem } from './see.ts';

/** How far a unit says it is. */
export interface Word {
  readonly state: ProgressState;
  readonly percent: number | null;
  readonly count: Count | null;
  readonly note: string;
  readonly obstacle: string;
  readonly evidence: readonly Evidence[];
}

/**
 * A unit's word: of a lead for the task, of a coordinating unit for its part. Whoever edits the task meanwhile loses nothing
 * by it, and neither does the word. `key`: the same press sent twice is one word.
 */
export async function reportWork(deps: WorkDeps, seen: SeenItem, key: string, word: Word): Promise<ReportOutcome> {
  const { item, standpoint } = seen;
  if (item.state !== 'open') return refuse('not_open');
  const rights = rightsOn(seen, item);
  const as = rights.includes('report_lead') ? 'lead' : rights.includes('report_part') ? 'part' : null;
  if (as === null) return refuse('forbidden');
  const fault = await faultIn(deps, seen, word);
  if (fault !== null) return refuse(fault);
  const by = doerOf(deps, seen);
  const progress: Progress = { ...masked(word), at: by.at, unit: standpoint.unit };
  // A key is good for one task: an app that uses it for another has not pressed that yet.
  const report = await deps.work.report(item, { as, progress, pressKey: `${item.id} ${key}` }, by);
  return { kind: 'done', item: (await deps.work.byId(item.id)) ?? item, report };
}

async function faultIn(deps: WorkDeps, { ward, actor }: SeenItem, word: Word): Promise<WorkRefusal | null> {
  const { state, percent, count, note, obstacle, evidence } = word;
  const isEmpty = percent === null && count === null && note === '' && obstacle === '' && evidence.length === 0;
  // "Chưa bắt đầu" and "Hoàn thành" say something by themselves; the others are nothing without a word.
  if (isEmpty && (state === 'in_progress' || state === 'late' || state === 'not_applicable')) return 'nothing_said';
  if (count !== null && count.of !== null && count.value > count.of) return 'count_beyond';
  for (const { kind, value } of evidence) {
    if (kind === 'link' && !isWebAddress(value)) return 'evidence_link';
    if (kind === 'figure' && !/\d/.test(value)) return 'evidence_figure';
    if (kind === 'file' && !(await mayShow(deps, { ward, actor }, value))) return 'evidence_file';
  }
  return null;
}

/** A file of the person's own, or one that its officials may see already: naming another's would open it to the whole ward. */
async function mayShow(
  { attachments }: WorkDeps,
  { ward, actor }: Pick<SeenItem, 'ward' | 'actor'>,
  id: string,
): Promise<boolean> {
  const file = await attachments.about(id);
  if (file === null || file.ward !== ward.key || file.demo !== actor.demo) return false;
  return file.createdBy === actor.subject || attachments.isEvidence(id);
}

function masked({ count, note, obstacle, evidence, ...same }: Word): Omit<Progress, 'at' | 'unit'> {
  return {
    ...{ ...same, note: maskPersonal(note), obstacle: maskPersonal(obstacle) },
    count: count && { ...count, what: maskPersonal(count.what) },
    evidence: evidence.map(({ kind, title, value }) => ({
      ...{ kind, title: maskPersonal(title), value: kind === 'figure' ? maskPersonal(value) : value },
    })),
  };
}

/** Confirms a report or gives it back with a reason: a lead's is the standing unit's to decide, a part is the lead's. */
export async function decideReport(
  deps: WorkDeps,
  seen: SeenItem,
  reportId: string,
  given: { readonly version: number; readonly confirm: boolean; readonly note: string | null },
): Promise<ReportOutcome> {
  const { item } = seen;
  const report = (await deps.work.reports(item.id)).find(({ id }) => id === reportId);
  if (report === undefined) return refuse('not_found');
  if (!rightsOn(seen, item).includes(report.as === 'lead' ? 'confirm' : 'confirm_parts')) return refuse('forbidden');
  if (item.version !== given.version) return refuse('changed');
  const note = given.note ? maskPersonal(given.note) : null;
  if (!given.confirm && (note ?? '').length < SHORTEST_REASON) return refuse('note_needed');
  const decided = await deps.work.decide(report, { confirm: given.confirm, note }, doerOf(deps, seen));
  if (decided === null) return refuse('decided');
  return { kind: 'done', item: (await deps.work.byId(item.id)) ?? item, report: decided };
}
