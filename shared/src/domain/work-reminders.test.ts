import { describe, expect, test } from 'vitest';
import { addDays } from './calendar.ts';
import type { DueDate } from './plan.ts';
import type { Progress, WorkItem } from './work.ts';
import {
  occasionOf,
  type Remindable,
  type ReportOccasion,
  remindedOf,
  reportOccasionOf,
  stillOwed,
  type WorkPerson,
} from './work-reminders.ts';

const NOTHING: DueDate = { kind: 'none', text: null, lastDay: null, firstDay: null, monthDay: null, event: null };
const due = (change: Partial<DueDate>): DueDate => ({ ...NOTHING, ...change });
const DATED = due({ kind: 'month', lastDay: '2026-09-30' });
const at = (day: string) => Date.parse(`${day}T08:00:00+07:00`);
const said = (state: Progress['state'], day: string): Progress => ({
  ...{ state, percent: null, count: null, note: '', obstacle: '', evidence: [], at: at(day), unit: 'u' },
});
const task = (change: Partial<Remindable> = {}): Remindable => ({
  ...{ state: 'open', due: DATED, eventOn: null, dueAfterEvent: null, confirmed: null, reported: null, muted: null },
  createdAt: at('2026-01-01'),
  ...change,
});

/** Keys of all reminders of a year in which the server looked every day. */
function yearOf(item: Remindable, year = '2026'): string[] {
  const keys: string[] = [];
  for (let day = `${year}-01-01`; day.startsWith(year); day = addDays(day, 1)) {
    const found = occasionOf(item, addDays(day, -1), day);
    if (found !== null) keys.push(`${day} ${found.kind}`);
  }
  return keys;
}

describe('reminders of a dated task', () => {
  test('30, 7, 1 days before, on the day, and weekly when overdue', () => {
    expect(yearOf(task()).slice(0, 6)).toEqual([
      ...['2026-08-31 soon', '2026-09-23 soon', '2026-09-29 soon', '2026-09-30 today'],
      ...['2026-10-07 overdue', '2026-10-14 overdue'],
    ]);
    expect(yearOf(task())).toHaveLength(4 + 13);
  });

  test('days on which the server was off are caught up with one reminder, the newest', () => {
    expect(occasionOf(task(), '2026-08-30', '2026-10-15')).toEqual({
      ...{ key: '2026-09-30:-14', day: '2026-10-14', kind: 'overdue', lastDay: '2026-09-30' },
    });
    expect(occasionOf(task(), '2026-10-15', '2026-10-20')).toBeNull();
  });

  test('not for days before it was confirmed', () => {
    const late = task({ createdAt: at('2026-10-15') });
    expect(occasionOf(late, '2026-08-30', '2026-10-20')).toBeNull();
    expect(occasionOf(late, '2026-08-30', '2026-10-21')?.key).toBe('2026-09-30:-21');
  });

  test.each<[string, Partial<Remindable>]>([
    ['done', { confirmed: said('done', '2026-01-02') }],
    ['no longer fitting', { confirmed: said('not_applicable', '2026-01-02') }],
    ['closed', { state: 'closed' }],
    ['superseded', { state: 'superseded' }],
    ['waiting', { due: due({ kind: 'after_event', event: 'Sau khi thành phố ban hành' }) }],
    ['without a date', { due: NOTHING }],
    ['muted', { muted: { until: '2026-12-31', reason: 'x' } }],
  ])('none for what is %s', (_, change) => {
    expect(yearOf(task(change))).toEqual([]);
  });

  test('what its unit alone calls done is still reminded of', () => {
    expect(yearOf(task({ reported: said('done', '2026-01-02') }))).toHaveLength(17);
  });

  test('muted until a day: later ones come, missed ones do not come after', () => {
    const muted = task({ muted: { until: '2026-09-29', reason: 'x' } });
    expect(yearOf(muted)[0]).toBe('2026-09-30 today');
    expect(occasionOf(task({ muted: { until: '2026-09-24', reason: 'x' } }), '2026-09-20', '2026-09-25')).toBeNull();
  });

  test('what waited for an event goes by the day that was set after it', () => {
    const waited = task({ due: due({ kind: 'after_event' }), eventOn: '2026-03-01', dueAfterEvent: '2026-04-01' });
    expect(yearOf(waited)[0]).toBe('2026-03-02 soon');
  });
});

