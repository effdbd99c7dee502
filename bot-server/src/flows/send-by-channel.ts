import type { UnreachedReason } from '@phuong-so/shared/domain/delivery';
import { startOfMonth } from '@phuong-so/shared/domain/vietnam-time';
import type { MessageTemplate } from '@phuong-so/shared/domain/ward';
import { groupText, noticeOf, templateData } from '../announcements/channel-words.ts';
import { messageText } from '../announcements/message-text.ts';
import { adviceOn } from '../outbox/operator-advice.ts';
import { nextAttempt, nextMinute, nextMorning } from '../outbox/retry-times.ts';
import { unreachedBy } from '../outbox/unreached-by.ts';
import { verdictOf } from '../outbox/verdict.ts';
import type { ClaimedDelivery, Deliveries, DeliverySettlement } from '../ports/deliveries.ts';
import type { MiniAppNotices } from '../ports/mini-app-notices.ts';
import type { Limits, SendResult, ZaloOa, ZaloResult } from '../ports/zalo-oa.ts';
import type { ToldHere } from './announcement-words.ts';
import {
  noteMended,
  pauseAccount,
  retryAccessAt,
  type SpeakingDeps,
  type Spoken,
  speak,
  speakByOnePath,
} from './speak-as-account.ts';

export interface ChannelDeps extends SpeakingDeps {
  readonly deliveries: Deliveries;
  readonly zalo: ZaloOa;
  readonly noteLimits: (oaId: string, limits: Limits) => void;
  /** null = the service has no template for them. */
  readonly miniApp: MiniAppNotices | null;
  /** The ward's template message; null = it has none. */
  readonly template: (ward: string) => MessageTemplate | null;
}

/** HTTP statuses by which Zalo refuses the Mini App's key: nobody would be reached. */
const KEY_REFUSED: readonly number[] = [401, 403];
const WITHOUT_CONNECTION_MS = 30_000;

/** Hands one announcement to Zalo by its channel. `uncertain` comes back without a time to look: that is the caller's. */
export async function sendByChannel(
  deps: ChannelDeps,
  claim: ClaimedDelivery,
  told: ToldHere,
): Promise<DeliverySettlement> {
  if (claim.channel === 'mini_app') return notifyInApp(deps, claim, told);
  const now = deps.clock.now().getTime();
  const template = claim.channel === 'zbs' ? deps.template(told.wardKey) : null;
  if (claim.channel === 'zbs') {
    if (template === null) return { kind: 'failed', reason: 'channel_off', verdict: 'no_template', at: now };
    if (!(await isPaid(deps, claim, told.wardKey, template)))
      return { kind: 'failed', reason: 'quota_used_up', verdict: 'budget_used_up', at: now };
  }
  const access = await deps.access.current(claim.chat.oaId);
  if (access.kind !== 'token') return later(retryAccessAt(access, now), 'no_token');
  const spoken = await post(deps, claim, told, template, access.token);
  if (spoken.kind === 'no_access') return later(retryAccessAt(spoken.access, deps.clock.now().getTime()), 'no_token');
  return settle(deps, claim, spoken);
}

/** By the channel's own address, with the account's token. */
function post(
  deps: ChannelDeps,
  { channel, chat }: ClaimedDelivery,
  told: ToldHere,
  template: MessageTemplate | null,
  token: string,
): Promise<Spoken> {
  const { zalo } = deps;
  const noted = async (asked: Promise<SendResult>) => {
    const result = await asked;
    if (result.kind === 'answered') deps.noteLimits(chat.oaId, result.limits);
    return result;
  };
  if (channel === 'gmf')
    return speakByOnePath(deps, chat.oaId, token, (now) => noted(zalo.sendToGroup(now, chat.userId, groupText(told))));
  if (template !== null) {
    const message = { userId: chat.userId, templateId: template.id, data: templateData(told, template) };
    return speakByOnePath(deps, chat.oaId, token, (now) => noted(zalo.sendTemplate(now, message)));
  }
  const message = { userId: chat.userId, text: messageText(told) };
  return speak(deps, chat.oaId, token, (path, now) => noted(zalo.send(path, now, message)));
}

/** Whether the month's budget has room for this message, after all that were sent or may have been. */
async function isPaid(
  { clock, deliveries }: ChannelDeps,
  claim: ClaimedDelivery,
  ward: string,
  { price, monthlyBudget }: MessageTemplate,
): Promise<boolean> {
  const before = await deliveries.paidBefore(claim, ward, startOfMonth(clock.now().getTime()));
  return (before + 1) * price <= monthlyBudget;
}

async function notifyInApp(deps: ChannelDeps, claim: ClaimedDelivery, told: ToldHere): Promise<DeliverySettlement> {
  if (deps.miniApp === null || told.link === null)
    return { kind: 'failed', reason: 'channel_off', verdict: 'no_template', at: deps.clock.now().getTime() };
  const result = await deps.miniApp.notify(claim.chat.userId, noticeOf(told, told.link));
  if (result.kind === 'answered' && result.error === 0) await noteMended(deps, claim.chat.oaId);
  return settle(deps, claim, result);
}

type Answered = SendResult | ZaloResult<null>;

async function settle(deps: ChannelDeps, claim: ClaimedDelivery, spoken: Answered): Promise<DeliverySettlement> {
  const now = deps.clock.now().getTime();
  if (spoken.kind === 'not_sent') return later(now + WITHOUT_CONNECTION_MS, 'no_connection');
  if (spoken.kind === 'unknown') return { kind: 'uncertain', lookAt: null, verdict: 'no_answer' };
  const { error } = spoken;
  const failed = (reason: UnreachedReason, verdict: string) => ({ kind: 'failed', reason, verdict, at: now }) as const;
  const verdict = verdictOf(error);
  switch (verdict) {
    case 'sent':
      return { kind: 'sent', messageId: spoken.value?.messageId ?? null, at: now };
    case 'renew_token':
      return later(nextAttempt(claim.attempts, now), verdict, true);
    case 'wait_a_minute':
      return later(nextMinute(now), verdict);
    case 'wait_for_morning':
      return later(nextMorning(now), verdict);
    case 'uncertain':
      return { kind: 'uncertain', lookAt: null, verdict };
    case 'person_unreachable':
    case 'our_fault':
      return failed(unreachedBy(error), verdict);
    default:
      return needsOperator(deps, claim, error);
  }
}

/**
 * The account's chat rests until an operator has mended it. A channel beside the chat must not silence the chat: its message
 * is given up, and the alarm says why.
 */
async function needsOperator(deps: ChannelDeps, claim: ClaimedDelivery, error: number): Promise<DeliverySettlement> {
  const { oaId } = claim.chat;
  const rests = claim.channel === 'oa' || (claim.channel === 'mini_app' && KEY_REFUSED.includes(error));
  if (rests) return later(await pauseAccount(deps, oaId, error), 'operator_needed');
  await deps.alarms.raise('oa_configuration', `${oaId} ${claim.channel}`, adviceOn(error));
  return { kind: 'failed', reason: unreachedBy(error), verdict: 'operator_needed', at: deps.clock.now().getTime() };
}

function later(dueAt: number, verdict: string, counts = false): DeliverySettlement {
  return { kind: 'later', dueAt, verdict, counts };
}
