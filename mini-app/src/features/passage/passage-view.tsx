import type { PassageReply } from '@phuong-so/shared/contracts/plans';
import { useEffect, useRef } from 'react';
import { Notice } from '../../ui/notice.tsx';
import { markedParts } from './marked-text.ts';
import { RawQuote } from './raw-quote.tsx';
import type { PassageState } from './use-passage.ts';

const FAILURE_WORDS = {
  offline: 'Không kết nối được. Xin kiểm tra mạng Wi-Fi hoặc 4G rồi bấm “Thử lại”.',
  absent: 'Không tìm thấy đoạn này. Có thể văn bản đã được cập nhật sau khi có câu trả lời.',
  server: 'Hệ thống đang gặp trục trặc. Xin thử lại sau ít phút.',
};

interface PassageViewProps {
  readonly state: PassageState;
  /** The words that were cited; empty = none. */
  readonly citedQuote: string;
  readonly onRetry: () => void;
}

/** A passage of the plan in its section, the cited words marked. */
export function PassageView({ state, citedQuote, onRetry }: PassageViewProps) {
  if (state.kind === 'loading') return <p role="status">Đang mở văn bản…</p>;
  if (state.kind === 'shown') return <Passage passage={state.passage} citedQuote={citedQuote} />;
  const retry = (
    <button type="button" className="button button--primary" onClick={onRetry}>
      Thử lại
    </button>
  );
  return (
    <div role="alert">
      <Notice
        tone={state.reason === 'offline' ? 'offline' : 'warning'}
        actions={state.reason === 'absent' ? null : retry}
      >
        {FAILURE_WORDS[state.reason]}
      </Notice>
    </div>
  );
}

interface PassageProps {
  readonly passage: PassageReply;
  readonly citedQuote: string;
}

function Passage({ passage, citedQuote }: PassageProps) {
  const { document, section, highlight, quote } = passage;
  // An address can be typed by anyone: only words that the server found in the document are called its words.
  const confirmedQuote = highlight === null ? quote : citedQuote;
  const mark = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for every passage shown
  useEffect(() => {
    mark.current?.scrollIntoView?.({ block: 'center' });
  }, [passage]);

  return (
    <article className="passage">
      <div className="passage__document">
        {document.title !== null && <p className="passage__title">{document.title}</p>}
        {document.signer !== null && <p className="passage__signer">Người ký: {document.signer}</p>}
      </div>
      <nav aria-label="Vị trí trong văn bản">
        <ol className="passage__path">
          {section.path.map(({ label, title }) => (
            <li key={`${label}:${title}`}>
              {label !== '' && !repeats(title, label) && (
                <span className="passage__label">{title === null ? `Mục ${label}` : label}</span>
              )}
              {title !== null && <span>{title}</span>}
            </li>
          ))}
        </ol>
      </nav>
      <div className="passage__text">
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
      {confirmedQuote !== null && <RawQuote quote={confirmedQuote} startsOpen={highlight === null} />}
      {confirmedQuote === null && citedQuote !== '' && (
        <Notice tone="warning">Không thấy câu được trích trong văn bản hiện nay. Xin đọc cả đoạn ở trên.</Notice>
      )}
    </article>
  );
}

/** An annex without a name of its own has its label for a title. */
function repeats(title: string | null, label: string): boolean {
  return /\s/.test(label) && (title ?? '').toLocaleLowerCase('vi').startsWith(label.toLocaleLowerCase('vi'));
}
