import { createHash } from 'node:crypto';

/**
 * The value of `X-ZEvent-Signature`: a plain SHA-256 over app id, raw body, timestamp and the account's secret key, not an
 * HMAC. Source: platform notes, 2.3.
 */
export function signEvent(
  rawBody: string,
  { appId, timestamp, oaSecretKey }: { appId: string; timestamp: string; oaSecretKey: string },
): string {
  const mac = createHash('sha256').update(`${appId}${rawBody}${timestamp}${oaSecretKey}`, 'utf8').digest('hex');
  return `mac=${mac}`;
}
