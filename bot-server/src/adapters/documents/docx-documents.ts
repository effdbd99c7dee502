import type { Documents } from '../../ports/documents.ts';

/** docx: MIT, JavaScript alone. Loaded when the first document is wanted. */
export function docxDocuments(): Documents {
  return {
    async write(document) {
      const { packed } = await import('./packed.ts');
      return packed(document);
    },
  };
}
