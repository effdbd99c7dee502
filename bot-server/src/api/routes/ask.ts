import { answerReply, toAnswerReply } from '@phuong-so/shared/contracts/answer';
import { askBody, QUESTION_LIMIT } from '@phuong-so/shared/contracts/ask';
import type { Session } from '@phuong-so/shared/domain/session';
import type { AskRequest } from '@phuong-so/shared/domain/understanding';
import type { ApiDeps } from '../environment.ts';
import { groupName } from '../groups.ts';
import { Refusal } from '../problems.ts';
import { ASKING, route } from '../route.ts';
import { requireWard } from '../ward.ts';

export const ask = route({
  method: 'post',
  path: '/api/v1/ask',
  summary: 'Hỏi về kế hoạch của một phường',
  pace: ASKING,
  body: askBody,
  reply: answerReply,
  async handle({ body, session }, deps) {
    const ward = body.ward ?? session?.ward ?? null;
    if (ward !== null) requireWard(deps, ward);
    const question = readQuestion(body.question);
    const conversationId = body.conversationId ? `${session?.subject ?? 'anonymous'}:${body.conversationId}` : null;
    const answer = await deps.answer({ ward, ...asker(deps, session, ward), question, conversationId });
    deps.metrics.count('answers_total', { outcome: answer.outcome });
    return toAnswerReply(answer);
  },
});

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
