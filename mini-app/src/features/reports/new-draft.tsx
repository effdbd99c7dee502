import type { DraftCard } from '@phuong-so/shared/contracts/report-drafts';
import { useState } from 'react';
import { ActFailure } from '../../ui/act-failure.tsx';
import { Card } from '../../ui/card.tsx';
import { RadioGroup, SelectField, TextField } from '../../ui/field.tsx';
import type { Act } from '../../ui/use-act.ts';
import { KIND_NAMES, periodFor } from './report-words.ts';

interface NewDraftProps {
  /** ISO day. */
  readonly asOf: string;
  /** The person's own unit as the ward names it; null = none. */
  readonly unit: string | null;
  /** Whether they may draft the ward's own report. */
  readonly isStanding: boolean;
  readonly act: Act;
  readonly onOpen: (kind: DraftCard['kind'], period: string, isWards: boolean) => Promise<void>;
}

const KINDS = (Object.keys(KIND_NAMES) as DraftCard['kind'][]).map((value) => ({ value, title: KIND_NAMES[value] }));

/** Begins a draft, or opens the one that is there for the same period. */
export function NewDraft({ asOf, unit, isStanding, act: { busy, error, act }, onOpen }: NewDraftProps) {
  const [kind, setKind] = useState<DraftCard['kind']>('yearly');
  const [whose, setWhose] = useState(isStanding ? 'ward' : 'unit');
  const [from, setFrom] = useState(`${asOf.slice(0, 4)}-01-01`);
  const [until, setUntil] = useState(asOf);
  const isReady = kind !== 'on_demand' || (from !== '' && until !== '' && from <= until);
  const owners = [
    ...(isStanding ? [{ value: 'ward', title: 'Cả phường' }] : []),
    ...(unit === null ? [] : [{ value: 'unit', title: unit }]),
  ];
  return (
    <Card heading="Soạn báo cáo">
      <p className="card__text">Bản dự thảo lấy số đã được nhập. Chỗ chưa có số thì ghi “chưa có số liệu”.</p>
      <RadioGroup label="Loại báo cáo" options={KINDS} chosen={kind} onChoose={setKind} />
      <div className="sending-fields">
        {owners.length > 1 && <SelectField label="Báo cáo của" options={owners} value={whose} onChoose={setWhose} />}
        {kind === 'on_demand' && (
          <>
            <TextField label="Từ ngày" type="date" value={from} onChange={({ target }) => setFrom(target.value)} />
            <TextField label="Đến ngày" type="date" value={until} onChange={({ target }) => setUntil(target.value)} />
          </>
        )}
      </div>
      <button
        type="button"
        className="button button--primary button--wide"
        disabled={busy || !isReady}
        onClick={() => void act(() => onOpen(kind, periodFor(kind, asOf, from, until), whose === 'ward'))}
      >
        {busy ? 'Đang soạn…' : 'Mở bản dự thảo'}
      </button>
      <ActFailure error={error} />
    </Card>
  );
}
