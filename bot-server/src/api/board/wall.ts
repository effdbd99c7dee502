import type { BoardReply } from '@phuong-so/shared/contracts/board';
import { APP_NAME } from '@phuong-so/shared/domain/app-name';
import { writtenDay, writtenHour } from '@phuong-so/shared/domain/vietnam-time';
import { html, raw } from 'hono/html';
import { enteredAt } from './page.ts';
import { wallScreens } from './wall-screens.ts';
import { WALL_STYLE } from './wall-style.ts';
import { day, wardTitle } from './words.ts';

/** So many seconds each screen stands; then the page loads itself anew and shows the next one. */
const SECONDS = 60;

/**
 * The board for a ward's wall: one screen after the other, the totals always there. No script, so that it runs for months in
 * whatever browser the screen has. `screen`: from 1, any number; `now`: epoch ms, when this page was made.
 */
export function wallPage(board: BoardReply, screen: number, now: number) {
  const screens = wallScreens(board);
  const at = (Math.max(1, screen) - 1) % screens.length;
  const { total, notes } = board;
  return html`<!doctype html>
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="refresh" content="${SECONDS};url=?trang=${((at + 1) % screens.length) + 1}" />
        <title>Bảng theo dõi kế hoạch - ${wardTitle(board)}</title>
        <style>
          ${raw(WALL_STYLE)}
        </style>
      </head>
      <body>
        <header>
          <h1>Bảng theo dõi kế hoạch của ${wardTitle(board)}</h1>
          <p>Tính đến hết ngày ${day(board.as_of)}</p>
        </header>
        ${notes.length === 0 ? '' : html`<p class="note">${notes.join(' ')}</p>`}
        ${
          total.tasks === 0
            ? ''
            : html`<dl class="numbers">
          ${number('', total.tasks, 'nhiệm vụ đang theo dõi')}
          ${number('sure', total.confirmed.done, 'hoàn thành, phường đã xác nhận')}
          ${number('said', total.reported.done, 'đơn vị tự báo cáo hoàn thành')}
          ${number('late', total.standings.overdue ?? 0, 'quá hạn theo kế hoạch, chưa có xác nhận')}
        </dl>`
        }
        <main class="screen">${screens[at]}</main>
        <footer>
          <p>${enteredAt(board)} Trang tải lúc ${writtenHour(now)} ngày ${writtenDay(now)}.</p>
          <p>${screens.length === 1 ? APP_NAME : `${APP_NAME} · ${at + 1}/${screens.length}`}</p>
        </footer>
      </body>
    </html>`;
}

function number(kind: string, value: number, name: string) {
  return html`<div class="${kind}"><dt>${name}</dt><dd>${value}</dd></div>`;
}
