import type { WorkAct, WorkEntry } from '@phuong-so/shared/domain/work';
import { sql } from 'drizzle-orm';
import type { WorkDoer } from '../../../ports/work.ts';
import type { Handle, Write } from '../state.ts';
import type { Tables } from '../tables.ts';
import { clean, maybeClean, toJson } from './work-rows.ts';

export interface LoggedAct {
  readonly id: string;
  readonly itemId: string;
  readonly ward: string;
  readonly act: WorkAct;
  readonly note: string | null;
  readonly changes: WorkEntry['changes'];
}

/**
 * The next entry of a task's history. Its number is counted where it is written: whoever writes it has changed, and so holds,
 * the task's own row before.
 */
export function logWork(
  db: Handle,
  { workLog: l }: Tables,
  entry: LoggedAct,
  { subject, office, at }: WorkDoer,
): Write {
  const { note, changes, ...same } = entry;
  const next = sql<number>`(select coalesce(max(${sql.identifier('version')}), 0) + 1 from ${l} where ${sql.identifier('item_id')} = ${entry.itemId})`;
  const row = {
    ...same,
    at,
    bySubject: subject,
    office: clean(office),
    note: maybeClean(note),
    changes: toJson(changes),
  };
  return db.insert(l).values({ ...row, version: next });
}
