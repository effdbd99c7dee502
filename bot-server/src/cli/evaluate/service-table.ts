import type { Led, ServiceQuestion, ServiceScore } from './score-service.ts';
import { line, speed } from './table.ts';

/** One question about services or courses with how its answer did. */
export interface ScoredService {
  readonly question: ServiceQuestion;
  readonly score: ServiceScore;
  readonly ms: number;
}

/** Found (top-1) and right, overall, by kind and by style, then what must be zero, then speed. */
export function serviceTable(scored: readonly ScoredService[]): string {
  const invented = scored.reduce((sum, { score }) => sum + score.invented.length, 0);
  const expecting = scored.flatMap(({ score }) => score.led ?? []);
  const led = (ways: readonly Led[]) =>
    `${expecting.filter((one) => ways.includes(one)).length} of ${expecting.length}`;
  const others = scored.filter(({ score }) => score.led === null);
  const falseCitations = scored.reduce((sum, { score }) => sum + score.falseCitations, 0);
  return [
    line('', 'found', 'right', 'of'),
    row('all', scored),
    ...groups(scored, ({ question }) => `kind ${question.kind}`),
    ...groups(scored, ({ question }) => `style ${question.style}`),
    '',
    `told at once what is right: ${led(['told'])}`,
    `told, or asked back with it as the first choice: ${led(['told', 'offered first'])}`,
    `told, or asked back with it among the choices: ${led(['told', 'offered first', 'offered'])}`,
    `asked back without it: ${led(['not offered'])}`,
    `told something wrong: ${led(['wrong'])}`,
    `covered, and not found: ${led(['not found'])}`,
    `told of a procedure or course where none is asked for: ${others.filter(({ score }) => score.wrong).length} of ${others.length}`,
    `invented figures: ${invented}`,
    `false citations: ${falseCitations}`,
    speed(scored),
  ].join('\n');
}

function groups(scored: readonly ScoredService[], nameOf: (one: ScoredService) => string): string[] {
  const names = [...new Set(scored.map(nameOf))].sort();
  return names.map((name) =>
    row(
      name,
      scored.filter((one) => nameOf(one) === name),
    ),
  );
}

function row(name: string, scored: readonly ScoredService[]): string {
  const found = scored.filter(({ score }) => score.found).length;
  const right = scored.filter(({ score }) => score.right).length;
  return line(name, String(found), String(right), String(scored.length));
}
