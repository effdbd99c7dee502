import { systemClock } from '../adapters/clock/system-clock.ts';
import type { LibraryHolder } from '../adapters/content/library-holder.ts';
import { randomIds } from '../adapters/ids/random-ids.ts';
import { stateChatStore } from '../adapters/state/repos/chat-store.ts';
import { stateClasses } from '../adapters/state/repos/classes.ts';
import { stateOutbox } from '../adapters/state/repos/outbox.ts';
import { statePeople } from '../adapters/state/repos/people.ts';
import { stateRights } from '../adapters/state/repos/rights.ts';
import { stateWorkReminders } from '../adapters/state/repos/work-reminders.ts';
import { sendReminders } from '../flows/send-reminders.ts';
import { composeLearning, type Service } from './compose.ts';
import { composeWork } from './compose-work.ts';
import type { Config } from './config.ts';

/** What the worker does every minute; by real time, like the whole chat. `accounts`: those that this process speaks for. */
export function composeReminders(
  config: Config,
  service: Service,
  library: LibraryHolder,
  accounts: readonly { readonly oaId: string; readonly ward: string | null }[],
): () => Promise<number> {
  const { state, index } = service;
  const repos = {
    clock: systemClock,
    classes: stateClasses(state, randomIds, { demo: config.demo }),
    learning: composeLearning(config, service.state),
    people: statePeople(state, systemClock),
    chats: stateChatStore(state, systemClock, randomIds),
    outbox: stateOutbox(state, randomIds),
  };
  const wardName = (ward: string) => index.current().ward(ward)?.profile.name ?? null;
  const telling = { ...repos, accounts, wardName, paid: config.chat.paidNotices };
  const officials = {
    ...{ ...telling, ...composeWork(config, service), rights: stateRights(state, systemClock, randomIds) },
    reminders: stateWorkReminders(state, randomIds),
    wards: () =>
      index
        .current()
        .wards()
        .map(({ key }) => key),
  };
  return () => sendReminders({ ...telling, officials, library: library.current() });
}
