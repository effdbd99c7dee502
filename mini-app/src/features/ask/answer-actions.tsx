import { Check, Copy, type LucideIcon, Share2, Square, UserRound, Volume2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Platform } from '../../zalo/platform.ts';

export interface AnswerTools {
  readonly platform: Pick<Platform, 'copyText' | 'share' | 'speech'>;
  /** Opens the way to a person of the ward. */
  readonly onAskPerson: (question: string) => void;
}

interface AnswerButtonsProps extends AnswerTools {
  readonly question: string;
  /** The whole answer as a message, with sources. */
  readonly message: string;
  /** What is read aloud: no sources. */
  readonly spoken: string;
  /** Of this question in this app, for a shared link. */
  readonly address: string;
}

/** What can be done with an answer. Each button says how it ended, in its own place. */
export function AnswerButtons({ platform, question, message, spoken, address, onAskPerson }: AnswerButtonsProps) {
  const copy = async () => ((await platform.copyText(message)) ? 'Đã sao chép' : 'Không sao chép được');
  const share = async () => {
    const result = await platform.share({ title: question, text: message, address });
    return { done: null, refused: null, copied: 'Đã sao chép để gửi', unavailable: 'Không chia sẻ được' }[result];
  };
  return (
    <div className="answer-card__actions">
      <SayingButton words="Sao chép" Icon={Copy} onPress={copy} />
      <SayingButton words="Chia sẻ" Icon={Share2} onPress={share} />
      <ReadAloudButton speech={platform.speech} text={spoken} />
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

/** Only where the device has a Vietnamese voice; another voice would make the words incomprehensible. */
function ReadAloudButton({ speech, text }: { readonly speech: Platform['speech']; readonly text: string }) {
  const [isReady, setReady] = useState(speech.canSpeak());
  const [isSpeaking, setSpeaking] = useState(false);
  useEffect(() => speech.watchVoices(() => setReady(speech.canSpeak())), [speech]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: stops when the answer goes from the screen while it is read
  useEffect(() => (isSpeaking ? speech.stopSpeaking : undefined), [isSpeaking]);
  if (!isReady) return null;
  const toggle = () => {
    if (isSpeaking) return speech.stopSpeaking();
    speech.speak(text, () => setSpeaking(false));
    setSpeaking(true);
  };
  const Icon = isSpeaking ? Square : Volume2;
  return (
    <button type="button" className="text-button" onClick={toggle}>
      <Icon aria-hidden="true" size={20} />
      {isSpeaking ? 'Dừng đọc' : 'Đọc to'}
    </button>
  );
}
