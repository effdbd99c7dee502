import type { ClassReply } from '@phuong-so/shared/contracts/classes';
import { useState } from 'react';
import { failureWords } from '../../session/call-failure.ts';
import { ActFailure } from '../../ui/act-failure.tsx';
import { Card } from '../../ui/card.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { type Act, useAct } from '../../ui/use-act.ts';
import { CheckInForm } from './check-in-form.tsx';
import type { RegisterAs } from './register-form.tsx';
import { RegisterForm } from './register-form.tsx';

export interface PlaceActions {
  readonly onTake: (as: RegisterAs) => Promise<void>;
  readonly onGiveUp: () => Promise<void>;
  readonly onCheckIn: (code: string) => Promise<void>;
}

interface OwnPlaceProps extends PlaceActions {
  readonly held: ClassReply;
  readonly groups: readonly { readonly id: string; readonly name: string }[];
  /** The neighbourhood group chosen on this device. */
  readonly group: string | null;
  /** From the scanned code; null = the class was opened without one. */
  readonly code: string | null;
  /** Reads the class anew: it may have filled up or been cancelled meanwhile. */
  readonly onFailed: () => void;
}

/** What the person can do with the class now: ask for a place, give it back, check in. */
export function OwnPlace(props: OwnPlaceProps) {
  const { held, code, onFailed, onCheckIn } = props;
  const { mine, state } = held;
  const act = useAct(failureWords, onFailed);
  if (state === 'cancelled') return null;
  const hasPlace = mine !== null && mine.state !== 'given_up';
  if (!hasPlace) {
    const isTaking = state === 'open' || state === 'full';
    if (!isTaking && code === null) return null;
    return (
      <>
        {isTaking && <RegisterForm {...props} act={act} />}
        {code !== null && <CheckInForm code={code} onCheckIn={onCheckIn} onFailed={onFailed} />}
      </>
    );
  }
  return (
    <Card heading="Chỗ của bác">
      <p role="status" className="own-place">
        {placeSentence(mine)}
      </p>
      {!mine.attended && <CheckInForm code={code} onCheckIn={onCheckIn} onFailed={onFailed} />}
      {(state === 'open' || state === 'full') && !mine.attended && <GiveUp onGiveUp={props.onGiveUp} act={act} />}
    </Card>
  );
}

function placeSentence({ state, position, attended }: NonNullable<ClassReply['mine']>): string {
  if (attended) return 'Đã ghi bác có mặt ở lớp này. Chúc bác học vui.';
  if (state === 'seated') return 'Bác đã có chỗ. Xin nhớ giờ học; không đi được thì trả chỗ để người khác học.';
  return `Bác đang ở danh sách chờ, vị trí thứ ${position ?? 1}. Có người trả chỗ thì bác được lên thay.`;
}

function GiveUp({
  onGiveUp,
  act: { busy, error, act },
}: {
  readonly onGiveUp: () => Promise<void>;
  readonly act: Act;
}) {
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <button
        type="button"
        className="button button--quiet button--wide"
        disabled={busy}
        onClick={() => setAsking(true)}
      >
        Không đi được, trả chỗ
      </button>
      <ActFailure error={error} />
      {isAsking && (
        <ConfirmDialog
          title="Trả chỗ trong lớp?"
          text="Chỗ của bác sẽ dành cho người đang chờ. Muốn học lại thì phải đăng ký từ đầu."
          confirmLabel="Trả chỗ"
          cancelLabel="Giữ chỗ"
          onConfirm={() => {
            setAsking(false);
            void act(onGiveUp);
          }}
          onCancel={() => setAsking(false)}
        />
      )}
    </>
  );
}
