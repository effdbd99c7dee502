import type { CitationReply } from '../../api/phuong-so-api.ts';

/** What people call the cited document: a plan by its number, a procedure or course by its title, never by its file. */
export function citedDocument(citation: CitationReply, titleOf: (citation: CitationReply) => string | null): string {
  const { source, document } = citation;
  if (source === 'service') return titleOf(citation) ?? 'Thủ tục hành chính';
  if (source === 'course') return titleOf(citation) ?? 'Khóa học kỹ năng số';
  return document;
}
