import type { ReactNode } from 'react';
import { Notice } from '../ui/notice.tsx';
import { dayOf, timeOfDay } from '../ui/vietnam-time.ts';
import type { ReadFailure, Reading } from './reading.ts';

const FAILED: Record<ReadFailure, string> = {
  offline: 'Không kết nối được. Xin kiểm tra mạng Wi-Fi hoặc 4G rồi bấm “Thử lại”.',
  absent: 'Không tìm thấy nội dung này. Có thể phường đã cập nhật hoặc gỡ xuống.',
  server: 'Hệ thống đang gặp trục trặc. Xin thử lại sau ít phút.',
};

interface ReadingViewProps<T> {
  readonly reading: Reading<T>;
  /** "danh sách thông báo", for use inside a sentence. */
  readonly what: string;
  /** What stands there instead when there is nothing to list. */
  readonly empty?: { readonly when: (data: T) => boolean; readonly show: ReactNode };
  readonly children: (data: T) => ReactNode;
}

/** The five states of everything that is read: loading, failed, empty, shown, and shown although it may be old. */
export function ReadingView<T>({ reading, what, empty, children }: ReadingViewProps<T>) {
  if (reading.kind === 'loading') return <Loading what={what} />;
  if (reading.kind === 'failed') return <Failed reason={reading.reason} onRetry={reading.retry} />;
  const { data, stale, refreshing, refresh } = reading;
  return (
    <>
      {stale !== null && (
        <Stale reason={stale.reason} since={stale.since} busy={refreshing} onRetry={() => void refresh()} />
      )}
      {empty?.when(data) ? <div className="empty">{empty.show}</div> : children(data)}
    </>
  );
}

function Loading({ what }: { readonly what: string }) {
  return (
    <div className="loading" role="status">
      <span className="visually-hidden">Đang tải {what}…</span>
      {['a', 'b', 'c'].map((bar) => (
        <span key={bar} className="loading__bar" aria-hidden="true" />
      ))}
    </div>
  );
}

function Failed({ reason, onRetry }: { readonly reason: ReadFailure; readonly onRetry: () => void }) {
  const retry = (
    <button type="button" className="button button--primary" onClick={onRetry}>
      Thử lại
    </button>
  );
  return (
    <div role="alert">
      <Notice tone={reason === 'offline' ? 'offline' : 'warning'} actions={reason === 'absent' ? null : retry}>
        {FAILED[reason]}
      </Notice>
    </div>
  );
}

interface StaleProps {
  readonly reason: ReadFailure;
  readonly since: number;
  readonly busy: boolean;
  readonly onRetry: () => void;
}

function Stale({ reason, since, busy, onRetry }: StaleProps) {
  const why = reason === 'offline' ? 'Đang mất mạng' : 'Chưa cập nhật được';
  return (
    <div className="stale" role="status">
      <p>
        {why}. Đây là bản lưu trên máy lúc {timeOfDay(since)} ngày {dayOf(since)}.
      </p>
      <button type="button" className="text-button" disabled={busy} onClick={onRetry}>
        {busy ? 'Đang thử…' : 'Thử lại'}
      </button>
    </div>
  );
}
