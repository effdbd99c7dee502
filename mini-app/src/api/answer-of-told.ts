import type { AnswerReply } from '@phuong-so/shared/contracts/answer';
import type { SentencePiece } from '@phuong-so/shared/contracts/ask-stream';
import { AI_NOTICE } from '@phuong-so/shared/domain/ai-notice';

type Citation = AnswerReply['citations'][number];

/** What was told of an answer whose rest does not come: each sentence was checked and names its source. `now`: epoch ms. */
export function answerOfTold(question: string, told: readonly SentencePiece[], now: number): AnswerReply {
  return {
    ...{ id: 'told', outcome: 'partial', items: [], suggestions: [question], generated: true, took_ms: 0 },
    text: [...told.map(({ text }) => text), AI_NOTICE].join('\n'),
    citations: distinct(told.map(({ citation }) => citation)),
    as_of: new Date(now).toISOString(),
  };
}

/** An answer that was asked for anew, with the sentences that were told of the first one before it, where it has others. */
export function withTold(answer: AnswerReply, told: readonly SentencePiece[]): AnswerReply {
  const lines = answer.text.split('\n');
  if (told.every(({ text }) => lines.includes(text))) return answer;
  const shown = told.map(({ text }) => text);
  const more = lines.filter((line) => line !== AI_NOTICE && !shown.includes(line));
  return {
    ...answer,
    text: [...shown, '', ...more, AI_NOTICE].join('\n'),
    citations: distinct([...told.map(({ citation }) => citation), ...answer.citations]),
    generated: true,
  };
}

function distinct(citations: readonly Citation[]): Citation[] {
  return citations.filter(
    (one, at) => citations.findIndex(({ quote, section }) => quote === one.quote && section === one.section) === at,
  );
}
