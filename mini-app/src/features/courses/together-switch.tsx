import { Users } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import type { TogetherMode } from './together.ts';

/** Offers to learn beside somebody, and says what will be different. */
export function TogetherSwitch({ mode }: { readonly mode: TogetherMode }) {
  const isOn = useSyncExternalStore(mode.subscribe, mode.snapshot);
  return (
    <section className="card together" aria-label="Học cùng ông bà">
      <p>
        <strong>Học cùng ông bà</strong>
        <br />
        Ngồi cạnh giúp người lớn tuổi học: chữ to, mỗi màn hình một việc.
      </p>
      <button
        type="button"
        className="button button--quiet together__switch"
        aria-pressed={isOn}
        onClick={() => mode.turn(!isOn)}
      >
        <Users aria-hidden="true" size={22} />
        {isOn ? 'Đang bật. Bấm để tắt' : 'Bật học cùng ông bà'}
      </button>
    </section>
  );
}

interface HelperHintProps {
  /** The step is a task to try by oneself. */
  readonly isTask: boolean;
}

/** For the one who helps: the phone stays in the learner's hand. */
export function HelperHint({ isTask }: HelperHintProps) {
  return (
    <p className="helper-hint">
      <strong>Người ngồi cùng:</strong>{' '}
      {isTask ? 'không cầm máy làm hộ. Bác làm sai thì làm lại.' : 'đọc to, chậm. Để bác tự bấm.'}
    </p>
  );
}
