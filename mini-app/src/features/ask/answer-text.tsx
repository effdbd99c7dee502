import { Phone } from 'lucide-react';
import type { ReactNode } from 'react';

interface AnswerTextProps {
  readonly text: string;
  /** Makes the emergency numbers in the text tappable; absent = plain text. */
  readonly onCall?: ((phoneNumber: string) => void) | undefined;
}

interface Block {
  readonly kind: 'paragraph' | 'list';
  readonly lines: string[];
}

const BULLET = /^\s*[-–•*+]\s+/;
/** Police, fire, ambulance, child protection; written alone, not as part of a document number. */
const EMERGENCY_NUMBER = /(?:^|\s|\()(11[1345])(?=$|[\s),.;:])/g;

/** The answer's text with its line breaks, its "- " lines as a list. Never interprets markup. */
export function AnswerText({ text, onCall }: AnswerTextProps) {
  return (
    <div className="answer-text">
      {toBlocks(text).map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of one fixed text never move
        <BlockView key={index} block={block} onCall={onCall} />
      ))}
    </div>
  );
}

function BlockView({ block, onCall }: { readonly block: Block } & Pick<AnswerTextProps, 'onCall'>) {
  if (block.kind === 'paragraph') return <p>{withCalls(block.lines.join('\n'), onCall)}</p>;
  return (
    <ul>
      {block.lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one fixed text never move
        <li key={index}>{withCalls(line, onCall)}</li>
      ))}
    </ul>
  );
}

function toBlocks(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let afterBlank = true;
  for (const line of text.split('\n')) {
    if (line.trim() === '') {
      afterBlank = true;
      continue;
    }
    const kind = BULLET.test(line) ? 'list' : 'paragraph';
    const words = line.replace(BULLET, '').trim();
    const last = blocks[blocks.length - 1];
    if (!afterBlank && last?.kind === kind) last.lines.push(words);
    else blocks.push({ kind, lines: [words] });
    afterBlank = false;
  }
  return blocks;
}

function withCalls(text: string, onCall: AnswerTextProps['onCall']): ReactNode {
  if (onCall === undefined) return text;
  const parts: ReactNode[] = [];
  let shown = 0;
  for (const match of text.matchAll(EMERGENCY_NUMBER)) {
    const number = match[1] ?? '';
    const start = match.index + match[0].length - number.length;
    parts.push(text.slice(shown, start));
    parts.push(
      <button
        key={start}
        type="button"
        className="call-button"
        onClick={() => onCall(number)}
        aria-label={`Gọi ${number}`}
      >
        <Phone aria-hidden="true" size={18} />
        {number}
      </button>,
    );
    shown = start + number.length;
  }
  return [...parts, text.slice(shown)];
}
