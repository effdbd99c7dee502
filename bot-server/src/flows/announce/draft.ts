import { type Broadcast, type BroadcastContent, isEmergency, mayAnnounceTo } from '@phuong-so/shared/domain/broadcast';
import { edit } from '@phuong-so/shared/domain/broadcast-steps';
import { maskPersonal } from '@phuong-so/shared/text/mask-personal';
import { blockersOf } from '../../announcements/blockers.ts';
import { officeOf } from '../../announcements/office.ts';
import type { RefusalReason } from '../../announcements/refusals.ts';
import { type AnnounceDeps, type AnnouncingWard, type DeskActor, type Outcome, refuse } from './deps.ts';
import { maySpeakFor, seeBroadcast } from './see.ts';

const FURTHEST_MS = 366 * 86_400_000;

/** What somebody wants to announce. */
export interface Draft extends BroadcastContent {
  readonly ward: string;
}

/**
 * Writes a draft as the person's office; nobody else but the own office and officials sees it. `key`: written again with the
 * same key it is the same draft; null = always a new one.
 */
export async function writeDraft(
  deps: AnnounceDeps,
  actor: DeskActor,
  { ward: key, ...given }: Draft,
  pressKey: string | null,
): Promise<Outcome> {
  const ward = deps.ward(key);
  if (ward === null) return refuse('not_your_audience');
  const content = tidied(given);
  if (!mayAnnounceTo(actor, key, content.groups)) return refuse('not_your_audience');
  const fault = await faultIn(deps, key, ward, content);
  if (fault !== null) return refuse(fault);
  const sender = officeOf(actor, ward);
  const by = { subject: actor.subject, office: sender, at: deps.clock.now().getTime() };
  const draft = { ...content, ward: key, sender, demo: actor.demo };
  const broadcast = await deps.broadcasts.write(pressKey === null ? draft : { ...draft, pressKey }, by);
  return { kind: 'done', broadcast };
}

/** Changes a draft, a returned or a scheduled one: what is named. What is scheduled must stay good to go. */
export async function changeDraft(
  deps: AnnounceDeps,
  actor: DeskActor,
  id: string,
  change: Partial<BroadcastContent>,
  version: number,
): Promise<Outcome> {
  const one = await seeBroadcast(deps, actor, id);
  const ward = one === null ? null : deps.ward(one.ward);
  if (one === null || ward === null) return refuse('not_found');
  if (!maySpeakFor(deps, actor, one)) return refuse('forbidden');
  if (one.version !== version) return refuse('changed');
  const now = deps.clock.now().getTime();
  const content = tidied(merged(one, change));
  const step = edit(one, actor, content, ward.approval, now);
  if (step.kind === 'refused') return refuse(step.reason === 'forbidden' ? 'not_your_audience' : step.reason);
  const fault =
    (await faultIn(deps, one.ward, ward, content)) ?? (one.state === 'scheduled' ? blockersOf(content, now)[0] : null);
  if (fault) return refuse(fault);
  const by = { subject: actor.subject, office: officeOf(actor, ward), at: now };
  const after = await deps.broadcasts.take(one, { ...step, by });
  return after === null ? refuse('changed') : { kind: 'done', broadcast: after };
}

/** Another kind takes the reason of an emergency with it. */
function merged(one: Broadcast, change: Partial<BroadcastContent>): BroadcastContent {
  const whole = { ...one, ...change };
  const isLeft = change.kind !== undefined && change.kind !== 'urgent' && change.emergencyReason === undefined;
  return isLeft ? { ...whole, emergencyReason: null } : whole;
}

function tidied(given: BroadcastContent): BroadcastContent {
  const { kind, title, body, event, asks, sendAt, repeat, emergencyReason, attachment } = given;
  return {
    ...{ kind, asks, sendAt, repeat, attachment, groups: [...new Set(given.groups)].sort() },
    ...{ title: title.normalize('NFC').trim(), body: body.normalize('NFC').trim() },
    event: event && { startsAt: event.startsAt, place: event.place?.normalize('NFC').trim() || null },
    emergencyReason: emergencyReason === null ? null : maskPersonal(emergencyReason),
  };
}

async function faultIn(
  deps: AnnounceDeps,
  key: string,
  { groups }: AnnouncingWard,
  content: BroadcastContent,
): Promise<RefusalReason | null> {
  const now = deps.clock.now().getTime();
  const known = new Set(groups.map(({ id }) => id));
  if (!content.groups.every((group) => known.has(group))) return 'unknown_group';
  const times = [content.event?.startsAt ?? now, content.sendAt ?? now];
  if (times.some((at) => Number.isNaN(at) || at > now + FURTHEST_MS)) return 'time_unreadable';
  if (content.emergencyReason !== null && content.kind !== 'urgent') return 'emergency_kind';
  const waits = content.repeat !== 'none' || (content.sendAt ?? now) > now;
  if (isEmergency(content) && waits) return 'emergency_waits';
  const isThere = content.attachment === null || (await deps.attachment(content.attachment, key)) !== null;
  return isThere ? null : 'unknown_attachment';
}
