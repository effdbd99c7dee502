import type { BoardReply, BoardTask } from '@phuong-so/shared/contracts/board';
import { HeadedGroups } from '../../ui/headed-groups.tsx';
import { printedDay } from '../../ui/vietnam-time.ts';
import { PROGRESS_NAMES, STANDING_NAMES, standingBadge } from '../../ui/work-words.ts';

/** Every task, in the groups of the plan. */
export function BoardTasks({ tasks, groups }: Pick<BoardReply, 'tasks' | 'groups'>) {
  const plain = new Map(groups.map(({ title, plain_title }) => [title, plain_title ?? null]));
  const numbered = tasks.map((task, index) => ({ task, key: String(index) }));
  return (
    <HeadedGroups
      items={numbered}
      headingOf={({ task: { group } }) => ({
        plain: group === null ? null : (plain.get(group) ?? null),
        printed: group,
      })}
      keyOf={({ key }) => key}
    >
      {({ task }) => <OneTask task={task} />}
    </HeadedGroups>
  );
}

function OneTask({ task }: { readonly task: BoardTask }) {
  const { no, title, leads, coordinating, due, last_day, standing, confirmed, reported } = task;
  const day = last_day === null ? '' : ` (hết ngày ${printedDay(last_day)})`;
  return (
    <>
      <span className={standingBadge(standing)}>{STANDING_NAMES[standing]}</span>
      <h3 className="fact-card__title work-gap">
        {no !== null && `${no}. `}
        {title}
      </h3>
      <p className="fact-line">
        <strong>Chủ trì:</strong> {leads.join('; ')}
      </p>
      {coordinating.length > 0 && (
        <p className="fact-line">
          <strong>Phối hợp:</strong> {coordinating.join('; ')}
        </p>
      )}
      <p className="fact-line">
        <strong>Hạn:</strong> {due === null ? 'kế hoạch không ghi' : `${due}${day}`}
      </p>
      <p className="fact-line">
        <strong>Đã xác nhận:</strong> {wordOf(confirmed, 'chưa có')}
      </p>
      <p className="fact-line board-task__last">
        <strong>Đơn vị tự báo:</strong> {wordOf(reported, 'chưa báo')}
      </p>
    </>
  );
}

function wordOf(word: BoardTask['confirmed'], none: string): string {
  if (word === null) return none;
  const percent = word.percent === null ? '' : `, ${word.percent} %`;
  return `${PROGRESS_NAMES[word.state]}${percent} (${printedDay(word.on)})`;
}
