import type { CourseReply } from '@phuong-so/shared/contracts/library';
import { ArrowLeft, ArrowRight, Check, List } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { AddressList } from '../../ui/address-list.tsx';
import { addressesIn } from '../../ui/addresses-in.ts';
import type { CoursePart } from './course-way.ts';
import { StepView } from './step-view.tsx';

interface PartStepProps {
  readonly part: CoursePart;
  readonly pictures: CourseReply['pictures'];
  /** From 0. */
  readonly step: number;
  readonly onCopy: (text: string) => Promise<boolean>;
}

/** One step, alone on the screen. A change is read out whole; the focus stays on the button that made it. */
export function PartStep({ part, pictures, step, onCopy }: PartStepProps) {
  const text = part.steps[step] ?? '';
  const count = part.steps.length;
  const card = useRef<HTMLDivElement>(null);
  useTopOn(card, step);
  return (
    <div ref={card} className="card part-step">
      <div className="part-step__bar" aria-hidden="true">
        <span style={{ width: `${((step + 1) / count) * 100}%` }} />
      </div>
      <div aria-live="polite" aria-atomic="true">
        <h2 className="part-step__count">
          Bước {step + 1}/{count}
        </h2>
        <StepView step={text} pictures={pictures} />
      </div>
      <AddressList addresses={addressesIn([text])} onCopy={onCopy} />
    </div>
  );
}

/** Every new screen begins at its top. */
export function useTopOn(inside: React.RefObject<HTMLElement>, screen: number): void {
  const shown = useRef(screen);
  useEffect(() => {
    if (shown.current === screen) return;
    shown.current = screen;
    const main = inside.current?.closest('main');
    if (main) main.scrollTop = 0;
  }, [inside, screen]);
}

interface StepButtonsProps {
  readonly step: number;
  readonly count: number;
  /** Leaves the steps for the list of parts. */
  readonly onLeave: () => void;
  readonly onStep: (step: number) => void;
  readonly onFinish: () => void;
}

/** "Trước" and "Tiếp". Both always do something, so that the focus is never lost on a button that went away. */
export function StepButtons({ step, count, onLeave, onStep, onFinish }: StepButtonsProps) {
  const isFirst = step === 0;
  const isLast = step >= count - 1;
  return (
    <nav className="page-foot step-buttons" aria-label="Chuyển bước">
      <button type="button" className="button button--quiet" onClick={() => (isFirst ? onLeave() : onStep(step - 1))}>
        {isFirst ? <List aria-hidden="true" size={22} /> : <ArrowLeft aria-hidden="true" size={22} />}
        {isFirst ? 'Các bài' : 'Trước'}
      </button>
      <button type="button" className="button button--primary" onClick={() => (isLast ? onFinish() : onStep(step + 1))}>
        {isLast ? <Check aria-hidden="true" size={22} /> : <ArrowRight aria-hidden="true" size={22} />}
        {isLast ? 'Xong bài' : 'Tiếp'}
      </button>
    </nav>
  );
}
