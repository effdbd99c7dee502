/** `closed`: no longer to be done, the standing unit says why. `superseded`: a newer plan has taken its place. */
export const WORK_STATES = ['open', 'closed', 'superseded'] as const;

/** "Chưa bắt đầu", "Đang làm", "Hoàn thành", "Chậm", "Không còn phù hợp": what a unit says of its own task. */
export const PROGRESS_STATES = ['not_started', 'in_progress', 'done', 'late', 'not_applicable'] as const;

/** Self-reported and confirmed are two different things. */
export const PART_STATES = ['reported', 'confirmed', 'returned'] as const;

export const EVIDENCE_KINDS = ['link', 'file', 'figure'] as const;

/** Everything that is recorded as having been done to a task. */
export const WORK_ACTS = [
  'confirmed_from_plan',
  'edited',
  'split',
  'assigned',
  'event_recorded',
  'muted',
  'closed',
  'reopened',
  'superseded',
  'reported',
  'report_confirmed',
  'report_returned',
] as const;

/**
 * Where a task stands on the clock's date, by its due date and what is confirmed. `overdue`: "quá hạn theo kế hoạch, chưa có
 * xác nhận"; `word_due`: thường xuyên or hằng năm, and no word in this quarter or year; `waiting`: what it waits for has not happened.
 */
export const WORK_STANDINGS = [
  'done',
  'closed',
  'overdue',
  'due_soon',
  'upcoming',
  'word_due',
  'word_given',
  'waiting',
  'undated',
] as const;
export const PERIODIC_REPORT_KINDS = ['yearly', 'half_year', 'on_demand'] as const;
export const PERIODIC_REPORT_STATES = ['draft', 'handed_in', 'taken_in'] as const;

/** `proposal`: also by residents. */
export const OBSTACLE_KINDS = ['obstacle', 'proposal'] as const;
export const OBSTACLE_STATES = ['open', 'in_hand', 'forwarded', 'answered', 'closed'] as const;
export const OBSTACLE_ACTS = [
  'raised',
  'grouped',
  'assigned',
  'answered',
  'forwarded',
  'closed',
  'reopened',
  'edited',
] as const;
