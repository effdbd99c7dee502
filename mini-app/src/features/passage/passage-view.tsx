import type { PassageReply } from '@phuong-so/shared/contracts/plans';
import { useEffect, useRef } from 'react';
import { Notice } from '../../ui/notice.tsx';
import { PlacePath } from '../../ui/place-path.tsx';
import { RawText } from '../../ui/raw-text.tsx';
import { markedParts } from './marked-text.ts';

interface PassageViewProps {
  readonly passage: PassageReply;
  /** The words that were cited; empty = none. */
  readonly citedQuote: string;
}

/** A passage of the plan in its section, the cited words marked. */
export function PassageView({ passage, citedQuote }: PassageViewProps) {
  const { document, section, highlight, quote } = passage;
  // An address can be typed by anyone: only words that the server found in the document are called its words.
  const confirmedQuote = highlight === null ? quote : citedQuote;
  const mark = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for every place shown, not when it is read anew
  useEffect(() => {
    mark.current?.scrollIntoView?.({ block: 'center' });
  }, [section.id, citedQuote]);

  return (
    <article className="passage">
      <div className="document-card">
        {document.title !== null && <p className="document-card__title">{document.title}</p>}
        {document.signer !== null && <p className="document-card__note">Người ký: {document.signer}</p>}
      </div>
      <PlacePath path={section.path} />
      {section.paragraphs.length === 0 && <p>Mục này chỉ có tiêu đề. Nội dung nằm ở các mục nhỏ bên trong.</p>}
      <div className="document-text" hidden={section.paragraphs.length === 0}>
        {section.paragraphs.map(({ id, text }) => (
          <p key={id}>
            {markedParts(text, highlight?.paragraphId === id ? highlight : null).map((part) =>
              part.isMarked ? (
                <mark key={part.start} ref={mark}>
                  {part.text}
                </mark>
              ) : (
                <span key={part.start}>{part.text}</span>
              ),
            )}
          </p>
        ))}
      </div>
      {confirmedQuote !== null && <RawText text={confirmedQuote} startsOpen={highlight === null} />}
      {confirmedQuote === null && citedQuote !== '' && (
        <Notice tone="warning">Không thấy câu được trích trong văn bản hiện nay. Xin đọc cả đoạn ở trên.</Notice>
      )}
    </article>
  );
}
