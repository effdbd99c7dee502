import type { TaskReply } from '@phuong-so/shared/contracts/facts';
import { Responsible } from '../../ui/responsible.tsx';
import { SourceLink } from '../../ui/source-link.tsx';
import { StateTag, stateWords } from '../../ui/task-state.tsx';

interface TaskCardProps {
  readonly task: TaskReply;
  /** Address of the passage that sets it; null = it has none that can be opened. */
  readonly source: string | null;
}

export function TaskCard({ task, source }: TaskCardProps) {
  const { title, due, state } = task;
  return (
    <>
      <h3 className="fact-card__title">{title}</h3>
      <Responsible {...task} />
      {(due !== null || stateWords(state) !== null) && (
        <p className="fact-line">
          {due !== null && (
            <>
              <strong>Thời hạn:</strong> {due}{' '}
            </>
          )}
          <StateTag state={state} />
        </p>
      )}
      <SourceLink to={source} about={title} />
    </>
  );
}
