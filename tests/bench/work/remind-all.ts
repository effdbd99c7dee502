import { newThread } from '@phuong-so/shared/domain/chat';
import { startOfDay } from '@phuong-so/shared/domain/vietnam-time';
import { frozenClock } from '../../../bot-server/src/adapters/clock/frozen-clock.ts';
import { randomIds } from '../../../bot-server/src/adapters/ids/random-ids.ts';
import { stateChatStore } from '../../../bot-server/src/adapters/state/repos/chat-store.ts';
import { statePeople } from '../../../bot-server/src/adapters/state/repos/people.ts';
import { stateRights } from '../../../bot-server/src/adapters/state/repos/rights.ts';
import { threadId } from '../../../bot-server/src/adapters/state/repos/thread-id.ts';
import { stateWorkReminders } from '../../../bot-server/src/adapters/state/repos/work-reminders.ts';
import type { SqliteState } from '../../../bot-server/src/adapters/state/sqlite-state.ts';
import type { WorkDeps } from '../../../bot-server/src/flows/work/deps.ts';
import { remindOfficials } from '../../../bot-server/src/flows/work/remind-officials.ts';
import { UNITS, wardKey } from './seed-work.ts';

/** The fullest morning of the year: everything that is done again and again, without a word in the quarter. */
const DAY = '2026-09-16';
const MORNING = startOfDay(DAY) + 7 * 3_600_000;
const OA = 'oa';

export interface ReminderRun {
  readonly ms: number;
  readonly cpuMs: number;
  readonly reminders: number;
  readonly messages: number;
}

/** One morning of all wards: every unit has two officials and a head, all of them with an open chat. */
export async function remindAll(state: SqliteState, wards: number, deps: WorkDeps): Promise<ReminderRun> {
  seedPeople(state, wards);
  const clock = frozenClock(new Date(MORNING));
  const keys = Array.from({ length: wards }, (_, number) => wardKey(number));
  const cpu = process.cpuUsage();
  const begun = performance.now();
  const messages = await remindOfficials(
    {
      ...{ work: deps.work, reportDrafts: deps.reportDrafts, ward: deps.ward, wards: () => keys, paid: false },
      reminders: stateWorkReminders(state, randomIds),
      rights: stateRights(state, clock, randomIds),
      people: statePeople(state, clock),
      chats: stateChatStore(state, clock, randomIds),
      accounts: [{ oaId: OA, ward: null }],
    },
    MORNING,
  );
  const ms = performance.now() - begun;
  const { user, system } = process.cpuUsage(cpu);
  const { n } = state.sqlite.prepare('select count(*) as n from work_reminders').get() as { n: number };
  return { ms, cpuMs: (user + system) / 1_000, reminders: n, messages };
}

function seedPeople({ sqlite }: SqliteState, wards: number): void {
  const grant = sqlite.prepare(
    `insert into grants (id, subject, role, ward, unit, granted_by, granted_at, head) values (?, ?, 'official', ?, ?, 'x', 1, ?)`,
  );
  const chat = sqlite.prepare(
    `insert into person_chats (id, subject, oa_id, user_id, verified_at) values (?, ?, ?, ?, 1)`,
  );
  const thread = sqlite.prepare(
    `insert into chat_threads (id, oa_id, user_id, attempt, last_message_at, state) values (?, ?, ?, 0, ?, ?)`,
  );
  const lastMessageAt = MORNING - 3_600_000;
  sqlite.transaction(() => {
    for (let number = 0; number < wards; number += 1) {
      for (const unit of UNITS) {
        for (const who of ['1', '2', 'head']) {
          const userId = `${number}-${unit}-${who}`;
          const [key, subject] = [{ oaId: OA, userId }, `zalo:${userId}`];
          grant.run(subject, subject, wardKey(number), unit, who === 'head' ? 1 : 0);
          chat.run(threadId(key), subject, OA, userId);
          const known = JSON.stringify({ ...newThread(key), lastMessageAt, greetedAt: 1 });
          thread.run(threadId(key), OA, userId, lastMessageAt, known);
        }
      }
    }
  })();
  sqlite.exec('analyze');
}
