import { ChartColumn, ExternalLink, Paperclip } from 'lucide-react';
import type { Evidence } from './report-draft.ts';

interface EvidenceListProps {
  readonly evidence: readonly Evidence[];
  readonly onOpen: (address: string) => void;
}

/** What shows that it is so. Links open outside of the app. */
export function EvidenceList({ evidence, onOpen }: EvidenceListProps) {
  if (evidence.length === 0) return null;
  return (
    <ul className="evidence" aria-label="Minh chứng">
      {evidence.map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what was said does not change
        <li key={index}>
          {one.kind === 'link' ? (
            <button type="button" className="text-button" onClick={() => onOpen(one.value)}>
              <ExternalLink aria-hidden="true" size={20} />
              {one.title || one.value}
            </button>
          ) : (
            <span className="with-icon">
              {one.kind === 'file' ? (
                <Paperclip aria-hidden="true" size={20} />
              ) : (
                <ChartColumn aria-hidden="true" size={20} />
              )}
              <span>
                {[one.title, one.kind === 'figure' ? one.value : ''].filter((part) => part !== '').join(': ')}
              </span>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
