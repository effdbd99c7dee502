import { Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { boardPages } from './board/board-pages.ts';
import { certificatePages } from './certificate-pages.ts';
import { docsPage } from './docs-page.ts';
import { downloadFiles } from './download-files.ts';
import type { ApiDeps, ApiEnv } from './environment.ts';
import { handleFailure } from './failure.ts';
import { crossOrigin } from './middleware/cross-origin.ts';
import { keptByEtag } from './middleware/kept-by-etag.ts';
import { observe } from './middleware/observe.ts';
import { rateLimit } from './middleware/rate-limit.ts';
import { readSession } from './middleware/read-session.ts';
import { securityHeaders } from './middleware/security-headers.ts';
import { openApi } from './openapi.ts';
import { operatorRoutes } from './operator-routes.ts';
import type { ProblemCode } from './problems.ts';
import { register } from './register.ts';
import { problem, sendJson } from './respond.ts';
import { ROUTES } from './routes.ts';

const BODY_LIMIT = 64 * 1024;
/** Bytes from which a reply is compressed; below it nothing is won. */
const COMPRESS_FROM = 1024;

/** What is longer is refused before it is read, by its own statement or where it goes on. */
function limitBodies(): MiddlewareHandler<ApiEnv> {
  const limited = (maxSize: number, code: ProblemCode) => bodyLimit({ maxSize, onError: (c) => problem(c, code) });
  const usual = limited(BODY_LIMIT, 'body_too_large');
  const files = ROUTES.filter(({ fileLimit }) => fileLimit > 0);
  const byPath = new Map(files.map(({ path, fileLimit }) => [path, limited(fileLimit, 'file_too_large')]));
  return (c, next) => (c.req.method === 'POST' ? (byPath.get(c.req.path) ?? usual) : usual)(c, next);
}

/** The whole HTTP interface but the Mini App's own files. */
export function createApi(deps: ApiDeps): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  app.onError((error, c) => handleFailure(error, c, deps));
  app.notFound((c) => problem(c, 'not_found'));
  app.use(observe(deps));
  app.route('/', operatorRoutes(deps));
  const limit = rateLimit(deps.clock);
  app.route('/', certificatePages(deps, limit));
  app.route('/', downloadFiles(deps, limit));
  app.route('/', boardPages(deps, limit));

  app.use('/api/*', securityHeaders());
  app.use('/api/*', crossOrigin(deps.devOrigin));
  app.use('/api/*', compress({ encoding: 'gzip', threshold: COMPRESS_FROM }));
  const description = openApi(ROUTES);
  app.get('/api/openapi.json', keptByEtag(), (c) => sendJson(c, description, 200, { 'cache-control': 'no-cache' }));
  app.get('/api/docs', (c) => docsPage(c, ROUTES));
  app.use('/api/v1/*', limitBodies());
  app.use('/api/v1/*', readSession(deps));
  for (const one of ROUTES) register(app, one, deps, limit);
  app.all('/api/*', (c) => problem(c, 'not_found'));
  return app;
}
