import { QUESTION_LIMIT } from '@phuong-so/shared/contracts/ask';
import { SendHorizontal } from 'lucide-react';
import { type FormEvent, type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react';

interface ComposerProps {
  readonly busy: boolean;
  readonly draft: string;
  readonly onAsk: (question: string) => void;
}

/** The question box. Enter sends, Shift+Enter starts a new line, and an unfinished Vietnamese syllable is never sent. */
export function Composer({ busy, draft, onAsk }: ComposerProps) {
  const [text, setText] = useState(draft);
  const field = useRef<HTMLTextAreaElement>(null);
  const fieldId = useId();
  const isBlank = text.trim() === '';

  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text
  useLayoutEffect(() => fitHeight(field.current), [text]);

  const send = () => {
    if (isBlank || busy) return;
    onAsk(text);
    setText('');
    // On a phone the keyboard would cover the answer.
    if (window.matchMedia?.('(pointer: coarse)').matches) field.current?.blur();
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    send();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // Telex and VNI keyboards compose: Enter then ends the syllable. 229 is what old web views report meanwhile.
    const composing = event.nativeEvent.isComposing || event.keyCode === 229;
    if (event.key !== 'Enter' || event.shiftKey || composing) return;
    event.preventDefault();
    send();
  };

  return (
    <form className="composer" onSubmit={onSubmit} aria-label="Đặt câu hỏi">
      <label htmlFor={fieldId} className="visually-hidden">
        Câu hỏi
      </label>
      <textarea
        ref={field}
        id={fieldId}
        className="composer__field"
        rows={1}
        maxLength={QUESTION_LIMIT}
        placeholder="Nhập câu hỏi…"
        enterKeyHint="send"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <button type="submit" className="composer__send" disabled={isBlank || busy} aria-label="Gửi câu hỏi">
        <SendHorizontal aria-hidden="true" size={26} />
      </button>
    </form>
  );
}

function fitHeight(field: HTMLTextAreaElement | null): void {
  if (field === null) return;
  field.style.height = 'auto';
  field.style.height = `${field.scrollHeight}px`;
}
