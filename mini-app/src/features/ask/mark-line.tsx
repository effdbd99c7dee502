import { Quote, Sparkles } from 'lucide-react';
import type { Mark } from './answer-mark.ts';

/** Says, before the answer is read, whether a machine worded it. */
export function MarkLine({ mark }: { readonly mark: Mark | null }) {
  if (mark === null) return null;
  const Icon = mark.kind === 'generated' ? Sparkles : Quote;
  return (
    <p className={`answer-mark answer-mark--${mark.kind}`}>
      <Icon aria-hidden="true" size={18} />
      <span>{mark.words}</span>
    </p>
  );
}
