import type { BoardReply } from '@phuong-so/shared/contracts/board';
import { Card } from '../../ui/card.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Notice } from '../../ui/notice.tsx';
import { printedDay } from '../../ui/vietnam-time.ts';
import { BoardTasks } from './board-tasks.tsx';
import { standingsSentence, TallyView } from './tally-view.tsx';

/** What a ward tells everybody of its plan's work. No staff is named; what nobody entered is not counted. */
export function BoardView({ board }: { readonly board: BoardReply }) {
  const { notes, total, groups, units, tasks, changes, month, as_of, data_at, documents } = board;
  return (
    <>
      <p className="card__text">
        Theo{' '}
        {documents.map(({ number, title }) => number ?? title ?? 'kế hoạch không ghi số').join('; ') ||
          'kế hoạch của phường'}
        , tính đến {printedDay(as_of)}.{' '}
        {data_at === null ? 'Chưa có số liệu nào được nhập.' : `Số liệu nhập lần cuối ${printedDay(data_at)}.`}
      </p>
      {notes.map((note) => (
        <div key={note} className="sending-notice">
          <Notice tone="info">{note}</Notice>
        </div>
      ))}
      <Card heading="Cả phường">
        <p className="card__text">{standingsSentence(total)}</p>
        <TallyView tally={total} />
        <p className="field__hint">“Quá hạn” là theo ngày ghi trong kế hoạch, chưa có xác nhận hoàn thành.</p>
      </Card>
      <Card heading={`Thay đổi trong tháng ${month.slice(5)}/${month.slice(0, 4)}`}>
        {changes.length === 0 && <p>Chưa có thay đổi nào.</p>}
        <ul className="sending-history">
          {changes.map(({ on, title, text }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: read anew as a whole
            <li key={index}>
              <strong>{text}</strong>
              <span>
                {printedDay(on)}, {title}
              </span>
            </li>
          ))}
        </ul>
      </Card>
      {groups.length > 0 && (
        <Card heading="Theo nhóm nhiệm vụ">
          {groups.map(({ title, plain_title: plain, tally }) => (
            <Disclosure key={title} show={`${plain ?? title} (${tally.tasks})`} hide={`Ẩn: ${plain ?? title}`}>
              {plain != null && <p className="field__hint work-gap">Kế hoạch ghi: {title}</p>}
              <p className="work-gap">{standingsSentence(tally)}</p>
              <TallyView tally={tally} />
            </Disclosure>
          ))}
        </Card>
      )}
      {units.length > 0 && (
        <Card heading="Theo đơn vị chủ trì">
          {units.map(({ unit, tally }) => (
            <Disclosure key={unit.id} show={`${unit.name} (${tally.tasks})`} hide={`Ẩn: ${unit.name}`}>
              <p className="work-gap">{standingsSentence(tally)}</p>
              <TallyView tally={tally} />
            </Disclosure>
          ))}
        </Card>
      )}
      <BoardTargets targets={board.targets} />
      <BoardTasks tasks={tasks} groups={groups} />
    </>
  );
}

const TARGET_STANDINGS: Readonly<Record<BoardReply['targets'][number]['standing'], string>> = {
  reached: 'Đạt mốc tới',
  not_reached: 'Chưa đạt mốc tới',
  cannot_compare: 'Không so được bằng số',
  no_figure: 'Chưa có số liệu',
  no_milestone: 'Không có mốc tới',
};

function BoardTargets({ targets }: Pick<BoardReply, 'targets'>) {
  if (targets.length === 0) return null;
  const withFigure = targets.filter(({ confirmed, reported }) => confirmed !== null || reported !== null);
  return (
    <Card heading={`Chỉ tiêu (${targets.length})`}>
      <p className="card__text">
        {withFigure.length} chỉ tiêu có số liệu, {targets.length - withFigure.length} chỉ tiêu chưa có số liệu.
      </p>
      <Disclosure show="Xem từng chỉ tiêu" hide="Ẩn chỉ tiêu">
        <ul>
          {targets.map(({ name, unit, next, confirmed, reported, standing }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a plan may name two targets alike
            <li key={index} className="word-sides__one work-gap">
              <strong>
                {name}
                {unit !== null && ` (${unit})`}
              </strong>
              {next !== null && (
                <p>
                  Mốc {next.year || 'không ghi năm'}: {next.value ?? 'không đặt'}
                </p>
              )}
              <p>Đã xác nhận: {confirmed === null ? 'chưa có số liệu' : `${confirmed.value} (${confirmed.period})`}</p>
              {reported !== null && (
                <p>
                  Tự báo, chưa xác nhận: {reported.value} ({reported.period})
                </p>
              )}
              <p className="work-by">{TARGET_STANDINGS[standing]}</p>
            </li>
          ))}
        </ul>
      </Disclosure>
    </Card>
  );
}
