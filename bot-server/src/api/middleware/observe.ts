import type { MiddlewareHandler } from 'hono';
import type { ApiDeps, ApiEnv } from '../environment.ts';

/** Gives every request an id, and tells the log and the metrics how it went. */
export function observe({ ids, clock, metrics, log }: ApiDeps): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const requestId = ids.next();
    const start = clock.ticks();
    c.set('requestId', requestId);
    // Addresses outside the route table are counted together: anyone can make up any number of them.
    c.set('route', 'other');
    await next();
    c.header('x-request-id', requestId);
    const ms = Math.round((clock.ticks() - start) * 10) / 10;
    const route = c.get('route');
    const { status } = c.res;
    metrics.count('http_requests_total', { method: c.req.method, route, status: String(status) });
    metrics.observe('http_request_duration_seconds', ms, { route });
    log.request({ requestId, method: c.req.method, route, status, ms });
  };
}
