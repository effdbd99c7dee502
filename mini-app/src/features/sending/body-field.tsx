import { useRef } from 'react';
import { TextArea, TextField } from '../../ui/field.tsx';
import { Blanks } from './blank-buttons.tsx';
import { counted } from './sending-words.ts';

interface WordFieldProps {
  readonly value: string;
  readonly longest: number;
  readonly error: string | null;
  readonly onChange: (value: string) => void;
}

/** The announcement's words. */
export function BodyField({ value, longest, error, onChange }: WordFieldProps) {
  const area = useRef<HTMLTextAreaElement>(null);
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
      <Blanks text={value} field={area} />
    </>
  );
}

export function TitleField({ value, longest, error, onChange }: WordFieldProps) {
  const line = useRef<HTMLInputElement>(null);
  return (
    <>
      <TextField
        label="Tiêu đề"
        line={line}
        value={value}
        maxLength={longest}
        error={error}
        onChange={({ target }) => onChange(target.value)}
      />
      <Blanks text={value} field={line} />
    </>
  );
}
