import { StorageFull } from '../../ports/attachments.ts';

/** SQLite: SQLITE_FULL, or an i/o error while writing. PostgreSQL: class 53, "disk full" and its like. */
const FULL = new Set(['SQLITE_FULL', 'SQLITE_IOERR_WRITE', 'ENOSPC', '53000', '53100', '53200']);

/** The error, as `StorageFull` where the database says that it has no room. Drizzle wraps what the driver throws. */
export function asStorageFull(error: unknown): unknown {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && FULL.has(String(cause.code)))
      return new StorageFull('no room in the database', { cause: error });
  }
  return error;
}
