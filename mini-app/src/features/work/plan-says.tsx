import type { ProvenanceReply } from '@phuong-so/shared/contracts/work';
import { Responsible } from '../../ui/responsible.tsx';
import { SourceLink } from '../../ui/source-link.tsx';

interface PlanSaysProps {
  readonly from: ProvenanceReply;
  /** Address of the passage; null = it cannot be opened. */
  readonly source: string | null;
  /** Only where it stands and what it says: the rest is told beside it. */
  readonly isBrief?: boolean;
}

/** The plan's own words, which stay whatever is edited afterwards. */
export function PlanSays({ from, source, isBrief = false }: PlanSaysProps) {
  const { document, annex, no, title, quote, lead, coordinating, due } = from;
  const place = [
    ...(document === null ? [] : [`Kế hoạch ${document}`]),
    ...(annex === null ? [] : [/^phụ lục/i.test(annex) ? annex : `Phụ lục ${annex}`]),
    ...(no === null ? [] : [`số thứ tự ${no}`]),
  ].join(', ');
  return (
    <>
      {place !== '' && <p className="document-card__note">{place}</p>}
      <blockquote className="raw-text">{quote}</blockquote>
      {!isBrief && (
        <>
          <Responsible lead={lead} coordinating={coordinating} />
          <p className="fact-line">
            <strong>Thời hạn ghi trong kế hoạch:</strong> {due ?? 'không ghi'}
          </p>
        </>
      )}
      <SourceLink to={source} about={title} />
    </>
  );
}
