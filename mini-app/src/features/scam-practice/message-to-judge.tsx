import { ShieldAlert, ShieldCheck } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { PracticeItem } from './practice.tsx';

interface MessageToJudgeProps {
  readonly item: PracticeItem;
  readonly isJudged: boolean;
  readonly onJudge: (saysScam: boolean) => void;
}

/** The message as it would come, and the question about it. */
export function MessageToJudge({ item: { from, text }, isJudged, onJudge }: MessageToJudgeProps) {
  const question = useRef<HTMLHeadingElement>(null);
  // Each message is a new screen: reading begins at its top.
  useEffect(() => {
    question.current?.focus();
    question.current?.closest('main')?.scrollTo(0, 0);
  }, []);
  return (
    <section aria-label="Tin để luyện tập">
      <h2 ref={question} tabIndex={-1} className="practice__question">
        Tin này là lừa đảo hay thật?
      </h2>
      <div className="card practice__message">
        <p className="practice__from">{from}</p>
        <blockquote className="practice__text">{text}</blockquote>
      </div>
      {!isJudged && (
        <div className="practice__buttons">
          <button
            type="button"
            className="button practice__button practice__button--scam"
            onClick={() => onJudge(true)}
          >
            <ShieldAlert aria-hidden="true" size={28} />
            Lừa đảo
          </button>
          <button
            type="button"
            className="button practice__button practice__button--real"
            onClick={() => onJudge(false)}
          >
            <ShieldCheck aria-hidden="true" size={28} />
            Tin thật
          </button>
        </div>
      )}
    </section>
  );
}
