import type { Document, Element } from '@xmldom/xmldom';
import { attribute, childElements, childNamed, descend, numberAttribute, switchValue } from './xml.ts';

/** Where a paragraph stands in an automatic list. */
export interface ListPlace {
  readonly numId: string;
  readonly level: number;
}

/** What of a style chain (basedOn) matters for reading. */
export interface Styles {
  isBold(paragraphStyle: string | null, runStyle: string | null): boolean;
  isHidden(paragraphStyle: string | null, runStyle: string | null): boolean;
  isCentred(paragraphStyle: string | null): boolean;
  listPlace(paragraphStyle: string | null): ListPlace | null;
  /** The list that a numbering style (`numStyleLink`) stands for. */
  listOfStyle(style: string): string | null;
}

export function readStyles(document: Document | null): Styles {
  const byId = new Map<string, Element>();
  let defaultParagraph: string | null = null;
  const root = document?.documentElement ?? null;
  for (const style of root === null ? [] : childElements(root)) {
    const id = attribute(style, 'styleId');
    if (style.localName !== 'style' || id === null) continue;
    byId.set(id, style);
    if (attribute(style, 'type') === 'paragraph' && attribute(style, 'default') === '1') defaultParagraph = id;
  }
  const chain = (id: string | null): Element[] => styleChain(byId, id);
  const ofParagraph = (id: string | null): Element[] => chain(id ?? defaultParagraph);
  const defaults = descend(root, 'docDefaults', 'rPrDefault', 'rPr');
  const runSwitch = (paragraph: string | null, run: string | null, name: string): boolean =>
    firstOf([...chain(run), ...ofParagraph(paragraph)], (style) => switchValue(childNamed(style, 'rPr'), name)) ??
    switchValue(defaults, name) ??
    false;
  return {
    isBold: (paragraph, run) => runSwitch(paragraph, run, 'b'),
    isHidden: (paragraph, run) => runSwitch(paragraph, run, 'vanish'),
    isCentred: (paragraph) =>
      firstOf(ofParagraph(paragraph), (style) => attribute(descend(style, 'pPr', 'jc'), 'val')) === 'center',
    listPlace: (paragraph) => listPlaceOf(ofParagraph(paragraph)),
    listOfStyle: (style) => attribute(descend(byId.get(style) ?? null, 'pPr', 'numPr', 'numId'), 'val'),
  };
}

function styleChain(byId: ReadonlyMap<string, Element>, id: string | null): Element[] {
  const chain: Element[] = [];
  let at = id;
  while (at !== null) {
    const style = byId.get(at);
    if (style === undefined || chain.includes(style)) break;
    chain.push(style);
    at = attribute(childNamed(style, 'basedOn'), 'val');
  }
  return chain;
}

function listPlaceOf(chain: readonly Element[]): ListPlace | null {
  const numId = firstOf(chain, (style) => attribute(descend(style, 'pPr', 'numPr', 'numId'), 'val'));
  if (numId === null || numId === '0') return null;
  const level = firstOf(chain, (style) => numberAttribute(descend(style, 'pPr', 'numPr', 'ilvl'), 'val'));
  return { numId, level: level ?? 0 };
}

function firstOf<T>(styles: readonly Element[], read: (style: Element) => T | null): T | null {
  for (const style of styles) {
    const value = read(style);
    if (value !== null) return value;
  }
  return null;
}
