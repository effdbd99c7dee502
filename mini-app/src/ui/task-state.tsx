import type { TaskState } from '@phuong-so/shared/domain/answer';

const WORDS: Readonly<Record<TaskState, string | null>> = {
  overdue: 'Đã quá hạn',
  due_soon: 'Sắp đến hạn',
  upcoming: 'Còn hạn',
  waiting_for_event: 'Chưa định ngày',
  no_date: null,
};

/** Words for where a task stands against the clock; null = nothing to say. */
export function stateWords(state: TaskState | null): string | null {
  return state === null ? null : WORDS[state];
}

/** The same words with a colour; nothing when there is nothing to say. */
export function StateTag({ state }: { readonly state: TaskState | null }) {
  const words = stateWords(state);
  return words === null ? null : <span className={`state-tag state-tag--${state}`}>{words}</span>;
}
