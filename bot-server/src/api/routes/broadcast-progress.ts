import {
  type BroadcastProgress,
  broadcastParams,
  type channelTotals,
  progressReply,
  unreachedReply,
  wrongReportsReply,
} from '@phuong-so/shared/contracts/broadcasts';
import { type Channel, reasonOf } from '@phuong-so/shared/domain/delivery';
import type * as z from 'zod/mini';
import { UNREACHED_WORDS } from '../../announcements/unreached-words.ts';
import { type Progress, readProgress } from '../../flows/announce/progress.ts';
import type { DeliveryTotal, UnreachedTotal } from '../../ports/deliveries.ts';
import { requireSeen } from '../announcer.ts';
import { iso } from '../broadcast-reply.ts';
import type { ApiDeps } from '../environment.ts';
import { groupName } from '../groups.ts';
import { Refusal } from '../problems.ts';
import { followedRoute, route } from '../route.ts';

const params = broadcastParams;

export const progress = route({
  method: 'get',
  path: '/api/v1/broadcasts/:id/progress',
  summary: 'Đã gửi tới đâu: theo kênh, theo lý do, số người đã xem, câu trả lời',
  access: 'signed_in',
  params,
  reply: progressReply,
  async handle({ params: { id }, session }, deps) {
    await requireSeen(deps, session, id);
    const found = await readProgress(deps.announce, id);
    if (found === null) throw new Refusal('not_found');
    return toProgressReply(deps, found);
  },
});

export const progressStream = followedRoute({
  path: '/api/v1/broadcasts/:id/progress/stream',
  summary: 'Như trên, gửi lại mỗi khi thay đổi (server-sent events) cho đến khi gửi xong',
  access: 'signed_in',
  events: 'progress',
  params,
  reply: progressReply,
  async follow({ params: { id }, session }, deps, follower) {
    const { actor } = await requireSeen(deps, session, id);
    const leave = deps.progressWatch.watch(id, {
      person: actor.subject,
      changed: (found) => follower.send(toProgressReply(deps, found)),
      ended: () => follower.end(),
    });
    if (leave === null) throw new Refusal('too_many_followers', undefined, { 'retry-after': '10' });
    return leave;
  },
});

const ADVICE =
  'Đây là số người, không có tên và số điện thoại. Nhờ nhóm Zalo của tổ, loa, bảng tin, hoặc đến từng nhà để những người này cũng biết.';

export const unreached = route({
  method: 'get',
  path: '/api/v1/broadcasts/:id/unreached',
  summary:
    'Những nơi cần báo trực tiếp: bao nhiêu người chưa tới, theo tổ và lý do; không có tên, không có số điện thoại',
  access: 'signed_in',
  params,
  reply: unreachedReply,
  async handle({ params: { id }, session }, deps) {
    const { broadcast } = await requireSeen(deps, session, id);
    const rows = await deps.announce.deliveries.unreached(id);
    const groups = [...new Set(rows.map(({ group }) => group))].map((group) => {
      const reasons = rows.filter((row) => row.group === group).map(toReason);
      return { group: groupName(deps, broadcast.ward, group), people: sum(reasons), reasons };
    });
    return { groups: groups.sort((one, other) => other.people - one.people), advice: ADVICE };
  },
});

export const wrongReports = route({
  method: 'get',
  path: '/api/v1/broadcasts/:id/wrong-reports',
  summary: 'Bao nhiêu người đã báo tin này sai, theo lý do',
  access: 'signed_in',
  params,
  reply: wrongReportsReply,
  async handle({ params: { id }, session }, deps) {
    await requireSeen(deps, session, id);
    return { reports: (await deps.announce.wishes.wrongReports(id)).map((one) => ({ ...one })) };
  },
});

function toReason({ reason, people }: UnreachedTotal) {
  return { reason, people, explanation: UNREACHED_WORDS[reason] };
}

function sum(counted: readonly { readonly people: number }[]): number {
  return counted.reduce((all, { people }) => all + people, 0);
}

function toProgressReply({ announce }: ApiDeps, found: Progress): BroadcastProgress {
  const { id, state, revision } = found.broadcast;
  const { people, reached, waiting, seen } = found;
  return {
    ...{ id, state, revision, people, reached, waiting, seen },
    channels: byChannel(found.first),
    correction: byChannel(found.correction),
    answers: found.answers.map((one) => ({ ...one })),
    reads_by_hour: found.readsByHour.map(({ hour, reads }) => ({ hour: iso(hour), reads })),
    updated_at: announce.clock.now().toISOString(),
  };
}

type Totals = z.infer<typeof channelTotals>;

function byChannel(totals: readonly DeliveryTotal[]): Totals[] {
  const channels = [...new Set(totals.map(({ channel }) => channel))];
  return channels.map((channel) =>
    toTotals(
      channel,
      totals.filter((one) => one.channel === channel),
    ),
  );
}

function toTotals(channel: Channel, totals: readonly DeliveryTotal[]): Totals {
  const states = new Map<Totals['states'][number]['state'], number>();
  const reasons = new Map<Totals['reasons'][number]['reason'], number>();
  for (const { state, reason: given, count } of totals) {
    states.set(state, (states.get(state) ?? 0) + count);
    const reason = reasonOf(state, given);
    if (reason !== null) reasons.set(reason, (reasons.get(reason) ?? 0) + count);
  }
  return {
    channel,
    states: [...states].map(([state, count]) => ({ state, count })),
    reasons: [...reasons].map(([reason, count]) => ({ reason, count })),
  };
}
