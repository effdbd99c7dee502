import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { ApiEnv } from '../environment.ts';

/** For replies that are data, not pages: nothing in them may be run or framed. A page says for itself what it needs. */
export function securityHeaders(): MiddlewareHandler<ApiEnv> {
  return secureHeaders({
    contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    overwrite: false,
    // The Mini App runs on Zalo's host and reads these replies from there.
    crossOriginResourcePolicy: 'cross-origin',
    referrerPolicy: 'no-referrer',
    xFrameOptions: 'DENY',
    // Whether the whole domain is served over HTTPS is known by the proxy in front, not here.
    strictTransportSecurity: false,
  });
}
