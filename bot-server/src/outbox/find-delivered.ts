import type { ChatLine } from '../ports/zalo-oa.ts';

/** Zalo's clock and ours may differ by this much. */
const CLOCK_SKEW_MS = 60_000;

/** The oldest line that can be the message of a try that began at `triedAt`. Epoch milliseconds. */
export function earliestLine(triedAt: number): number {
  return triedAt - CLOCK_SKEW_MS;
}

/**
 * The line that is this message, delivered by a try that began at `triedAt`: the same words from the account, not older
 * than the try, and not a message already known as another one of ours (`known`). null when the message is not there.
 */
export function findDelivered(
  message: { readonly text: string },
  triedAt: number,
  lines: readonly ChatLine[],
  known: ReadonlySet<string>,
): ChatLine | null {
  const words = comparable(message.text);
  const may = (line: ChatLine) =>
    line.from === 'account' && line.at >= earliestLine(triedAt) && !known.has(line.messageId);
  return lines.find((line) => may(line) && comparable(line.text) === words) ?? null;
}

/** Zalo may give a text back trimmed or with other line ends. */
function comparable(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}
