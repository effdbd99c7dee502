import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import { docsPage } from './docs-page.ts';
import type { ApiDeps, ApiEnv } from './environment.ts';
import { handleFailure } from './failure.ts';
import { observe } from './middleware/observe.ts';
import { rateLimit } from './middleware/rate-limit.ts';
import { readSession } from './middleware/read-session.ts';
import { securityHeaders } from './middleware/security-headers.ts';
import { openApi } from './openapi.ts';
import { operatorRoutes } from './operator-routes.ts';
import { register } from './register.ts';
import { problem } from './respond.ts';
import { ROUTES } from './routes.ts';

const BODY_LIMIT = 64 * 1024;
/** Where the Mini App runs inside Zalo; iPhones send the second form. */
const ZALO_ORIGINS = ['https://h5.zdn.vn', 'zbrowser://h5.zdn.vn'];

/** The whole HTTP interface but the Mini App's own files. */
export function createApi(deps: ApiDeps): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  app.onError((error, c) => handleFailure(error, c, deps));
  app.notFound((c) => problem(c, 'not_found'));
  app.use(observe(deps));
  app.route('/', operatorRoutes(deps));

  app.use('/api/*', securityHeaders());
  app.use(
    '/api/*',
    cors({
      origin: ZALO_ORIGINS,
      allowHeaders: ['authorization', 'content-type'],
      exposeHeaders: ['retry-after', 'x-request-id'],
      maxAge: 86_400,
    }),
  );
  const description = openApi(ROUTES);
  app.get('/api/openapi.json', (c) => c.json(description));
  app.get('/api/docs', (c) => docsPage(c, ROUTES));
  app.use('/api/v1/*', bodyLimit({ maxSize: BODY_LIMIT, onError: (c) => problem(c, 'body_too_large') }));
  app.use('/api/v1/*', readSession(deps));
  const limit = rateLimit(deps.clock);
  for (const one of ROUTES) register(app, one, deps, limit);
  app.all('/api/*', (c) => problem(c, 'not_found'));
  return app;
}
