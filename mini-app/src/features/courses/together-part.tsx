import { splitStep } from '@phuong-so/shared/content/step-pictures';
import type { CourseReply } from '@phuong-so/shared/contracts/library';
import { ArrowRight, Check } from 'lucide-react';
import { useRef, useState } from 'react';
import type { CoursePart } from './course-way.ts';
import { useTopOn } from './part-step.tsx';
import { StepView } from './step-view.tsx';
import { oneThingScreens } from './together.ts';
import { HelperHint } from './together-switch.tsx';

interface TogetherPartProps {
  readonly part: CoursePart;
  readonly pictures: CourseReply['pictures'];
  /** From 0; give the step as `key` too, so that each begins at its first screen. */
  readonly step: number;
  readonly frame: (content: React.ReactNode, foot: React.ReactNode) => React.ReactNode;
  readonly onStep: (step: number) => void;
  readonly onFinish: () => void;
  /** Back to learning alone. */
  readonly onStop: () => void;
}

/** One thing on the screen, one big button. */
export function TogetherPart({ part, pictures, step, frame, onStep, onFinish, onStop }: TogetherPartProps) {
  const text = part.steps[step] ?? '';
  const screens = oneThingScreens(splitStep(text).text);
  const [screen, setScreen] = useState(0);
  const card = useRef<HTMLDivElement>(null);
  useTopOn(card, screen);
  const isLastScreen = screen >= screens.length - 1;
  const isLast = isLastScreen && step >= part.steps.length - 1;
  const goOn = () => {
    if (!isLastScreen) return setScreen(screen + 1);
    return isLast ? onFinish() : onStep(step + 1);
  };
  const goBack = () => (screen > 0 ? setScreen(screen - 1) : onStep(step - 1));
  const content = (
    <>
      <div ref={card} className="card part-step" aria-live="polite" aria-atomic="true">
        <StepView step={text} pictures={pictures} text={screens[screen] ?? ''} />
      </div>
      <HelperHint isTask={part.practice !== null && step === part.steps.length - 1} />
      <div className="together-ways">
        {(screen > 0 || step > 0) && (
          <button type="button" className="text-button" onClick={goBack}>
            Xem lại phần trước
          </button>
        )}
        <button type="button" className="text-button" onClick={onStop}>
          Thôi học cùng
        </button>
      </div>
    </>
  );
  const Icon = isLast ? Check : ArrowRight;
  return frame(
    content,
    <div className="page-foot step-buttons">
      <button type="button" className="button button--primary" onClick={goOn}>
        <Icon aria-hidden="true" size={22} />
        {isLast ? 'Xong bài' : 'Tiếp'}
      </button>
    </div>,
  );
}
