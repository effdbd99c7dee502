import type { TextBlock } from '@phuong-so/shared/domain/answer-layout';
import { Phone } from 'lucide-react';
import type { ReactNode } from 'react';

interface AnswerTextProps {
  readonly block: TextBlock;
  /** Makes the emergency numbers in the text tappable; absent = plain text. */
  readonly onCall?: ((phoneNumber: string) => void) | undefined;
}

/** Police, fire, ambulance, child protection; written alone, not as part of a document number. */
const EMERGENCY_NUMBER = /(?:^|\s|\()(11[1345])(?=$|[\s),.;:])/g;

/** A block of the answer's text. Never interprets markup. */
export function AnswerText({ block, onCall }: AnswerTextProps) {
  const { kind, lines, marks } = block;
  if (kind === 'paragraph') return <p>{withCalls(lines.join('\n'), onCall)}</p>;
  return (
    <ul className={`answer-list answer-list--${kind}`}>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one fixed text never move
        <li key={index}>
          {kind === 'numbers' && <span className="answer-list__mark">{marks[index]}. </span>}
          {withCalls(line, onCall)}
        </li>
      ))}
    </ul>
  );
}

function withCalls(text: string, onCall: AnswerTextProps['onCall']): ReactNode {
  if (onCall === undefined) return text;
  const parts: ReactNode[] = [];
  let shown = 0;
  for (const match of text.matchAll(EMERGENCY_NUMBER)) {
    const number = match[1] ?? '';
    const start = match.index + match[0].length - number.length;
    parts.push(text.slice(shown, start));
    parts.push(<CallButton key={start} number={number} onCall={onCall} />);
    shown = start + number.length;
  }
  return [...parts, text.slice(shown)];
}

interface CallButtonProps {
  readonly number: string;
  readonly onCall: (phoneNumber: string) => void;
}

function CallButton({ number, onCall }: CallButtonProps) {
  return (
    <button type="button" className="call-button" onClick={() => onCall(number)} aria-label={`Gọi ${number}`}>
      <Phone aria-hidden="true" size={18} />
      {number}
    </button>
  );
}
