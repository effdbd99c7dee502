import type { SourceTable } from '@phuong-so/shared/domain/source-document';
import { isCapitals, type LabelKind } from './labels.ts';
import type { FlowItem, Paragraph } from './paragraphs.ts';

/** A section while it is built: what was printed under one label. */
export interface SectionNode {
  readonly id: string;
  readonly parent: SectionNode | null;
  readonly kind: LabelKind | 'annex' | 'opening';
  readonly level: number;
  readonly label: string;
  /** The text on the label's own line. */
  readonly own: string;
  readonly bold: boolean;
  readonly content: Paragraph[];
  readonly tables: SourceTable[];
  readonly children: SectionNode[];
}

const RANK: Readonly<Record<SectionNode['kind'], number>> = {
  opening: 0,
  annex: 0,
  part: 1,
  roman: 2,
  number: 3,
  number2: 4,
  number3: 5,
  letter: 6,
  bracket: 7,
};

export interface SectionTree {
  /** Every section in order of print. */
  readonly nodes: readonly SectionNode[];
  /** What stands before the first section. */
  readonly opening: SectionNode;
}

/** Builds the tree of labelled sections. Levels are depths in the tree: 1 for "I", 2 for "1", 3 for "1.1" or "a)". */
export function buildTree(items: readonly FlowItem[], root: SectionNode | null = null): SectionTree {
  const opening = root ?? newNode(null, 'opening', '', '', false, new Set());
  const nodes: SectionNode[] = [];
  const ids = new Set<string>(root ? [root.id] : []);
  const stack: SectionNode[] = root ? [root] : [];
  const someBold = items.some((item) => item.kind === 'paragraph' && item.bold);
  let unlabelled = 0;
  items.forEach((item, index) => {
    if (item.kind === 'table') {
      (stack.at(-1) ?? opening).tables.push(item);
      return;
    }
    const heading = headingOf(item, items[index + 1], someBold);
    if (!heading) {
      (stack.at(-1) ?? opening).content.push(item);
      return;
    }
    while (stack.length > 0 && RANK[(stack.at(-1) ?? opening).kind] >= RANK[heading.kind]) stack.pop();
    const label = heading.label ?? '';
    if (label === '') unlabelled += 1;
    const node = newNode(
      stack.at(-1) ?? null,
      heading.kind,
      label,
      item.text,
      item.bold,
      ids,
      label === '' ? `m${unlabelled}` : label,
    );
    stack.push(node);
    nodes.push(node);
  });
  return { nodes, opening };
}

/** The label of a paragraph that opens a section; a bold or capital line without a label opens one too. */
function headingOf(
  item: Paragraph,
  next: FlowItem | undefined,
  someBold: boolean,
): { kind: LabelKind; label: string | null } | null {
  if (item.label) {
    // "(1)" or "1)" in running text counts things and opens nothing, unless it is set as a heading.
    if (item.label.kind === 'bracket' && !item.bold) return null;
    return { kind: item.label.kind, label: item.label.text };
  }
  if (
    item.marker !== '' ||
    item.text.length > 160 ||
    item.text.length < 6 ||
    /^[("“]/.test(item.text) ||
    /[.;,]$/.test(item.text)
  )
    return null;
  const nextIsBody = next !== undefined && (next.kind === 'table' || !next.bold || next.label !== null);
  if (isCapitals(item.text) && /\s/.test(item.text)) return { kind: 'roman', label: null };
  return someBold && item.bold && nextIsBody ? { kind: 'number', label: null } : null;
}

export function newNode(
  parent: SectionNode | null,
  kind: SectionNode['kind'],
  label: string,
  own: string,
  bold: boolean,
  ids: Set<string>,
  idPart = label,
): SectionNode {
  const inner = parent && idPart.startsWith(`${parent.label}.`) ? idPart.slice(parent.label.length + 1) : idPart;
  const path = parent && parent.id !== '' ? `${parent.id}.${inner}` : inner;
  let id = path;
  for (let copy = 2; ids.has(id); copy += 1) id = `${path}~${copy}`;
  ids.add(id);
  const node: SectionNode = {
    id,
    parent,
    kind,
    level: parent ? parent.level + 1 : 1,
    label,
    own,
    bold,
    content: [],
    tables: [],
    children: [],
  };
  parent?.children.push(node);
  return node;
}
