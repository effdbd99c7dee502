import type { ReadAloudPiece } from '@phuong-so/shared/contracts/read-aloud';
import { Check, Copy, type LucideIcon, Share2, UserRound } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import type { Platform } from '../../zalo/platform.ts';
import { ReadAloudButton } from './read-aloud-button.tsx';

const RecordedReading = lazy(async () => ({ default: (await import('./recorded-reading.tsx')).RecordedReading }));

export type FetchRecording = (reading: ReadAloudPiece, part: number, signal: AbortSignal) => Promise<Blob>;

export interface AnswerTools {
  readonly platform: Pick<Platform, 'copyText' | 'share' | 'speech'>;
  /** One recording that the server makes of an answer. */
  readonly fetchRecording: FetchRecording;
  /** Opens the way to a person of the ward. */
  readonly onAskPerson: (question: string) => void;
}

interface AnswerButtonsProps extends AnswerTools {
  readonly question: string;
  /** The whole answer as a message, with sources. */
  readonly message: string;
  /** What is read aloud: no sources. */
  readonly spoken: string;
  /** How to hear it from the server; null = not to be had. */
  readonly reading: ReadAloudPiece | null;
  /** Of this question in this app, for a shared link. */
  readonly address: string;
}

/** What can be done with an answer. Each button says how it ended, in its own place. */
export function AnswerButtons(props: AnswerButtonsProps) {
  const { platform, question, message, address, onAskPerson } = props;
  const copy = async () => ((await platform.copyText(message)) ? 'Đã sao chép' : 'Không sao chép được');
  const share = async () => {
    const result = await platform.share({ title: question, text: message, address });
    return { done: null, refused: null, copied: 'Đã sao chép để gửi', unavailable: 'Không chia sẻ được' }[result];
  };
  return (
    <div className="answer-card__actions">
      <SayingButton words="Sao chép" Icon={Copy} onPress={copy} />
      <SayingButton words="Chia sẻ" Icon={Share2} onPress={share} />
      <ReadAloud {...props} />
      <button type="button" className="text-button" onClick={() => onAskPerson(question)}>
        <UserRound aria-hidden="true" size={20} />
        Hỏi cán bộ
      </button>
    </div>
  );
}

interface SayingButtonProps {
  readonly words: string;
  readonly Icon: LucideIcon;
  /** null = nothing to say. */
  readonly onPress: () => Promise<string | null>;
}

function SayingButton({ words, Icon, onPress }: SayingButtonProps) {
  const [said, setSaid] = useState<string | null>(null);
  const Shown = said?.startsWith('Đã') ? Check : Icon;
  return (
    <button type="button" className="text-button" onClick={() => void onPress().then(setSaid)}>
      <Shown aria-hidden="true" size={20} />
      <span aria-live="polite">{said ?? words}</span>
    </button>
  );
}

/** With the Vietnamese voice of the device, else with the server's where it has one; another voice would not be understood. */
function ReadAloud({ platform: { speech }, spoken, reading, fetchRecording }: AnswerButtonsProps) {
  const [canSpeak, setCanSpeak] = useState(speech.canSpeak());
  useEffect(() => speech.watchVoices(() => setCanSpeak(speech.canSpeak())), [speech]);
  if (canSpeak) return <DeviceReading speech={speech} text={spoken} />;
  if (reading === null) return null;
  return (
    <Suspense fallback={null}>
      <RecordedReading parts={reading.parts} fetchPart={(part, signal) => fetchRecording(reading, part, signal)} />
    </Suspense>
  );
}

function DeviceReading({ speech, text }: { readonly speech: Platform['speech']; readonly text: string }) {
  const [isSpeaking, setSpeaking] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: stops when the answer goes from the screen while it is read
  useEffect(() => (isSpeaking ? speech.stopSpeaking : undefined), [isSpeaking]);
  const toggle = () => {
    if (isSpeaking) return speech.stopSpeaking();
    speech.speak(text, () => setSpeaking(false));
    setSpeaking(true);
  };
  return <ReadAloudButton words={isSpeaking ? 'Dừng đọc' : 'Đọc to'} isOn={isSpeaking} onPress={toggle} />;
}
