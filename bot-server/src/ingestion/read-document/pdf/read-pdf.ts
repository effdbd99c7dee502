import type { SourceDocument } from '@phuong-so/shared/domain/source-document';

export async function readPdf(_bytes: Uint8Array): Promise<Pick<SourceDocument, 'text' | 'blocks'>> {
  throw new Error('not yet');
}
