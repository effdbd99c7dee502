import type { CourseReply } from '@phuong-so/shared/contracts/library';
import type { WardReply } from '@phuong-so/shared/contracts/wards';
import { gradeQuiz } from '@phuong-so/shared/domain/course-standing';
import { ArrowRight } from 'lucide-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { CourseState } from '../features/courses/course-state.ts';
import { nextStep } from '../features/courses/course-way.ts';
import { QuizExplanation, QuizQuestion } from '../features/courses/quiz-question.tsx';
import { QuizResult } from '../features/courses/quiz-result.tsx';
import { QUIZ_BEGIN, type QuizRun } from '../features/courses/quiz-run.ts';
import { ReadingView } from '../reading/reading-view.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { readPageParts } from './addresses.ts';
import { courseAddresses } from './learning-addresses.ts';
import { learningOf } from './learning-services.ts';
import type { PageProps, Services } from './services.ts';
import { useGoBack } from './use-go-back.ts';
import { useCourse, useTogether } from './use-learning.ts';
import { WithWard } from './with-ward.tsx';

const TITLE = 'Câu hỏi ôn tập';

/** The questions after a course, one a screen. */
export function QuizPage({ services }: PageProps) {
  return (
    <WithWard services={services} title={TITLE}>
      {(ward) => <WardQuiz services={services} ward={ward} />}
    </WithWard>
  );
}

interface WardQuizProps {
  readonly services: Services;
  readonly ward: WardReply;
}

function WardQuiz({ services, ward }: WardQuizProps) {
  const goBack = useGoBack();
  const [search] = useSearchParams();
  const { reading, course, state } = useCourse(services, ward, readPageParts(search).id);
  useTogether(services);
  const [run, setRun] = useState(QUIZ_BEGIN);
  const goOn = async () => {
    setRun({ ...run, isExplaining: false });
    const result = course === null ? null : gradeQuiz(course.quiz, run.answers);
    if (course === null || result === null) return;
    await learningOf(services).progress.attempt(
      { id: services.newId(), course: course.id, answers: run.answers },
      result,
    );
  };
  const isLast = run.answers.length >= (course?.quiz.length ?? 0);
  return (
    <PageFrame
      title={TITLE}
      onBack={goBack}
      foot={
        run.isExplaining && (
          <div className="page-foot step-buttons">
            <button type="button" className="button button--primary" onClick={() => void goOn()}>
              <ArrowRight aria-hidden="true" size={22} />
              {isLast ? 'Xem kết quả' : 'Câu tiếp'}
            </button>
          </div>
        )
      }
    >
      <ReadingView
        reading={reading}
        what="câu hỏi"
        empty={{ when: ({ quiz }) => quiz.length === 0, show: <p>Khóa này không có câu hỏi ôn tập.</p> }}
      >
        {(shown) => <QuizScreen course={shown} state={state} run={run} onRun={setRun} />}
      </ReadingView>
    </PageFrame>
  );
}

interface QuizScreenProps {
  readonly course: CourseReply;
  readonly state: CourseState;
  readonly run: QuizRun;
  readonly onRun: (run: QuizRun) => void;
}

function QuizScreen({ course, state, run: { answers, isExplaining }, onRun }: QuizScreenProps) {
  const { quiz } = course;
  const result = isExplaining ? null : gradeQuiz(quiz, answers);
  if (result !== null) {
    return (
      <QuizResult
        result={result}
        next={nextStep(course, state)}
        addresses={courseAddresses(course.id)}
        onAgain={() => onRun(QUIZ_BEGIN)}
      />
    );
  }
  const index = isExplaining ? answers.length - 1 : answers.length;
  const question = quiz[index];
  // Read anew in between, and shorter now.
  if (question === undefined) return null;
  const shown = { question, number: index + 1, count: quiz.length };
  if (isExplaining) return <QuizExplanation key={`why ${index}`} {...shown} chosen={answers[index] ?? -1} />;
  const choose = (option: number) => onRun({ answers: [...answers, option], isExplaining: true });
  return <QuizQuestion key={index} {...shown} onChoose={choose} />;
}
