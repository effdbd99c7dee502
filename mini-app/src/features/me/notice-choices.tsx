import { failureWords } from '../../session/call-failure.ts';
import { ActFailure } from '../../ui/act-failure.tsx';
import { Card } from '../../ui/card.tsx';
import { KIND_NAMES } from '../../ui/kind-names.ts';
import { SwitchRow } from '../../ui/switch-row.tsx';
import { useAct } from '../../ui/use-act.ts';
import { NOTICE_KINDS, type NoticeKind } from './notice-kinds.ts';

interface KindChoicesProps {
  readonly muted: readonly NoticeKind[];
  readonly onChange: (muted: readonly NoticeKind[]) => Promise<void>;
}

/** Which kinds come by themselves; each press is kept at once. */
export function KindChoices({ muted, onChange }: KindChoicesProps) {
  const { busy, error, act } = useAct(failureWords);
  const press = (kind: NoticeKind) =>
    void act(() => onChange(muted.includes(kind) ? muted.filter((one) => one !== kind) : [...muted, kind]));
  return (
    <Card heading="Loại tin muốn nhận">
      <p className="card__text">
        Bấm để tắt hoặc bật. Tắt loại nào thì loại đó không tự đến nữa, nhưng vẫn có trong mục Thông báo.
      </p>
      <ul className="rows">
        {NOTICE_KINDS.map(({ kind, meaning }) => (
          <SwitchRow
            key={kind}
            name={KIND_NAMES[kind]}
            meaning={meaning}
            isOn={!muted.includes(kind)}
            busy={busy}
            onPress={() => press(kind)}
          />
        ))}
      </ul>
      <ActFailure error={error} />
    </Card>
  );
}

interface ChatChoiceProps {
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => Promise<void>;
}

/** Messages of the ward's Official Account. */
export function ChatChoice({ isOn, onChange }: ChatChoiceProps) {
  const { busy, error, act } = useAct(failureWords);
  return (
    <>
      <ul className="rows">
        <SwitchRow
          name="Tin nhắn Zalo của phường"
          meaning="Tin đến trong khung trò chuyện với Zalo của phường. Zalo chỉ cho phường nhắn trong 7 ngày kể từ lần cuối bác nhắn cho phường."
          isOn={isOn}
          busy={busy}
          onPress={() => void act(() => onChange(!isOn))}
        />
      </ul>
      <ActFailure error={error} />
    </>
  );
}
