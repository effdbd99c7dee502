import type { AnswerReply } from '@phuong-so/shared/contracts/answer';
import { printedDay } from '../../ui/vietnam-time.ts';

/** The answer as a message that can be forwarded: complete, with its sources and its date. */
export function copiedText(question: string, answer: AnswerReply): string {
  const items = answer.items.map((item, index) => {
    const facts = [
      item.lead.length > 0 ? `chủ trì: ${item.lead.join('; ')}` : '',
      item.coordinating.length > 0 ? `phối hợp: ${item.coordinating.join('; ')}` : '',
      item.due === null ? '' : `thời hạn: ${item.due}`,
    ].filter((fact) => fact !== '');
    return `${index + 1}. ${item.title}${facts.length > 0 ? ` (${facts.join('. ')})` : ''}`;
  });
  const sources = answer.citations.map(
    ({ document, section }) => `- ${[document, section].filter((part) => part).join(', ')}`,
  );
  return [
    `Hỏi: ${question}`,
    answer.text,
    ...(items.length > 0 ? [items.join('\n')] : []),
    ...(sources.length > 0
      ? [`Căn cứ:\n${[...new Set(sources)].join('\n')}`, `Tính đến ${printedDay(answer.as_of)}.`]
      : []),
  ].join('\n\n');
}
