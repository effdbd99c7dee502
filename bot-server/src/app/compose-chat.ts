import { setTimeout as wait } from 'node:timers/promises';
import { MINI_APP_LANE } from '@phuong-so/shared/domain/audience';
import type { ThreadKey } from '@phuong-so/shared/domain/chat';
import type { Learner } from '@phuong-so/shared/domain/learning';
import type { Hono } from 'hono';
import { systemClock } from '../adapters/clock/system-clock.ts';
import type { LibraryHolder } from '../adapters/content/library-holder.ts';
import { randomIds } from '../adapters/ids/random-ids.ts';
import { stateAlarms } from '../adapters/state/repos/alarms.ts';
import { stateChatStore } from '../adapters/state/repos/chat-store.ts';
import { stateClasses } from '../adapters/state/repos/classes.ts';
import { stateLinkCodes } from '../adapters/state/repos/link-codes.ts';
import { stateOaTokens } from '../adapters/state/repos/oa-tokens.ts';
import { stateOfficialAccounts } from '../adapters/state/repos/official-accounts.ts';
import { stateOutbox } from '../adapters/state/repos/outbox.ts';
import { statePeople } from '../adapters/state/repos/people.ts';
import { stateWorkReminders } from '../adapters/state/repos/work-reminders.ts';
import { oauthClient } from '../adapters/zalo/oauth-client.ts';
import { openapiClient } from '../adapters/zalo/openapi-client.ts';
import { announceInChat } from '../flows/announce/in-chat.ts';
import { noticesInChat } from '../flows/announce/notices-in-chat.ts';
import { type ChatClaim, type Conversation, converse } from '../flows/converse.ts';
import type { SpeakingDeps } from '../flows/speak-as-account.ts';
import { studyInChat } from '../flows/study-in-chat.ts';
import { workInChat } from '../flows/work/in-chat.ts';
import { acceptInBatches } from '../inbound/accept-in-batches.ts';
import { zaloWebhook } from '../inbound/zalo-webhook.ts';
import { accessTokens } from '../oa-tokens/access-token.ts';
import { Pace } from '../outbox/pace.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { People } from '../ports/people.ts';
import type { Limits } from '../ports/zalo-oa.ts';
import { chatGauges } from './chat-gauges.ts';
import { composeLearning, type Service } from './compose.ts';
import { composeAnnouncing } from './compose-announcing.ts';
import { composeReminders } from './compose-reminders.ts';
import { composeWork } from './compose-work.ts';
import type { Config } from './config.ts';
import type { OfficialAccount } from './config-zalo.ts';
import { type HouseDeps, keepHouse } from './keep-house.ts';
import type { Log } from './log.ts';
import { startWorker, type Worker } from './worker.ts';

/** The chat with Zalo: what comes in, and the work behind it. */
export interface Chat {
  readonly webhook: Hono;
  startWorker(): Worker;
}

type Ready = OfficialAccount & { readonly oaId: string };
/** So many messages go at once after a pause, or half a second's worth; then one after the other. */
const BURST = 5;

/**
 * Puts the chat together. It runs by real time also where the clock that answers are made with stands still: an event that
 * is due in half a second would otherwise never be.
 */
