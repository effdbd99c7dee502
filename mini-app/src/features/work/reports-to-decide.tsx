import type { WorkDetailReply, WorkReply } from '@phuong-so/shared/contracts/work';
import { Card } from '../../ui/card.tsx';
import { DecisionForm } from '../../ui/decision-form.tsx';
import type { Act } from '../../ui/use-act.ts';
import type { OpenEvidence } from './evidence-list.tsx';
import { ProgressBody } from './word-sides.tsx';

type Part = WorkDetailReply['reports'][number];

interface ReportsToDecideProps {
  readonly work: WorkReply;
  readonly reports: readonly Part[];
  readonly act: Act;
  readonly onDecide: (report: Part, confirm: boolean, note: string | null) => Promise<void>;
  readonly onOpen: OpenEvidence;
}

/** Words that wait for whoever looks at them; each is confirmed or given back with a reason. */
export function ReportsToDecide({ work: { may }, reports, act, onDecide, onOpen }: ReportsToDecideProps) {
  const mine = reports.filter(
    ({ state, as }) => state === 'reported' && may.includes(as === 'lead' ? 'confirm' : 'confirm_parts'),
  );
  return (
    <>
      {mine.map((report) => (
        <Card key={report.id} heading={report.as === 'lead' ? 'Chờ anh, chị xác nhận' : 'Phần phối hợp chờ xác nhận'}>
          <div className="word-sides__one">
            <ProgressBody progress={report.progress} onOpen={onOpen} />
          </div>
          <DecisionForm
            act={act}
            yes="Xác nhận"
            no="Trả lại"
            noteLabel="Vì sao trả lại"
            noteMissing="Xin ghi lý do, để đơn vị biết cần bổ sung gì."
            sendBack="Trả lại kèm lý do"
            onDecide={(confirm, note) => onDecide(report, confirm, note)}
          />
        </Card>
      ))}
    </>
  );
}
