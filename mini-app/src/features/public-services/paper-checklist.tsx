import type { ServiceReply } from '@phuong-so/shared/contracts/library';
import { useId } from 'react';

interface PaperChecklistProps {
  readonly papers: ServiceReply['papers'];
  /** Names of those that are ready. */
  readonly ticked: readonly string[];
  readonly onTick: (paper: string, ready: boolean) => void;
  readonly onReset: () => void;
}

/** The papers as a list to tick off at home. */
export function PaperChecklist({ papers, ticked, onTick, onReset }: PaperChecklistProps) {
  const ready = papers.filter(({ name }) => ticked.includes(name)).length;
  return (
    <>
      <p role="status" className="checklist__count">
        Đã có {ready}/{papers.length} giấy tờ. Đánh dấu được lưu trên máy này.
      </p>
      <ul className="checklist">
        {papers.map((paper) => (
          <PaperRow key={paper.name} paper={paper} ready={ticked.includes(paper.name)} onTick={onTick} />
        ))}
      </ul>
      {ready > 0 && (
        <button type="button" className="text-button" onClick={onReset}>
          Bỏ hết đánh dấu
        </button>
      )}
    </>
  );
}

interface PaperRowProps extends Pick<PaperChecklistProps, 'onTick'> {
  readonly paper: ServiceReply['papers'][number];
  readonly ready: boolean;
}

function PaperRow({ paper: { name, original, note }, ready, onTick }: PaperRowProps) {
  const id = useId();
  const details = [original === null ? '' : originalWords(original), note ?? ''].filter((line) => line !== '');
  return (
    <li>
      <label className="checklist__row">
        <input
          type="checkbox"
          checked={ready}
          aria-labelledby={`${id}-name`}
          aria-describedby={`${id}-details`}
          onChange={({ target }) => onTick(name, target.checked)}
        />
        <span>
          <span id={`${id}-name`} className="checklist__name">
            {name}
          </span>
          <span id={`${id}-details`}>
            {details.map((line) => (
              <span key={line} className="checklist__note">
                {line}
              </span>
            ))}
          </span>
        </span>
      </label>
    </li>
  );
}

function originalWords(original: boolean): string {
  return original ? 'Mang bản chính' : 'Không cần bản chính';
}