describe('reminders of what has no end', () => {
  test('thường xuyên: once a quarter, two weeks before its end, unless a word has come in it', () => {
    const ongoing = task({ due: due({ kind: 'ongoing' }) });
    expect(yearOf(ongoing)).toEqual(['2026-03-17 word', '2026-06-16 word', '2026-09-16 word', '2026-12-17 word']);
    const told = task({ due: due({ kind: 'ongoing' }), reported: said('in_progress', '2026-04-02') });
    expect(yearOf(told)).not.toContain('2026-06-16 word');
    expect(yearOf(told)).toHaveLength(3);
  });

  test('hằng năm: without a day once a year, with one like a dated task, each year anew', () => {
    expect(yearOf(task({ due: due({ kind: 'yearly' }) }))).toEqual(['2026-12-17 word']);
    const dated = task({ due: due({ kind: 'yearly', monthDay: '11-29' }) });
    expect(yearOf(dated)).toEqual([
      ...['2026-10-30 soon', '2026-11-22 soon', '2026-11-28 soon', '2026-11-29 today'],
      ...['2026-12-06 overdue', '2026-12-13 overdue', '2026-12-20 overdue', '2026-12-27 overdue'],
    ]);
    expect(yearOf({ ...dated, reported: said('in_progress', '2026-02-02') })).toEqual([]);
    expect(yearOf({ ...dated, reported: said('in_progress', '2026-02-02') }, '2027')).toHaveLength(8);
    const january = task({
      due: due({ kind: 'yearly', monthDay: '01-15' }),
      reported: said('in_progress', '2026-02-02'),
    });
    expect(yearOf(january)).toEqual(['2026-12-16 soon']);
  });
});

test('a reminder is to the point no more once the task is done', () => {
  const owed = occasionOf(task(), '2026-09-22', '2026-09-23');
  if (owed === null) throw new Error('not owed');
  expect(stillOwed(task(), owed.key, '2026-09-23')).toEqual(owed);
  expect(stillOwed(task({ confirmed: said('done', '2026-09-23') }), owed.key, '2026-09-23')).toBeNull();
  expect(stillOwed(task({ due: due({ kind: 'date', lastDay: '2026-10-31' }) }), owed.key, '2026-09-23')).toBeNull();
  expect(stillOwed(task({ muted: { until: '2026-09-24', reason: 'x' } }), owed.key, '2026-09-23')).toBeNull();
});

describe('who is reminded', () => {
  const person = (subject: string, unit: string | null, change: Partial<WorkPerson> = {}): WorkPerson => ({
    ...{ subject, unit, head: false, isStanding: false, ...change },
  });
  const PEOPLE = [
    ...[person('an', 'a'), person('binh', 'a'), person('head', 'a', { head: true }), person('cuong', 'b')],
    ...[person('dung', 'c', { isStanding: true }), person('none', null)],
  ];
  const item = (change: Partial<WorkItem> = {}) => ({
    ...{ leads: ['a'], coordinating: ['b'], responsible: null, reported: null, confirmed: null, ...change },
  });
  const told = (
    change: Partial<WorkItem>,
    kind: 'soon' | 'today' | 'overdue' | 'word',
    days: number,
    people = PEOPLE,
  ) => Object.fromEntries(remindedOf(item(change), { kind, key: `2026-09-30:${days}` }, people));
  const AN = { responsible: { subject: 'an', label: 'An' } };

  test('the person who took it on; then the head; then the standing unit', () => {
    const head = { an: 'responsible', head: 'head' };
    expect(told(AN, 'soon', 7)).toEqual({ an: 'responsible' });
    expect(told(AN, 'word', 14)).toEqual({ an: 'responsible' });
    expect(told(AN, 'today', 0)).toEqual(head);
    expect(told(AN, 'overdue', -7)).toEqual(head);
    expect(told(AN, 'overdue', -14)).toEqual({ ...head, dung: 'standing' });
  });

  test('all of the lead unit where nobody took it, or whoever did is no longer of it', () => {
    const unit = { an: 'unit', binh: 'unit', head: 'unit' };
    expect(told({}, 'soon', 7)).toEqual(unit);
    expect(told({ responsible: { subject: null, label: 'Chị Lan' } }, 'soon', 7)).toEqual(unit);
    expect(told({ responsible: { subject: 'gone', label: 'x' } }, 'soon', 7)).toEqual(unit);
    expect(told({ responsible: { subject: 'none', label: 'x' } }, 'soon', 7)).toEqual(unit);
    expect(told({ responsible: { subject: 'dung', label: 'x' } }, 'soon', 7)).toEqual({ dung: 'responsible' });
    expect(told({ responsible: { subject: 'cuong', label: 'x' } }, 'soon', 7)).toEqual({ cuong: 'responsible' });
  });

  test('the standing unit where no lead unit can be told, and of what waits to be confirmed', () => {
    expect(told({ leads: ['everybody'] }, 'soon', 30)).toEqual({ dung: 'standing' });
    const reported = said('done', '2026-09-01');
    expect(told({ ...AN, reported }, 'soon', 7)).toEqual({ an: 'responsible', dung: 'standing' });
  });
});

