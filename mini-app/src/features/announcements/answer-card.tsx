import { Check, CircleCheck, Pencil, Send, X } from 'lucide-react';
import { useState } from 'react';
import { failureWords } from '../../session/call-failure.ts';
import { ActFailure } from '../../ui/act-failure.tsx';
import { Card } from '../../ui/card.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useAct } from '../../ui/use-act.ts';
import { answerWords, MOST_PEOPLE } from './answer-words.ts';
import type { OwnAnswer, OwnReply } from './own-replies.ts';
import { PeopleStep } from './people-step.tsx';

interface AnswerCardProps {
  readonly asks: 'attending' | 'confirm_read';
  readonly answer: OwnReply['answer'];
  /** What it asks about is over. */
  readonly isOver: boolean;
  readonly onAnswer: (answer: OwnAnswer) => Promise<void>;
}

/** What is asked back, and what the person has answered; can be changed until it is over. */
export function AnswerCard({ asks, answer, isOver, onAnswer }: AnswerCardProps) {
  const [isChanging, setChanging] = useState(false);
  const { busy, error, act } = useAct(failureWords);
  const send = (chosen: OwnAnswer) => void act(() => onAnswer(chosen).finally(() => setChanging(false)));
  if (isOver && answer === null) return null;
  const isAsking = !isOver && (answer === null || isChanging);
  const isKept = !isAsking && answer?.sent === false;
  return (
    <Card heading={asks === 'attending' ? 'Bác có tham gia không?' : 'Xin bác xác nhận đã đọc'}>
      <div role="status">{!isAsking && answer !== null && <Given answer={answer} error={error} />}</div>
      {isAsking && asks === 'attending' && <Attending busy={busy} onSend={send} people={startOf(answer)} />}
      {isAsking && asks === 'confirm_read' && (
        <BigButton main busy={busy} Icon={Check} onPress={() => send({ answer: 'read', people: 0 })}>
          Tôi đã đọc
        </BigButton>
      )}
      {isAsking && <p className="answer__who">Người gửi chỉ thấy tổng số, không thấy tên bác.</p>}
      {isKept && !isOver && (
        <BigButton main busy={busy} Icon={Send} onPress={() => send(answer)}>
          Gửi lại
        </BigButton>
      )}
      {!isAsking && !isOver && asks === 'attending' && (
        <BigButton busy={busy} Icon={Pencil} onPress={() => setChanging(true)}>
          Đổi câu trả lời
        </BigButton>
      )}
      <ActFailure error={isKept ? null : error} />
    </Card>
  );
}

interface BigButtonProps {
  readonly main?: boolean;
  readonly busy: boolean;
  readonly Icon: typeof Check;
  readonly onPress: () => void;
  readonly children: string;
}

function BigButton({ main = false, busy, Icon, onPress, children }: BigButtonProps) {
  return (
    <button
      type="button"
      className={`button button--${main ? 'primary' : 'quiet'} answer__choice`}
      disabled={busy}
      onClick={onPress}
    >
      <Icon aria-hidden="true" size={26} />
      {main && busy ? 'Đang gửi…' : children}
    </button>
  );
}

function startOf(answer: OwnAnswer | null): number {
  return answer?.answer === 'yes' ? Math.min(Math.max(answer.people, 1), MOST_PEOPLE) : 1;
}

interface GivenProps {
  readonly answer: NonNullable<OwnReply['answer']>;
  /** Why it could not be sent just now. */
  readonly error: string | null;
}

function Given({ answer, error }: GivenProps) {
  if (!answer.sent) {
    return (
      <Notice tone="offline">
        {error ?? 'Câu trả lời này chưa gửi được.'} Máy vẫn giữ câu trả lời của bác:{' '}
        <strong>{answerWords(answer)}</strong>.
      </Notice>
    );
  }
  return (
    <p className="answer__given">
      <CircleCheck aria-hidden="true" size={26} />
      <span>Bác đã trả lời: {answerWords(answer)}.</span>
    </p>
  );
}

interface AttendingProps {
  readonly people: number;
  readonly busy: boolean;
  readonly onSend: (answer: OwnAnswer) => void;
}

function Attending({ people: before, busy, onSend }: AttendingProps) {
  const [isComing, setComing] = useState(false);
  if (isComing) {
    return (
      <PeopleStep
        people={before}
        busy={busy}
        onSend={(people) => onSend({ answer: 'yes', people })}
        onBack={() => setComing(false)}
      />
    );
  }
  return (
    <>
      <BigButton main busy={busy} Icon={Check} onPress={() => setComing(true)}>
        Tôi tham gia
      </BigButton>
      <BigButton busy={busy} Icon={X} onPress={() => onSend({ answer: 'no', people: 0 })}>
        Không tham gia
      </BigButton>
    </>
  );
}
