import {
  type BroadcastBody,
  type BroadcastChangeBody,
  broadcastBody,
  broadcastChangeBody,
  broadcastLogReply,
  broadcastParams,
  broadcastReply,
  broadcastsQuery,
  broadcastsReply,
} from '@phuong-so/shared/contracts/broadcasts';
import type { BroadcastContent } from '@phuong-so/shared/domain/broadcast';
import { changeDraft, writeDraft } from '../../flows/announce/draft.ts';
import { listBroadcasts } from '../../flows/announce/see.ts';
import { actorOf, done, requireAnnouncer, requireSeen } from '../announcer.ts';
import { iso, toBroadcastReply } from '../broadcast-reply.ts';
import { readPlace, writePlace } from '../feed-cursor.ts';
import { Refusal } from '../problems.ts';
import { route } from '../route.ts';
import { requireWard } from '../ward.ts';

const PAGE = 20;

export const broadcasts = route({
  method: 'get',
  path: '/api/v1/broadcasts',
  summary: 'Thông báo do mình phụ trách, mới nhất trước: tổ trưởng thấy của tổ mình, cán bộ thấy của cả phường',
  access: 'signed_in',
  query: broadcastsQuery,
  reply: broadcastsReply,
  async handle({ query, session }, deps) {
    const { key: ward } = requireWard(deps, query.ward);
    const actor = await requireAnnouncer(deps, session, ward);
    const place = query.cursor === undefined ? null : readPlace(query.cursor);
    const after = place && { createdAt: place.publishedAt, id: place.id };
    const page = await listBroadcasts(deps.announce, actor, { ward, state: query.state ?? null, limit: PAGE, after });
    if (page === null) throw new Refusal('not_allowed');
    return {
      ward,
      broadcasts: await Promise.all(page.broadcasts.map((one) => toBroadcastReply(deps, actor, one))),
      next_cursor: page.next && writePlace({ publishedAt: page.next.createdAt, id: page.next.id }),
    };
  },
});

export const writeBroadcast = route({
  method: 'post',
  path: '/api/v1/broadcasts',
  summary: 'Soạn một thông báo: tổ trưởng cho tổ mình, cán bộ cho một số tổ hoặc cả phường. Chưa gửi',
  access: 'signed_in',
  status: 201,
  body: broadcastBody,
  reply: broadcastReply,
  async handle({ body, session }, deps) {
    const actor = await actorOf(deps, session);
    const { key: ward } = requireWard(deps, body.ward);
    const draft = { ...contentOf(body), ward };
    const written = await writeDraft(deps.announce, actor, draft, body.key ?? null);
    return toBroadcastReply(deps, actor, done(written));
  },
});

export const oneBroadcast = route({
  method: 'get',
  path: '/api/v1/broadcasts/:id',
  summary: 'Một thông báo, từ bản nháp đến khi gửi xong',
  access: 'signed_in',
  params: broadcastParams,
  reply: broadcastReply,
  async handle({ params, session }, deps) {
    const { actor, broadcast } = await requireSeen(deps, session, params.id);
    return toBroadcastReply(deps, actor, broadcast);
  },
});

export const changeBroadcast = route({
  method: 'patch',
  path: '/api/v1/broadcasts/:id',
  summary: 'Sửa bản nháp, bản bị trả lại hoặc bản đã hẹn giờ; mục không gửi thì giữ nguyên',
  access: 'signed_in',
  params: broadcastParams,
  body: broadcastChangeBody,
  reply: broadcastReply,
  async handle({ params, body, session }, deps) {
    const actor = await actorOf(deps, session);
    const { version, ...change } = body;
    const changed = await changeDraft(deps.announce, actor, params.id, changeOf(change), version);
    return toBroadcastReply(deps, actor, done(changed));
  },
});

export const broadcastLog = route({
  method: 'get',
  path: '/api/v1/broadcasts/:id/log',
  summary: 'Những việc đã làm với thông báo: lúc nào, với tư cách gì',
  access: 'signed_in',
  params: broadcastParams,
  reply: broadcastLogReply,
  async handle({ params, session }, deps) {
    const { broadcast } = await requireSeen(deps, session, params.id);
    const entries = await deps.announce.broadcasts.log(broadcast.id);
    return { entries: entries.map((entry) => ({ ...entry, at: iso(entry.at) })) };
  },
});

type Body = Omit<BroadcastBody, 'ward' | 'key'>;

function contentOf({ kind, groups, title, body, event, asks, send_at, repeat, ...rest }: Body): BroadcastContent {
  return {
    ...{ kind, groups, title, body, asks, repeat, attachment: rest.attachment },
    emergencyReason: rest.emergency_reason,
    event: eventOf(event),
    sendAt: send_at === null ? null : Date.parse(send_at),
  };
}

/** What is not named is not there: `undefined` would overwrite. */
function changeOf({
  event,
  send_at,
  emergency_reason,
  ...same
}: Omit<BroadcastChangeBody, 'version'>): Partial<BroadcastContent> {
  const named = Object.entries(same).filter(([, value]) => value !== undefined);
  return {
    ...Object.fromEntries(named),
    ...(event === undefined ? {} : { event: eventOf(event) }),
    ...(send_at === undefined ? {} : { sendAt: send_at === null ? null : Date.parse(send_at) }),
    ...(emergency_reason === undefined ? {} : { emergencyReason: emergency_reason }),
  };
}

/** A time that is none is NaN, and refused further in. */
export function eventOf(event: Body['event']): BroadcastContent['event'] {
  return event && { startsAt: Date.parse(event.starts_at), place: event.place };
}
