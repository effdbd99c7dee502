import type { WorkReply } from '@phuong-so/shared/contracts/work';
import { ActFailure } from '../../ui/act-failure.tsx';
import { Card } from '../../ui/card.tsx';
import { Responsible } from '../../ui/responsible.tsx';
import type { Act } from '../../ui/use-act.ts';

interface WhoDoesItProps {
  readonly work: WorkReply;
  readonly act: Act;
  readonly onTake: (take: boolean) => Promise<void>;
}

/** Units, and the person who answers for it within the office. */
export function WhoDoesIt({ work: { leads, coordinating, responsible, may }, act, onTake }: WhoDoesItProps) {
  const { busy, error, act: doing } = act;
  const isMine = responsible?.is_me === true;
  return (
    <Card heading="Ai làm">
      <Responsible lead={leads.map(({ name }) => name)} coordinating={coordinating.map(({ name }) => name)} />
      <p className="fact-line">
        <strong>Người phụ trách:</strong>{' '}
        {responsible === null ? 'chưa có' : isMine ? 'tôi' : responsible.label || 'một người của đơn vị'}
      </p>
      {may.includes('take') && (
        <button
          type="button"
          className="button button--quiet button--wide"
          disabled={busy}
          onClick={() => void doing(() => onTake(!isMine))}
        >
          {busy ? 'Đang ghi…' : isMine ? 'Thôi phụ trách' : 'Tôi phụ trách'}
        </button>
      )}
      <ActFailure error={error} />
    </Card>
  );
}
