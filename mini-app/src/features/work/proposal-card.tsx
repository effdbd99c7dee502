import type { UnitRef } from '@phuong-so/shared/contracts/work';
import { Link } from 'react-router-dom';
import { Disclosure } from '../../ui/disclosure.tsx';
import { CheckField } from '../../ui/field.tsx';
import { UnitPicker } from '../../ui/unit-picker.tsx';
import { printedDay } from '../../ui/vietnam-time.ts';
import { ChangeList } from './change-list.tsx';
import { EditFields } from './edit-fields.tsx';
import { PlanSays } from './plan-says.tsx';
import { isReady, MATCH_NAMES, type Match, type RowChoice, type TaskProposal } from './proposal-choice.ts';
import { workTitle } from './work-words.ts';

const BADGES: Readonly<Record<Match, string>> = {
  new: 'badge',
  changed: 'badge badge--warning',
  gone: 'badge badge--warning',
  same: 'badge badge--good',
};

interface ProposalCardProps {
  readonly proposal: TaskProposal;
  readonly choice: RowChoice;
  readonly units: readonly UnitRef[];
  /** Address of the plan's passage; null = it cannot be opened. */
  readonly source: string | null;
  readonly workAddress: (id: string) => string;
  readonly onChoose: (choice: RowChoice) => void;
}

/** What was read, beside the words that it was read from; and what becomes of it. */
export function ProposalCard({ proposal, choice, units, source, workAddress, onChoose }: ProposalCardProps) {
  const { from, match, changes, work_ids } = proposal;
  const title = choice.edit.title ?? from.title;
  return (
    <>
      <span className="badges">
        <span className={BADGES[match]}>{MATCH_NAMES[match]}</span>
        {proposal.due_before_plan && <span className="badge badge--warning">Hạn trước ngày ký kế hoạch</span>}
      </span>
      <h3 className="fact-card__title work-gap">{workTitle({ no: from.no, title })}</h3>
      <Understood proposal={proposal} choice={choice} units={units} />
      {match === 'new' && <Decide {...{ proposal, choice, units, onChoose }} />}
      {changes.length > 0 && (
        <div className="work-gap">
          <p>Kế hoạch đọc lại ghi khác lúc xác nhận. Nhiệm vụ và báo cáo đã có vẫn giữ nguyên.</p>
          <ChangeList changes={changes} />
        </div>
      )}
      {work_ids.map((id, index) => (
        <Link key={id} className="text-button" to={workAddress(id)}>
          {work_ids.length === 1 ? 'Mở nhiệm vụ' : `Mở nhiệm vụ ${index + 1}/${work_ids.length}`}
          <span className="visually-hidden">: {title}</span>
        </Link>
      ))}
      <div className="proposal-source">
        <p className="proposal-source__name">Kế hoạch ghi:</p>
        <PlanSays from={from} source={source} isBrief />
      </div>
    </>
  );
}

/** How the service has understood the row. */
function Understood({ proposal, choice, units }: Pick<ProposalCardProps, 'proposal' | 'choice' | 'units'>) {
  const { leads, coordinating, due } = proposal;
  const named = (ids: readonly string[] | undefined, read: readonly UnitRef[]) =>
    ids === undefined ? read : ids.map((id) => units.find((unit) => unit.id === id) ?? { id, name: id });
  const lead = choice.split.length > 0 ? named(choice.split, []) : named(choice.edit.leads, leads);
  const words = (some: readonly UnitRef[]) => some.map(({ name }) => name).join('; ');
  const day = due.last_day === null ? '' : ` → hết ngày ${printedDay(due.last_day)}`;
  const helpers = named(choice.edit.coordinating, coordinating);
  return (
    <>
      <p className="fact-line">
        <strong>{choice.split.length > 0 ? 'Chia cho:' : 'Chủ trì:'}</strong>{' '}
        {lead.length === 0 ? 'chưa rõ đơn vị nào, cần chọn' : words(lead)}
      </p>
      {helpers.length > 0 && (
        <p className="fact-line">
          <strong>Phối hợp:</strong> {words(helpers)}
        </p>
      )}
      <p className="fact-line">
        <strong>Hạn:</strong>{' '}
        {choice.edit.due === undefined ? `${due.text ?? 'không ghi'}${day}` : (choice.edit.due ?? 'không có')}
      </p>
    </>
  );
}

function Decide({ proposal, choice, units, onChoose }: Omit<ProposalCardProps, 'source' | 'workAddress'>) {
  const { from, collective } = proposal;
  const work = { ...proposal, title: from.title };
  return (
    <div className="work-gap">
      {isReady(proposal, choice) ? (
        <CheckField
          label="Chọn để xác nhận"
          checked={choice.isChosen}
          onChange={(isChosen) => onChoose({ ...choice, isChosen })}
        />
      ) : (
        <p className="field__error">Cần chọn đơn vị chủ trì trước khi xác nhận.</p>
      )}
      {collective && (
        <Disclosure show="Chia cho từng đơn vị" hide="Xong">
          <UnitPicker
            label="Mỗi đơn vị được chọn có một nhiệm vụ riêng"
            units={units}
            chosen={choice.split}
            onChange={(split) => onChoose({ ...choice, split })}
          />
        </Disclosure>
      )}
      <Disclosure show="Sửa trước khi xác nhận" hide="Xong">
        <EditFields
          {...{ work, units }}
          edit={choice.edit}
          clashes={[]}
          onChange={(edit) => onChoose({ ...choice, edit })}
        />
      </Disclosure>
    </div>
  );
}
