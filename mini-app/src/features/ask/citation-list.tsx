import { ChevronRight, FileText } from 'lucide-react';
import { useId, useState } from 'react';
import type { CitationReply } from '../../api/phuong-so-api.ts';
import { citedDocument } from './cited-document.ts';

const SHOWN_AT_FIRST = 3;

interface CitationListProps {
  readonly citations: readonly CitationReply[];
  /** Name of the ward that a citation comes from, when it is not the one asked about; else null. */
  readonly otherWard: (citation: CitationReply) => string | null;
  /** Title of the procedure or the course that is cited; null = it has none of its own, or is not known yet. */
  readonly titleOf: (citation: CitationReply) => string | null;
  readonly onOpen: (citation: CitationReply) => void;
}

/** The passages that the answer rests on. Each opens the plan at that place. */
export function CitationList({ citations, otherWard, titleOf, onOpen }: CitationListProps) {
  const headingId = useId();
  const [isOpen, setOpen] = useState(false);
  if (citations.length === 0) return null;
  return (
    <section className="citations" aria-labelledby={headingId}>
      <h3 id={headingId} className="citations__heading">
        Căn cứ trong văn bản
      </h3>
      <ul>
        {(isOpen ? citations : citations.slice(0, SHOWN_AT_FIRST)).map((citation, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the citations of one answer are fixed
          <li key={index}>
            <CitationRow
              citation={citation}
              document={citedDocument(citation, titleOf)}
              otherWard={otherWard(citation)}
              onOpen={onOpen}
            />
          </li>
        ))}
      </ul>
      {citations.length > SHOWN_AT_FIRST && (
        <button type="button" className="button button--quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Thu gọn' : `Xem tất cả căn cứ (${citations.length})`}
        </button>
      )}
    </section>
  );
}

interface CitationRowProps {
  readonly citation: CitationReply;
  readonly document: string;
  readonly otherWard: string | null;
  readonly onOpen: (citation: CitationReply) => void;
}

function CitationRow({ citation, document, otherWard, onOpen }: CitationRowProps) {
  const words = (
    <>
      <FileText aria-hidden="true" size={22} className="citation__icon" />
      <span className="citation__words">
        <span className="citation__place">{placeOf(citation)}</span>
        <span className="citation__document">{[document, otherWard].filter((part) => part).join(' · ')}</span>
        <span className="citation__quote">“{citation.quote}”</span>
      </span>
    </>
  );
  if (!canOpen(citation)) return <div className="citation">{words}</div>;
  return (
    <button type="button" className="citation citation--open" onClick={() => onOpen(citation)}>
      {words}
      <ChevronRight aria-hidden="true" size={22} className="citation__mark" />
    </button>
  );
}

/** A plan opens at its passage; a procedure, a course or an announcement opens as a page. */
function canOpen({ source, ward, document_id, section_id }: CitationReply): boolean {
  if (document_id === null || source === 'ward') return false;
  return source === 'plan' ? ward !== null && section_id !== null : true;
}

const WHOLE: Record<CitationReply['source'], string> = {
  plan: 'Văn bản',
  service: 'Thủ tục hành chính',
  course: 'Khóa học kỹ năng số',
  announcement: 'Thông báo của phường',
  ward: 'Thông tin của phường',
};

/** "IV.2" → "Mục IV.2", "mục IV.2" → "Mục IV.2"; "Phụ lục I, mục 3" stays as it is. */
function placeOf({ source, section }: CitationReply): string {
  if (section === '') return WHOLE[source];
  if (/^([IVXLC]+|\d+|[a-zđ])([.,)]|$)/.test(section)) return `Mục ${section}`;
  return section.charAt(0).toLocaleUpperCase('vi') + section.slice(1);
}
