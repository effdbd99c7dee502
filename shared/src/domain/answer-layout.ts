import { AI_NOTICE } from './ai-notice.ts';

/** What is laid out of an answer, as it is on the server and as it comes to the app. */
export interface Laid {
  readonly text: string;
  readonly items: readonly { readonly title: string }[];
}

/** A run of lines of the same kind. */
export interface TextBlock {
  readonly kind: 'paragraph' | 'bullets' | 'numbers' | 'items';
  /** Bullets and numbers without their mark; `numbers` holds "3. …" split in `marks` and `lines`. */
  readonly lines: readonly string[];
  readonly marks: readonly string[];
}

const BULLET = /^\s*[-–•*+]\s+/;
const NUMBER = /^\s*(\d{1,3})[.)]\s+/;

/**
 * The answer's text in blocks. Where the text itself counts up the items ("1. …", "2. …", often shortened), the block is
 * `items`: the complete items are drawn there and the lines are not repeated. Any other numbered lines stay as they are.
 */
export function layOut({ text, items }: Laid): readonly TextBlock[] {
  const blocks = toBlocks(text);
  const listed = blocks.findIndex((block) => block.kind === 'numbers' && countsUp(block, items));
  const withItems = blocks.map((block, index) => (index === listed ? { ...block, kind: 'items' as const } : block));
  const end: TextBlock = { kind: 'items', lines: [], marks: [] };
  return items.length === 0 || listed >= 0 ? withItems : [...withItems, end];
}

/** The answer's text without the notice that closes it: its mark says the same. */
export function unmarked(text: string): string {
  return text.endsWith(AI_NOTICE) ? text.slice(0, -AI_NOTICE.length).trimEnd() : text;
}

function toBlocks(text: string): readonly TextBlock[] {
  const blocks: { kind: TextBlock['kind']; lines: string[]; marks: string[] }[] = [];
  let apart = true;
  for (const line of text.split('\n')) {
    if (line.trim() === '') {
      apart = true;
      continue;
    }
    const kind = kindOf(line);
    const mark = NUMBER.exec(line)?.[1] ?? '';
    const words = line.replace(BULLET, '').replace(NUMBER, '').trim();
    const last = blocks[blocks.length - 1];
    if (!apart && last?.kind === kind) {
      last.lines.push(words);
      last.marks.push(mark);
    } else {
      blocks.push({ kind, lines: [words], marks: [mark] });
    }
    apart = false;
  }
  return blocks;
}

function kindOf(line: string): TextBlock['kind'] {
  if (BULLET.test(line)) return 'bullets';
  return NUMBER.test(line) ? 'numbers' : 'paragraph';
}

/** Every line is the item of its number, complete or cut off with "…". */
function countsUp({ lines, marks }: TextBlock, items: Laid['items']): boolean {
  return lines.every((line, index) => {
    const item = items[Number(marks[index]) - 1];
    if (item === undefined) return false;
    const title = squeeze(item.title);
    const words = squeeze(line);
    const cut = words.indexOf('…');
    return words.startsWith(title) || (cut > 0 && title.startsWith(words.slice(0, cut).trim()));
  });
}

function squeeze(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}
