import type { BoardReply, TallyReply } from '@phuong-so/shared/contracts/board';
import type { PlainTitles } from '@phuong-so/shared/domain/plain-titles';
import { html } from 'hono/html';
import { figurePeriod } from '../../work/board/figure-period.ts';
import { standings } from './sections.ts';
import { day, milestoneText, monthName, share, valueText } from './words.ts';

type Screen = ReturnType<typeof html>;

/** So many fit on one screen in letters that can be read from across a room. */
const FIT = { groups: 6, units: 6, targets: 8, changes: 8, overdue: 6 };
/** Not more than so many are written larger. */
const FEW = 4;

/** One screen after the other; never none. */
export function wallScreens(board: BoardReply, plain: PlainTitles): Screen[] {
  const { groups, units, targets, changes, tasks } = board;
  const overdue = tasks.filter(({ standing }) => standing === 'overdue');
  const figured = targets.filter(({ confirmed, reported }) => confirmed !== null || reported !== null);
  const screens = [
    ...(tasks.length === 0 ? [] : [standingScreen(board)]),
    ...parts(groups, FIT.groups, 'Hoàn thành theo nhóm nhiệm vụ', ({ title, tally }) =>
      progress(plain(title) ?? title, tally),
    ),
    ...parts(units, FIT.units, 'Hoàn thành theo đơn vị chủ trì', ({ unit, tally }) => progress(unit.name, tally)),
    ...parts(overdue, FIT.overdue, 'Quá hạn theo kế hoạch, chưa có xác nhận', overdueTask),
    ...parts(figured, FIT.targets, `Chỉ tiêu có số liệu: ${figured.length} trong ${targets.length}`, target),
    ...(targets.length > 0 && figured.length === 0 ? [noFigures(targets.length)] : []),
    ...parts(changes, FIT.changes, `Thay đổi trong tháng ${monthName(board.month)}`, change),
  ];
  return screens.length === 0 ? [nothing()] : screens;
}

function parts<T>(all: readonly T[], most: number, title: string, draw: (one: T) => Screen): Screen[] {
  const count = Math.ceil(all.length / most);
  const each = Math.ceil(all.length / Math.max(1, count));
  return Array.from({ length: count }, (_, at) => {
    const named = count === 1 ? title : `${title} (${at + 1}/${count})`;
    const shown = all.slice(at * each, (at + 1) * each);
    return html`<h2>${named}</h2><div class="grid${shown.length <= FEW ? ' few' : ''}">${shown.map(draw)}</div>`;
  });
}

function standingScreen({ total }: BoardReply): Screen {
  return html`<h2>Tình trạng theo thời hạn</h2>
    <div class="grid one">
      ${standings(total).map(([name, count]) => html`<p class="line"><span>${name}</span><b>${count}</b></p>`)}
    </div>`;
}

function progress(name: string, tally: TallyReply): Screen {
  const { tasks, confirmed, reported, standings: counts } = tally;
  const late = counts.overdue ?? 0;
  return html`<div>
    <p class="name two">${name}</p>
    <div class="both">
      <div>
        <p class="line sure"><span>Phường xác nhận</span><b>${confirmed.done} / ${tasks}</b></p>
        <div class="bar" aria-hidden="true"><i style="width: ${share(confirmed.done, tally)}%"></i></div>
      </div>
      <div>
        <p class="line said"><span>Đơn vị báo cáo</span><b>${reported.done} / ${tasks}</b></p>
        <div class="bar own" aria-hidden="true"><i style="width: ${share(reported.done, tally)}%"></i></div>
      </div>
    </div>
    ${late === 0 ? '' : html`<p class="late-text">${late} quá hạn, chưa có xác nhận</p>`}
  </div>`;
}

function overdueTask(task: BoardReply['tasks'][number]): Screen {
  return html`<div>
    <p class="name two">${task.no === null ? '' : `${task.no}. `}${task.title}</p>
    <p class="name soft">${task.leads.join('; ')}</p>
    <p class="name late-text">${task.due ?? ''}</p>
  </div>`;
}

/** What is confirmed; where nothing is, that something was reported and is not confirmed. */
function target(one: BoardReply['targets'][number]): Screen {
  const figure = one.confirmed ?? one.reported;
  const value = figure === null ? '' : `${valueText(figure.value, one.unit)} (${figurePeriod(figure.period)})`;
  const kind = one.confirmed === null ? 'said' : 'sure';
  return html`<div>
    <p class="name two">${one.name}</p>
    <p class="line ${kind}"><span class="soft">${milestoneText(one) ?? 'Không còn mốc nào tới'}</span><b>${value}</b></p>
    ${one.confirmed === null ? html`<p class="soft">Đơn vị báo cáo, phường chưa xác nhận</p>` : ''}
  </div>`;
}

function noFigures(count: number): Screen {
  return html`<h2>Chỉ tiêu</h2><div class="big"><p>${count} chỉ tiêu của kế hoạch chưa có số liệu.</p></div>`;
}

function change(one: BoardReply['changes'][number]): Screen {
  return html`<div>
    <p class="name">${one.title}</p>
    <p class="two"><span class="soft">${day(one.on)}</span> ${one.text}</p>
  </div>`;
}

function nothing(): Screen {
  return html`<div class="big">
    <p>Khi phường xác nhận các nhiệm vụ của kế hoạch trên hệ thống, tiến độ sẽ hiện ở đây.</p>
    <p class="soft">Chưa có số liệu không có nghĩa là chưa làm.</p>
  </div>`;
}
