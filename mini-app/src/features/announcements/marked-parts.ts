interface Part {
  readonly text: string;
  readonly isMarked: boolean;
}

/** The message cut where one of the found words begins or ends; upper case does not matter, overlapping ones are one. */
export function markedParts(message: string, found: readonly string[]): readonly Part[] {
  const lower = message.toLowerCase();
  // Some letters change their length in lower case: then no place can be trusted.
  if (lower.length !== message.length) return [{ text: message, isMarked: false }];
  const marked = new Array<boolean>(message.length).fill(false);
  for (const words of found) {
    const sought = words.trim().toLowerCase();
    if (sought === '') continue;
    for (let at = lower.indexOf(sought); at >= 0; at = lower.indexOf(sought, at + sought.length)) {
      marked.fill(true, at, at + sought.length);
    }
  }
  const parts: { text: string; isMarked: boolean }[] = [];
  for (let at = 0; at < message.length; at += 1) {
    const isMarked = marked[at] ?? false;
    const open = parts[parts.length - 1];
    if (open?.isMarked === isMarked) open.text += message[at];
    else parts.push({ text: message[at] ?? '', isMarked });
  }
  return parts;
}
