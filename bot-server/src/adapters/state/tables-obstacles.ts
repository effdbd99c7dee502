import { OBSTACLE_ACTS, OBSTACLE_KINDS, OBSTACLE_STATES } from '@phuong-so/shared/contracts/work-words';
import type { Kit } from './kit.sqlite.ts';

/** What stands in the way of the plan's work, what is proposed, and what was done about it. */
export function obstacleTables({ table, index, unique, id, text, choice, int, ms, flag }: Kit) {
  return {
    obstacles: table(
      'obstacles',
      {
        id: id(),
        code: text('code').notNull(),
        ward: text('ward').notNull(),
        kind: choice('kind', OBSTACLE_KINDS).notNull(),
        title: text('title').notNull(),
        body: text('body').notNull(),
        unit: text('unit'),
        raisedBy: text('raised_by').notNull(),
        pressKey: text('press_key').notNull(),
        workId: text('work_id'),
        state: choice('state', OBSTACLE_STATES).notNull(),
        through: text('through'),
        owner: text('owner'),
        dueOn: text('due_on'),
        groupedUnder: text('grouped_under'),
        answer: text('answer'),
        version: int('version').notNull(),
        createdAt: ms('created_at').notNull(),
        demo: flag('demo').notNull(),
      },
      (t) => [
        unique('obstacles_code').on(t.ward, t.code),
        unique('obstacles_press').on(t.raisedBy, t.pressKey),
        index('obstacles_ward').on(t.ward, t.createdAt, t.id),
      ],
    ),

    obstacleLog: table(
      'obstacle_log',
      {
        id: id(),
        obstacleId: text('obstacle_id').notNull(),
        at: ms('at').notNull(),
        act: choice('act', OBSTACLE_ACTS).notNull(),
        bySubject: text('by_subject').notNull(),
        office: text('office').notNull(),
        note: text('note'),
        version: int('version').notNull(),
      },
      (t) => [index('obstacle_log_of').on(t.obstacleId, t.version), index('obstacle_log_by').on(t.bySubject)],
    ),
  };
}
