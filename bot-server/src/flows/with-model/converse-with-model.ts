import type { ComposedSentence, Composition } from '../../composing/evidence.ts';
import { fillPrompt } from '../../composing/fill-prompt.ts';
import { COMPOSITION_SCHEMA, readComposition } from '../../composing/read-composition.ts';
import { CompositionStream } from '../../composing/read-stream.ts';
import {
  ModelFailure,
  type ModelMessage,
  type ModelTurn,
  type ModelUsage,
  type ToolCall,
} from '../../ports/language-model.ts';
import type { ModelDeps } from './deps.ts';
import { type EvidenceBook, evidenceLines } from './evidence-book.ts';
import type { LookUp } from './look-up.ts';
import { MODEL_TOOLS, runTool } from './tools.ts';

export interface Conversation {
  readonly deps: ModelDeps;
  readonly place: LookUp;
  readonly book: EvidenceBook;
  readonly signal: AbortSignal;
  /** Begins with the system's words and the question. */
  readonly messages: readonly ModelMessage[];
  /** Told of tokens after every round. */
  readonly spent: (usage: ModelUsage) => void;
  /** A sentence that is whole while others are still written. What it rests on is in the book. */
  readonly hear: (sentence: ComposedSentence) => void;
}

/** Calls that are answered in one round; a model that asks for more gets no more. */
const MOST_CALLS = 4;

/**
 * Asks the model until it answers, at most as often as allowed: it may look things up in every round but the last.
 * @throws ModelFailure and nothing else, but for faults of code
 */
export async function converseWithModel(talk: Conversation): Promise<Composition> {
  const messages = [...talk.messages];
  const { rounds } = talk.deps.limits;
  for (let left = rounds; left > 1; left -= 1) {
    const { turn, composition } = await round(talk, messages, true);
    if (composition) return composition;
    if (turn.calls.length === 0) break;
    messages.push({ role: 'assistant', text: turn.text, calls: turn.calls });
    for (const call of turn.calls) messages.push({ role: 'tool', callId: call.id, text: resultOf(talk, call, turn) });
  }
  messages.push({ role: 'user', text: fillPrompt(talk.deps.prompts.byName['answer-last'], {}) });
  const { turn, composition } = await round(talk, messages, false);
  if (composition) return composition;
  throw new ModelFailure(turn.cut ? 'cut_off' : 'malformed', 'no composition');
}

async function round(
  { deps, signal, spent, hear }: Conversation,
  messages: readonly ModelMessage[],
  mayLook: boolean,
): Promise<{ turn: ModelTurn; composition: Composition | null }> {
  const stream = new CompositionStream();
  const request = {
    messages,
    tools: mayLook ? MODEL_TOOLS : [],
    schema: mayLook ? null : COMPOSITION_SCHEMA,
    most: deps.limits.replyTokens,
  };
  let said = '';
  const hearPiece = (piece: string) => {
    said += piece;
    for (const sentence of stream.push(piece)) if (stream.completeness !== 'none') hear(sentence);
  };
  const turn = await deps.model.stream(request, signal, hearPiece).catch((error: unknown) => {
    // Nobody waits any more and no figure comes; what was sent and said until then is paid for all the same.
    if (signal.aborted)
      spent({ prompt: tokensOf(messages.map(({ text }) => text).join('')), completion: tokensOf(said) });
    throw error;
  });
  spent(turn.usage);
  return { turn, composition: turn.calls.length > 0 ? null : readComposition(turn.text) };
}

/** About as many as there are: some three letters each in Vietnamese. */
function tokensOf(text: string): number {
  return Math.ceil(text.length / 3);
}

const NOTHING = '{"found":0}';
const REFUSED = '{"error":"no such tool, or arguments that it does not take"}';

function resultOf({ place, book }: Conversation, call: ToolCall, { calls }: ModelTurn): string {
  const found = calls.indexOf(call) < MOST_CALLS ? runTool(place, call) : null;
  if (found === null) return REFUSED;
  const entries = book.add(found);
  return entries.length === 0 ? NOTHING : evidenceLines(entries);
}
