import type { BoardReply } from '@phuong-so/shared/contracts/board';
import { APP_NAME } from '@phuong-so/shared/domain/app-name';
import { writtenDay, writtenHour } from '@phuong-so/shared/domain/vietnam-time';
import { html, raw } from 'hono/html';
import { PAGE_STYLE } from './page-style.ts';
import { changesSection, groupsSection, targetsSection, totalsSection, unitsSection } from './sections.ts';
import { day, wardTitle } from './words.ts';

/** The public board as a page: no script, readable on a cheap phone and with a screen reader. `path`: "/bang/<ward>". */
export function boardPage(board: BoardReply, path: string) {
  const title = `Bảng theo dõi kế hoạch - ${wardTitle(board)}`;
  return html`<!doctype html>
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} - ${APP_NAME}</title>
        <style>
          ${raw(PAGE_STYLE)}
        </style>
      </head>
      <body>
        <main>
          <header>
            <p class="soft">${APP_NAME}</p>
            <h1>Bảng theo dõi kế hoạch của ${wardTitle(board)}</h1>
            <p>Tính đến hết ngày <strong>${day(board.as_of)}</strong>. ${enteredAt(board)}</p>
            <p class="soft">${planNames(board)}</p>
            ${board.notes.map((note) => html`<p class="box">${note}</p>`)}
          </header>
          ${board.tasks.length === 0 ? nothingYet() : html`${totalsSection(board)}${groupsSection(board)}${unitsSection(board)}`}
          ${targetsSection(board)}
          ${changesSection(board, path)}
          ${downloads(path)}
        </main>
      </body>
    </html>`;
}

/** "Số liệu nhập lần cuối lúc 10h25, ngày 21/11/2026." */
export function enteredAt({ data_at }: Pick<BoardReply, 'data_at'>): string {
  if (data_at === null) return 'Chưa có số liệu nào được nhập.';
  const at = Date.parse(data_at);
  return `Số liệu nhập lần cuối lúc ${writtenHour(at)}, ngày ${writtenDay(at)}.`;
}

function planNames({ documents }: BoardReply): string {
  const names = documents.map(({ number, date, title }) => {
    const called = number === null ? (title ?? 'Kế hoạch') : `Kế hoạch ${number}`;
    return date === null ? called : `${called} ngày ${day(date)}`;
  });
  return names.length === 0 ? '' : `Theo: ${names.join('; ')}.`;
}

function nothingYet() {
  return html`<section>
    <h2>Chưa có gì để theo dõi</h2>
    <p>Khi phường xác nhận các nhiệm vụ của kế hoạch trên hệ thống, tiến độ của từng nhiệm vụ sẽ hiện ở đây. Chưa có số liệu không có nghĩa là chưa làm.</p>
  </section>`;
}

function downloads(path: string) {
  return html`<section>
    <h2>Tải số liệu</h2>
    <p class="soft">Mở bằng Excel hoặc phần mềm bảng tính. Số liệu như trên trang này, không có tên người.</p>
    <p>
      <a class="go" href="${path}.csv">Các nhiệm vụ (CSV)</a>
      <a class="go" href="${path}/chi-tieu.csv">Các chỉ tiêu (CSV)</a>
      <a class="go" href="${path}.json">Tất cả (JSON)</a>
    </p>
    <p><a class="go" href="${path}/man-hinh">Bảng cho màn hình lớn</a></p>
  </section>`;
}
