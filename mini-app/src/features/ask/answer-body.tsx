import type { AnswerReply } from '@phuong-so/shared/contracts/answer';
import { layOut, unmarked } from '@phuong-so/shared/domain/answer-layout';
import { AnswerText } from './answer-text.tsx';
import { ItemList } from './item-list.tsx';

interface AnswerBodyProps {
  readonly answer: Pick<AnswerReply, 'text' | 'items' | 'outcome'>;
  readonly onCall: (phoneNumber: string) => void;
}

/** The answer's words, with its items where the words count them up. */
export function AnswerBody({ answer, onCall }: AnswerBodyProps) {
  const { items } = answer;
  const call = answer.outcome === 'handoff' ? onCall : undefined;
  return (
    <div className="answer-text">
      {layOut({ text: unmarked(answer.text), items }).map((block, index) =>
        block.kind === 'items' ? (
          <ItemList key="items" items={items} />
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of one fixed text never move
          <AnswerText key={index} block={block} onCall={call} />
        ),
      )}
    </div>
  );
}
