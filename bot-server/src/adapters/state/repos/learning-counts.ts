import { chatOfLearner } from '@phuong-so/shared/domain/learning';
import { and, eq, isNotNull, isNull, or, sql } from 'drizzle-orm';
import type { LearningCounts } from '../../../ports/learning.ts';
import type { State } from '../state.ts';
import { shown } from './certificates.ts';
import { threadFromJson } from './chat-json.ts';
import { isChatOf } from './learner-ids.ts';

export interface LearningOptions {
  /** Made in a demonstration: certificates say so. False: those of a demonstration are not there, whatever is stored. */
  readonly demo: boolean;
  /** The ward that an Official Account belongs to; null when it serves several or is unknown. */
  readonly wardOfAccount: (oaId: string) => string | null;
}

/** One person's course. `person`: the subject where the chat is proven to be theirs, so that several ids count once. */
interface Learnt {
  readonly person: string;
  readonly course: string;
}

/**
 * A person is of the ward that they chose in the Mini App; who has only a chat, of the ward that answers there. A
 * certificate counts for the ward that gave it, and its owner as somebody who learnt there.
 */
export async function countLearners(state: State, ward: string, options: LearningOptions): Promise<LearningCounts> {
  const [finished, certified] = await Promise.all([
    finishedIn(state, ward, options),
    certifiedIn(state, ward, options),
  ]);
  const started = [...finished, ...certified];
  const courses = [...new Set(started.map(({ course }) => course))].sort();
  return {
    ...{ started: people(started), certified: people(certified) },
    byCourse: courses.map((courseId) => {
      const within = ({ course }: Learnt) => course === courseId;
      return { courseId, started: people(started.filter(within)), certified: people(certified.filter(within)) };
    }),
  };
}

function people(learnt: readonly Learnt[]): number {
  return new Set(learnt.map(({ person }) => person)).size;
}

async function finishedIn({ db, tables }: State, ward: string, { demo, wardOfAccount }: LearningOptions) {
  const { lessonProgress: t, personChats, people: chosen, chatThreads } = tables;
  const person = sql<string>`coalesce(${personChats.subject}, ${t.learner})`;
  const isChat = sql`substr(${t.learner}, 1, 5) = 'chat:'`;
  const rows = await db
    .select({ learner: t.learner, person, course: t.course, ward: chosen.ward, thread: chatThreads.state })
    .from(t)
    .leftJoin(personChats, isChatOf(personChats.id, t.learner))
    .leftJoin(chosen, eq(chosen.id, person))
    .leftJoin(chatThreads, isChatOf(chatThreads.id, t.learner))
    .where(
      and(isNotNull(t.finishedAt), or(eq(chosen.ward, ward), and(isNull(chosen.ward), isChat)), real(person, demo)),
    )
    .groupBy(t.learner, personChats.subject, t.course, chosen.ward, chatThreads.state);
  const wardInChat = (learner: string, thread: string | null) =>
    wardOfAccount(chatOfLearner(learner)?.oaId ?? '') ??
    (thread === null ? null : (threadFromJson(thread)?.ward ?? null));
  return rows.filter((row) => (row.ward ?? wardInChat(row.learner, row.thread)) === ward);
}

function certifiedIn({ db, tables }: State, ward: string, { demo }: LearningOptions): Promise<Learnt[]> {
  const { certificates: t, personChats } = tables;
  return db
    .select({ person: sql<string>`coalesce(${personChats.subject}, ${t.learner})`, course: t.course })
    .from(t)
    .leftJoin(personChats, isChatOf(personChats.id, t.learner))
    .where(and(eq(t.ward, ward), shown(t, demo)));
}

/** Personas of a demonstration are people only within one. */
function real(person: ReturnType<typeof sql>, demo: boolean) {
  return demo ? undefined : sql`substr(${person}, 1, 5) <> 'demo:'`;
}
