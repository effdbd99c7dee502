import type { SourceDocument } from '@phuong-so/shared/domain/source-document';
import { blockText } from '../block-text.ts';
import { UnreadableDocument } from '../unreadable-document.ts';
import { readBlocks } from './blocks.ts';
import { listCounter } from './numbering.ts';
import { openPackage } from './open-package.ts';
import { readStyles } from './styles.ts';
import { descend } from './xml.ts';

/**
 * A Word document: paragraphs whole, tables with spans and merges, text boxes where they hang. Headers, footers, notes
 * and deleted text are left out. Generated list numbers stand in `label`, not in `text`.
 */
export async function readDocx(bytes: Uint8Array): Promise<Pick<SourceDocument, 'text' | 'blocks'>> {
  const parts = await openPackage(bytes);
  const body = descend(parts.document, 'document', 'body');
  if (body === null)
    throw new UnreadableDocument('broken', 'Tệp Word không có nội dung đọc được. Hãy lưu lại rồi gửi lại.');
  const styles = readStyles(parts.styles);
  const blocks = readBlocks(body, { styles, lists: listCounter(parts.numbering, styles) });
  return { text: blockText(blocks), blocks };
}
