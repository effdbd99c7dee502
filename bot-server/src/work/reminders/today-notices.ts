import type { WorkNotice, WorkNoticeKind } from '@phuong-so/shared/contracts/work-notices';
import { daysBetween } from '@phuong-so/shared/domain/calendar';
import type { UnitDirectory } from '@phuong-so/shared/domain/unit-directory';
import type { WorkItem } from '@phuong-so/shared/domain/work';
import {
  awaitsConfirmation,
  type ReportOccasion,
  reportOccasionOf,
  stillOwed,
} from '@phuong-so/shared/domain/work-reminders';
import type { HandedIn } from '../../ports/report-drafts.ts';
import type { WardFacts } from '../../ports/ward-facts.ts';
import type { NewWorkReminder } from '../../ports/work-reminders.ts';
import { taskNameOf } from '../task-name.ts';
import { unitRefOf } from '../unit-names.ts';
import { type AskedReport, reportDays } from './decide-reminders.ts';
import { isHandedIn } from './handed-in.ts';
import { reportSentence, taskSentence } from './notice-words.ts';

/** What a ward's work is now. */
export interface WardNow {
  readonly items: readonly WorkItem[];
  readonly reports: readonly AskedReport[];
  readonly handedIn: readonly HandedIn[];
  readonly units: UnitDirectory;
  readonly facts: Pick<WardFacts, 'documents'>;
  readonly today: string;
  /** Whose hand-ins end the person's reminders beside the ward's own report; null = the standing unit, or none. */
  readonly unit: string | null;
}

const ORDER: readonly WorkNoticeKind[] = ['overdue', 'today', 'soon', 'report', 'word'];

/**
 * A person's reminders of today as they read them, the most pressing first. What has been done, muted, moved or closed since
 * the reminder was decided on is left out.
 */
export function todayNotices(reminders: readonly NewWorkReminder[], now: WardNow): readonly WorkNotice[] {
  const found = reminders.map((one) => ofTask(one, now) ?? ofReport(one, now)).filter((one) => one !== null);
  const place = ({ kind }: WorkNotice) => ORDER.indexOf(kind);
  return found.sort((one, other) => place(one) - place(other) || one.days_left - other.days_left);
}

function ofTask({ itemId, occasion: key, rank }: NewWorkReminder, now: WardNow): WorkNotice | null {
  const { items, units, facts, today } = now;
  const item = items.find(({ id }) => id === itemId);
  const occasion = item === undefined ? null : stillOwed(item, key, today);
  if (item === undefined || occasion === null) return null;
  const awaits = awaitsConfirmation(item);
  const lead = rank === 'standing' ? item.leads.map((id) => unitRefOf(id, units).name).join(', ') : null;
  const left = daysBetween(today, occasion.lastDay);
  return {
    ...{
      rank,
      work_id: item.id,
      name: taskNameOf(item, facts),
      title: item.title,
      day: occasion.lastDay,
      days_left: left,
    },
    kind: occasion.kind === 'word' ? 'word' : left < 0 ? 'overdue' : left === 0 ? 'today' : 'soon',
    ...{ text: taskSentence(occasion, today, { awaits, lead }), awaits_confirmation: awaits },
  };
}

/** What the person's unit has handed in ends their reminder at once, and the ward's own report everybody's. */
function ofReport({ itemId, occasion: key, rank }: NewWorkReminder, now: WardNow): WorkNotice | null {
  const { reports, handedIn, today, unit } = now;
  const report = reports.find((one) => one.itemId === itemId);
  if (report === undefined) return null;
  const isOver = (one: ReportOccasion) => one.key !== key || isHandedIn(handedIn, report.kinds, unit, one);
  const occasion = reportOccasionOf(report.deadline, reportDays(report, { ...now, since: '' }), isOver);
  if (occasion === null) return null;
  const { what, toWhom } = report.deadline;
  return {
    ...{ kind: 'report', rank, work_id: null, name: null, title: what, day: occasion.lastDay },
    days_left: daysBetween(today, occasion.lastDay),
    ...{ text: reportSentence(occasion, today, toWhom), awaits_confirmation: false },
  };
}
