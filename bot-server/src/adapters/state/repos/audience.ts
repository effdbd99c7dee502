import type { Resident } from '@phuong-so/shared/domain/audience';
import { and, asc, eq, gt, inArray, isNull, ne, or, type SQL, sql } from 'drizzle-orm';
import type { Audience, AudiencePage, AudienceRequest } from '../../../ports/audience.ts';
import type { State } from '../state.ts';
import { mutedFromJson } from './broadcast-rows.ts';
import { threadId } from './thread-id.ts';

const CHAT = 'chat:';
/** A place in the pages: first those who use the Mini App, then those who only write. */
const PHASES = { app: 'a', chat: 'c' } as const;

/** People of the Mini App and of chats, joined where a code has proven that they are one. */
export function stateAudience(state: State): Audience {
  return {
    page: (request) =>
      request.after.startsWith(PHASES.chat)
        ? chatPage(state, request, request.after.slice(1))
        : appPage(state, request, request.after.slice(1)),
    async idOfChat(key) {
      const { personChats: c } = state.tables;
      const id = threadId(key);
      const [row] = await state.db.select({ subject: c.subject }).from(c).where(eq(c.id, id));
      return row?.subject ?? `${CHAT}${id}`;
    },
  };
}

async function appPage({ db, tables }: State, request: AudienceRequest, after: string): Promise<AudiencePage> {
  const { people: p, noticeChoices: n } = tables;
  const isDemo = sql`substr(${p.id}, 1, 5)`;
  const page = await db
    .select({ id: p.id, group: p.groupId, notifications: p.notifications, muted: n.muted, wants: n.chat })
    .from(p)
    .leftJoin(n, eq(n.id, p.id))
    .where(
      and(
        eq(p.ward, request.ward),
        request.groups.length === 0 ? undefined : inArray(p.groupId, [...request.groups]),
        request.demo ? eq(isDemo, 'demo:') : ne(isDemo, 'demo:'),
        gt(p.id, after),
      ),
    )
    .orderBy(asc(p.id))
    .limit(request.limit);
  const chats = await newestChats(
    { db, tables },
    request,
    page.map(({ id }) => id),
  );
  const people = page.map(({ id, group, notifications, muted, wants }) => {
    return { id, group, notifications, inApp: true, chat: chats.get(id) ?? null, ...wishesOf(muted, wants) };
  });
  const last = page.length === request.limit ? page.at(-1) : undefined;
  // Nobody knows the group of those who only write: they are in a whole ward's audience alone.
  const more = request.groups.length === 0 && !request.demo ? PHASES.chat : null;
  return { people, next: last === undefined ? more : `${PHASES.app}${last.id}` };
}

type Chat = NonNullable<Resident['chat']>;

async function newestChats(
  { db, tables }: Pick<State, 'db' | 'tables'>,
  request: AudienceRequest,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, Chat>> {
  if (subjects.length === 0) return new Map();
  const { personChats: c, chatThreads: t } = tables;
  const rows = await db
    .select({ subject: c.subject, chat: contactColumns(t) })
    .from(c)
    .innerJoin(t, eq(t.id, c.id))
    .where(and(inArray(c.subject, [...subjects]), servesWard(t, request)));
  const newest = new Map<string, Chat>();
  for (const { subject, chat } of rows) {
    const known = newest.get(subject);
    if (known === undefined || (chat.interactedAt ?? 0) > (known.interactedAt ?? 0)) newest.set(subject, chat);
  }
  return newest;
}

/** Chats of nobody in the Mini App, or of somebody who has chosen no ward there. */
async function chatPage({ db, tables }: State, request: AudienceRequest, after: string): Promise<AudiencePage> {
  const { people: p, personChats: c, noticeChoices: n, chatThreads: t } = tables;
  const id = sql<string>`coalesce(${c.subject}, ${CHAT} || ${t.id})`;
  const page = await db
    .select({ id, thread: t.id, chat: contactColumns(t), muted: n.muted, wants: n.chat })
    .from(t)
    .leftJoin(c, eq(c.id, t.id))
    .leftJoin(p, eq(p.id, c.subject))
    .leftJoin(n, eq(n.id, id))
    .where(and(servesWard(t, request), or(isNull(c.id), isNull(p.ward)), gt(t.id, after)))
    .orderBy(asc(t.id))
    .limit(request.limit);
  const people = page.map((row) => ({
    ...{ id: row.id, group: null, inApp: false, notifications: false, chat: row.chat },
    ...wishesOf(row.muted, row.wants),
  }));
  const last = page.length === request.limit ? page.at(-1) : undefined;
  return { people, next: last === undefined ? null : `${PHASES.chat}${last.thread}` };
}

function contactColumns(t: State['tables']['chatThreads']) {
  return { oaId: t.oaId, userId: t.userId, interactedAt: t.interactedAt, leftAt: t.leftAt };
}

function servesWard(t: State['tables']['chatThreads'], { ward, oaIds }: AudienceRequest): SQL | undefined {
  return oaIds.length === 0 ? eq(t.ward, ward) : or(eq(t.ward, ward), inArray(t.oaId, [...oaIds]));
}

function wishesOf(muted: string | null, chat: boolean | null): Pick<Resident, 'muted' | 'wantsChat'> {
  return { muted: muted === null ? [] : mutedFromJson(muted), wantsChat: chat ?? true };
}
