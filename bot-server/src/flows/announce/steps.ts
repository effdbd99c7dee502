import { type ApprovalSetting, type Broadcast, isEmergency } from '@phuong-so/shared/domain/broadcast';
import { cancel, correct, decide, type Step, stop, submit } from '@phuong-so/shared/domain/broadcast-steps';
import { maskPersonal } from '@phuong-so/shared/text/mask-personal';
import { blockersOf } from '../../announcements/blockers.ts';
import { officeOf } from '../../announcements/office.ts';
import type { RefusalReason } from '../../announcements/refusals.ts';
import type { Wording } from '../../ports/broadcasts.ts';
import { type AnnounceDeps, type DeskActor, type Outcome, type Press, refuse } from './deps.ts';
import { maySpeakFor, seeBroadcast } from './see.ts';

/** Somebody else may be faster so often; then the person looks for themselves. */
const TRIES = 3;

/** Its writer is done: it is scheduled, goes at once, or waits for approval. Refused while something blocks it. */
export function sendBroadcast(deps: AnnounceDeps, actor: DeskActor, id: string, press: Press): Promise<Outcome> {
  return act(deps, actor, id, named('send', press), (one, { approval, now }) => {
    const [blocker] = blockersOf(one, now);
    return blocker ?? submit(one, actor, approval, now);
  });
}

/** Ends what is going out. Also with an old version in hand: whoever presses "Dừng" means now. */
export function stopBroadcast(deps: AnnounceDeps, actor: DeskActor, id: string, press: Press): Promise<Outcome> {
  return act(deps, actor, id, { ...named('stop', press), version: null }, (one) => stop(one, actor));
}

/** Ends what has not gone out. */
export function cancelBroadcast(deps: AnnounceDeps, actor: DeskActor, id: string, press: Press): Promise<Outcome> {
  return act(deps, actor, id, named('cancel', press), (one) => cancel(one, actor));
}

/** An official agrees, or gives it back with a note. */
export function decideBroadcast(
  deps: AnnounceDeps,
  actor: DeskActor,
  id: string,
  press: Press,
  { approve, note }: { readonly approve: boolean; readonly note: string | null },
): Promise<Outcome> {
  const decision = { approve, note: note === null ? null : maskPersonal(note) };
  return act(deps, actor, id, named('decide', press), (one, { approval, now }) =>
    decide(one, actor, approval, now, decision),
  );
}

/** A correction under the same id, to everybody who has or may have the earlier words. */
export function correctBroadcast(
  deps: AnnounceDeps,
  actor: DeskActor,
  id: string,
  press: Press,
  wording: Wording,
): Promise<Outcome> {
  return act(deps, actor, id, named('correct', press), (one, { approval }) => {
    const [blocker] = blockersOf({ ...one, ...wording, sendAt: null }, null);
    return blocker ?? correct(one, actor, approval, wording);
  });
}

interface Moment {
  readonly approval: ApprovalSetting;
  /** Epoch ms. */
  readonly now: number;
}

/** A key is good for one kind of press: an app that uses it for another has not pressed that yet. */
function named(what: string, { key, version }: Press): Press {
  return { key: key === null ? null : `${what} ${key}`, version };
}

/**
 * Takes one step. The press that was here before gives what it made of the broadcast, also where two come at the same moment:
 * one of them finds it changed, looks again, and sees its own key.
 */
async function act(
  deps: AnnounceDeps,
  actor: DeskActor,
  id: string,
  press: Press,
  step: (one: Broadcast, moment: Moment) => Step | RefusalReason,
): Promise<Outcome> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const one = await seeBroadcast(deps, actor, id);
    const ward = one === null ? null : deps.ward(one.ward);
    if (one === null || ward === null) return refuse('not_found');
    if (!maySpeakFor(deps, actor, one)) return refuse('forbidden');
    if (press.key !== null && one.pressKey === press.key) return { kind: 'done', broadcast: one };
    if (press.version !== null && one.version !== press.version) return refuse('changed');
    const now = deps.clock.now().getTime();
    const taken = step(one, { approval: ward.approval, now });
    if (typeof taken === 'string') return refuse(taken);
    if (taken.kind === 'refused') return refuse(taken.reason);
    const by = { subject: actor.subject, office: officeOf(actor, ward), at: now };
    const after = await deps.broadcasts.take(one, { ...taken, by, note: noteOf(one, taken), pressKey: press.key });
    if (after === null) continue;
    deps.metrics.count('announcements_total', { act: taken.act });
    return { kind: 'done', broadcast: after };
  }
  return refuse('changed');
}

/** An emergency is recorded with its reason: nobody looked at it before. */
function noteOf(one: Broadcast, { act: done, change }: Extract<Step, { kind: 'done' }>): string | null {
  const isUnchecked = done === 'emergency' || (done === 'corrected' && isEmergency(one));
  return isUnchecked ? one.emergencyReason : (change.note ?? null);
}
