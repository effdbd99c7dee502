import type { Context } from 'hono';
import { html } from 'hono/html';
import type { ApiEnv } from './environment.ts';
import type { Route } from './route.ts';

/** A plain page without scripts: what the routes are, with a link to the full description. */
export function docsPage(c: Context<ApiEnv>, routes: readonly Route[]): Response | Promise<Response> {
  const rows = routes.map(
    (one) => html`<tr><td>${one.method.toUpperCase()}</td><td><code>${one.path}</code></td><td>${one.summary}</td>
      <td>${one.access === 'signed_in' ? 'cần đăng nhập' : 'mọi người'}</td></tr>`,
  );
  // The page's own style is the only thing that the browser may load.
  c.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
  return c.html(html`<!doctype html>
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Phường Số: API</title>
        <style>
          body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; }
          td, th { border-bottom: 1px solid #ccc; padding: 0.4rem 0.6rem; text-align: left; vertical-align: top; }
        </style>
      </head>
      <body>
        <h1>Phường Số: API</h1>
        <p>Mô tả đầy đủ (OpenAPI 3.1): <a href="/api/openapi.json">/api/openapi.json</a></p>
        <table>
          <thead><tr><th>Cách gọi</th><th>Địa chỉ</th><th>Nội dung</th><th>Ai dùng được</th></tr></thead>
          <tbody>${rows}</tbody>
        </table>
        <p>Lỗi có dạng <code>{"error":{"code","message","details"}}</code>.</p>
      </body>
    </html>`);
}
