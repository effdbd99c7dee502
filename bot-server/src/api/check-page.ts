import type { CertificateReply } from '@phuong-so/shared/contracts/learning';
import { APP_NAME } from '@phuong-so/shared/domain/app-name';
import { writtenDay } from '@phuong-so/shared/domain/vietnam-time';
import { html, raw } from 'hono/html';
import { DEMO_MARK, WHAT_IT_IS } from '../learning/certificate-sheet.ts';
import { CHECK_PATH } from './certificate-address.ts';

/** What the page has to say. */
export type Checked =
  | { readonly kind: 'nothing_asked' }
  | { readonly kind: 'too_many' }
  | { readonly kind: 'none'; readonly code: string }
  | { readonly kind: 'found'; readonly certificate: CertificateReply };

/** The page on which anybody checks a certificate: no script, readable without the Mini App and with a screen reader. */
export function checkPage(checked: Checked) {
  return html`<!doctype html>
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <title>${TITLES[checked.kind]} - ${APP_NAME}</title>
        <style>
          ${raw(STYLE)}
        </style>
      </head>
      <body>
        <main>
          <p class="app">${APP_NAME}</p>
          <h1>Kiểm tra giấy chứng nhận</h1>
          ${said(checked)}
          <form method="get" action="${CHECK_PATH}">
            <label for="ma">${checked.kind === 'nothing_asked' ? 'Mã ghi trên giấy' : 'Kiểm tra mã khác'}</label>
            <input id="ma" name="ma" required maxlength="20" autocomplete="off" autocapitalize="characters" spellcheck="false" placeholder="CN-…" />
            <button type="submit">Kiểm tra</button>
          </form>
        </main>
      </body>
    </html>`;
}

const TITLES: Readonly<Record<Checked['kind'], string>> = {
  nothing_asked: 'Kiểm tra giấy chứng nhận',
  too_many: 'Chờ một lát',
  none: 'Không có giấy chứng nhận này',
  found: 'Có giấy chứng nhận này',
};

function said(checked: Checked) {
  switch (checked.kind) {
    case 'nothing_asked':
      return html`<p>Nhập mã ghi trên giấy để biết giấy có thật hay không. Viết hoa hay viết thường, có gạch nối hay không đều được.</p>`;
    case 'too_many':
      return html`<p class="box none" role="status">Có quá nhiều lượt kiểm tra từ nơi này. Vui lòng chờ một phút rồi thử lại.</p>`;
    case 'none':
      return html`<div class="box none" role="status">
          <h2>Không có giấy chứng nhận nào mang mã này</h2>
          <p>Mã đã nhập: <strong>${checked.code}</strong></p>
        </div>
        <p>Vui lòng xem lại từng chữ của mã. Nếu mã đúng như trên giấy thì giấy đó không có trong hệ thống: có thể là giấy giả, hoặc người học đã xóa dữ liệu của mình.</p>`;
    case 'found':
      return whole(checked.certificate);
  }
}

function whole({ code, name, course, ward, issued_at, demo, pdf, png }: CertificateReply) {
  const day = writtenDay(Date.parse(issued_at));
  return html`${demo ? html`<p class="box demo"><strong>${DEMO_MARK}.</strong> Giấy này chỉ để xem thử, không có giá trị.</p>` : ''}
    <div class="box found" role="status">
      <h2>${demo ? 'Có giấy trình diễn mang mã này' : 'Có giấy chứng nhận mang mã này'}</h2>
      <dl>
        <dt>Tên in trên giấy</dt>
        <dd>${name}</dd>
        <dt>Đã hoàn thành khóa học</dt>
        <dd>${course.title}</dd>
        <dt>Nơi cấp</dt>
        <dd>${ward.charAt(0).toLocaleUpperCase('vi')}${ward.slice(1)}</dd>
        <dt>Ngày cấp</dt>
        <dd>${day}</dd>
        <dt>Mã kiểm tra</dt>
        <dd>${code}</dd>
      </dl>
    </div>
    <p>Tờ giấy bạn đang cầm phải giống các dòng trên. Khác một dòng là giấy đã bị sửa.</p>
    <p><a href="${png}">Xem tờ giấy</a></p>
    <p><a href="${pdf}">Mở bản để in (PDF)</a></p>
    <p class="small">${WHAT_IT_IS}</p>`;
}

const STYLE = `
  :root { color-scheme: light dark; --ink: #13242f; --soft: #465967; --card: #ffffff; --paper: #eef3f5; --link: #084f59; --line: #7b929f; }
  body { background: var(--paper); color: var(--ink); font: 1.125rem/1.6 system-ui, sans-serif; margin: 0; overflow-wrap: anywhere; }
  main { background: var(--card); border-radius: 1rem; box-sizing: border-box; margin: 1rem auto; max-width: 36rem; padding: 1.25rem; }
  h1 { font-size: 1.5rem; line-height: 1.3; margin: 0 0 1rem; }
  h2 { font-size: 1.25rem; line-height: 1.35; margin: 0 0 0.5rem; }
  .app, .small, dt { color: var(--soft); }
  .app { margin: 0; }
  .small, dt { font-size: 1rem; }
  .box { border: 2px solid; border-radius: 0.75rem; padding: 0.875rem 1rem; }
  .box p:last-child { margin-bottom: 0; }
  .found { background: #e4f5ea; border-color: #14532d; color: #14532d; }
  .none { background: #fdeceb; border-color: #9c1710; color: #9c1710; }
  .demo { background: #fff3d6; border-color: #6d4300; color: #6d4300; }
  .box dt, .box dd { color: #13242f; }
  dl { margin: 0; }
  dd { font-weight: 600; margin: 0 0 0.625rem; }
  a { color: var(--link); display: inline-block; min-height: 1.6rem; padding: 0.375rem 0; }
  form { border-top: 1px solid var(--line); margin-top: 1.5rem; padding-top: 1rem; }
  label { display: block; font-weight: 600; }
  input, button { box-sizing: border-box; font: inherit; min-height: 3rem; padding: 0.5rem 0.875rem; width: 100%; }
  input { background: var(--card); border: 2px solid var(--line); border-radius: 0.75rem; color: var(--ink); margin: 0.375rem 0 0.75rem; text-transform: uppercase; }
  input::placeholder { color: var(--soft); opacity: 1; }
  button { background: #0d6975; border: 0; border-radius: 0.75rem; color: #ffffff; font-weight: 600; }
  :focus-visible { outline: 3px solid #b35900; outline-offset: 2px; }
  @media (prefers-color-scheme: dark) {
    :root { --ink: #e8f0f4; --soft: #b4c4ce; --card: #14242e; --paper: #0b161d; --link: #7fd3dd; --line: #7b929f; }
    :focus-visible { outline-color: #ffd978; }
  }
`;
