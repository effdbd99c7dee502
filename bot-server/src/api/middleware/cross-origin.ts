import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import type { ApiEnv } from '../environment.ts';

/** Where the Mini App runs inside Zalo; iPhones send the second form. Source: platform notes, 7. */
const ZALO_ORIGINS = ['https://h5.zdn.vn', 'zbrowser://h5.zdn.vn'];
const DAY_SECONDS = 86_400;

/** Lets the Mini App's pages read the replies, and no other site's. `devOrigin`: a developer's own page, null for none. */
export function crossOrigin(devOrigin: string | null): MiddlewareHandler<ApiEnv> {
  return cors({
    origin: devOrigin === null ? ZALO_ORIGINS : [...ZALO_ORIGINS, devOrigin],
    allowMethods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowHeaders: ['authorization', 'content-type', 'if-none-match'],
    exposeHeaders: ['etag', 'retry-after', 'x-request-id'],
    maxAge: DAY_SECONDS,
  });
}
