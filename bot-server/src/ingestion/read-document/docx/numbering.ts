import type { Document, Element } from '@xmldom/xmldom';
import { formatNumber, plainSymbols } from './number-format.ts';
import type { ListPlace, Styles } from './styles.ts';
import { attribute, childElements, childNamed, numberAttribute, switchValue } from './xml.ts';

interface Level {
  readonly start: number;
  readonly format: string;
  readonly text: string;
  /** Deeper levels start again when a level up to this one counts; 0 = never. */
  readonly restartAfter: number | null;
  readonly legal: boolean;
}

interface List {
  /** Lists of one abstract definition share their counters. */
  readonly abstractId: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly startOverrides: ReadonlyMap<number, number>;
}

/** Counts through the document's automatic lists, as Word does when it prints. */
export interface ListCounter {
  /** The number or bullet of the next paragraph at `place`, e.g. "II.", "1.2.", "a)", "-"; "" when its level prints none. */
  next(place: ListPlace): string;
}

const MAX_LEVEL = 8;

export function listCounter(document: Document | null, styles: Styles): ListCounter {
  const lists = readLists(document, styles);
  const counters = new Map<string, Map<number, number>>();
  const begun = new Set<string>();
  return {
    next(place) {
      const list = lists.get(place.numId);
      if (list === undefined) return '';
      const level = Math.min(Math.max(place.level, 0), MAX_LEVEL);
      const counts = counters.get(list.abstractId) ?? new Map<number, number>();
      counters.set(list.abstractId, counts);
      beginList(place.numId, list, counts, begun);
      counts.set(level, (counts.get(level) ?? startOf(list, level) - 1) + 1);
      for (const deeper of [...counts.keys()])
        if (deeper > level && restarts(list, deeper, level)) counts.delete(deeper);
      return labelOf(list, level, counts);
    },
  };
}

/** A list with an overridden start begins again where it is used first. */
function beginList(numId: string, list: List, counts: Map<number, number>, begun: Set<string>): void {
  if (begun.has(numId)) return;
  begun.add(numId);
  for (const level of list.startOverrides.keys()) counts.delete(level);
}

function startOf(list: List, level: number): number {
  return list.startOverrides.get(level) ?? list.levels.get(level)?.start ?? 1;
}

function restarts(list: List, deeper: number, counted: number): boolean {
  const after = list.levels.get(deeper)?.restartAfter ?? null;
  return after === null || (after > 0 && counted < after);
}

function labelOf(list: List, level: number, counts: ReadonlyMap<number, number>): string {
  const printed = list.levels.get(level);
  if (printed === undefined) return '';
  if (printed.format === 'bullet') return plainSymbols(printed.text).trim();
  return printed.text
    .replace(/%([1-9])/g, (_, digit: string) => {
      const of = Number(digit) - 1;
      const format = printed.legal ? 'decimal' : (list.levels.get(of)?.format ?? 'decimal');
      return formatNumber(counts.get(of) ?? startOf(list, of), format);
    })
    .trim();
}

function readLists(document: Document | null, styles: Styles): Map<string, List> {
  const root = document?.documentElement ?? null;
  const children = root === null ? [] : childElements(root);
  const abstracts = new Map<string, Element>();
  const numbers = new Map<string, Element>();
  for (const child of children) {
    const abstractId = attribute(child, 'abstractNumId');
    const numId = attribute(child, 'numId');
    if (child.localName === 'abstractNum' && abstractId !== null) abstracts.set(abstractId, child);
    if (child.localName === 'num' && numId !== null) numbers.set(numId, child);
  }
  const lists = new Map<string, List>();
  for (const [numId, number] of numbers) lists.set(numId, readList(number, abstracts, numbers, styles));
  return lists;
}

function readList(
  number: Element,
  abstracts: ReadonlyMap<string, Element>,
  numbers: ReadonlyMap<string, Element>,
  styles: Styles,
): List {
  let abstractId = attribute(childNamed(number, 'abstractNumId'), 'val') ?? '';
  const link = attribute(childNamed(abstracts.get(abstractId) ?? null, 'numStyleLink'), 'val');
  const linked = link === null ? undefined : numbers.get(styles.listOfStyle(link) ?? '');
  if (linked !== undefined) abstractId = attribute(childNamed(linked, 'abstractNumId'), 'val') ?? abstractId;
  const levels = new Map<number, Level>();
  const startOverrides = new Map<number, number>();
  const abstract = abstracts.get(abstractId);
  for (const child of abstract === undefined ? [] : childElements(abstract)) addLevel(levels, child);
  for (const override of childElements(number)) {
    if (override.localName !== 'lvlOverride') continue;
    const level = numberAttribute(override, 'ilvl') ?? 0;
    const start = numberAttribute(childNamed(override, 'startOverride'), 'val');
    if (start !== null) startOverrides.set(level, start);
    for (const child of childElements(override)) addLevel(levels, child);
  }
  return { abstractId, levels, startOverrides };
}

function addLevel(levels: Map<number, Level>, element: Element): void {
  if (element.localName !== 'lvl') return;
  levels.set(numberAttribute(element, 'ilvl') ?? 0, {
    start: numberAttribute(childNamed(element, 'start'), 'val') ?? 1,
    format: attribute(childNamed(element, 'numFmt'), 'val') ?? 'decimal',
    text: attribute(childNamed(element, 'lvlText'), 'val') ?? '',
    restartAfter: numberAttribute(childNamed(element, 'lvlRestart'), 'val'),
    legal: switchValue(element, 'isLgl') ?? false,
  });
}