export function composeChat(config: Config, service: Service, metrics: Metrics, log: Log): Chat {
  const { zalo, chat } = config;
  const { state, library } = service;
  const clock = systemClock;
  const alarms = stateAlarms(state, clock);
  const chats = stateChatStore(state, clock, randomIds);
  const outbox = stateOutbox(state, randomIds);
  const accounts = stateOfficialAccounts(state);
  const store = stateOaTokens(state, randomIds);
  const ready = zalo.accounts.filter((account): account is Ready => account.oaId !== null);
  const client = openapiClient({ openapiUrl: zalo.openapiUrl, fetch });
  const access = accessTokens({
    ...{ store, alarms, clock },
    oauth: oauthClient({ oauthUrl: zalo.oauthUrl, appId: zalo.appId ?? '', appSecret: zalo.appSecret ?? '', fetch }),
    initialRefreshToken: (oaId) => ready.find((account) => account.oaId === oaId)?.refreshToken ?? null,
    wait: (milliseconds) => wait(milliseconds),
  });
  const linkCodes = stateLinkCodes(state, clock, randomIds);
  const issueLinkCode = async (key: ThreadKey) => (await linkCodes.forChat(key)).code;
  const wardOfAccount = (oaId: string) => ready.find((account) => account.oaId === oaId)?.ward ?? null;
  const classes = stateClasses(state, randomIds, { demo: config.demo });
  const learnt = learnedInChat(config, service, library);
  const names = new Map<string, string>();
  const pace =
    chat.sendPerSecond === null ? null : new Pace(chat.sendPerSecond, Math.max(BURST, chat.sendPerSecond / 2));
  const bulkPace = pace?.forBulk() ?? null;
  const onError = (error: unknown) => log.fault('chat work failed', error);
  const noteLimits = (oaId: string, limits: Limits) => {
    for (const one of [pace, bulkPace]) one?.learn(oaId, limits, clock.ticks());
  };
  const announcing = composeAnnouncing(config, service, metrics);
  const working = workInChat({
    ...composeWork(config, service),
    audience: announcing.audience,
    rights: announcing.rights,
  });
  const inChat = { announcing: announceInChat(announcing), notices: noticesInChat(announcing), working };
  const lastGood: SpeakingDeps['lastGood'] = new Map();
  const speaking = { ...{ lastGood, zalo: client, access, accounts, alarms, clock, metrics, onError }, noteLimits };
  chatGauges(metrics, {
    chats,
    outbox,
    alarms,
    deliveries: announcing.deliveries,
    store,
    clock,
    oaIds: ready.map(({ oaId }) => oaId),
  });

  const accept = acceptInBatches((events) => chats.accept(events, clock.now().getTime() + chat.gatherMs));
  const { deliveries, attachments } = announcing;
  const house: HouseDeps = {
    ...{ chats, outbox, deliveries, attachments, accounts, access, clock, log, names, classes },
    ...{ zalo: client, workReminders: stateWorkReminders(state, randomIds) },
  };
  const say = (claim: ChatClaim): Promise<Conversation> => {
    const { oaId } = claim.thread;
    const ward = wardOfAccount(oaId);
    const { staffQuietMinutes, questionsPerMinute } = chat;
    const settings = { ward, oaName: names.get(oaId) ?? 'các phường', staffQuietMinutes, questionsPerMinute };
    const { memory, language, scamSigns, index } = service;
    return converse(
      {
        answer: (request, options) => service.answer(request, options),
        ...{ memory, index: index.current(), outbox, issueLinkCode, language, scamSigns, settings },
        ...{ ...learnt(), ...inChat, publicUrl: config.publicUrl },
      },
      claim,
    );
  };
  return {
    webhook: zaloWebhook({
      ...{ appId: zalo.appId, appSecret: zalo.appSecret, accept, alarms, metrics, clock, log },
      accounts: ready.flatMap(({ oaId, secretKey }) => (secretKey === null ? [] : [{ oaId, secretKey }])),
    }),
    startWorker: () =>
      startWorker({
        answering: { ...{ chats, outbox, deliveries, alarms, clock, metrics, onError }, converse: say },
        sending: {
          ...{ ...speaking, outbox, pace, buttons: chat.buttons },
          bulk: { ...speaking, ...announcing, pace: bulkPace },
        },
        announcing: { ...announcing, alarms, clock, metrics, onError },
        lanes: [...ready.map(({ oaId }) => oaId), ...(announcing.miniApp === null ? [] : [MINI_APP_LANE])],
        keepHouse: () => keepHouse(house, ready),
        sendReminders: composeReminders(config, service, library, ready),
      }),
  };
}

/** What the chat teaches and opens, the same throughout one turn. */
function learnedInChat(config: Config, service: Service, library: LibraryHolder) {
  const { state } = service;
  const people = statePeople(state, systemClock);
  const learning = composeLearning(config, service.state);
  const classes = stateClasses(state, randomIds, { demo: config.demo });
  const groupOf = (learner: Learner, ward: string) => groupInWard(people, learner, ward);
  return () => {
    const current = library.current();
    const study = studyInChat({ learning, library: current });
    return { library: current, learning, study, classes, groupOf };
  };
}

/** Of the Mini App's person whose chat this is proven to be, where they chose a group of this ward. */
async function groupInWard(people: People, learner: Learner, ward: string): Promise<string | null> {
  const person = await people.read(learner[0]);
  return person?.ward === ward ? person.group : null;
}
