import type { Rule } from './rules.ts';

/** Lines nearer than this are one line: double borders, borders drawn cell by cell. */
const SAME_LINE = 2.5;
/** Ends nearer than this touch: dashed borders, corners that do not quite meet. */
const TOUCH = 3.5;

/** Rules on one line are joined into the longest pieces they make together. */
export function mergeRules(rules: readonly Rule[], direction: Rule['direction']): Rule[] {
  const sorted = rules.filter((rule) => rule.direction === direction).sort((a, b) => a.at - b.at);
  const merged: Rule[] = [];
  let line: Rule[] = [];
  for (const rule of sorted) {
    const first = line[0];
    if (first !== undefined && rule.at - first.at > SAME_LINE) {
      merged.push(...joinEnds(line));
      line = [];
    }
    line.push(rule);
  }
  return [...merged, ...joinEnds(line)];
}

function joinEnds(line: readonly Rule[]): Rule[] {
  const joined: Rule[] = [];
  for (const rule of [...line].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last !== undefined && rule.from <= last.to + TOUCH) {
      joined[joined.length - 1] = { ...last, to: Math.max(last.to, rule.to) };
    } else joined.push(rule);
  }
  return joined;
}

/** Groups of lines that touch each other: the frames of tables and boxes. */
export function connectedRules(horizontal: readonly Rule[], vertical: readonly Rule[]): Rule[][] {
  const rules = [...horizontal, ...vertical];
  const parent = rules.map((_, index) => index);
  const root = (index: number): number => {
    let at = index;
    while (parent[at] !== at) at = parent[at] ?? at;
    parent[index] = at;
    return at;
  };
  horizontal.forEach((across, h) => {
    vertical.forEach((down, v) => {
      if (crosses(across, down)) parent[root(h)] = root(horizontal.length + v);
    });
  });
  const groups = new Map<number, Rule[]>();
  rules.forEach((rule, index) => {
    const key = root(index);
    groups.set(key, [...(groups.get(key) ?? []), rule]);
  });
  return [...groups.values()];
}

function crosses(across: Rule, down: Rule): boolean {
  const inX = down.at >= across.from - TOUCH && down.at <= across.to + TOUCH;
  return inX && across.at >= down.from - TOUCH && across.at <= down.to + TOUCH;
}

/** Positions of lines, each once, in order. */
export function positions(values: readonly number[]): number[] {
  const found: number[] = [];
  for (const value of [...values].sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last === undefined || value - last > TOUCH) found.push(value);
  }
  return found;
}

/** Whether a rule on the line `at` runs past the point `along`. */
export function isRuled(rules: readonly Rule[], at: number, along: number): boolean {
  return rules.some((rule) => Math.abs(rule.at - at) <= TOUCH && rule.from - 1 <= along && along <= rule.to + 1);
}
