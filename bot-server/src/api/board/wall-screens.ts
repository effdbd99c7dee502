import type { BoardReply, TallyReply } from '@phuong-so/shared/contracts/board';
import { html } from 'hono/html';
import { figurePeriod } from '../../work/board/figure-period.ts';
import { standings } from './sections.ts';
import { day, milestoneText, monthName, share, valueText } from './words.ts';

type Screen = ReturnType<typeof html>;

/** So many fit on one screen in letters that can be read from across a room. */
const FIT = { groups: 6, units: 6, targets: 8, changes: 6, overdue: 6 };

/** One screen after the other; never none. */
export function wallScreens(board: BoardReply): Screen[] {
  const { groups, units, targets, changes, tasks } = board;
  const overdue = tasks.filter(({ standing }) => standing === 'overdue');
  const screens = [
    ...(tasks.length === 0 ? [] : [standingScreen(board)]),
    ...parts(groups, FIT.groups, 'Theo nhóm nhiệm vụ', ({ title, tally }) => progress(title, tally)),
    ...parts(units, FIT.units, 'Theo đơn vị chủ trì', ({ unit, tally }) => progress(unit.name, tally)),
    ...parts(overdue, FIT.overdue, 'Quá hạn theo kế hoạch, chưa có xác nhận', overdueTask),
    ...parts(targets, FIT.targets, 'Chỉ tiêu', target),
    ...parts(changes, FIT.changes, `Thay đổi trong tháng ${monthName(board.month)}`, change),
  ];
  return screens.length === 0 ? [nothing()] : screens;
}

function parts<T>(all: readonly T[], most: number, title: string, draw: (one: T) => Screen): Screen[] {
  const count = Math.ceil(all.length / most);
  return Array.from({ length: count }, (_, at) => {
    const named = count === 1 ? title : `${title} (${at + 1}/${count})`;
    return html`<h2>${named}</h2><div class="grid">${all.slice(at * most, (at + 1) * most).map(draw)}</div>`;
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
    <p class="name">${name}</p>
    <p class="line sure"><span>Phường xác nhận</span><b>${confirmed.done} / ${tasks}</b></p>
    <div class="bar" aria-hidden="true"><i style="width: ${share(confirmed.done, tally)}%"></i></div>
    <p class="line said"><span>Đơn vị tự báo cáo</span><b>${reported.done} / ${tasks}</b></p>
    <div class="bar own" aria-hidden="true"><i style="width: ${share(reported.done, tally)}%"></i></div>
    ${late === 0 ? '' : html`<p class="late-text">${late} quá hạn, chưa có xác nhận</p>`}
  </div>`;
}

function overdueTask(task: BoardReply['tasks'][number]): Screen {
  return html`<div>
    <p class="name two">${task.no === null ? '' : `${task.no}. `}${task.title}</p>
    <p class="line"><span class="name soft">${task.leads.join('; ')}</span><b class="late-text">${task.due ?? ''}</b></p>
  </div>`;
}

function target(one: BoardReply['targets'][number]): Screen {
  const value = one.confirmed === null ? 'chưa có số liệu' : valueText(one.confirmed.value, one.unit);
  const period = one.confirmed === null ? '' : ` (${figurePeriod(one.confirmed.period)})`;
  return html`<div>
    <p class="name">${one.name}</p>
    <p class="line sure"><span class="soft">${milestoneText(one) ?? 'Không còn mốc nào tới'}</span><b>${value}${period}</b></p>
  </div>`;
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
