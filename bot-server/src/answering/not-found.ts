import type { Citation } from '@phuong-so/shared/domain/answer';
import { unitNames, unitsMeant } from './answer-unit.ts';
import { cite, placeName } from './cite.ts';
import { type AnswerContext, type Draft, draft } from './draft.ts';
import { wardInText } from './wording.ts';

/** Says plainly that the plan does not say it, why where that is known, whom to ask, and what can be asked instead. */
export function notFound(context: AnswerContext, why: string | null = null): Draft {
  const ward = wardInText(context.facts);
  const missing = why === null ? missingAnnex(context) : null;
  const reason = why ?? missing?.text ?? targetReason(context) ?? `Kế hoạch của ${ward} không nói đến điều này.`;
  return draft('not_found', `${reason} ${nextStep(context)}`, {
    citations: missing?.citations ?? [],
    suggestions: nearQuestions(context),
  });
}

/** An annex that the plan refers to but that the file lacks, when the question needs it. */
function missingAnnex(context: AnswerContext): { text: string; citations: Citation[] } | null {
  const { intent, annexes } = context.understanding;
  const concerned =
    annexes.length > 0 ||
    intent === 'unit_tasks' ||
    intent === 'unit_targets' ||
    intent === 'target' ||
    intent === 'owner';
  if (!concerned) return null;
  for (const document of context.facts.documents) {
    const warning = document.plan.warnings.find(
      ({ kind }) => kind === 'missing_annex' || (annexes.length > 0 && kind === 'annex_stops_early'),
    );
    if (!warning) continue;
    const citations = warning.quotes.flatMap(({ text, place }) => {
      const citation = cite(document, context.facts.profile.key, text, placeName(place), place.section);
      return citation ? [citation] : [];
    });
    return {
      text: `Kế hoạch của ${wardInText(context.facts)} không có thông tin này trong bản tôi đang giữ. ${warning.text}`,
      citations: citations.slice(0, 2),
    };
  }
  return null;
}

function targetReason(context: AnswerContext): string | null {
  const { intent, years } = context.understanding;
  if (intent !== 'target' && intent !== 'unit_targets') return null;
  const hasTable = context.facts.documents.some(({ plan }) => plan.targets.some(({ origin }) => origin === 'appendix'));
  const year = years[0] ? ` cho năm ${years[0]}` : '';
  return hasTable
    ? `Tôi không tìm thấy chỉ tiêu này${year} trong kế hoạch của ${wardInText(context.facts)}.`
    : `Kế hoạch của ${wardInText(context.facts)} không đặt chỉ tiêu bằng con số cho việc này${year}; tôi không lấy số của phường khác.`;
}

function nextStep(context: AnswerContext): string {
  const named = context.understanding.unitIds.length > 0 ? unitNames(context, unitsMeant(context)) : null;
  const { contact } = context.facts.profile;
  const hotline = contact?.hotline ? ` hoặc gọi ${contact.hotline}` : '';
  return `Bạn có thể hỏi ${named ?? `UBND ${wardInText(context.facts)}`}${hotline}.`;
}

function nearQuestions(context: AnswerContext): string[] {
  const near = context.ranked.filter(({ snippet }) => snippet.kind === 'task' || snippet.kind === 'target').slice(0, 2);
  const questions = near.map(({ snippet }) =>
    snippet.kind === 'target'
      ? `Chỉ tiêu “${short(snippet.text)}” là bao nhiêu?`
      : `Ai chủ trì việc “${short(snippet.text)}”?`,
  );
  return [...questions, 'Kế hoạch gồm những phần nào?'].slice(0, 3);
}

function short(text: string): string {
  const words = text
    .split(' ')
    .slice(0, 9)
    .join(' ')
    .replace(/[.,;:]+$/u, '');
  return words.length < text.length ? `${words}…` : words;
}
