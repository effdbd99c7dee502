import { AI_NOTICE } from './ai-notice.ts';
import { type Laid, layOut, unmarked } from './answer-layout.ts';

/** The answer as it is read aloud: the words, every item by name, and at last whether a machine worded it; no sources. */
export function spokenText({ text, items, generated }: Laid & { readonly generated: boolean }): string {
  const lines = layOut({ text: unmarked(text), items }).map((block) =>
    block.kind === 'items' ? items.map(({ title }) => `${title}.`).join('\n') : block.lines.join('\n'),
  );
  return [...lines, ...(generated ? [AI_NOTICE] : [])].join('\n');
}

/** Cut at the ends of sentences, and of lines; a piece is longer than `most` characters only where one sentence is. */
export function spokenPieces(text: string, most: number): readonly string[] {
  const sentences = text.split(/\n+/).flatMap((line) => line.match(/[^.!?;]+[.!?;]*\s*/g) ?? []);
  const pieces: string[] = [];
  for (const sentence of sentences.map((one) => one.trim()).filter((one) => one !== '')) {
    const last = pieces[pieces.length - 1];
    if (last !== undefined && last.length + sentence.length < most) {
      pieces[pieces.length - 1] = `${last} ${sentence}`;
    } else pieces.push(sentence);
  }
  return pieces;
}
