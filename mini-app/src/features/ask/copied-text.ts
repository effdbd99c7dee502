import type { AnswerReply } from '@phuong-so/shared/contracts/answer';
import { layOut, type TextBlock, unmarked } from '@phuong-so/shared/domain/answer-layout';
import { printedDay } from '../../ui/vietnam-time.ts';
import { markSentence } from './answer-mark.ts';
import { citedDocument } from './cited-document.ts';

/** The answer as a message that can be forwarded: complete, each item once, with its sources, its date and whose words it is in. */
export function copiedText(
  question: string,
  answer: AnswerReply,
  titleOf: (citation: AnswerReply['citations'][number]) => string | null,
): string {
  const { text, items } = answer;
  const body = layOut({ text: unmarked(text), items }).map((block) => {
    if (block.kind === 'items') return items.map(itemLine).join('\n');
    return block.lines.map((line, index) => markOf(block, index) + line).join('\n');
  });
  const mark = markSentence(answer);
  const sources = answer.citations.map(
    (citation) => `- ${[citedDocument(citation, titleOf), named(citation.section)].filter((part) => part).join(', ')}`,
  );
  return [
    `Hỏi: ${question}`,
    body.join('\n'),
    ...(sources.length > 0
      ? [`Căn cứ:\n${[...new Set(sources)].join('\n')}`, `Tính đến ${printedDay(answer.as_of)}.`]
      : []),
    ...(mark === null ? [] : [mark]),
  ].join('\n\n');
}

/** "IV.2" is said "mục IV.2". */
function named(section: string): string {
  return /^([IVXLC]+|\d+)([.,)]|$)/.test(section) ? `mục ${section}` : section;
}

function markOf({ kind, marks }: TextBlock, index: number): string {
  if (kind === 'paragraph') return '';
  return kind === 'bullets' ? '- ' : `${marks[index]}. `;
}

function itemLine(item: AnswerReply['items'][number], index: number): string {
  const facts = [
    item.lead.length > 0 ? `chủ trì: ${item.lead.join('; ')}` : '',
    item.coordinating.length > 0 ? `phối hợp: ${item.coordinating.join('; ')}` : '',
    item.due === null ? '' : `thời hạn: ${item.due}`,
  ].filter((fact) => fact !== '');
  return `${index + 1}. ${item.title}${facts.length > 0 ? ` (${facts.join('. ')})` : ''}`;
}
