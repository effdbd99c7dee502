/** A drawing that a lesson's step names. */
export interface StepPicture {
  /** File name without ".svg". */
  readonly name: string;
  /** What is to be seen on it, for those who do not see it. */
  readonly description: string;
}

/** A step of a lesson, its text and its drawings apart. */
export interface SplitStep {
  readonly text: string;
  readonly pictures: readonly StepPicture[];
}

/** A line of its own: "![Ba nút của điện thoại](ba-nut.svg)". */
const PICTURE_LINE = /^!\[([^\]\n]+)\]\(([a-z0-9]+(?:-[a-z0-9]+)*)\.svg\)$/;

/** Where only words can be shown, as in the chat, `text` is the whole step: a drawing never says more than its step does. */
export function splitStep(step: string): SplitStep {
  const pictures: StepPicture[] = [];
  const lines = step.split('\n').filter((line) => {
    const [, description, name] = PICTURE_LINE.exec(line.trim()) ?? [];
    if (description === undefined || name === undefined) return true;
    pictures.push({ name, description: description.trim() });
    return false;
  });
  return {
    text: lines
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
    pictures,
  };
}
