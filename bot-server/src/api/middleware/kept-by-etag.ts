import type { MiddlewareHandler } from 'hono';
import { etag, RETAINED_304_HEADERS } from 'hono/etag';
import type { ApiEnv } from '../environment.ts';

/** Without these a page on Zalo's host may not read that nothing has changed. */
const CROSS_ORIGIN = ['access-control-allow-origin', 'access-control-expose-headers'];

/**
 * For replies that are the same for everybody: an ETag, and 304 for who has it already. It is weak, because it is the same
 * whether or not the reply is compressed on its way.
 */
export function keptByEtag(): MiddlewareHandler<ApiEnv> {
  return etag({ weak: true, retainedHeaders: [...RETAINED_304_HEADERS, ...CROSS_ORIGIN] });
}
