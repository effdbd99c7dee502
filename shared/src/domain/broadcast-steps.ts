import {
  type Actor,
  type ApprovalSetting,
  type Broadcast,
  type BroadcastAct,
  type BroadcastContent,
  type BroadcastState,
  isEmergency,
  isOfficialOf,
  mayAnnounceTo,
  mayApprove,
  mayHandle,
  needsApproval,
} from './broadcast.ts';

const HOUR_MS = 3_600_000;
/** What could not go for so long (the server stood still) goes to a person, not to telephones. */
const LATEST_MS = 24 * HOUR_MS;

/** What one step does to a broadcast, or why it may not be done. `forbidden`: by this person; `wrong_state`: by nobody now. */
export type Step =
  | { readonly kind: 'done'; readonly change: BroadcastChange; readonly act: BroadcastAct }
  | { readonly kind: 'refused'; readonly reason: 'forbidden' | 'wrong_state' | 'approval_needed' | 'note_needed' };

export type BroadcastChange = Partial<
  BroadcastContent & Pick<Broadcast, 'state' | 'note' | 'approveUntil' | 'revision' | 'anchor' | 'sentAt'>
>;

const EDITABLE: readonly BroadcastState[] = ['draft', 'returned', 'scheduled'];
const UNSENT: readonly BroadcastState[] = ['draft', 'returned', 'awaiting_approval', 'scheduled'];
const PUBLISHED: readonly BroadcastState[] = ['sending', 'sent', 'stopped'];

const refused = (reason: Extract<Step, { kind: 'refused' }>['reason']): Step => ({ kind: 'refused', reason });
const done = (act: BroadcastAct, change: BroadcastChange): Step => ({ kind: 'done', change, act });

/** Changes the text or the plan. A scheduled one whose writer needs approval waits for it anew. */
export function edit(
  one: Broadcast,
  actor: Actor,
  content: BroadcastContent,
  setting: ApprovalSetting,
  now: number,
): Step {
  if (!mayHandle(actor, one) || !mayAnnounceTo(actor, one.ward, content.groups)) return refused('forbidden');
  if (!EDITABLE.includes(one.state)) return refused('wrong_state');
  if (one.state !== 'scheduled') return done('edited', contentOf(content));
  const planned = plan(one, actor, content, setting, now);
  return done('edited', { ...contentOf(content), ...planned.change });
}

/** Nothing else of what is handed in: a state or an office is not its writer's to choose. */
function contentOf(given: BroadcastContent): BroadcastContent {
  const { groups, kind, title, body, event, asks, sendAt, repeat, emergencyReason, attachment } = given;
  return { groups, kind, title, body, event, asks, sendAt, repeat, emergencyReason, attachment };
}

/** Its writer is done with it: it is scheduled, or waits for approval. */
export function submit(one: Broadcast, actor: Actor, setting: ApprovalSetting, now: number): Step {
  if (!mayHandle(actor, one)) return refused('forbidden');
  if (one.state !== 'draft' && one.state !== 'returned') return refused('wrong_state');
  const { act, change } = plan(one, actor, one, setting, now);
  return done(act, change);
}

function plan(one: Broadcast, actor: Actor, content: BroadcastContent, setting: ApprovalSetting, now: number) {
  if (needsApproval(actor, content, setting)) {
    const change: BroadcastChange = { state: 'awaiting_approval', note: null };
    return { act: 'submitted' as const, change: { ...change, approveUntil: now + setting.withinHours * HOUR_MS } };
  }
  const act = isEmergency(content) ? ('emergency' as const) : ('scheduled' as const);
  return { act, change: { ...scheduled(one, content, now), approveUntil: null } };
}

function scheduled(one: Broadcast, content: BroadcastContent, now: number): BroadcastChange {
  const sendAt = Math.max(now, content.sendAt ?? now);
  const anchor = content.repeat === 'none' ? null : content.sendAt === one.sendAt ? (one.anchor ?? sendAt) : sendAt;
  return { state: 'scheduled', note: null, sendAt, anchor };
}

/** An official agrees, or gives it back with a note. */
export function decide(
  one: Broadcast,
  actor: Actor,
  setting: ApprovalSetting,
  now: number,
  { approve, note }: { readonly approve: boolean; readonly note: string | null },
): Step {
  if (!isOfficialOf(actor, one.ward)) return refused('forbidden');
  if (one.state !== 'awaiting_approval') return refused('wrong_state');
  if (!mayApprove(actor, one, setting, now)) return refused('forbidden');
  if (approve) return done('approved', { ...scheduled(one, one, now), approveUntil: null });
  return note === null || note.trim() === '' ? refused('note_needed') : done('returned', { state: 'returned', note });
}

/** Ends what has not gone out. */
export function cancel(one: Broadcast, actor: Actor): Step {
  if (!mayHandle(actor, one)) return refused('forbidden');
  return UNSENT.includes(one.state) ? done('cancelled', { state: 'cancelled' }) : refused('wrong_state');
}

/** Ends what is going out: whoever has it keeps it, nobody else gets it. */
export function stop(one: Broadcast, actor: Actor): Step {
  if (!mayHandle(actor, one)) return refused('forbidden');
  return one.state === 'sending' ? done('stopped', { state: 'stopped' }) : refused('wrong_state');
}

/**
 * A correction under the same id. Where the ward wants leaders to be checked, an official makes it: otherwise what was
 * agreed to could be made into anything.
 */
export function correct(
  one: Broadcast,
  actor: Actor,
  setting: ApprovalSetting,
  { title, body, event }: Pick<BroadcastContent, 'title' | 'body' | 'event'>,
): Step {
  if (!mayHandle(actor, one)) return refused('forbidden');
  if (!PUBLISHED.includes(one.state)) return refused('wrong_state');
  if (needsApproval(actor, one, setting)) return refused('approval_needed');
  return done('corrected', { title, body, event, state: 'sending', revision: one.revision + 1, sentAt: null });
}

/**
 * Its time has come. The right of its writer is looked at again: what was taken away stops what was planned. Nobody is
 * invited to what has begun. `right`: the writer's, as it stands now.
 */
export function fire(one: Broadcast, right: Actor | null, now: number): Step {
  if (one.state !== 'scheduled') return refused('wrong_state');
  const may = one.demo || (right !== null && mayAnnounceTo(right, one.ward, one.groups));
  if (!may) return done('rights_gone', { state: 'cancelled', note: NOTES.rightsGone });
  const hasBegun = one.event !== null && one.event.startsAt <= now;
  const isOld = one.sendAt !== null && now - one.sendAt > LATEST_MS;
  if (hasBegun || isOld) return done('too_late', { state: 'returned', note: NOTES.tooLate });
  return done('published', { state: 'sending' });
}

const NOTES = {
  rightsGone: 'Không gửi: người soạn không còn quyền gửi thông báo này.',
  tooLate: 'Chưa gửi: đã quá giờ hẹn. Sửa lại giờ rồi gửi, hoặc hủy.',
} as const;
