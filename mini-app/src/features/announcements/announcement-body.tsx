import { Phone } from 'lucide-react';
import { phonesApart } from './phone-numbers.ts';

interface AnnouncementBodyProps {
  readonly text: string;
  readonly onCall: (phoneNumber: string) => void;
}

/** The announcement's words, never markup. Telephone numbers call; addresses stay text, so that none can lead astray. */
export function AnnouncementBody({ text, onCall }: AnnouncementBodyProps) {
  return (
    <div className="prose announcement__body">
      {text
        .trim()
        .split(/\n[ \t]*\n\s*/)
        .map((paragraph, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the paragraphs of one fixed text never move
          <p key={index}>
            <WithPhones text={paragraph} onCall={onCall} />
          </p>
        ))}
    </div>
  );
}

function WithPhones({ text, onCall }: AnnouncementBodyProps) {
  return (
    <>
      {phonesApart(text).map(({ text: words, phone }, index) =>
        phone === null ? (
          words
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <CallNumber key={index} number={words} onCall={() => onCall(phone)} />
        ),
      )}
    </>
  );
}

interface CallNumberProps {
  readonly number: string;
  readonly onCall: () => void;
}

/** A telephone number that opens the dialler. */
export function CallNumber({ number, onCall }: CallNumberProps) {
  return (
    <button type="button" className="call-number" onClick={onCall} aria-label={`Gọi ${number}`}>
      <Phone aria-hidden="true" size={18} />
      {number}
    </button>
  );
}
