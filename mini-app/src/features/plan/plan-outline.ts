import type { PlanTextReply } from '@phuong-so/shared/contracts/plans';

export type Section = PlanTextReply['sections'][number];

export interface OutlineNode {
  readonly section: Section;
  readonly below: readonly OutlineNode[];
}

/** Sections as a tree, by their levels. A level that is skipped in print hangs under the nearest one above. */
export function outlineOf(sections: readonly Section[]): readonly OutlineNode[] {
  const top: OutlineNode[] = [];
  const open: { readonly level: number; readonly below: OutlineNode[] }[] = [{ level: 0, below: top }];
  for (const section of sections) {
    // The opening stands beside the first chapter, not above it.
    const level = Math.max(1, section.level);
    while (open.length > 1 && (open[open.length - 1]?.level ?? 0) >= level) open.pop();
    const below: OutlineNode[] = [];
    open[open.length - 1]?.below.push({ section, below });
    open.push({ level, below });
  }
  return top;
}

/** From the outermost section to the one itself; null when there is none with this id. */
export function pathTo(nodes: readonly OutlineNode[], id: string): readonly OutlineNode[] | null {
  for (const node of nodes) {
    if (node.section.id === id) return [node];
    const rest = pathTo(node.below, id);
    if (rest !== null) return [node, ...rest];
  }
  return null;
}

/** A numbered paragraph without a heading is read with the section above it. */
export function isHeaded({ section: { title, level } }: OutlineNode): boolean {
  return title !== null || level <= 1;
}

/** Sections that are read one after the other. */
export function readingOrder(nodes: readonly OutlineNode[]): readonly Section[] {
  return nodes.filter(isHeaded).flatMap((node) => [node.section, ...readingOrder(node.below)]);
}

/** "II. MỤC TIÊU, CHỈ TIÊU", "PHỤ LỤC I. DANH MỤC …", "Mục 1.1". */
export function printedHeading({ label, title }: Pick<Section, 'label' | 'title'>): string {
  if (title === null) return label === '' ? 'Phần mở đầu' : `Mục ${label}`;
  if (label === '' || title.toLocaleLowerCase('vi').startsWith(label.toLocaleLowerCase('vi'))) return title;
  return `${label}. ${title}`;
}

/** How a section is named away from its place: a numbered paragraph by the heading above it and its number. */
export function headingIn(
  nodes: readonly OutlineNode[],
  id: string,
): { readonly title: string; readonly line: string | null } {
  const path = pathTo(nodes, id) ?? [];
  const own = path[path.length - 1]?.section;
  const headed = path.filter(isHeaded).pop()?.section ?? own;
  if (own === undefined || headed === undefined) return { title: 'Văn bản', line: null };
  const title = headed.plain_title ?? printedHeading(headed);
  if (own !== headed) return { title, line: printedHeading(own) };
  return { title, line: headed.plain_title === null ? null : printedHeading(headed) };
}
