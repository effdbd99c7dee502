import { type DestinationStream, pino } from 'pino';
import type { ApiLog } from '../api/environment.ts';
import type { Config } from './config.ts';

/** One JSON line per event. Only what is named here is written: ids, statuses, durations; never a person's words or a secret. */
export interface Log extends ApiLog {
  info(event: string, fields?: Fields): void;
  warn(event: string, fields?: Fields): void;
  error(event: string, error: unknown): void;
}

type Fields = Readonly<Record<string, string | number | boolean | null>>;

export function createLog(level: Config['logLevel'], destination: DestinationStream = pino.destination(2)): Log {
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
  return {
    info: (event, fields) => logger.info({ event, ...fields }),
    warn: (event, fields) => logger.warn({ event, ...fields }),
    error: (event, error) => logger.error({ event, err: described(error) }),
    request: (event) => logger.info({ event: 'request', ...event }),
    failure: (requestId, error) => logger.error({ event: 'request failed', requestId, err: framesOf(error) }),
  };
}

/** Type and stack frames alone: the message of a parse or database error may quote what the person typed. */
function framesOf(error: unknown): { type: string; frames: string[] } {
  if (!(error instanceof Error)) return { type: typeof error, frames: [] };
  const stack = (error.stack ?? '').replace(error.message, '');
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return { type: error.name, frames: frames.map((line) => line.trim()) };
}

/** Type, message and stack. Other fields of an error may hold the input that caused it. */
function described(error: unknown): { type: string; message: string; stack?: string | undefined } {
  if (!(error instanceof Error)) return { type: typeof error, message: 'not an Error' };
  return { type: error.name, message: error.message, stack: error.stack };
}
