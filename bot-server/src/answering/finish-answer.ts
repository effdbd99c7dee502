import type { Answer, AnswerOutcome, Citation } from '@phuong-so/shared/domain/answer';
import type { Library } from '../ports/library.ts';
import type { WardFacts } from '../ports/ward-facts.ts';
import { type Draft, draft } from './draft.ts';
import { shorten } from './wording.ts';

/** Contract, "An answer": characters of `text`; lists and comparisons may take the longer. */
const ROOM = { short: 1_200, long: 2_000 } as const;
const MORE = '\n…';
/** Of an answer; what comes behind is dropped. */
export const MOST_CITATIONS = 12;
/** Choices of a list belong to it: all of them, within reason. */
const MOST_SUGGESTIONS = { short: 4, long: 8 } as const;
const NEEDS_SOURCE: ReadonlySet<AnswerOutcome> = new Set(['answered', 'partial']);

/**
 * The last check before a person sees an answer: every quote is in the source of the ward it names or in the
 * file of the service or course, an answer without a source is no answer, and the text fits a chat.
 */
export function finishAnswer(
  made: Draft,
  wards: readonly WardFacts[],
  library: Pick<Library, 'source'>,
  stamp: { id: string; asOf: string; tookMs: number },
): Answer {
  const citations = made.citations.filter((citation) => isInSource(citation, wards, library)).slice(0, MOST_CITATIONS);
  const checked = NEEDS_SOURCE.has(made.outcome) && citations.length === 0 ? withoutSource() : made;
  return {
    id: stamp.id,
    outcome: checked.outcome,
    text: fitted(checked.text.trim(), checked.long ? ROOM.long : ROOM.short),
    items: checked.items,
    citations: checked === made ? citations : [],
    suggestions: [...new Set(checked.suggestions)].slice(
      0,
      checked.long ? MOST_SUGGESTIONS.long : MOST_SUGGESTIONS.short,
    ),
    asOf: stamp.asOf,
    generated: false,
    tookMs: stamp.tookMs,
  };
}

/** Cut at the end of a line where there are several, so that no line ends in the middle. */
function fitted(text: string, most: number): string {
  if (text.length <= most) return text;
  const lines = text.slice(0, most - MORE.length).split('\n');
  return lines.length > 1 ? `${lines.slice(0, -1).join('\n')}${MORE}` : shorten(text, most);
}

function isInSource(citation: Citation, wards: readonly WardFacts[], library: Pick<Library, 'source'>): boolean {
  if (citation.source === 'service' || citation.source === 'course')
    return library.source(citation.document)?.includes(citation.quote) ?? false;
  const facts = wards.find(({ profile }) => profile.key === citation.ward);
  return (
    facts?.documents.some(
      ({ documentId, collapsedSource }) =>
        documentId === citation.documentId && collapsedSource.includes(citation.quote),
    ) ?? false
  );
}

function withoutSource(): Draft {
  return draft(
    'not_found',
    'Tôi không tìm được đoạn nào trong tài liệu để dẫn nguồn cho câu này, nên không trả lời để tránh nói sai. Bạn thử hỏi cách khác hoặc hỏi trực tiếp UBND phường.',
  );
}
