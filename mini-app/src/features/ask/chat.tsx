import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { CitationReply } from '../../api/phuong-so-api.ts';
import { announcementOf } from './announcement.ts';
import type { AnswerActions } from './answer-card.tsx';
import { Composer } from './composer.tsx';
import { pendingTurn, type Turn } from './conversation.ts';
import type { ConversationStore } from './conversation-store.ts';
import { TurnRow } from './turn-row.tsx';
import { WelcomeCard } from './welcome-card.tsx';

/** What the chat needs to know of a ward. */
export interface ChatWard {
  readonly key: string;
  /** "phường …", for use inside a sentence. */
  readonly name: string;
}

interface ChatProps extends Omit<AnswerActions, 'onAsk' | 'onOpenCitation' | 'onAskPerson' | 'addressOf'> {
  readonly store: ConversationStore;
  readonly ward: ChatWard;
  /** Name of any ward by key; null when unknown. */
  readonly nameOfWard: (key: string) => string | null;
  readonly online: boolean;
  /** Text that the question box starts with. */
  readonly draft: string;
  readonly onOpenCitation: (wardKey: string, citation: CitationReply) => void;
  /** What to begin with, from the ward's own plan; null = not known, `[]` = not yet. */
  readonly examples: readonly string[] | null;
  readonly addressOf: (wardKey: string, question: string) => string;
  readonly onAskPerson: (wardKey: string, question: string) => void;
}

/** The conversation and the question box. */
export function Chat(props: ChatProps) {
  const { store, ward, nameOfWard, online, draft, examples, platform, onCall } = props;
  const { turns } = useSyncExternalStore(store.subscribe, store.snapshot);
  const last = turns[turns.length - 1];
  const busy = pendingTurn(turns) !== null;
  const ask = (question: string) => void store.ask(ward.key, question);
  const lastRow = useShowNewTurn(last?.id, shownOf(last));
  const wardMark = useShowOnChange(ward.key);
  const announcement = useNewAnnouncement(last?.id, announcementOf(last));

  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling text must be reachable with the keyboard */}
      <main className="page-main chat" tabIndex={0} aria-label="Cuộc trò chuyện">
        {!online && <p className="offline-strip">Máy đang mất mạng. Các câu trả lời cũ vẫn xem được.</p>}
        <WelcomeCard wardName={ward.name} examples={examples} onAsk={ask} />
        <ol className="turns">
          {turns.map((turn, index) => (
            <TurnRow
              key={turn.id}
              ref={turn === last ? lastRow : null}
              turn={turn}
              busy={busy}
              isLast={turn === last && turn.wardKey === ward.key}
              wardBefore={turns[index - 1]?.wardKey ?? ward.key}
              nameOfWard={nameOfWard}
              onAsk={ask}
              onStop={() => store.stop()}
              onRetry={() => void store.retry(turn.id)}
              titleOf={props.titleOf}
              onOpenCitation={(citation) => props.onOpenCitation(turn.wardKey, citation)}
              addressOf={(question) => props.addressOf(turn.wardKey, question)}
              onAskPerson={(question) => props.onAskPerson(turn.wardKey, question)}
              platform={platform}
              fetchRecording={props.fetchRecording}
              onCall={onCall}
            />
          ))}
        </ol>
        {last !== undefined && last.wardKey !== ward.key && (
          <p ref={wardMark} className="ward-divider ward-divider--now">
            Từ đây hỏi về {ward.name}
          </p>
        )}
      </main>
      <div className="visually-hidden" role="status">
        {announcement}
      </div>
      <footer className="page-foot">
        <Composer key={draft} busy={busy} draft={draft} onAsk={ask} />
        <p className="page-foot__note">Trợ lý tự động. Xin kiểm tra căn cứ.</p>
      </footer>
    </>
  );
}

/** Brings a new question, then the beginning of its answer, to the top of the view, so that reading starts there. */
function useShowNewTurn(turnId: string | undefined, shown: string) {
  const row = useRef<HTMLLIElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the last turn changes or gets its answer
  useEffect(() => bringToTop(row.current), [turnId, shown]);
  return row;
}

/** What there is to read of a turn. The rest of an answer that is being read already moves nothing. */
function shownOf(turn: Turn | undefined): 'nothing' | 'answer' | 'failure' {
  if (turn?.state.kind === 'failed') return 'failure';
  return turn?.state.kind === 'answered' || (turn?.state.told.length ?? 0) > 0 ? 'answer' : 'nothing';
}

/** Brings the mark of a changed ward into view: what stands above it came from another ward's plan. */
function useShowOnChange(wardKey: string) {
  const mark = useRef<HTMLParagraphElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the ward changes
  useEffect(() => bringToTop(mark.current), [wardKey]);
  return mark;
}

/** Not scrollIntoView: that also moves the page around the scrolling part. */
function bringToTop(element: HTMLElement | null): void {
  const calm = window.matchMedia?.('(prefers-reduced-motion: reduce)').matches;
  element?.closest('main')?.scrollTo?.({ top: element.offsetTop, behavior: calm ? 'auto' : 'smooth' });
}

/** Silent about what was on the screen already when the page opened. */
function useNewAnnouncement(turnId: string | undefined, words: string): string {
  const first = useRef({ turnId, words });
  const isOld = first.current.turnId === turnId && first.current.words === words;
  return isOld ? '' : words;
}
