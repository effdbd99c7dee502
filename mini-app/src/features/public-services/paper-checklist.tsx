import { type ReactNode, useId } from 'react';
import { originalsFirst } from './needed-papers.ts';

/** One thing to tick off. */
export interface ListedPaper {
  readonly name: string;
  /** Tells papers of the same name apart. */
  readonly key: string;
  readonly original: boolean | null;
  readonly notes: readonly ReactNode[];
  readonly ready: boolean;
}

interface PaperChecklistProps {
  readonly papers: readonly ListedPaper[];
  readonly onTick: (key: string, ready: boolean) => void;
  readonly onReset: () => void;
}

/** The papers as a list to tick off at home, what must be the original first. */
export function PaperChecklist({ papers, onTick, onReset }: PaperChecklistProps) {
  const ready = papers.filter((paper) => paper.ready).length;
  const isComplete = ready === papers.length;
  return (
    <>
      <p role="status" className="checklist__count">
        {isComplete ? 'Đã đủ' : 'Đã có'}{' '}
        <strong>
          {ready}/{papers.length}
        </strong>{' '}
        giấy tờ. Đánh dấu được lưu trên máy này.
      </p>
      <progress className="checklist__progress" aria-hidden="true" max={papers.length} value={ready} />
      <ul className="checklist">
        {originalsFirst(papers).map((paper) => (
          <PaperRow key={paper.key} paper={paper} onTick={onTick} />
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
  readonly paper: ListedPaper;
}

function PaperRow({ paper: { key, name, original, notes, ready }, onTick }: PaperRowProps) {
  const id = useId();
  return (
    <li>
      <label className="checklist__row">
        <input
          type="checkbox"
          checked={ready}
          aria-labelledby={`${id}-name`}
          aria-describedby={`${id}-details`}
          onChange={({ target }) => onTick(key, target.checked)}
        />
        <span>
          <span id={`${id}-name`} className="checklist__name">
            {name}
          </span>
          <span id={`${id}-details`}>
            <OriginalMark original={original} />
            {notes.map((note, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the notes of one paper are fixed
              <span key={index} className="checklist__note">
                {note}
              </span>
            ))}
          </span>
        </span>
      </label>
    </li>
  );
}

function OriginalMark({ original }: { readonly original: boolean | null }) {
  if (original === null) return <span className="checklist__note">{originalWords(original)}</span>;
  return (
    <span>
      <span className={original ? 'badge badge--warning' : 'badge'}>{originalWords(original)}</span>{' '}
    </span>
  );
}

/** Nobody has verified it = ask, never a guess. */
export function originalWords(original: boolean | null): string {
  if (original === null) return 'Bản chính hay bản sao: hỏi lại Trung tâm Phục vụ hành chính công.';
  return original ? 'Mang bản chính' : 'Không cần bản chính';
}
