import type { DueReportReply } from '@phuong-so/shared/contracts/report-drafts';
import { CalendarClock } from 'lucide-react';
import { Card } from '../../ui/card.tsx';
import { SourceLink } from '../../ui/source-link.tsx';
import { printedDay } from '../../ui/vietnam-time.ts';
import { nextWords } from './report-words.ts';

interface DueReportsProps {
  readonly reports: readonly DueReportReply[];
  readonly asOf: string;
  readonly sourceOf: (report: DueReportReply) => string | null;
}

/** What the plans ask to be reported: when, to whom, through whom; what a plan does not say is said to be so. */
export function DueReports({ reports, asOf, sourceOf }: DueReportsProps) {
  return (
    <>
      {reports.map((report) => (
        <Card key={report.id} heading={capitalised(report.when)}>
          <NextTime report={report} asOf={asOf} />
          <dl className="facts">
            <dt>Ai báo cáo</dt>
            <dd>{report.who ?? 'kế hoạch không ghi'}</dd>
            <dt>Gửi cho</dt>
            <dd>{report.to_whom ?? 'kế hoạch không ghi'}</dd>
            {report.through !== null && (
              <>
                <dt>Qua đơn vị</dt>
                <dd>{report.through}</dd>
              </>
            )}
            {report.onward !== null && (
              <>
                <dt>Sau đó gửi tiếp</dt>
                <dd>{report.onward}</dd>
              </>
            )}
          </dl>
          <ul className="sending-lines">
            {report.said.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <blockquote className="raw-text">{report.quote}</blockquote>
          <SourceLink to={sourceOf(report)} about={report.when} />
        </Card>
      ))}
    </>
  );
}

function NextTime({ report, asOf }: { readonly report: DueReportReply; readonly asOf: string }) {
  const words = nextWords(report, asOf);
  const { next, past } = report;
  return (
    <>
      <p className="with-icon sending-state">
        <CalendarClock aria-hidden="true" size={24} />
        <span>{words || 'Kế hoạch không ghi ngày'}</span>
      </p>
      {next?.open && <p className="fact-line">Đã đến kỳ soạn báo cáo này.</p>}
      {next !== null && !next.open && <p className="fact-line">Mở để soạn từ {printedDay(next.opens_on)}.</p>}
      {past !== null && <p className="fact-line">Kỳ gần nhất đã qua: {printedDay(past.last_day)}.</p>}
    </>
  );
}

const capitalised = (words: string) => words.charAt(0).toLocaleUpperCase('vi') + words.slice(1);
