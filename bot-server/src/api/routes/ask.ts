import { answerReply, toAnswerReply, toCitationReply } from '@phuong-so/shared/contracts/answer';
import { type AskBody, askBody, QUESTION_LIMIT } from '@phuong-so/shared/contracts/ask';
import { ASK_PIECES, type SentencePiece, type stepPiece } from '@phuong-so/shared/contracts/ask-stream';
import type { Answer } from '@phuong-so/shared/domain/answer';
import type { Session } from '@phuong-so/shared/domain/session';
import type { AskRequest } from '@phuong-so/shared/domain/understanding';
import type * as z from 'zod/mini';
import { offerReading } from '../../flows/read-aloud/offer-reading.ts';
import type { AnswerEvent } from '../../flows/with-model/deps.ts';
import type { ApiDeps } from '../environment.ts';
import { groupName } from '../groups.ts';
import { Refusal } from '../problems.ts';
import { ASKING, type Input, route, toldRoute } from '../route.ts';
import { requireWard } from '../ward.ts';

export const ask = route({
  method: 'post',
  path: '/api/v1/ask',
  summary: 'Hỏi về kế hoạch của một phường',
  pace: ASKING,
  body: askBody,
  reply: answerReply,
  handle: async (input, deps) => toAnswerReply(await answerTo(deps, readRequest(input, deps))),
});

export const askStream = toldRoute({
  path: '/api/v1/ask/stream',
  summary: 'Như trên, gửi dần (server-sent events): bước đang làm, từng câu đã kiểm tra, cuối cùng là cả câu trả lời',
  pace: ASKING,
  body: askBody,
  reply: answerReply,
  pieces: ASK_PIECES,
  tell(input, deps) {
    const request = readRequest(input, deps);
    return async (say, signal) => {
      const hear = (event: AnswerEvent) => say(event.kind, toPiece(event));
      const answer = await answerTo(deps, request, { hear, signal });
      const reading = deps.readAloud && offerReading(deps.readAloud, answer, request.ward);
      if (reading) say('reading', reading);
      say('answer', toAnswerReply(answer));
    };
  },
});

/** @throws Refusal */
function readRequest({ body, session }: Input<undefined, undefined, AskBody>, deps: ApiDeps): AskRequest {
  const ward = body.ward ?? session?.ward ?? null;
  if (ward !== null) requireWard(deps, ward);
  const question = readQuestion(body.question);
  const conversationId = body.conversationId ? `${session?.subject ?? 'anonymous'}:${body.conversationId}` : null;
  return { ward, ...asker(deps, session, ward), question, conversationId };
}

async function answerTo(deps: ApiDeps, ...asked: Parameters<ApiDeps['answer']>): Promise<Answer> {
  const answer = await deps.answer(...asked);
  deps.metrics.count('answers_total', { outcome: answer.outcome });
  return answer;
}

function toPiece(event: AnswerEvent): SentencePiece | z.infer<typeof stepPiece> {
  return event.kind === 'step' ? { step: event.step } : { text: event.text, citation: toCitationReply(event.citation) };
}

function readQuestion(given: string): string {
  // Counted as a person counts: letters typed as letter plus mark are one.
  const question = given.normalize('NFC').trim();
  if (question === '') throw new Refusal('question_empty');
  if ([...question].length > QUESTION_LIMIT) throw new Refusal('question_too_long', { limit: QUESTION_LIMIT });
  return given;
}

/** A role holds in its own ward only: an official of another ward asks here as a resident. */
function asker(deps: ApiDeps, session: Session | null, ward: string | null): Pick<AskRequest, 'role' | 'unit'> {
  if (session === null || ward === null || session.ward !== ward) return { role: 'resident', unit: null };
  if (session.role === 'leader') {
    return { role: 'leader', unit: groupName(deps, ward, session.group) };
  }
  if (session.role === 'official' || session.role === 'admin') return { role: 'official', unit: session.unit };
  return { role: 'resident', unit: null };
}
