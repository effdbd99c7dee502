import { useEffect, useRef } from 'react';
import type { PassageReply } from '../../api/replies.ts';
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
  readonly onRetry: () => void;
}

/** A passage of the plan in its section, the cited words marked. */
export function PassageView({ state, onRetry }: PassageViewProps) {
  if (state.kind === 'loading') return <p role="status">Đang mở văn bản…</p>;
  if (state.kind === 'shown') return <Passage passage={state.passage} />;
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

function Passage({ passage }: { readonly passage: PassageReply }) {
  const { document, section, highlight, quote } = passage;
  const mark = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for every passage shown
  useEffect(() => {
    mark.current?.scrollIntoView?.({ block: 'center' });
  }, [passage]);

  return (
    <article className="passage">
      <div className="passage__document">
        {document.number !== null && <p className="passage__number">Số {document.number}</p>}
        {document.title !== null && <p className="passage__title">{document.title}</p>}
        {document.signer !== null && <p className="passage__signer">Người ký: {document.signer}</p>}
      </div>
      <nav aria-label="Vị trí trong văn bản">
        <ol className="passage__path">
          {section.path.map(({ label, title }) => (
            <li key={`${label}:${title}`}>
              {label !== '' && <span className="passage__label">{label}</span>}
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
                <mark key={part.text} ref={mark}>
                  {part.text}
                </mark>
              ) : (
                <span key={part.text}>{part.text}</span>
              ),
            )}
          </p>
        ))}
      </div>
      {quote !== null && quote !== '' && <RawQuote quote={quote} startsOpen={highlight === null} />}
    </article>
  );
}
