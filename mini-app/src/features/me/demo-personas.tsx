import type { Persona } from '@phuong-so/shared/contracts/session';
import type { WardReply } from '@phuong-so/shared/contracts/wards';
import { useState, useSyncExternalStore } from 'react';
import { failureWords } from '../../session/call-failure.ts';
import type { SessionStore } from '../../session/session-store.ts';
import { SelectField, TextField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { signedInWords } from './person-words.ts';

const TITLES: Readonly<Record<Persona, string>> = {
  resident: 'Người dân',
  leader: 'Tổ trưởng tổ dân phố',
  official: 'Cán bộ phường',
  admin: 'Quản trị',
};
const DEFAULT_UNIT = 'Phòng Văn hóa - Xã hội';

interface DemoPersonasProps {
  readonly session: SessionStore;
  readonly ward: WardReply;
  readonly group: string | null;
}

/** At a server that shows itself, in a browser: who to be. Not part of a ward's real service. */
export function DemoPersonas({ session, ward, group }: DemoPersonasProps) {
  const snapshot = useSyncExternalStore(session.subscribe, session.snapshot);
  const [persona, setPersona] = useState<Persona>('resident');
  const [unit, setUnit] = useState(DEFAULT_UNIT);
  const [error, setError] = useState<string | null>(null);
  const isBusy = snapshot.kind === 'signing_in';

  const enter = async () => {
    setError(null);
    const asLeader = persona === 'leader' ? { group: group ?? ward.groups[0]?.id ?? 'to-1' } : {};
    const asOfficial = persona === 'official' && unit.trim() !== '' ? { unit: unit.trim() } : {};
    try {
      await session.signInAs({ persona, ward: ward.key, ...asLeader, ...asOfficial });
    } catch (thrown) {
      setError(failureWords(thrown));
    }
  };
  return (
    <>
      <p className="card__text">
        Máy chủ này đang trình diễn: có thể thử ứng dụng với vai bất kỳ, không cần tài khoản.
      </p>
      <SelectField
        label="Vai muốn thử"
        options={Object.entries(TITLES).map(([value, title]) => ({ value, title }))}
        value={persona}
        onChoose={(value) => setPersona(value as Persona)}
      />
      {persona === 'official' && (
        <TextField label="Đơn vị" value={unit} onChange={(event) => setUnit(event.target.value)} />
      )}
      <button
        type="button"
        className="button button--primary button--wide"
        disabled={isBusy}
        onClick={() => void enter()}
      >
        {isBusy ? 'Đang vào…' : 'Vào vai này'}
      </button>
      {snapshot.kind === 'signed_in' && (
        <button type="button" className="button button--quiet button--wide" onClick={() => session.leave()}>
          Thôi vai
        </button>
      )}
      <p role="status" className="card__text">
        {snapshot.kind === 'signed_in' ? signedInWords(snapshot) : ''}
      </p>
      <div role="alert">{error !== null && <Notice tone="warning">{error}</Notice>}</div>
    </>
  );
}
