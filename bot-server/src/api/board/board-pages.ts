import type { BoardReply } from '@phuong-so/shared/contracts/board';
import { type Context, Hono } from 'hono';
import { compress } from 'hono/compress';
import { seeBoard } from '../../flows/board/see-board.ts';
import type { ApiDeps, ApiEnv } from '../environment.ts';
import { callerAddress } from '../middleware/caller-address.ts';
import { keptByEtag } from '../middleware/kept-by-etag.ts';
import { type RateLimit, takeTurn } from '../middleware/rate-limit.ts';
import { securityHeaders } from '../middleware/security-headers.ts';
import { READING } from '../route.ts';
import { fileName } from '../send-file.ts';
import { targetsCsv, tasksCsv } from './data-files.ts';
import { boardPage } from './page.ts';
import { wallPage } from './wall.ts';
import { withPlainTitles } from './with-plain-titles.ts';

/** Where a ward's public board is read without the Mini App. */
export const BOARD_PATH = '/bang';
/** The page's own style is all that the browser may load. */
const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const NO_WARD = 'Không có phường này. Vui lòng xem lại địa chỉ.';
const WAIT = 'Có quá nhiều lượt xem từ nơi này. Vui lòng chờ một phút rồi thử lại.';
const MONTH = /^20\d{2}-(0[1-9]|1[0-2])$/;

type Asked = Context<ApiEnv, `${string}/:ward`>;

/** The board as a page, for a wall, and as data: /bang/<ward>, /bang/<ward>/man-hinh, /bang/<ward>.csv, .json, /chi-tieu.csv. */
export function boardPages(deps: ApiDeps, limit: RateLimit): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  app.use(`${BOARD_PATH}/*`, securityHeaders(), compress({ encoding: 'gzip' }), keptByEtag(), async (c, next) => {
    c.set('route', `${BOARD_PATH}/:ward`);
    c.header('cache-control', 'no-cache');
    const wait = takeTurn(limit, null, callerAddress(c, deps.behindProxy), READING);
    if (wait === 0) return next();
    c.header('retry-after', String(wait));
    return c.text(WAIT, 429);
  });
  app.get(`${BOARD_PATH}/:ward`, (c) => pageOrData(c, deps));
  app.get(`${BOARD_PATH}/:ward/man-hinh`, (c) =>
    withBoard(c, deps, c.req.param('ward'), (board) => {
      c.header('content-security-policy', PAGE_POLICY);
      // The time stands on it; nobody else asks for the same.
      c.header('cache-control', 'no-store');
      return c.html(wallPage(board, deps.plainTitles, Number(c.req.query('trang')) || 1, deps.clock.now().getTime()));
    }),
  );
  app.get(`${BOARD_PATH}/:ward/chi-tieu.csv`, (c) =>
    withBoard(c, deps, c.req.param('ward'), (board) => table(c, targetsCsv(board), `chi-tieu-${board.ward}.csv`)),
  );
  return app;
}

function pageOrData(c: Asked, deps: ApiDeps): Promise<Response> {
  const [, ward = '', ending] = /^(.*?)(?:\.(csv|json))?$/.exec(c.req.param('ward')) ?? [];
  return withBoard(c, deps, ward, (board) => {
    if (ending === 'csv') return table(c, tasksCsv(board), `nhiem-vu-${board.ward}.csv`);
    if (ending === 'json') return c.json(withPlainTitles(board, deps.plainTitles));
    c.header('content-security-policy', PAGE_POLICY);
    return c.html(boardPage(board, `${BOARD_PATH}/${encodeURIComponent(board.ward)}`, deps.plainTitles));
  });
}

async function withBoard(
  c: Context<ApiEnv>,
  deps: ApiDeps,
  ward: string,
  show: (board: BoardReply) => Response | Promise<Response>,
): Promise<Response> {
  const month = c.req.query('thang') ?? '';
  const board = await seeBoard(deps.board, ward, MONTH.test(month) ? month : null);
  return board === null ? c.text(NO_WARD, 404) : show(board);
}

function table(c: Context<ApiEnv>, text: string, name: string): Response {
  return c.body(text, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; ${fileName(name)}`,
  });
}
