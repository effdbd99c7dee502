import type { ANNOUNCEMENT_KINDS } from '../contracts/announcements.ts';
import type { BROADCAST_ACTS, BROADCAST_STATES, REPLY_ASKS } from '../contracts/broadcasts.ts';
import type { RepeatRule } from './repeat.ts';

export type AnnouncementKind = (typeof ANNOUNCEMENT_KINDS)[number];
export type BroadcastState = (typeof BROADCAST_STATES)[number];
export type ReplyAsk = (typeof REPLY_ASKS)[number];

/** What its writer decides. Times in epoch ms. */
export interface BroadcastContent {
  /** Ids of neighbourhood groups; [] = the whole ward. */
  readonly groups: readonly string[];
  readonly kind: AnnouncementKind;
  readonly title: string;
  readonly body: string;
  readonly event: { readonly startsAt: number; readonly place: string | null } | null;
  readonly asks: ReplyAsk;
  /** null = as soon as it may go. */
  readonly sendAt: number | null;
  readonly repeat: RepeatRule;
  /** Why it may not wait; only with kind `urgent`. */
  readonly emergencyReason: string | null;
  readonly attachment: string | null;
}

/** The sending of one announcement, under the announcement's own id. */
export interface Broadcast extends BroadcastContent {
  readonly id: string;
  /** "TB-7K2M9". */
  readonly code: string;
  readonly ward: string;
  readonly state: BroadcastState;
  /** The office that it is sent as. */
  readonly sender: string;
  /** Subject of its writer; "" when they have had themselves erased. */
  readonly createdBy: string;
  /** 0 as first sent; each correction adds one. */
  readonly revision: number;
  /** Counts every change. */
  readonly version: number;
  /** Why it was returned or will not go. */
  readonly note: string | null;
  /** Past it the deputy decides, too. */
  readonly approveUntil: number | null;
  /** The first time of its series; null = it does not repeat, or has not been scheduled. */
  readonly anchor: number | null;
  /** Key of the press that changed it last: the same press twice is one. */
  readonly pressKey: string | null;
  readonly createdAt: number;
  /** When the last message of it was settled. */
  readonly sentAt: number | null;
  readonly demo: boolean;
}

/** What is recorded as having been done to a broadcast. */
export type BroadcastAct = (typeof BROADCAST_ACTS)[number];

/** Who acts, by the right that holds at this moment. */
export interface Actor {
  readonly subject: string;
  readonly role: 'resident' | 'leader' | 'official' | 'admin';
  readonly ward: string | null;
  readonly unit: string | null;
  readonly group: string | null;
}

/** How the ward wants announcements of its leaders to be checked (ward.yaml, `announcements`). */
export interface ApprovalSetting {
  /** Announcements of leaders wait for an official. */
  readonly ofLeaders: boolean;
  /** How long the first approver has, in hours; then the deputy may decide, too. */
  readonly withinHours: number;
  /** Unit that decides; null = any official of the ward. */
  readonly unit: string | null;
  readonly deputyUnit: string | null;
}

export const NO_APPROVAL: ApprovalSetting = { ofLeaders: false, withinHours: 24, unit: null, deputyUnit: null };

/** An official of the ward, or whoever runs the service for it. */
export function isOfficialOf({ role, ward }: Actor, of: string): boolean {
  return (role === 'official' || role === 'admin') && ward === of;
}

/** Whether this person may announce to these groups: a leader to the own group alone, an official in the own ward. */
export function mayAnnounceTo(actor: Actor, ward: string, groups: readonly string[]): boolean {
  if (isOfficialOf(actor, ward)) return true;
  const isOwn = groups.length === 1 && actor.group !== null && groups[0] === actor.group;
  return actor.role === 'leader' && actor.ward === ward && isOwn;
}

/** Whether this person may see and end it: whoever may announce to those whom it is for. */
export function mayHandle(actor: Actor, { ward, groups }: Pick<Broadcast, 'ward' | 'groups'>): boolean {
  return mayAnnounceTo(actor, ward, groups);
}

/** Whether somebody has to agree before it goes. An emergency does not wait; it is recorded. */
export function needsApproval(
  actor: Actor,
  { kind, emergencyReason }: Pick<BroadcastContent, 'kind' | 'emergencyReason'>,
  setting: ApprovalSetting,
): boolean {
  return actor.role === 'leader' && setting.ofLeaders && !isEmergency({ kind, emergencyReason });
}

export function isEmergency({ kind, emergencyReason }: Pick<BroadcastContent, 'kind' | 'emergencyReason'>): boolean {
  return kind === 'urgent' && emergencyReason !== null;
}

/** Whether this person may decide on it now (epoch ms): the ward's unit for it, and past the time limit its deputy. */
export function mayApprove(
  actor: Actor,
  { ward, state, approveUntil, createdBy }: Broadcast,
  setting: ApprovalSetting,
  now: number,
): boolean {
  if (state !== 'awaiting_approval' || !isOfficialOf(actor, ward) || actor.subject === createdBy) return false;
  if (setting.unit === null || actor.role === 'admin' || actor.unit === setting.unit) return true;
  return approveUntil !== null && now >= approveUntil && actor.unit !== null && actor.unit === setting.deputyUnit;
}
