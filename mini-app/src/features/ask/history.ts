import { parseKeptAnswer } from '../../api/phuong-so-api.ts';
import type { DeviceStorage } from '../../zalo/platform.ts';
import { boundTurns, type Turn, type TurnState } from './conversation.ts';

const KEY = 'phuong-so.conversation';
const VERSION = 1;

/** What the device remembers of the conversation. */
export interface KeptConversation {
  readonly conversationId: string;
  readonly turns: readonly Turn[];
}

/** null when nothing is kept; turns that cannot be read (damaged, older form) are left out. */
export async function loadConversation(storage: DeviceStorage): Promise<KeptConversation | null> {
  const text = await storage.read(KEY);
  if (text === null) return null;
  const kept = parseObject(text);
  if (kept?.version !== VERSION || typeof kept.conversationId !== 'string' || !Array.isArray(kept.turns)) return null;
  const turns = kept.turns.map(parseTurn).filter((turn) => turn !== null);
  return { conversationId: kept.conversationId, turns: boundTurns(turns) };
}

export async function keepConversation(storage: DeviceStorage, conversation: KeptConversation): Promise<void> {
  const turns = boundTurns(conversation.turns.map(withoutReading));
  await storage.write(KEY, JSON.stringify({ version: VERSION, ...conversation, turns }));
}

/** The way to hear an answer is soon worth nothing. */
function withoutReading(turn: Turn): Turn {
  const { state } = turn;
  return state.kind === 'answered' ? { ...turn, state: { kind: 'answered', answer: state.answer } } : turn;
}

export function forgetConversation(storage: DeviceStorage): Promise<void> {
  return storage.remove(KEY);
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    return asObject(JSON.parse(text));
  } catch {
    return null;
  }
}

function asObject(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
}

function parseTurn(value: unknown): Turn | null {
  const turn = asObject(value);
  if (turn === null) return null;
  const { id, wardKey, question, askedAt } = turn;
  const isTurn =
    typeof id === 'string' &&
    typeof wardKey === 'string' &&
    typeof question === 'string' &&
    typeof askedAt === 'number';
  return isTurn ? { id, wardKey, question, askedAt, state: parseState(turn.state) } : null;
}

/** A question that was still waiting, or had failed, when the app was closed can be asked again. */
function parseState(value: unknown): TurnState {
  const state = asObject(value);
  const answer = state?.kind === 'answered' ? parseKeptAnswer(state.answer) : null;
  return answer === null ? { kind: 'failed', failure: { reason: 'stopped' } } : { kind: 'answered', answer };
}
