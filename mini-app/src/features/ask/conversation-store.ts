import type { AnswerReply } from '@phuong-so/shared/contracts/answer';
import type { ReadAloudPiece } from '@phuong-so/shared/contracts/read-aloud';
import type { AskNews, Question } from '../../api/phuong-so-api.ts';
import type { DeviceStorage } from '../../zalo/platform.ts';
import { toFailure } from './ask-failure.ts';
import { type PendingNews, pendingTurn, type Turn, type TurnState, withNews, withState } from './conversation.ts';
import { forgetConversation, keepConversation, loadConversation } from './history.ts';

/** After this long without a reply the person is told that it takes longer than usual. */
export const SLOW_AFTER_MS = 4_000;
/** A follow-up question refers to what was just said, not to last week's conversation. */
const CONVERSATION_ENDS_AFTER_MS = 30 * 60_000;

const WAITING = { kind: 'pending', slow: false, step: 'searching', told: [] } as const satisfies TurnState;

export interface ConversationDependencies {
  /** `hear` may be told of the answer while it is made; a sentence that it hears is in the answer. */
  readonly ask: (question: Question, signal: AbortSignal, hear: (news: AskNews) => void) => Promise<AnswerReply>;
  readonly storage: DeviceStorage;
  /** Epoch ms. */
  readonly now: () => number;
  readonly newId: () => string;
}

export interface ConversationSnapshot {
  /** False until the device's memory has been read. */
  readonly ready: boolean;
  readonly turns: readonly Turn[];
}

/** The conversation on this device. One question is under way at a time; it goes on while other pages are open. */
export class ConversationStore {
  #snapshot: ConversationSnapshot = { ready: false, turns: [] };
  #conversationId: string;
  #stop: AbortController | null = null;
  readonly #listeners = new Set<() => void>();

  constructor(private readonly dependencies: ConversationDependencies) {
    this.#conversationId = dependencies.newId();
  }

  readonly snapshot = (): ConversationSnapshot => this.#snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Reads what the device kept; questions asked meanwhile stay after it. */
  async load(): Promise<void> {
    const kept = await loadConversation(this.dependencies.storage);
    const asked = this.#snapshot.turns;
    if (kept !== null && asked.length === 0) this.#conversationId = kept.conversationId;
    this.#show({ ready: true, turns: [...(kept?.turns ?? []), ...asked] });
  }

  /** Does nothing while another question is under way, or when the question is blank. */
  async ask(wardKey: string, question: string): Promise<void> {
    const text = question.trim();
    if (text === '' || pendingTurn(this.#snapshot.turns) !== null) return;
    this.#continueOrBegin(wardKey);
    const { newId, now } = this.dependencies;
    const turn: Turn = {
      id: newId(),
      wardKey,
      question: text,
      askedAt: now(),
      state: WAITING,
    };
    this.#show({ turns: [...this.#snapshot.turns, turn] });
    this.#settle(turn.id, await this.#reply(turn));
  }

  /** Asks a failed question again, in its own place at the end. */
  async retry(turnId: string): Promise<void> {
    const turn = this.#snapshot.turns.find(({ id }) => id === turnId);
    if (turn?.state.kind !== 'failed' || pendingTurn(this.#snapshot.turns) !== null) return;
    this.#show({ turns: this.#snapshot.turns.filter(({ id }) => id !== turnId) });
    await this.ask(turn.wardKey, turn.question);
  }

  /** Gives up the question that is under way. */
  stop(): void {
    this.#stop?.abort();
  }

  /** Removes every question and answer from the screen and from the device. */
  async clear(): Promise<void> {
    this.stop();
    this.#conversationId = this.dependencies.newId();
    this.#show({ turns: [] });
    await forgetConversation(this.dependencies.storage);
  }

  async #reply(turn: Turn): Promise<TurnState> {
    const stop = new AbortController();
    this.#stop = stop;
    const slow = setTimeout(() => this.#updatePending(turn.id, { kind: 'slow' }), SLOW_AFTER_MS);
    let reading: ReadAloudPiece | undefined;
    const hear = (news: AskNews) => {
      if (news.kind === 'reading') reading = news.reading;
      else this.#updatePending(turn.id, news);
    };
    try {
      const question = { ward: turn.wardKey, question: turn.question, conversationId: this.#conversationId };
      const answer = await this.dependencies.ask(question, stop.signal, hear);
      return { kind: 'answered', answer, ...(reading && { reading }) };
    } catch (thrown) {
      return { kind: 'failed', failure: toFailure(thrown, this.dependencies.now()) };
    } finally {
      clearTimeout(slow);
      if (this.#stop === stop) this.#stop = null;
    }
  }

  #settle(turnId: string, state: TurnState): void {
    const stillShown = this.#snapshot.turns.some(({ id }) => id === turnId);
    if (!stillShown) return;
    this.#update(turnId, state);
    const kept = { conversationId: this.#conversationId, turns: this.#snapshot.turns };
    // The screen does not wait for the device: a full storage only means that nothing is remembered.
    void keepConversation(this.dependencies.storage, kept);
  }

  #continueOrBegin(wardKey: string): void {
    const last = this.#snapshot.turns[this.#snapshot.turns.length - 1];
    if (last === undefined) return;
    const over = this.dependencies.now() - last.askedAt > CONVERSATION_ENDS_AFTER_MS;
    if (over || last.wardKey !== wardKey) this.#conversationId = this.dependencies.newId();
  }

  #updatePending(turnId: string, news: PendingNews): void {
    const state = this.#snapshot.turns.find(({ id }) => id === turnId)?.state;
    if (state?.kind === 'pending') this.#update(turnId, withNews(state, news));
  }

  #update(turnId: string, state: TurnState): void {
    this.#show({ turns: withState(this.#snapshot.turns, turnId, state) });
  }

  #show(change: Partial<ConversationSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change };
    for (const listener of this.#listeners) listener();
  }
}
