import type { ReactNode } from 'react';

interface Block {
  readonly kind: 'paragraph' | 'bullets' | 'numbers';
  readonly lines: string[];
  /** The number that a numbered list begins with. */
  readonly start: number;
}

const BULLET = /^\s*[-*•]\s+/;
const NUMBER = /^\s*(\d{1,3})[.)]\s+/;
const BOLD = /\*\*([^*\n]+)\*\*/g;

/** Paragraphs, lists and bold words as React elements; anything else, HTML and links too, stays the text that it is. */
export function SimpleMarkdown({ text }: { readonly text: string }) {
  return (
    <div className="prose">
      {toBlocks(text).map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of one fixed text never move
        <MarkdownBlock key={index} block={block} />
      ))}
    </div>
  );
}

function MarkdownBlock({ block: { kind, lines, start } }: { readonly block: Block }) {
  if (kind === 'paragraph') return <p>{withBold(lines.join('\n'))}</p>;
  // biome-ignore lint/suspicious/noArrayIndexKey: as above
  const items = lines.map((line, index) => <li key={index}>{withBold(line)}</li>);
  return kind === 'bullets' ? <ul>{items}</ul> : <ol start={start}>{items}</ol>;
}

function toBlocks(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let open: Block | null = null;
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '') {
      open = null;
      continue;
    }
    const kind = kindOf(line);
    const words = line.replace(BULLET, '').replace(NUMBER, '').trim();
    if (open !== null && (kind === open.kind || kind === 'paragraph')) extend(open, kind, words);
    else {
      open = { kind, lines: [words], start: Number(NUMBER.exec(line)?.[1] ?? 1) };
      blocks.push(open);
    }
  }
  return blocks;
}

/** A line without a mark right under a list belongs to the list's last item. */
function extend({ kind, lines }: Block, added: Block['kind'], words: string): void {
  if (added === 'paragraph' && kind !== 'paragraph') lines.push(`${lines.pop() ?? ''}\n${words}`);
  else lines.push(words);
}

function kindOf(line: string): Block['kind'] {
  if (BULLET.test(line)) return 'bullets';
  return NUMBER.test(line) ? 'numbers' : 'paragraph';
}

function withBold(text: string): ReactNode {
  // Splitting at a pattern with one group puts the bold words at the odd places.
  return text.split(BOLD).map((part, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: as above
    return index % 2 === 1 ? <strong key={index}>{part}</strong> : part;
  });
}
