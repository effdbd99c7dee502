import { BROADCAST_ENDPOINTS } from '../api/broadcast-endpoints.ts';
import type { SendUp } from '../ui/use-upload.ts';
import type { Services } from './services.ts';

/** A photograph of some megabytes over a weak network. */
const UPLOAD_LIMIT_MS = 120_000;

/** Sends pictures and PDFs up for this ward. */
export function sendUpTo(session: Services['session'], ward: string): SendUp {
  return (file, name) =>
    session.call(BROADCAST_ENDPOINTS.attach, { query: { ward, name }, body: file, timeLimitMs: UPLOAD_LIMIT_MS });
}
