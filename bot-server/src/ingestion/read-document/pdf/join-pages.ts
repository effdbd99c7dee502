import type { SourceBlock, SourceRow } from '@phuong-so/shared/domain/source-document';
import type { PageBlock } from './page-blocks.ts';
import type { PageTable } from './ruled-tables.ts';

/** Columns of one table drift by so many points from page to page. */
const SAME_EDGE = 6;
const PAGE_NUMBER = /^\W*(?:trang\s*)?\d{1,3}(?:\s*\/\s*\d{1,3})?\W*$/iu;

interface OpenTable {
  readonly kind: 'table';
  readonly page: number;
  readonly edges: readonly number[];
  readonly rows: SourceRow[];
}

/**
 * Pages to one document: a table that ends one page and begins the next is one table. Its rows stay as printed, each with
 * its page; page numbers that stood between the halves follow the table.
 */
export function joinPages(pages: readonly (readonly PageBlock[])[]): SourceBlock[] {
  const blocks: (Exclude<SourceBlock, { kind: 'table' }> | OpenTable)[] = [];
  pages.forEach((page, index) => {
    const start = page.findIndex((block) => !isPageNumber(block));
    const upper = blocks.findLast((block) => !isPageNumber(block));
    page.forEach((block, at) => {
      if ('kind' in block) blocks.push(block);
      else if (at === start && upper?.kind === 'table' && sameColumns(upper.edges, block.edges)) {
        upper.rows.push(...block.rows);
      } else blocks.push({ kind: 'table', page: index + 1, edges: block.edges, rows: [...block.rows] });
    });
  });
  return blocks.map((block) => (block.kind === 'line' ? block : { kind: 'table', rows: block.rows, page: block.page }));
}

function isPageNumber(block: PageBlock | OpenTable): boolean {
  return 'kind' in block && block.kind === 'line' && PAGE_NUMBER.test(block.text);
}

function sameColumns(a: PageTable['edges'], b: PageTable['edges']): boolean {
  return (
    a.length === b.length && a.length > 3 && a.every((edge, index) => Math.abs(edge - (b[index] ?? 0)) <= SAME_EDGE)
  );
}
