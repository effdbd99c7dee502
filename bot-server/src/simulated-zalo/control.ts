import { oaSentText, type ZaloEvent } from './events.ts';
import type { FaultRates, Operation, PlannedOutcome } from './faults/outcomes.ts';
import type { SeenRequest } from './faults/tally.ts';
import { type Account, addMessage, type ChatMessage, personOf } from './people/account.ts';
import { eventFrame, personControl, type SimulatedPerson } from './people/person-control.ts';
import type { SideMessage } from './routes/side-channels.ts';
import type { IssuedPair } from './token-desk.ts';
import type { DeliveryOptions, Webhook } from './webhook/webhook-sender.ts';
import type { World } from './world.ts';

/** What a test or a demonstration does with one account. */
export interface AccountControl {
  readonly oaId: string;
  person(userId: string): SimulatedPerson;
  /** Every message of every chat, in the order they arrived. */
  messages(): readonly ChatMessage[];
  /** What reached this person by API, oldest first. */
  delivered(userId: string): readonly ChatMessage[];
  /** An official writes in OA Manager. `adminId` names the official. */
  staffWrites(userId: string, text: string, adminId?: string, options?: DeliveryOptions): ZaloEvent;
  setOaType(type: number): void;
  setRequestsPerMinute(limit: number): void;
  /** A working pair of tokens without asking, as the API Explorer mints one. */
  issueTokens(): IssuedPair;
  /** Signs any event as this account and posts it. */
  deliver(event: ZaloEvent, options?: DeliveryOptions): ZaloEvent;
}

/** Everything, and the first account's own control. */
export interface SimulatedZaloControl extends AccountControl {
  /** @throws Error for an account that does not exist. */
  of(oaId: string): AccountControl;
  /** What reached group chats, people by template and people of the Mini App. */
  side(): readonly SideMessage[];
  readonly webhook: Pick<Webhook, 'setUrl' | 'attempts' | 'isSubscribed' | 'idle'>;
  /** What becomes of the next requests of this kind, one by one; afterwards chance decides again. */
  nextOutcomes(operation: Operation, ...outcomes: PlannedOutcome[]): void;
  /** Outcomes that were planned and not met yet. */
  outcomesLeft(operation: Operation): number;
  /** Rates of faults from now on; `{}` ends them. */
  setFaults(rates: FaultRates): void;
  /** Requests so far, in the order of their answers. */
  readonly requests: readonly SeenRequest[];
  count(operation: Operation, verdict?: string): number;
  /** "/v2.0/oa/message 0" → 12. */
  table(): Readonly<Record<string, number>>;
  /** The most requests of a kind that were under way at one moment; for 'oauth' anything above 1 risks the tokens. */
  mostAtOnce(operation: Operation): number;
  /** Requests of a kind that are not answered yet. */
  underWay(operation: Operation): number;
  /** -220 for every access token given out so far. */
  expireTokens(): void;
  /** -216 for every access token given out so far. */
  revokeAccessTokens(): void;
  /** -14020 for every refresh token given out so far. */
  revokeRefreshTokens(): void;
  /** The account that the administrator chooses on the permission page. */
  chooseAccount(oaId: string): void;
  /** Refuses connections until `comeBack`. */
  goDown(): Promise<void>;
  comeBack(): Promise<void>;
}

export interface Listening {
  readonly goDown: () => Promise<void>;
  readonly comeBack: () => Promise<void>;
}

export function controlOf(world: World, listening: Listening): SimulatedZaloControl {
  const { faults, tally, tokens, webhook } = world;
  return {
    ...accountControl(world, world.firstAccount),
    ...listening,
    of: (oaId) => accountControl(world, accountOf(world, oaId)),
    side: () => world.side,
    webhook,
    nextOutcomes: (operation, ...outcomes) => faults.plan(operation, outcomes),
    outcomesLeft: faults.left,
    setFaults: faults.setRates,
    requests: tally.requests,
    count: tally.count,
    table: tally.table,
    mostAtOnce: tally.mostAtOnce,
    underWay: tally.underWay,
    expireTokens: tokens.expireAccessTokens,
    revokeAccessTokens: tokens.revokeAccessTokens,
    revokeRefreshTokens: tokens.revokeRefreshTokens,
    chooseAccount(oaId) {
      world.chosenAccount = accountOf(world, oaId).settings.oaId;
    },
  };
}

/** @throws Error for an account that does not exist. */
export function accountOf({ accounts }: World, oaId: string): Account {
  const account = accounts.get(oaId);
  if (account === undefined) throw new Error(`The simulation has no account "${oaId}"`);
  return account;
}

export function accountControl(world: World, account: Account): AccountControl {
  const { oaId, secretKey } = account.settings;
  const deliver: AccountControl['deliver'] = (event, options) => {
    world.webhook.deliver(event, secretKey, options);
    return event;
  };
  return {
    oaId,
    deliver,
    person: (userId) => personControl(world, account, userId),
    messages: () => account.messages,
    delivered: (userId) => personControl(world, account, userId).delivered(),
    staffWrites(userId, text, adminId = 'sim-staff', options) {
      const person = personOf(account, userId);
      const base = { messageId: world.makeId('msg'), userId, from: 'staff', at: world.now(), quota: null } as const;
      const content = { kind: 'text', text, buttons: [], attachment: null, quotedMessageId: null };
      const { messageId } = addMessage(account, { ...base, ...content });
      return deliver(oaSentText(eventFrame(world, account, person), { text, msgId: messageId }, adminId), options);
    },
    setOaType(type) {
      account.type = type;
    },
    setRequestsPerMinute(limit) {
      account.requestsPerMinute = limit;
    },
    issueTokens: () => world.tokens.issue(oaId),
  };
}
