import type { ObstacleReply } from '@phuong-so/shared/contracts/obstacles';
import { useState } from 'react';
import { ActFailure } from '../../ui/act-failure.tsx';
import { RadioGroup, SelectField, TextArea, TextField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { OBSTACLE_KIND_NAMES } from '../../ui/obstacle-words.ts';
import type { Act } from '../../ui/use-act.ts';

export interface TypedObstacle {
  readonly kind: ObstacleReply['kind'];
  readonly title: string;
  readonly body: string;
  /** '' = none. */
  readonly work: string;
}

interface ObstacleFormProps {
  /** What this person may raise. */
  readonly kinds: readonly ObstacleReply['kind'][];
  /** Tasks that it may be about; [] = nobody asks. */
  readonly tasks: readonly { readonly value: string; readonly title: string }[];
  readonly start: TypedObstacle;
  readonly act: Act;
  readonly onType: (typed: TypedObstacle) => void;
  readonly onSend: (typed: TypedObstacle) => Promise<void>;
}

/** What is in the way, or what somebody proposes, in a few words. */
export function ObstacleForm({ kinds, tasks, start, act, onType, onSend }: ObstacleFormProps) {
  const { busy, error, act: doing } = act;
  const [typed, setTyped] = useState(start);
  const [isTried, setTried] = useState(false);
  const set = (change: Partial<TypedObstacle>) => {
    const next = { ...typed, ...change };
    setTyped(next);
    onType(next);
  };
  const title = typed.title.trim().length < 3 ? 'Xin ghi vài chữ.' : null;
  const body = typed.body.trim().length < 3 ? 'Xin ghi rõ thêm.' : null;
  const send = () => {
    setTried(true);
    if (title === null && body === null) void doing(() => onSend(typed));
  };
  return (
    <div className="card">
      {kinds.length > 1 && (
        <RadioGroup
          label="Gửi gì"
          options={kinds.map((value) => ({ value, title: OBSTACLE_KIND_NAMES[value] }))}
          chosen={typed.kind}
          onChoose={(kind) => set({ kind })}
        />
      )}
      <div className="sending-fields">
        <TextField
          label="Việc gì"
          hint="Một câu ngắn."
          maxLength={150}
          value={typed.title}
          error={isTried ? title : null}
          onChange={({ target }) => set({ title: target.value })}
        />
        <TextArea
          label="Nói rõ thêm"
          hint="Ở đâu, từ bao giờ, mong phường làm gì."
          rows={6}
          maxLength={2000}
          value={typed.body}
          error={isTried ? body : null}
          onChange={({ target }) => set({ body: target.value })}
        />
        {tasks.length > 0 && (
          <SelectField
            label="Về nhiệm vụ nào"
            options={[{ value: '', title: 'Không thuộc nhiệm vụ nào' }, ...tasks]}
            value={typed.work}
            onChoose={(work) => set({ work })}
          />
        )}
      </div>
      <div className="work-gap">
        <Notice tone="info">Đừng ghi số căn cước, số điện thoại, số tài khoản của ai.</Notice>
      </div>
      <ActFailure error={error} />
      <button type="button" className="button button--primary button--wide" disabled={busy} onClick={send}>
        {busy ? 'Đang gửi…' : 'Gửi'}
      </button>
    </div>
  );
}
