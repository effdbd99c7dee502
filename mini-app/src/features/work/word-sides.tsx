import type { ProgressReply } from '@phuong-so/shared/contracts/work';
import { Card } from '../../ui/card.tsx';
import { printedDay } from '../../ui/vietnam-time.ts';
import { EvidenceList, type OpenEvidence } from './evidence-list.tsx';
import { progressWords } from './work-words.ts';

interface WordSidesProps {
  readonly reported: ProgressReply | null;
  readonly confirmed: ProgressReply | null;
  readonly onOpen: OpenEvidence;
}

/** What the unit says and what has been confirmed: two things, side by side, never one in the place of the other. */
export function WordSides({ reported, confirmed, onOpen }: WordSidesProps) {
  return (
    <Card heading="Đã đến đâu">
      <div className="word-sides">
        <Side name="Đơn vị tự báo" progress={reported} none="Chưa báo cáo" onOpen={onOpen} />
        <Side name="Đã được xác nhận" progress={confirmed} none="Chưa có xác nhận" onOpen={onOpen} />
      </div>
    </Card>
  );
}

interface SideProps {
  readonly name: string;
  readonly progress: ProgressReply | null;
  readonly none: string;
  readonly onOpen: OpenEvidence;
}

function Side({ name, progress, none, onOpen }: SideProps) {
  return (
    <div className="word-sides__one">
      <h3>{name}</h3>
      {progress === null ? <p>{none}</p> : <ProgressBody progress={progress} onOpen={onOpen} />}
    </div>
  );
}

interface ProgressBodyProps {
  readonly progress: ProgressReply;
  readonly onOpen: OpenEvidence;
}

/** One unit's words at one time. */
export function ProgressBody({ progress, onOpen }: ProgressBodyProps) {
  const { note, obstacle, evidence, at, unit } = progress;
  return (
    <>
      <p className="word-sides__state">{progressWords(progress)}</p>
      {note !== '' && <p className="work-said">{note}</p>}
      {obstacle !== '' && (
        <p className="work-said">
          <strong>Vướng mắc:</strong> {obstacle}
        </p>
      )}
      <EvidenceList evidence={evidence} onOpen={onOpen} />
      <p className="work-by">
        {unit.name}, {printedDay(at)}
      </p>
    </>
  );
}
