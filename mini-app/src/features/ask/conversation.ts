import type { AnswerReply } from '@phuong-so/shared/contracts/answer';
import type { AnswerStep, SentencePiece } from '@phuong-so/shared/contracts/ask-stream';
import type { ReadAloudPiece } from '@phuong-so/shared/contracts/read-aloud';
import type { AskNews } from '../../api/phuong-so-api.ts';

/** Why a question got no answer; each has its own words on the screen. */
export type Failure =
  | { readonly reason: 'offline' }
  | { readonly reason: 'slow' }
  | { readonly reason: 'stopped' }
  | { readonly reason: 'server' }
  /** The server declined the question itself and said why, in Vietnamese. */
  | { readonly reason: 'declined'; readonly message: string }
  /** `retryAt`: epoch ms from which a new try is welcome. */
  | { readonly reason: 'rate_limited'; readonly retryAt: number };

/** On its way: what is done now, and what has been told of the answer. */
export interface Pending {
  readonly kind: 'pending';
  readonly slow: boolean;
  readonly step: AnswerStep;
  readonly told: readonly SentencePiece[];
}

export type TurnState =
  | Pending
  /** `reading`: how to hear it from the server; only while the app is open. */
  | { readonly kind: 'answered'; readonly answer: AnswerReply; readonly reading?: ReadAloudPiece }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** One question and what became of it. */
export interface Turn {
  readonly id: string;
  readonly wardKey: string;
  readonly question: string;
  /** Epoch ms. */
  readonly askedAt: number;
  readonly state: TurnState;
}

/** The device keeps this many turns, oldest dropped first. */
export const KEPT_TURNS = 40;
/** And no more than this many characters of them: Zalo's storage holds 5 MB for everything. */
export const KEPT_CHARACTERS = 400_000;

export function pendingTurn(turns: readonly Turn[]): Turn | null {
  return turns.find((turn) => turn.state.kind === 'pending') ?? null;
}

export function withState(turns: readonly Turn[], id: string, state: TurnState): readonly Turn[] {
  return turns.map((turn) => (turn.id === id ? { ...turn, state } : turn));
}

/** What changes a question that is on its way. */
export type PendingNews = Exclude<AskNews, { kind: 'reading' }> | { readonly kind: 'slow' };

export function withNews(state: Pending, news: PendingNews): Pending {
  if (news.kind === 'slow') return { ...state, slow: true };
  return news.kind === 'step' ? { ...state, step: news.step } : { ...state, told: [...state.told, news.sentence] };
}

/** The newest turns that fit both limits. */
export function boundTurns(turns: readonly Turn[]): readonly Turn[] {
  const kept: Turn[] = [];
  let characters = 0;
  for (const turn of [...turns].reverse()) {
    characters += JSON.stringify(turn).length;
    if (kept.length === KEPT_TURNS || characters > KEPT_CHARACTERS) break;
    kept.unshift(turn);
  }
  return kept;
}
