import { useRef } from 'react';
import { TextArea } from '../../ui/field.tsx';
import { blanksOf } from './blanks.ts';
import { counted } from './sending-words.ts';

interface BodyFieldProps {
  readonly value: string;
  readonly longest: number;
  readonly error: string | null;
  readonly onChange: (value: string) => void;
}

/** The announcement's words. What a template leaves open is a button that leads to it, marked to be typed over. */
export function BodyField({ value, longest, error, onChange }: BodyFieldProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const blanks = [...new Set(blanksOf(value))];
  const goTo = (blank: string) => {
    const at = value.indexOf(blank);
    area.current?.focus();
    area.current?.setSelectionRange(at, at + blank.length);
  };
  return (
    <>
      <TextArea
        label="Nội dung"
        rows={9}
        area={area}
        value={value}
        maxLength={longest}
        error={error}
        hint={`Đã viết ${counted(value.length)}/${counted(longest)} chữ cái.`}
        onChange={({ target }) => onChange(target.value)}
      />
      {blanks.length > 0 && (
        <div className="sending-blanks">
          <p id="sending-blanks">Còn {blanks.length} chỗ cần điền. Bấm để tới đó rồi gõ đè lên:</p>
          <ul aria-labelledby="sending-blanks">
            {blanks.map((blank) => (
              <li key={blank}>
                <button type="button" className="chip" onClick={() => goTo(blank)}>
                  {blank}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
