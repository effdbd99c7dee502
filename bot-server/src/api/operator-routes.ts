import { Hono } from 'hono';
import { timingSafeEqual } from 'hono/utils/buffer';
import type { ApiDeps, ApiEnv } from './environment.ts';
import { problem } from './respond.ts';

/** What these routes need of the rest; a process without the API has it, too. */
export type OperatorDeps = Pick<ApiDeps, 'isReady' | 'metrics' | 'metricsToken'>;

/** For whoever runs the service: liveness, readiness, metrics. */
export function operatorRoutes(deps: OperatorDeps): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  app.get('/healthz', (c) => c.json({ status: 'ok' }));
  app.get('/readyz', async (c) => ((await deps.isReady()) ? c.json({ status: 'ready' }) : problem(c, 'not_ready')));
  app.get('/metrics', async (c) => {
    if (!(await mayReadMetrics(c.req.header('authorization'), deps.metricsToken))) {
      return problem(c, 'session_invalid', undefined, { 'www-authenticate': 'Bearer' });
    }
    return c.text(await deps.metrics.text(), 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' });
  });
  return app;
}

async function mayReadMetrics(header: string | undefined, token: string | null): Promise<boolean> {
  return token === null || (await timingSafeEqual(header ?? '', `Bearer ${token}`));
}
