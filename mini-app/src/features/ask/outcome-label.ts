import type { AnswerReply } from '@phuong-so/shared/contracts/answer';

export interface OutcomeLabel {
  readonly tone: 'info' | 'warning' | 'danger';
  readonly words: string;
}

/** What stands above the text of an answer that is not simply an answer; null = nothing needs saying. */
export const OUTCOME_LABELS: Readonly<Record<AnswerReply['outcome'], OutcomeLabel | null>> = {
  answered: null,
  smalltalk: null,
  partial: { tone: 'warning', words: 'Mới trả lời được một phần' },
  clarify: { tone: 'info', words: 'Xin chọn để trả lời cho đúng' },
  not_found: { tone: 'info', words: 'Kế hoạch không nêu điều này' },
  out_of_scope: { tone: 'info', words: 'Ngoài phạm vi kế hoạch của phường' },
  refused: { tone: 'warning', words: 'Trợ lý không trả lời được câu này' },
  handoff: { tone: 'danger', words: 'Cần gặp người có trách nhiệm' },
};
