import { AI_NOTICE } from './ai-notice.ts';
import { type Laid, layOut, unmarked } from './answer-layout.ts';

/** The answer as it is read aloud: the words, every item by name, and at last whether a machine worded it; no sources. */
export function spokenText({ text, items, generated }: Laid & { readonly generated: boolean }): string {
  const lines = layOut({ text: unmarked(text), items }).map((block) =>
    block.kind === 'items' ? items.map(({ title }) => `${title}.`).join('\n') : block.lines.join('\n'),
  );
  return [...lines, ...(generated ? [AI_NOTICE] : [])].join('\n');
}
