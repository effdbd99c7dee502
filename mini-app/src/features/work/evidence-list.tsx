import { ChartColumn, ExternalLink, Paperclip } from 'lucide-react';
import { failureWords } from '../../session/call-failure.ts';
import { ActFailure } from '../../ui/act-failure.tsx';
import { useAct } from '../../ui/use-act.ts';
import type { Evidence } from './report-draft.ts';

/** Shows a link or a file outside of the app. */
export type OpenEvidence = (evidence: Evidence) => Promise<void>;

interface EvidenceListProps {
  readonly evidence: readonly Evidence[];
  readonly onOpen: OpenEvidence;
}

/** What shows that it is so. Links and files open outside of the app. */
export function EvidenceList({ evidence, onOpen }: EvidenceListProps) {
  const { busy, error, act } = useAct(failureWords);
  if (evidence.length === 0) return null;
  return (
    <>
      <ul className="evidence" aria-label="Minh chứng">
        {evidence.map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what was said does not change
          <li key={index}>
            {one.kind === 'figure' ? (
              <span className="with-icon">
                <ChartColumn aria-hidden="true" size={20} />
                <span>{[one.title, one.value].filter((part) => part !== '').join(': ')}</span>
              </span>
            ) : (
              <button type="button" className="text-button" disabled={busy} onClick={() => void act(() => onOpen(one))}>
                {one.kind === 'file' ? (
                  <Paperclip aria-hidden="true" size={20} />
                ) : (
                  <ExternalLink aria-hidden="true" size={20} />
                )}
                {one.kind === 'file' ? `Mở tệp: ${one.title || 'không có tên'}` : one.title || one.value}
              </button>
            )}
          </li>
        ))}
      </ul>
      <ActFailure error={error} />
    </>
  );
}
