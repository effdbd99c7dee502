import type { ScamPracticeReply } from '@phuong-so/shared/contracts/learning';
import { useState } from 'react';
import { Judgement } from './judgement.tsx';
import { MessageToJudge } from './message-to-judge.tsx';
import { type Judged, roundOf } from './practice-round.ts';
import { RoundEnd } from './round-end.tsx';

export type PracticeItem = ScamPracticeReply['items'][number];

interface PracticeProps {
  /** At least one. */
  readonly items: readonly PracticeItem[];
  /** Where a message of one's own is checked. */
  readonly checkAddress: string;
}

/** "Lừa đảo hay thật?": one made-up message a screen, two large buttons, then why. The result is kept nowhere. */
export function Practice({ items, checkAddress }: PracticeProps) {
  const [round, setRound] = useState(0);
  const [judged, setJudged] = useState<readonly Judged[]>([]);
  const [isExplained, setExplained] = useState(false);
  const inRound = roundOf(items, round);
  const last = judged[judged.length - 1];
  const item = inRound[isExplained ? judged.length - 1 : judged.length];
  const judge = (saysScam: boolean) => {
    if (item === undefined) return;
    setJudged([...judged, { id: item.id, right: saysScam === item.is_scam }]);
    setExplained(true);
  };
  if (item === undefined) {
    return (
      <RoundEnd
        items={inRound}
        judged={judged}
        checkAddress={checkAddress}
        onAgain={() => {
          setRound(round + 1);
          setJudged([]);
        }}
      />
    );
  }
  const number = isExplained ? judged.length : judged.length + 1;
  return (
    <>
      <p className="practice__at">
        Tin {number}/{inRound.length}. Tin bịa ra để luyện tập.
      </p>
      <MessageToJudge key={item.id} item={item} isJudged={isExplained} onJudge={judge} />
      {isExplained && last && (
        <Judgement
          item={item}
          right={last.right}
          isLast={judged.length === inRound.length}
          onNext={() => setExplained(false)}
        />
      )}
    </>
  );
}
