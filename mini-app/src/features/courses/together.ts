/** How large the letters are at least while two people look at one phone, in per cent. */
export const TOGETHER_TEXT_SIZE = 150;

/** "Học cùng ông bà": somebody helps a person to learn, beside them. Holds for this visit and is kept nowhere. */
export class TogetherMode {
  #isOn = false;
  readonly #listeners = new Set<() => void>();

  readonly snapshot = (): boolean => this.#isOn;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  turn(isOn: boolean): void {
    this.#isOn = isOn;
    for (const listener of this.#listeners) listener();
  }
}

const LIST_ITEM = /^\s*(?:[-*•]|\d{1,3}[.)])\s+/;

/** One thing at a time: a step whose text ends in a list becomes one screen for each item, under the same first words. */
export function oneThingScreens(text: string): readonly string[] {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => LIST_ITEM.test(line));
  if (first < 0) return [text];
  const intro = lines.slice(0, first).join('\n').trim();
  const items: string[] = [];
  let rest = '';
  for (const line of lines.slice(first)) {
    if (LIST_ITEM.test(line)) items.push(line);
    else if (line.trim() !== '' && rest === '' && /^\s/.test(line)) items.push(`${items.pop() ?? ''}\n${line}`);
    else if (line.trim() !== '') rest = rest === '' ? line : `${rest}\n${line}`;
  }
  const screens = items.map((item) => [intro, item].filter((part) => part !== '').join('\n\n'));
  return rest === '' ? screens : [...screens, [intro, rest].filter((part) => part !== '').join('\n\n')];
}
