import type { ObstacleActBody, ObstacleReply } from '@phuong-so/shared/contracts/obstacles';
import type { UnitRef } from '@phuong-so/shared/contracts/work';
import { type ReactNode, useState } from 'react';
import { ActFailure } from '../../ui/act-failure.tsx';
import { Card } from '../../ui/card.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { SelectField, TextArea, TextField } from '../../ui/field.tsx';
import type { Act } from '../../ui/use-act.ts';

/** One act without the version, which the page adds. */
export type ObstacleStep = ObstacleActBody extends infer One
  ? One extends unknown
    ? Omit<One, 'version'>
    : never
  : never;

interface ObstacleActsProps {
  readonly obstacle: ObstacleReply;
  readonly units: readonly UnitRef[];
  /** Others of the ward that it can be grouped under. */
  readonly others: readonly ObstacleReply[];
  readonly act: Act;
  readonly onStep: (step: ObstacleStep) => Promise<void>;
  readonly onLetter: () => Promise<void>;
}

/** What this person may do with it now, each under its own button. */
export function ObstacleActs({ obstacle, units, others, act, onStep, onLetter }: ObstacleActsProps) {
  const { may } = obstacle;
  if (may.length === 0) return null;
  const press = (step: ObstacleStep) => void act.act(() => onStep(step));
  return (
    <Card heading="Làm gì với việc này">
      {may.includes('answer') && (
        <OneText
          show="Trả lời"
          label="Câu trả lời"
          send="Gửi trả lời"
          {...{ act }}
          onSend={(answer) => press({ act: 'answer', answer })}
        />
      )}
      {may.includes('assign') && <Assign {...{ obstacle, units, act, press }} />}
      {may.includes('group') && <Group {...{ obstacle, others, act, press }} />}
      {may.includes('forward') && (
        <OneText
          show="Chuyển cấp trên"
          label="Chuyển tới đâu"
          send="Ghi là đã chuyển"
          {...{ act }}
          onSend={(to) => press({ act: 'forward', to })}
        />
      )}
      {may.includes('letter') && (
        <div className="disclosure">
          <button
            type="button"
            className="button button--quiet"
            disabled={act.busy}
            onClick={() => void act.act(onLetter)}
          >
            Tải dự thảo công văn gửi thành phố
          </button>
        </div>
      )}
      {may.includes('edit') && <Edit {...{ obstacle, act, press }} />}
      {may.includes('close') && (
        <OneText
          show="Kết thúc"
          label="Lý do kết thúc"
          send="Kết thúc"
          {...{ act }}
          onSend={(note) => press({ act: 'close', note })}
        />
      )}
      {may.includes('reopen') && (
        <OneText
          show="Mở lại"
          label="Vì sao mở lại"
          send="Mở lại"
          {...{ act }}
          onSend={(note) => press({ act: 'reopen', note })}
        />
      )}
      <ActFailure error={act.error} />
    </Card>
  );
}

interface OneTextProps {
  /** Of the button that opens it. */
  readonly show: string;
  readonly label: string;
  readonly send: string;
  readonly act: Act;
  readonly onSend: (text: string) => void;
}

function OneText({ show, label, send, act, onSend }: OneTextProps) {
  const [text, setText] = useState('');
  return (
    <Opened show={show}>
      <TextArea label={label} rows={4} maxLength={2000} value={text} onChange={({ target }) => setText(target.value)} />
      <button
        type="button"
        className="button button--primary button--wide"
        disabled={act.busy || text.trim().length < 3}
        onClick={() => onSend(text.trim())}
      >
        {act.busy ? 'Đang ghi…' : send}
      </button>
    </Opened>
  );
}

function Opened({ show, children }: { readonly show: string; readonly children: ReactNode }) {
  return (
    <Disclosure show={show} hide={`${show}: ẩn bớt`}>
      <div className="sending-fields">{children}</div>
    </Disclosure>
  );
}

interface StepProps {
  readonly obstacle: ObstacleReply;
  readonly act: Act;
  readonly press: (step: ObstacleStep) => void;
}

function Assign({ obstacle, units, act, press }: StepProps & Pick<ObstacleActsProps, 'units'>) {
  const [owner, setOwner] = useState(obstacle.owner?.id ?? '');
  const [day, setDay] = useState(obstacle.due_on ?? '');
  const options = [{ value: '', title: 'Chọn đơn vị' }, ...units.map(({ id, name }) => ({ value: id, title: name }))];
  return (
    <Opened show="Giao đơn vị, đặt hạn">
      <SelectField label="Đơn vị xử lý" options={options} value={owner} onChoose={setOwner} />
      <TextField label="Hạn trả lời" type="date" value={day} onChange={({ target }) => setDay(target.value)} />
      <button
        type="button"
        className="button button--primary button--wide"
        disabled={act.busy || owner === ''}
        onClick={() => press({ act: 'assign', owner, due_on: day || null })}
      >
        {act.busy ? 'Đang ghi…' : 'Giao việc'}
      </button>
    </Opened>
  );
}

function Group({ obstacle, others, act, press }: StepProps & Pick<ObstacleActsProps, 'others'>) {
  const [under, setUnder] = useState('');
  if (obstacle.grouped_under !== null) {
    return (
      <div className="disclosure">
        <p>
          Đang gộp dưới {obstacle.grouped_under.code}: {obstacle.grouped_under.title}
        </p>
        <button
          type="button"
          className="button button--quiet"
          disabled={act.busy}
          onClick={() => press({ act: 'group', under: null })}
        >
          Tách riêng ra
        </button>
      </div>
    );
  }
  if (others.length === 0) return null;
  const options = [
    { value: '', title: 'Chọn việc giống vậy' },
    ...others.map(({ id, code, title }) => ({ value: id, title: `${code}: ${title}` })),
  ];
  return (
    <Opened show="Gộp với việc giống vậy">
      <SelectField label="Gộp dưới" options={options} value={under} onChoose={setUnder} />
      <button
        type="button"
        className="button button--primary button--wide"
        disabled={act.busy || under === ''}
        onClick={() => press({ act: 'group', under })}
      >
        {act.busy ? 'Đang ghi…' : 'Gộp'}
      </button>
    </Opened>
  );
}

function Edit({ obstacle, act, press }: StepProps) {
  const [title, setTitle] = useState(obstacle.title);
  const [body, setBody] = useState(obstacle.body);
  return (
    <Opened show="Sửa lời">
      <TextField label="Việc gì" maxLength={150} value={title} onChange={({ target }) => setTitle(target.value)} />
      <TextArea
        label="Nói rõ thêm"
        rows={5}
        maxLength={2000}
        value={body}
        onChange={({ target }) => setBody(target.value)}
      />
      <button
        type="button"
        className="button button--primary button--wide"
        disabled={act.busy || title.trim().length < 3 || body.trim().length < 3}
        onClick={() => press({ act: 'edit', title: title.trim(), body: body.trim() })}
      >
        {act.busy ? 'Đang lưu…' : 'Lưu'}
      </button>
    </Opened>
  );
}
