import { splitStep } from '@phuong-so/shared/content/step-pictures';
import type { CourseReply } from '@phuong-so/shared/contracts/library';
import { Picture } from '../../ui/picture.tsx';
import { SimpleMarkdown } from '../../ui/simple-markdown.tsx';

interface StepViewProps {
  /** As the course has it, drawings named in it. */
  readonly step: string;
  readonly pictures: CourseReply['pictures'];
  /** Shown instead of the step's own words: a part of them. */
  readonly text?: string;
}

/** One step's drawing and words. */
export function StepView({ step, pictures, text }: StepViewProps) {
  const split = splitStep(step);
  return (
    <>
      {split.pictures.map(({ name, description }) => {
        const svg = pictures.find((picture) => picture.name === name)?.svg ?? '';
        return <Picture key={name} svg={svg} description={description} />;
      })}
      <SimpleMarkdown text={text ?? split.text} />
    </>
  );
}
