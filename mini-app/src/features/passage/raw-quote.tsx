import { ChevronDown, ChevronUp } from 'lucide-react';
import { useId, useState } from 'react';

interface RawQuoteProps {
  readonly quote: string;
  /** When the words could not be marked in the section, they are shown at once. */
  readonly startsOpen: boolean;
}

/** The cited words exactly as the source document prints them, slips and all. */
export function RawQuote({ quote, startsOpen }: RawQuoteProps) {
  const [isOpen, setOpen] = useState(startsOpen);
  const panelId = useId();
  const Icon = isOpen ? ChevronUp : ChevronDown;
  return (
    <div className="raw-quote">
      <button
        type="button"
        className="button button--quiet"
        aria-expanded={isOpen}
        aria-controls={panelId}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon aria-hidden="true" size={22} />
        {isOpen ? 'Ẩn nguyên văn' : 'Xem nguyên văn'}
      </button>
      <div id={panelId} hidden={!isOpen}>
        <blockquote className="raw-quote__text">{quote}</blockquote>
        <p className="raw-quote__note">Đúng từng chữ như trong văn bản gốc, kể cả lỗi in (nếu có).</p>
      </div>
    </div>
  );
}
