/** Rejects when the recording cannot be had. */
export type FetchPart = (part: number, signal: AbortSignal) => Promise<Blob>;

export interface Playing {
  /** Silence at once; `ended` is told if nothing was yet. */
  stop(): void;
}

/** `began` at the first sound; then one of the others, once. */
export interface PlayingNews {
  readonly began: () => void;
  readonly ended: () => void;
  readonly failed: (thrown: unknown) => void;
}

/** One answer is read at a time. */
let current: Playing | null = null;

/**
 * Plays recordings one after another; while one sounds, the next is fetched. Call it while the person's touch is handled:
 * some web views play nothing that no touch has begun.
 */
export function playRecordings(
  audio: HTMLAudioElement,
  parts: number,
  fetchPart: FetchPart,
  news: PlayingNews,
): Playing {
  current?.stop();
  audio.load();
  const end = new AbortController();
  const playing: Playing = {
    stop() {
      if (end.signal.aborted) return;
      end.abort();
      audio.pause();
    },
  };
  current = playing;
  void playAll(audio, parts, fetchPart, end.signal, news.began).then(news.ended, (thrown: unknown) => {
    if (end.signal.aborted) return news.ended();
    end.abort();
    news.failed(thrown);
  });
  return playing;
}

async function playAll(
  audio: HTMLAudioElement,
  parts: number,
  fetchPart: FetchPart,
  signal: AbortSignal,
  began: () => void,
): Promise<void> {
  let next = fetchPart(0, signal);
  for (let part = 0; part < parts; part += 1) {
    const recording = await next;
    if (part + 1 < parts) {
      next = fetchPart(part + 1, signal);
      // Waited for when its turn comes.
      next.catch(() => undefined);
    }
    await playOne(audio, recording, signal, part === 0 ? began : () => undefined);
  }
}

async function playOne(
  audio: HTMLAudioElement,
  recording: Blob,
  signal: AbortSignal,
  began: () => void,
): Promise<void> {
  if (signal.aborted) throw stopped();
  const address = URL.createObjectURL(recording);
  try {
    await new Promise<void>((resolve, reject) => {
      audio.onended = () => resolve();
      audio.onerror = () => reject(new TypeError('the recording cannot be played'));
      signal.onabort = () => reject(stopped());
      audio.src = address;
      audio.play().then(began, reject);
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}

function stopped(): DOMException {
  return new DOMException('stopped', 'AbortError');
}
