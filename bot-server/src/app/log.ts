import { type DestinationStream, pino } from 'pino';
import type { ApiLog } from '../api/environment.ts';
import type { Config } from './config.ts';

/** One JSON line per event. Only what is named here is written: ids, statuses, durations; never a person's words or a secret. */
export interface Log extends ApiLog {
  info(event: string, fields?: Fields): void;
  warn(event: string, fields?: Fields): void;
  error(event: string, error: unknown): void;
  /** The same for work on what people write: without the error's message, which may quote it. */
  fault(event: string, error: unknown): void;
}

type Fields = Readonly<Record<string, string | number | boolean | null>>;

export function createLog(level: Config['logLevel'], destination: DestinationStream = pino.destination(2)): Log {
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
  return {
    info: (event, fields) => logger.info({ event, ...fields }),
    warn: (event, fields) => logger.warn({ event, ...fields }),
    error: (event, error) => logger.error({ event, err: described(error) }),
    fault: (event, error) => logger.error({ event, err: framesOf(error) }),
    request: (event) => logger.info({ event: 'request', ...event }),
    failure: (requestId, error) => logger.error({ event: 'request failed', requestId, err: framesOf(error) }),
  };
}

/**
 * Type, code and stack frames alone: the message of a parse error may quote what the person typed, and that of a database
 * error holds every value of the failed query.
 */
function framesOf(error: unknown): { type: string; code?: string; frames: string[] } {
  if (!(error instanceof Error)) return { type: typeof error, frames: [] };
  const stack = (error.stack ?? '').replace(error.message, '');
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  const code = codeOf(error);
  return { type: error.name, ...(code === null ? {} : { code }), frames: frames.map((line) => line.trim()) };
}

/** "SQLITE_BUSY", "ECONNREFUSED", "40P01": the word of whoever failed first. */
function codeOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const own = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return /^[A-Z0-9_]{2,40}$/.test(own) ? own : codeOf(error.cause);
}

/** Type, message and stack. Other fields of an error may hold the input that caused it. */
function described(error: unknown): { type: string; message: string; stack?: string | undefined } {
  if (!(error instanceof Error)) return { type: typeof error, message: 'not an Error' };
  return { type: error.name, message: error.message, stack: error.stack };
}
