import type { AnswerReply } from '@phuong-so/shared/contracts/answer';
import type { ReadAloudPiece } from '@phuong-so/shared/contracts/read-aloud';
import { spokenText } from '@phuong-so/shared/domain/spoken-answer';
import type { CitationReply } from '../../api/phuong-so-api.ts';
import { printedDay } from '../../ui/vietnam-time.ts';
import { AnswerButtons, type AnswerTools } from './answer-actions.tsx';
import { AnswerBody } from './answer-body.tsx';
import { markOf } from './answer-mark.ts';
import { CitationList } from './citation-list.tsx';
import { copiedText } from './copied-text.ts';
import { MarkLine } from './mark-line.tsx';
import { OUTCOME_LABELS } from './outcome-label.ts';
import { SuggestionChips } from './suggestion-chips.tsx';

export interface AnswerActions extends AnswerTools {
  readonly onAsk: (question: string) => void;
  readonly onOpenCitation: (citation: CitationReply) => void;
  /** Title of the procedure or the course that is cited; null = it has none of its own, or is not known yet. */
  readonly titleOf: (citation: CitationReply) => string | null;
  /** Address of a question in this app, for a shared link. */
  readonly addressOf: (question: string) => string;
  readonly onCall: (phoneNumber: string) => void;
}

interface AnswerCardProps extends AnswerActions {
  readonly answer: AnswerReply;
  /** How to hear it from the server; null = not to be had. */
  readonly reading: ReadAloudPiece | null;
  readonly question: string;
  readonly otherWard: (citation: CitationReply) => string | null;
  /** Another question is under way. */
  readonly busy: boolean;
  /** Suggestions of old answers would only be in the way. */
  readonly isLast: boolean;
}

/** One answer with everything that lets the person check it and go on. */
export function AnswerCard({ answer, reading, question, otherWard, busy, isLast, ...actions }: AnswerCardProps) {
  const label = OUTCOME_LABELS[answer.outcome];
  const asksBack = answer.outcome === 'clarify';
  return (
    <div className={`answer-card answer-card--${answer.outcome}`}>
      {label && <p className={`outcome outcome--${label.tone}`}>{label.words}</p>}
      <MarkLine mark={markOf(answer)} />
      <AnswerBody answer={answer} onCall={actions.onCall} />
      <CitationList
        citations={answer.citations}
        otherWard={otherWard}
        titleOf={actions.titleOf}
        onOpen={actions.onOpenCitation}
      />
      {isLast && (
        <SuggestionChips
          heading={asksBack ? 'Bấm để chọn:' : 'Có thể hỏi tiếp:'}
          suggestions={answer.suggestions}
          disabled={busy}
          onAsk={actions.onAsk}
        />
      )}
      <div className="answer-card__foot">
        <span>{answer.citations.length > 0 && `Tính đến ${printedDay(answer.as_of)}`}</span>
        <AnswerButtons
          platform={actions.platform}
          fetchRecording={actions.fetchRecording}
          reading={reading}
          question={question}
          message={copiedText(question, answer, actions.titleOf)}
          spoken={spokenText(answer)}
          address={actions.addressOf(question)}
          onAskPerson={actions.onAskPerson}
        />
      </div>
    </div>
  );
}
