import { createHash, timingSafeEqual } from 'node:crypto';

/** What Zalo signs an event with. */
export interface SignatureParts {
  /** The body exactly as it was received. */
  readonly raw: Uint8Array;
  /** Value of the header X-ZEvent-Signature. */
  readonly header: string | undefined;
  /** Our own app's id from the configuration, not the body's. */
  readonly appId: string;
  /** The body's `timestamp`. */
  readonly timestamp: string;
  /** The account's "OA Secret Key", which is not the app's secret. */
  readonly oaSecret: string;
}

/**
 * Whether Zalo signed these bytes: sha256(appId + body + timestamp + OA secret key), compared in constant time.
 * Source: platform notes, 2.3.
 */
export function isSignedByZalo({ raw, header, appId, timestamp, oaSecret }: SignatureParts): boolean {
  const given = readMac(header);
  if (given === null || oaSecret === '') return false;
  return timingSafeEqual(given, signature(appId, raw, timestamp, oaSecret));
}

/** The 32 bytes that the header states; null when it states none. */
export function readMac(header: string | undefined): Buffer | null {
  const hex = header?.trim().replace(/^mac\s*=\s*/i, '') ?? '';
  return /^[0-9a-f]{64}$/i.test(hex) ? Buffer.from(hex, 'hex') : null;
}

/** The documented formula; a text is taken as UTF-8. */
export function signature(appId: string, data: Uint8Array | string, timestamp: string, secret: string): Buffer {
  return createHash('sha256').update(appId).update(data).update(timestamp).update(secret).digest();
}
