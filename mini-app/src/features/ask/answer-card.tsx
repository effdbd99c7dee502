import type { AnswerReply } from '@phuong-so/shared/contracts/answer';
import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import type { CitationReply } from '../../api/phuong-so-api.ts';
import { printedDay } from '../../ui/vietnam-time.ts';
import { AnswerBody } from './answer-body.tsx';
import { CitationList } from './citation-list.tsx';
import { copiedText } from './copied-text.ts';
import { OUTCOME_LABELS } from './outcome-label.ts';
import { SuggestionChips } from './suggestion-chips.tsx';

export interface AnswerActions {
  readonly onAsk: (question: string) => void;
  readonly onOpenCitation: (citation: CitationReply) => void;
  readonly onCopy: (text: string) => Promise<boolean>;
  readonly onCall: (phoneNumber: string) => void;
}

interface AnswerCardProps extends AnswerActions {
  readonly answer: AnswerReply;
  readonly question: string;
  readonly otherWard: (citation: CitationReply) => string | null;
  /** Another question is under way. */
  readonly busy: boolean;
  /** Suggestions of old answers would only be in the way. */
  readonly isLast: boolean;
}

/** One answer with everything that lets the person check it and go on. */
export function AnswerCard({ answer, question, otherWard, busy, isLast, ...actions }: AnswerCardProps) {
  const label = OUTCOME_LABELS[answer.outcome];
  const asksBack = answer.outcome === 'clarify';
  return (
    <div className={`answer-card answer-card--${answer.outcome}`}>
      {label && <p className={`outcome outcome--${label.tone}`}>{label.words}</p>}
      <AnswerBody answer={answer} onCall={actions.onCall} />
      <CitationList citations={answer.citations} otherWard={otherWard} onOpen={actions.onOpenCitation} />
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
        <CopyButton text={copiedText(question, answer)} onCopy={actions.onCopy} />
      </div>
    </div>
  );
}

interface CopyButtonProps {
  readonly text: string;
  readonly onCopy: (text: string) => Promise<boolean>;
}

function CopyButton({ text, onCopy }: CopyButtonProps) {
  const [result, setResult] = useState<'none' | 'copied' | 'failed'>('none');
  const copy = async () => setResult((await onCopy(text)) ? 'copied' : 'failed');
  const words = { none: 'Sao chép', copied: 'Đã sao chép', failed: 'Không sao chép được' }[result];
  const Icon = result === 'copied' ? Check : Copy;
  return (
    <button type="button" className="text-button" onClick={() => void copy()}>
      <Icon aria-hidden="true" size={20} />
      <span aria-live="polite">{words}</span>
    </button>
  );
}
