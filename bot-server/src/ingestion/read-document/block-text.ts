import type { SourceBlock, SourceRow } from '@phuong-so/shared/domain/source-document';

/** The running text of blocks: a line each; table cells in reading order, each printed once, with a tab between them. */
export function blockText(blocks: readonly SourceBlock[]): string {
  return blocks.map((block) => (block.kind === 'line' ? block.text : block.rows.map(rowText).join('\n'))).join('\n');
}

function rowText(row: SourceRow): string {
  return row.cells.flatMap((cell) => (cell === null || cell.mergedFromAbove ? [] : [cell.text])).join('\t');
}
