import type { DraftCard } from '@phuong-so/shared/contracts/report-drafts';
import { FileText } from 'lucide-react';
import { printedMoment } from '../../ui/moments.ts';
import { LinkRow } from '../../ui/row.tsx';
import { draftTitle, STATE_NAMES } from './report-words.ts';

const BADGES: Readonly<Record<DraftCard['state'], string>> = {
  draft: 'badge',
  handed_in: 'badge badge--warning',
  taken_in: 'badge badge--good',
};

interface DraftRowsProps {
  readonly drafts: readonly DraftCard[];
  readonly addressOf: (id: string) => string;
}

/** Drafts, the ward's own and those of its units. */
export function DraftRows({ drafts, addressOf }: DraftRowsProps) {
  return (
    <ul className="rows">
      {drafts.map((draft) => (
        <LinkRow
          key={draft.id}
          to={addressOf(draft.id)}
          icon={<FileText aria-hidden="true" size={24} />}
          title={
            <>
              <span className="badges">
                <span className={BADGES[draft.state]}>{STATE_NAMES[draft.state]}</span>
              </span>
              <span className="feed__title">{draftTitle(draft)}</span>
            </>
          }
          lines={[`Sửa lần cuối ${printedMoment(draft.changed_at)}`]}
        />
      ))}
    </ul>
  );
}
