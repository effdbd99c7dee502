import { type RefObject, useId } from 'react';
import { blanksOf } from './blanks.ts';

interface BlanksProps {
  readonly text: string;
  /** Where the text stands. */
  readonly field: RefObject<HTMLInputElement | HTMLTextAreaElement>;
}

/** What a template leaves open: each a button that leads to it, marked to be typed over. */
export function Blanks({ text, field }: BlanksProps) {
  const id = useId();
  const blanks = [...new Set(blanksOf(text))];
  if (blanks.length === 0) return null;
  const goTo = (blank: string) => {
    const at = text.indexOf(blank);
    field.current?.focus();
    field.current?.setSelectionRange(at, at + blank.length);
  };
  return (
    <div className="sending-blanks">
      <p id={id}>Còn {blanks.length} chỗ cần điền. Bấm vào rồi gõ đè lên:</p>
      <ul aria-labelledby={id}>
        {blanks.map((blank) => (
          <li key={blank}>
            <button type="button" className="chip" onClick={() => goTo(blank)}>
              {blank}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