describe('reports that a plan asks for', () => {
  interface Given {
    readonly rule?: string;
    readonly watchedFrom?: string | null;
    readonly isIn?: (occasion: ReportOccasion, day: string) => boolean;
  }
  const days = (given: DueDate, { rule = 'x', watchedFrom = null, isIn = () => false }: Given = {}, until = LAST) => {
    const found: string[] = [];
    for (let day = '2026-01-01'; day <= until; day = addDays(day, 1)) {
      const when = { since: addDays(day, -1), today: day, watchedFrom };
      const owed = reportOccasionOf({ kind: 'reporting', due: given, rule }, when, (one) => isIn(one, day));
      if (owed !== null) found.push(day);
    }
    return found;
  };
  const LAST = '2026-12-31';
  const NOVEMBER = ['2026-10-30', '2026-11-22', '2026-11-28', '2026-11-29'];
  const WEEKLY = ['2026-12-06', '2026-12-13', '2026-12-20', '2026-12-27'];
  const yearly = due({ kind: 'yearly', monthDay: '11-29' });

  test('30, 7, 1 days before and on the day, each year; a day without a year counts for each', () => {
    expect(days(yearly)).toEqual(NOVEMBER);
    expect(days(due({ kind: 'date', monthDay: '11-29' }))).toEqual(NOVEMBER);
    expect(days(due({ kind: 'date', lastDay: '2026-11-29' }))).toEqual(NOVEMBER);
    expect(days(due({ kind: 'date', lastDay: '2025-11-29' }))).toEqual([]);
  });
  test('weekly after its day where the ward works on the plan, for twelve weeks, and not after days before that', () => {
    const watchedFrom = '2026-01-01';
    expect(days(yearly, { watchedFrom })).toEqual([...NOVEMBER, ...WEEKLY]);
    const next = days(yearly, { watchedFrom }, '2027-10-29').filter((day) => day > LAST);
    expect([next.length, next[0], next.at(-1)]).toEqual([8, '2027-01-03', '2027-02-21']);
    expect(days(due({ kind: 'date', lastDay: '2025-12-29' }), { watchedFrom })).toEqual([]);
    expect(days(due({ kind: 'date', lastDay: '2025-12-29' }), { watchedFrom: '2025-12-01' })).toHaveLength(12);
  });
  test('once it has been handed in nothing more is said, and the next year is owed anew', () => {
    const isIn = ({ period }: ReportOccasion, day: string) => period === '2026' && day >= '2026-12-10';
    expect(days(yearly, { watchedFrom: '2026-01-01', isIn })).toEqual([...NOVEMBER, ...WEEKLY.slice(0, 1)]);
    const early = ({ period }: ReportOccasion) => period === '2026';
    expect(days(yearly, { watchedFrom: '2026-01-01', isIn: early }, '2027-11-01')).toEqual(['2027-10-30']);
  });
  test('where no day is stated once before the year ends, and before the half-year where that is asked for', () => {
    expect(days(due({ kind: 'yearly' }), { rule: 'yearly-no-date' })).toEqual(['2026-12-17']);
    const halves = { rule: 'half-yearly+yearly-no-date' };
    expect(days(due({ kind: 'yearly' }), halves)).toEqual(['2026-06-16', '2026-12-17']);
    const isIn = ({ period }: ReportOccasion) => period === '2026-H1';
    expect(days(due({ kind: 'yearly' }), { ...halves, isIn })).toEqual(['2026-12-17']);
    expect(days(due({ kind: 'ongoing' }), { rule: 'periodic-unspecified' })).toEqual([]);
  });
  test('nothing for other deadlines', () => {
    const review = { kind: 'review', due: yearly, rule: 'x' } as const;
    const when = { since: '2026-11-28', today: '2026-11-29', watchedFrom: null };
    expect(reportOccasionOf(review, when, () => false)).toBeNull();
  });
});
