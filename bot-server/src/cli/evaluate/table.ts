import type { Scored } from './scored.ts';

/** The table that `evaluate` prints: right answers overall, by kind and by style, then what must be zero, then speed. */
export function table(scored: readonly Scored[]): string {
  const answerable = scored.filter(({ question }) => question.answerable);
  const unanswerable = scored.filter(({ question }) => !question.answerable);
  const answered = unanswerable.filter(({ score }) => !score.right).length;
  const falseCitations = scored.reduce((sum, { score }) => sum + score.falseCitations, 0);
  return [
    line('', 'right', 'of', '%'),
    row('all', scored),
    row('answerable', answerable),
    row('unanswerable', unanswerable),
    ...groups(scored, ({ question }) => `kind ${question.kind}`),
    ...groups(scored, ({ question }) => `style ${question.style}`),
    '',
    `false citations: ${falseCitations}`,
    `unanswerable questions not handled: ${answered} of ${unanswerable.length}`,
    speed(scored),
  ].join('\n');
}

function groups(scored: readonly Scored[], nameOf: (one: Scored) => string): string[] {
  const names = [...new Set(scored.map(nameOf))].sort();
  return names.map((name) =>
    row(
      name,
      scored.filter((one) => nameOf(one) === name),
    ),
  );
}

function row(name: string, scored: readonly Scored[]): string {
  const right = scored.filter(({ score }) => score.right).length;
  const share = scored.length === 0 ? '-' : ((100 * right) / scored.length).toFixed(1);
  return line(name, String(right), String(scored.length), share);
}

export function line(name: string, right: string, of: string, share: string): string {
  return `${name.padEnd(28)}${right.padStart(6)}${of.padStart(6)}${share.padStart(8)}`;
}

/** Half of the answers, and all but one in a hundred, took no longer than this. */
export function speed(scored: readonly { readonly ms: number }[]): string {
  const times = scored.map(({ ms }) => ms).sort((a, b) => a - b);
  const at = (share: number) => (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(1);
  return `ms per answer: p50 ${at(0.5)}, p99 ${at(0.99)}`;
}
