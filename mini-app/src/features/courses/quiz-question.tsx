import type { CourseReply } from '@phuong-so/shared/contracts/library';
import { Check, X } from 'lucide-react';
import { useFocusOnArrival } from '../../ui/use-focus-on-arrival.ts';

type Question = CourseReply['quiz'][number];

interface QuizQuestionProps {
  readonly question: Question;
  /** From 1. */
  readonly number: number;
  readonly count: number;
  readonly onChoose: (option: number) => void;
}

/** One question, its answers as large buttons. */
export function QuizQuestion({ question, number, count, onChoose }: QuizQuestionProps) {
  const heading = useFocusOnArrival<HTMLHeadingElement>();
  return (
    <div className="card quiz">
      <p className="quiz__count">
        Câu {number}/{count}
      </p>
      <h2 ref={heading} tabIndex={-1} className="quiz__question">
        {question.question}
      </h2>
      <ol className="quiz__options">
        {question.options.map((option, index) => (
          <li key={option}>
            <button type="button" className="quiz__option" onClick={() => onChoose(index)}>
              <span className="quiz__letter" aria-hidden="true">
                {index + 1}
              </span>
              <span>{option}</span>
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
}

interface QuizExplanationProps extends Omit<QuizQuestionProps, 'onChoose'> {
  /** The option that was chosen, from 0. */
  readonly chosen: number;
}

/** Right or not, which answer is, and why. */
export function QuizExplanation({ question, number, count, chosen }: QuizExplanationProps) {
  const heading = useFocusOnArrival<HTMLHeadingElement>();
  const isRight = chosen === question.right;
  return (
    <div className="card quiz">
      <p className="quiz__count">
        Câu {number}/{count}
      </p>
      <h2 ref={heading} tabIndex={-1} className={isRight ? 'quiz__verdict quiz__verdict--right' : 'quiz__verdict'}>
        {isRight ? <Check aria-hidden="true" size={28} /> : <X aria-hidden="true" size={28} />}
        {isRight ? 'Đúng rồi' : 'Chưa đúng'}
      </h2>
      <p className="quiz__asked">{question.question}</p>
      <p className="quiz__answer">
        {isRight ? 'Trả lời: ' : 'Câu đúng là: '}
        <strong>{question.options[question.right]}</strong>
      </p>
      <p>{question.why}</p>
    </div>
  );
}
