import { NO_DUE, parseDue } from '@phuong-so/shared/domain/due-date';
import type { DueDate } from '@phuong-so/shared/domain/plan';

/** A due phrase that an official typed; null = "none" was said, or nothing. @returns null for a phrase that nobody can read */
export function readDue(phrase: string | null): DueDate | null {
  if (phrase === null || phrase === '') return NO_DUE;
  const due = parseDue(phrase);
  // What a plan prints is kept with its text; whoever types it can be asked again.
  if (due.text === null) return NO_DUE;
  const isDayless = due.kind === 'date' && due.lastDay === null;
  return due.kind === 'none' || isDayless ? null : due;
}
