import { Check, Copy } from 'lucide-react';
import { useState } from 'react';

interface CopyButtonProps {
  readonly text: string;
  readonly label: string;
  /** For screen readers, where the same label stands more than once. */
  readonly what?: string;
  /** False when the device refused. */
  readonly onCopy: (text: string) => Promise<boolean>;
}

/** Puts a text on the clipboard and says whether that worked. */
export function CopyButton({ text, label, what, onCopy }: CopyButtonProps) {
  const [done, setDone] = useState<boolean | null>(null);
  const Icon = done ? Check : Copy;
  return (
    <span className="copy">
      <button
        type="button"
        className="button button--quiet"
        aria-label={what === undefined ? undefined : `${label}: ${what}`}
        onClick={() => void onCopy(text).then(setDone)}
      >
        <Icon aria-hidden="true" size={20} />
        {label}
      </button>
      <span role="status" className="copy__said">
        {done === true && 'Đã chép. Mở chỗ cần gửi, bấm giữ rồi chọn “Dán”.'}
        {done === false && 'Máy không cho chép. Xin bấm giữ vào chữ để chép.'}
      </span>
    </span>
  );
}
