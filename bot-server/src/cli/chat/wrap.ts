const WIDTH = 100;

/** The text in lines of at most 100 characters, words whole, every line but the first set in below the text's beginning. */
export function wrap(head: string, text: string): string {
  const lines = text.split('\n').flatMap((line) => wrapLine(line, WIDTH - head.length));
  const indent = ' '.repeat(head.length);
  return head + lines.map((line, at) => (at === 0 || line === '' ? line : indent + line)).join('\n');
}

function wrapLine(line: string, width: number): string[] {
  const lines = [''];
  for (const word of line.split(' ')) {
    const last = lines.at(-1) ?? '';
    const longer = last === '' ? word : `${last} ${word}`;
    if (longer.length > width && last !== '') lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}
