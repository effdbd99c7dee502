import { QUESTION_LIMIT } from '@phuong-so/shared/contracts/ask';
import { SendHorizontal } from 'lucide-react';
import { type FormEvent, type ReactNode, useId, useState } from 'react';

interface AskBoxProps {
  readonly onAsk: (question: string) => void;
  /** Under the field: the ward's own example questions. */
  readonly children: ReactNode;
}

/** The way into the chat: one line and a button. */
export function AskBox({ onAsk, children }: AskBoxProps) {
  const [text, setText] = useState('');
  const id = useId();
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') onAsk(text.trim());
  };
  return (
    <section className="card">
      <form onSubmit={send}>
        <label className="card__heading ask-box__label" htmlFor={id}>
          Hỏi trợ lý của phường
        </label>
        <div className="ask-box__line">
          <input
            id={id}
            className="ask-box__field"
            maxLength={QUESTION_LIMIT}
            placeholder="Nhập câu hỏi…"
            enterKeyHint="send"
            autoComplete="off"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <button type="submit" className="ask-box__send" disabled={text.trim() === ''} aria-label="Gửi câu hỏi">
            <SendHorizontal aria-hidden="true" size={24} />
          </button>
        </div>
      </form>
      {children}
    </section>
  );
}

interface ExampleQuestionsProps {
  readonly questions: readonly string[];
  readonly onAsk: (question: string) => void;
}

/** Questions that the ward's plan answers; absent when there are none. */
export function ExampleQuestions({ questions, onAsk }: ExampleQuestionsProps) {
  const id = useId();
  if (questions.length === 0) return null;
  return (
    <div className="examples">
      <p id={id} className="examples__heading">
        Hoặc bấm vào một câu:
      </p>
      <ul aria-labelledby={id}>
        {questions.map((question) => (
          <li key={question}>
            <button type="button" className="chip" onClick={() => onAsk(question)}>
              {question}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
