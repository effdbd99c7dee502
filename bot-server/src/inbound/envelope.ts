import { parseExactJson } from '@phuong-so/shared/text/exact-json';
import * as z from 'zod';

const LONGEST_ID = 128;

/** Ids and times come as strings; a number is taken as well. One step, because every event holds half a dozen of them. */
export const idText = z.unknown().transform((id, context) => {
  const text = typeof id === 'string' || typeof id === 'number' ? String(id).trim() : '';
  if (text !== '' && text.length <= LONGEST_ID) return text;
  context.issues.push({ code: 'custom', input: id, message: 'not an id' });
  return z.NEVER;
});

const envelopeSchema = z.looseObject({
  app_id: idText.optional(),
  event_name: z.string().trim().min(1).max(128),
  timestamp: idText.optional(),
});

/** What every event carries. Nothing in it is trusted before its signature is. */
export interface Envelope {
  /** "" when it is missing. */
  readonly appId: string;
  readonly eventName: string;
  /** As written in the body: it is a part of what is signed. "" when it is missing. */
  readonly timestamp: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Reads the envelope off the raw bytes of a request; null when they are no event at all. Source: platform notes, 2.4. */
export function readEnvelope(raw: Uint8Array): Envelope | null {
  const parsed = envelopeSchema.safeParse(parseBytes(raw));
  if (!parsed.success) return null;
  const { app_id = '', event_name, timestamp = '' } = parsed.data;
  return { appId: app_id, eventName: event_name, timestamp, body: parsed.data };
}

function parseBytes(raw: Uint8Array): unknown {
  try {
    return parseExactJson(new TextDecoder('utf-8', { fatal: true }).decode(raw));
  } catch {
    return null;
  }
}
