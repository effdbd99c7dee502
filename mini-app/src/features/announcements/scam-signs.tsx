import type { MessageCheckReply } from '@phuong-so/shared/contracts/learning';
import { Disclosure } from '../../ui/disclosure.tsx';
import { markedParts } from './marked-parts.ts';

const SHORT_MESSAGE = 500;

interface ScamSignsProps {
  readonly signs: MessageCheckReply['signs'];
  readonly message: string;
}

/** What in the message is done by scammers: the message with those words marked, then what each means. */
export function ScamSigns({ signs, message }: ScamSignsProps) {
  if (signs.length === 0) return null;
  return (
    <div className="signs">
      <h3>Dấu hiệu đáng ngờ trong tin</h3>
      <Disclosure show="Xem tin với chỗ đáng ngờ" hide="Thu gọn tin" startsOpen={message.length <= SHORT_MESSAGE}>
        <blockquote className="signs__message">
          {markedParts(
            message,
            signs.map(({ found }) => found),
          ).map(({ text, isMarked }, index) =>
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one message are fixed
            isMarked ? <mark key={index}>{text}</mark> : text,
          )}
        </blockquote>
      </Disclosure>
      <ul>
        {signs.map(({ kind, found, why }) => (
          <li key={`${kind} ${found}`}>
            {found !== '' && <strong>“{found}”: </strong>}
            {why}
          </li>
        ))}
      </ul>
    </div>
  );
}
