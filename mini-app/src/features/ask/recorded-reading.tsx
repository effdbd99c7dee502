import { useEffect, useRef, useState } from 'react';
import { ServerError } from '../../api/client.ts';
import { type FetchPart, type Playing, playRecordings } from './play-recordings.ts';
import { ReadAloudButton } from './read-aloud-button.tsx';

interface RecordedReadingProps {
  readonly parts: number;
  readonly fetchPart: FetchPart;
}

type State =
  | { readonly kind: 'silent' }
  | { readonly kind: 'preparing' }
  | { readonly kind: 'speaking' }
  | { readonly kind: 'failed'; readonly words: string };

const WORDS: Readonly<Record<State['kind'], string>> = {
  ...{ silent: 'Đọc to', preparing: 'Dừng đọc', speaking: 'Dừng đọc', failed: 'Đọc lại' },
};
const NOT_LOADED = 'Chưa tải được giọng đọc. Bạn kiểm tra mạng rồi bấm lại.';

/** Reads an answer aloud with recordings of the server. That a machine speaks is said while it does. */
export function RecordedReading({ parts, fetchPart }: RecordedReadingProps) {
  const [state, setState] = useState<State>({ kind: 'silent' });
  const playing = useRef<Playing | null>(null);
  useEffect(() => () => playing.current?.stop(), []);
  const isOn = state.kind === 'preparing' || state.kind === 'speaking';
  const toggle = () => {
    if (isOn) return playing.current?.stop();
    setState({ kind: 'preparing' });
    playing.current = playRecordings(new Audio(), parts, fetchPart, {
      began: () => setState({ kind: 'speaking' }),
      ended: () => setState({ kind: 'silent' }),
      failed: (thrown) => setState({ kind: 'failed', words: wordsFor(thrown) }),
    });
  };
  return (
    <>
      <ReadAloudButton words={WORDS[state.kind]} isOn={isOn} onPress={toggle} />
      <p className="read-aloud-note" role="status">
        {state.kind === 'preparing' && 'Đang chuẩn bị giọng đọc…'}
        {state.kind === 'speaking' && 'Giọng đọc do máy tạo.'}
        {state.kind === 'failed' && state.words}
      </p>
    </>
  );
}

function wordsFor(thrown: unknown): string {
  return (thrown instanceof ServerError && thrown.shown) || NOT_LOADED;
}
