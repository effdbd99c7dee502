import type { HomeReply } from '@phuong-so/shared/contracts/home';
import { nextTime } from '@phuong-so/shared/domain/due-date';
import type { DeadlineKind, PlanDeadline } from '@phuong-so/shared/domain/plan';
import type { WardDocument } from '../ports/ward-facts.ts';

type ComingDate = HomeReply['dates'][number];

const MOST = 5;
/** Milestones of targets have a page of their own, with their values. */
const SHOWN: readonly DeadlineKind[] = ['reporting', 'review', 'task', 'budget'];

/**
 * The next days that a ward’s plans name, next first; `today` is an ISO date and counts as lying ahead. Every dated task of
 * a plan is one of its deadlines as well.
 */
export function comingDates(documents: readonly WardDocument[], today: string): ComingDate[] {
  const all = documents.flatMap((document) => {
    const { date: issued, period } = document.plan.document;
    const frame = { issued, lastYear: period?.to ?? null };
    return document.plan.deadlines
      .filter(({ kind }) => SHOWN.includes(kind))
      .flatMap((deadline) => {
        const date = nextTime(deadline.due, today, frame);
        return date === null ? [] : [toComingDate(document, deadline, date)];
      });
  });
  return all.sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date))).slice(0, MOST);
}

function toComingDate({ documentId, outline }: WardDocument, deadline: PlanDeadline, date: string): ComingDate {
  const { section } = deadline.quote.place;
  return {
    ...{ what: withoutTime(deadline), date, when: deadline.when },
    ...{ document_id: documentId, quote: deadline.quote.text },
    section_id: outline.some(({ id }) => id === section) ? section : null,
  };
}

/** The plan's own words; the time, which is shown beside them, is not repeated where they begin with it. */
function withoutTime({ what, when }: PlanDeadline): string {
  const rest = what.startsWith(when) ? what.slice(when.length).replace(/^[\s,;:]+/u, '') : '';
  const shown = rest === '' ? what : rest;
  return shown.charAt(0).toLocaleUpperCase('vi') + shown.slice(1);
}
