import { Disclosure } from './disclosure.tsx';

interface RawTextProps {
  readonly text: string;
  /** Where the words could not be marked in the repaired text, they are shown at once. */
  readonly startsOpen?: boolean;
}

/** Words exactly as the source document prints them, slips and all. */
export function RawText({ text, startsOpen = false }: RawTextProps) {
  return (
    <Disclosure show="Xem nguyên văn" hide="Ẩn nguyên văn" startsOpen={startsOpen}>
      <blockquote className="raw-text">{text}</blockquote>
      <p className="raw-text__note">Đúng từng chữ như trong văn bản gốc, kể cả lỗi in (nếu có).</p>
    </Disclosure>
  );
}
