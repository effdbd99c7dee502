import type { ObstacleReply } from '@phuong-so/shared/contracts/obstacles';
import { OBSTACLE_KIND_NAMES, OBSTACLE_STATE_NAMES } from '../../ui/obstacle-words.ts';
import { LinkRow } from '../../ui/row.tsx';
import { printedDay } from '../../ui/vietnam-time.ts';

interface ObstacleListProps {
  readonly obstacles: readonly ObstacleReply[];
  readonly addressOf: (id: string) => string;
}

const BADGES: Readonly<Record<ObstacleReply['state'], string>> = {
  open: 'badge badge--warning',
  in_hand: 'badge',
  forwarded: 'badge',
  answered: 'badge badge--good',
  closed: 'badge badge--good',
};

/** State and kind in words. */
export function ObstacleBadges({ obstacle: { state, kind, overdue } }: { readonly obstacle: ObstacleReply }) {
  return (
    <span className="badges">
      <span className={BADGES[state]}>{OBSTACLE_STATE_NAMES[state]}</span>
      <span className="badge">{OBSTACLE_KIND_NAMES[kind]}</span>
      {overdue && <span className="badge badge--danger">Quá hạn trả lời</span>}
    </span>
  );
}

/** What was raised, newest first. */
export function ObstacleList({ obstacles, addressOf }: ObstacleListProps) {
  return (
    <ul className="rows">
      {obstacles.map((one) => (
        <LinkRow
          key={one.id}
          to={addressOf(one.id)}
          title={
            <>
              <ObstacleBadges obstacle={one} />
              <span className="feed__title">{one.title}</span>
            </>
          }
          lines={[
            `${one.code}, gửi ngày ${printedDay(one.created_at)}${one.unit === null ? '' : `, ${one.unit.name}`}`,
            one.next,
            ...(one.likes > 0 ? [`${one.likes} ý kiến giống vậy`] : []),
          ]}
        />
      ))}
    </ul>
  );
}
