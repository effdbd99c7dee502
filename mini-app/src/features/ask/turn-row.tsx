import { forwardRef } from 'react';
import type { CitationReply } from '../../api/phuong-so-api.ts';
import { timeOfDay } from '../../ui/vietnam-time.ts';
import { type AnswerActions, AnswerCard } from './answer-card.tsx';
import type { Turn } from './conversation.ts';
import { FailureNotice } from './failure-notice.tsx';
import { PendingCard } from './pending-card.tsx';

interface TurnRowProps extends AnswerActions {
  readonly turn: Turn;
  readonly busy: boolean;
  readonly isLast: boolean;
  /** The ward that the question before was about. */
  readonly wardBefore: string;
  readonly nameOfWard: (key: string) => string | null;
  readonly onStop: () => void;
  readonly onRetry: () => void;
}

/** One question with its answer. The question is a heading: screen readers jump from one to the next. */
export const TurnRow = forwardRef<HTMLLIElement, TurnRowProps>(function TurnRow(props, ref) {
  const { turn, wardBefore, nameOfWard } = props;
  return (
    <li ref={ref} className="turn">
      {turn.wardKey !== wardBefore && (
        <p className="ward-divider">Hỏi về {nameOfWard(turn.wardKey) ?? 'một phường khác'}</p>
      )}
      <h2 className="question">
        <span className="visually-hidden">Câu hỏi lúc {timeOfDay(turn.askedAt)}: </span>
        {turn.question}
      </h2>
      <TurnResult {...props} />
    </li>
  );
});

function TurnResult({ turn, busy, isLast, wardBefore: _, nameOfWard, onStop, onRetry, ...actions }: TurnRowProps) {
  const { state } = turn;
  if (state.kind === 'pending') return <PendingCard pending={state} onStop={onStop} onCall={actions.onCall} />;
  if (state.kind === 'failed') return <FailureNotice failure={state.failure} busy={busy} onRetry={onRetry} />;
  const otherWard = (citation: CitationReply) =>
    citation.ward === null || citation.ward === turn.wardKey ? null : nameOfWard(citation.ward);
  return (
    <AnswerCard
      answer={state.answer}
      reading={state.reading ?? null}
      question={turn.question}
      otherWard={otherWard}
      busy={busy}
      isLast={isLast}
      {...actions}
    />
  );
}
