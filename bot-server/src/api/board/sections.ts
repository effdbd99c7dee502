import type { BoardReply, BoardTarget, BoardTask, TallyReply } from '@phuong-so/shared/contracts/board';
import { html } from 'hono/html';
import { NO_GROUP } from '../../work/board/board-of.ts';
import { figurePeriod } from '../../work/board/figure-period.ts';
import { monthAfter } from '../../work/board/months.ts';
import { STANDING_NAMES } from '../../work/board/standing-names.ts';
import { day, milestoneText, monthName, share, TARGET_STANDINGS, valueText, wordText } from './words.ts';

export function totalsSection({ total }: BoardReply) {
  return html`<section>
    <h2>Tổng số</h2>
    <dl class="numbers">
      ${number('', total.tasks, 'nhiệm vụ đang theo dõi')}
      ${number('sure', total.confirmed.done, 'hoàn thành, phường đã xác nhận')}
      ${number('said', total.reported.done, 'đơn vị tự báo cáo hoàn thành')}
      ${number('late', total.standings.overdue ?? 0, 'quá hạn theo kế hoạch, chưa có xác nhận')}
    </dl>
    <h3 style="margin-top: 1rem">Tình trạng theo thời hạn</h3>
    <ul>
      ${standings(total).map(([name, count]) => html`<li class="line"><span>${name}</span><b>${count}</b></li>`)}
    </ul>
    <p class="soft" style="margin-top: 0.75rem">“Đơn vị tự báo cáo” là lời của đơn vị thực hiện. “Phường xác nhận” là kết quả đã được đơn vị đầu mối của phường kiểm tra. Hai con số này không cộng với nhau.</p>
  </section>`;
}

function number(kind: string, value: number, name: string) {
  return html`<div class="${kind}"><dt>${name}</dt><dd>${value}</dd></div>`;
}

/** Those that there are, in the order of their names' list. */
export function standings({ standings: counts }: TallyReply): [string, number][] {
  const all = Object.entries(STANDING_NAMES).map(([key, name]): [string, number] => [name, counts[key] ?? 0]);
  return all.filter(([, count]) => count > 0);
}

export function groupsSection(board: BoardReply) {
  return html`<section>
    <h2>Theo nhóm nhiệm vụ</h2>
    ${board.groups.map(({ title, tally }) => {
      const tasks = board.tasks.filter(({ group }) => (group ?? NO_GROUP) === title);
      return html`<div class="part"><h3>${title}</h3>${bars(tally)}
        <details><summary>Xem ${tasks.length} nhiệm vụ</summary>${tasks.map(task)}</details></div>`;
    })}
  </section>`;
}

export function unitsSection({ units }: BoardReply) {
  return html`<section>
    <h2>Theo đơn vị chủ trì</h2>
    <p class="soft">Nhiệm vụ có hai đơn vị cùng chủ trì được tính cho cả hai.</p>
    ${units.map(({ unit, tally }) => html`<div class="part"><h3>${unit.name}</h3>${bars(tally)}</div>`)}
  </section>`;
}

/** The figures stand in the text; the bars only repeat them. */
function bars(tally: TallyReply) {
  const { tasks, confirmed, reported, standings: counts } = tally;
  const late = counts.overdue ?? 0;
  if (tasks === 0) return html`<p class="soft">Không còn nhiệm vụ nào đang theo dõi.</p>`;
  return html`<p class="line"><span>Phường xác nhận hoàn thành</span><b>${confirmed.done} / ${tasks}</b></p>
    <div class="bar" aria-hidden="true"><i style="width: ${share(confirmed.done, tally)}%"></i></div>
    <p class="line"><span>Đơn vị tự báo cáo hoàn thành</span><b>${reported.done} / ${tasks}</b></p>
    <div class="bar own" aria-hidden="true"><i style="width: ${share(reported.done, tally)}%"></i></div>
    ${late === 0 ? '' : html`<p class="late-line">${late} nhiệm vụ quá hạn theo kế hoạch, chưa có xác nhận</p>`}`;
}

function task(one: BoardTask) {
  const kind = one.standing === 'overdue' || one.standing === 'done' ? one.standing : '';
  return html`<div class="task ${kind}">
    <p><strong>${one.no === null ? '' : `${one.no}. `}${one.title}</strong></p>
    <p class="tag">${STANDING_NAMES[one.standing]}</p>
    <p>Chủ trì: ${one.leads.join('; ') || 'kế hoạch không nêu'}</p>
    <p>Thời hạn: ${one.due ?? 'kế hoạch không nêu'}${one.due_before_plan ? ' (trước ngày ký kế hoạch)' : ''}</p>
    <p>Phường xác nhận: ${wordText(one.confirmed) ?? 'chưa có'}</p>
    <p>Đơn vị tự báo cáo: ${wordText(one.reported) ?? 'chưa có'}</p>
  </div>`;
}

export function targetsSection({ targets }: BoardReply) {
  if (targets.length === 0) return '';
  return html`<section>
    <h2>Chỉ tiêu</h2>
    ${targets.map(target)}
  </section>`;
}

function target(one: BoardTarget) {
  return html`<div class="part">
    <h3>${one.no === null ? '' : `${one.no}. `}${one.name}</h3>
    <p class="line"><span>${milestoneText(one) ?? 'Kế hoạch không còn mốc nào tới'}</span></p>
    <p class="line"><span>Phường xác nhận</span><b>${figure(one, one.confirmed)}</b></p>
    ${one.reported === null ? '' : html`<p class="line"><span>Mới báo cáo, chưa xác nhận</span><b>${figure(one, one.reported)}</b></p>`}
    ${one.confirmed === null ? '' : html`<p class="soft">${TARGET_STANDINGS[one.standing]}. Theo ${one.confirmed.unit}.</p>`}
  </div>`;
}

function figure({ unit }: BoardTarget, value: BoardTarget['confirmed']): string {
  return value === null ? 'chưa có số liệu' : `${valueText(value.value, unit)} (${figurePeriod(value.period)})`;
}

export function changesSection({ month, changes, history, as_of }: BoardReply, path: string) {
  const before = monthAfter(month, -1);
  const isNow = as_of.startsWith(month);
  return html`<section id="thay-doi">
    <h2>Thay đổi trong tháng ${monthName(month)}</h2>
    ${changes.length === 0 ? html`<p>Chưa có thay đổi nào được phường ghi nhận trong tháng này.</p>` : ''}
    <ul>
      ${changes.map(({ on, title, text }) => html`<li class="part"><p class="soft">${day(on)}</p><p><strong>${title}</strong></p><p>${text}</p></li>`)}
    </ul>
    <p>
      <a class="go" href="${path}?thang=${before}#thay-doi">Xem tháng ${monthName(before)}</a>
      ${isNow ? '' : html`<a class="go" href="${path}#thay-doi">Về tháng này</a>`}
    </p>
    <details>
      <summary>Số lần báo cáo và xác nhận, từng tháng</summary>
      <table>
        <thead><tr><th scope="col">Tháng</th><th scope="col" class="number">Đơn vị báo cáo</th><th scope="col" class="number">Phường xác nhận</th></tr></thead>
        <tbody>
          ${history.map((one) => html`<tr><th scope="row">${monthName(one.month)}</th><td class="number">${one.reported}</td><td class="number">${one.confirmed}</td></tr>`)}
        </tbody>
      </table>
    </details>
  </section>`;
}
