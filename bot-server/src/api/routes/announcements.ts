import {
  type AnnouncementReply,
  announcementCheckBody,
  announcementCheckReply,
  announcementParams,
  announcementQuery,
  announcementReadReply,
  announcementsQuery,
  announcementsReply,
} from '@phuong-so/shared/contracts/announcements';
import { announcementDetail } from '@phuong-so/shared/contracts/broadcasts';
import type { Broadcast } from '@phuong-so/shared/domain/broadcast';
import type { Session } from '@phuong-so/shared/domain/session';
import { adviceOn } from '../../announcements/advice.ts';
import { checkMessage, codesIn } from '../../announcements/check-message.ts';
import type { Announcement } from '../../ports/announcements.ts';
import type { ApiDeps } from '../environment.ts';
import { readPlace, writePlace } from '../feed-cursor.ts';
import { groupNames } from '../groups.ts';
import { Refusal } from '../problems.ts';
import { ASKING, route } from '../route.ts';
import { requireSession } from '../sign-in.ts';
import { requireWard, wardLabel } from '../ward.ts';

const PAGE = 20;
/** A message that goes round is compared with so many of the ward's newest announcements. */
const RECENT = 100;

export const announcements = route({
  method: 'get',
  path: '/api/v1/announcements',
  summary: 'Thông báo của phường và của một tổ dân phố, mới nhất trước',
  query: announcementsQuery,
  reply: announcementsReply,
  async handle({ query, session }, deps) {
    requireWard(deps, query.ward);
    const after = query.cursor === undefined ? null : readPlace(query.cursor);
    const request = { ward: query.ward, group: query.group ?? null, limit: query.limit ?? PAGE, after };
    const { announcements: found, next } = await deps.announcements.feed(request);
    const read = await readMarks(deps, session, found);
    return {
      ward: query.ward,
      announcements: found.map((one) => toReply(deps, one, read)),
      next_cursor: next && writePlace(next),
    };
  },
});

export const announcement = route({
  method: 'get',
  path: '/api/v1/announcements/:id',
  summary: 'Một thông báo, điều được hỏi và câu mình đã trả lời',
  params: announcementParams,
  query: announcementQuery,
  reply: announcementDetail,
  async handle({ params, query, session }, deps) {
    const found = await deps.announcements.byId(params.id);
    if (found === null || found.ward !== query.ward) throw new Refusal('not_found');
    const { broadcasts, wishes, attachment } = deps.announce;
    const broadcast = await broadcasts.byId(found.id);
    const answer = session && (await wishes.answerOf(found.id, session.subject));
    return {
      ...(await one(deps, found, session)),
      asks: broadcast?.asks ?? ('none' as const),
      my_answer: answer && { answer: answer.answer, people: answer.people },
      before: await wordingBefore(deps, broadcast),
      attachment: broadcast?.attachment ? await attachment(broadcast.attachment, found.ward) : null,
    };
  },
});

export const readAnnouncement = route({
  method: 'post',
  path: '/api/v1/announcements/:id/read',
  summary: 'Ghi nhận người đang đăng nhập đã đọc thông báo',
  access: 'signed_in',
  params: announcementParams,
  reply: announcementReadReply,
  async handle({ params, session }, deps) {
    const found = await deps.announcements.byId(params.id);
    if (found === null) throw new Refusal('not_found');
    const { subject } = requireSession(session);
    // An app that is still open must not bring back somebody who has erased themselves.
    if ((await deps.people.read(subject)) !== null) {
      await deps.announcements.markRead(found.id, subject, deps.clock.now().getTime());
    }
    return { read: true as const };
  },
});

/** The pasted text is compared and forgotten: it is neither stored nor logged. */
export const checkAnnouncement = route({
  method: 'post',
  path: '/api/v1/announcements/check',
  summary: 'Tin này có đúng của phường không? Theo mã, hoặc theo lời của tin',
  pace: ASKING,
  body: announcementCheckBody,
  reply: announcementCheckReply,
  async handle({ body, session }, deps) {
    const card = requireWard(deps, body.ward);
    const [coded, recent] = await Promise.all([
      deps.announcements.byCodes(body.ward, codesIn(body.text)),
      deps.announcements.recent(body.ward, RECENT),
    ]);
    const context = (one: Announcement) => ({
      group: groupNames(deps, body.ward, one.groups),
      ward: wardLabel(card.name),
    });
    const found = checkMessage(body.text, { coded, recent, context, ownLink: deps.miniAppLink });
    return {
      verdict: found.verdict,
      announcement: found.announcement && (await one(deps, found.announcement, session)),
      advice: adviceOn(found),
    };
  },
});

async function wordingBefore({ announce }: ApiDeps, broadcast: Broadcast | null) {
  if (broadcast === null || broadcast.revision === 0) return null;
  const before = await announce.broadcasts.wording(broadcast.id, broadcast.revision - 1);
  return before && { title: before.title, body: before.body, event: toEvent(before.event) };
}

async function one(deps: ApiDeps, found: Announcement, session: Session | null): Promise<AnnouncementReply> {
  return toReply(deps, found, await readMarks(deps, session, [found]));
}

/** null = nobody is signed in. */
async function readMarks(deps: ApiDeps, session: Session | null, found: readonly Announcement[]) {
  const ids = found.map(({ id }) => id);
  return session && (await deps.announcements.readBy(session.subject, ids));
}

function toReply(deps: ApiDeps, found: Announcement, read: ReadonlySet<string> | null): AnnouncementReply {
  const { id, code, kind, title, body, sender, event, demo } = found;
  return {
    ...{ id, code, kind, title, body, sender, demo },
    group: groupNames(deps, found.ward, found.groups),
    published_at: iso(found.publishedAt),
    corrected_at: found.correctedAt === null ? null : iso(found.correctedAt),
    event: toEvent(event),
    read: read === null ? null : read.has(id),
  };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}

function toEvent(event: Announcement['event']) {
  return event && { starts_at: iso(event.startsAt), place: event.place };
}
