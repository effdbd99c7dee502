import type { Quote } from '@phuong-so/shared/domain/plan';
import { padded, plainNumber } from '@phuong-so/shared/text/tokens';
import type { WardDocument } from '../ports/ward-facts.ts';
import { cite, citeFirst, placeName } from './cite.ts';
import { type AnswerContext, type Answerer, type Draft, draft } from './draft.ts';
import { planLabel, shortDate, wardInText } from './wording.ts';

/** Who signed the plan, with the office as printed. */
export const answerSigner: Answerer = (context) => {
  const document = mainDocument(context);
  const signer = document?.plan.document.signer;
  if (!document || !signer || namesAnother(context.question, document.plan.document.number)) return null;
  const office = `${signer.position.charAt(0)}${signer.position.slice(1).toLocaleLowerCase('vi')}`;
  const text = `${planLabel(document, context.facts)} do ${signer.name}, ${office} UBND ${wardInText(context.facts)}, ký ban hành.`;
  return sourced(context, document, 'signer', text);
};

/** The plan's own number and date; says plainly which of them the text does not have. */
export const answerNumberAndDate: Answerer = (context) => {
  const document = mainDocument(context);
  if (!document) return null;
  const { number, date } = document.plan.document;
  if (namesAnother(context.question, number)) return null;
  if (number === null && date === null) {
    return draft(
      'not_found',
      `Bản kế hoạch của ${wardInText(context.facts)} mà tôi có không ghi số và ngày ban hành của chính văn bản này, nên tôi không trả lời được. Bạn có thể hỏi Văn phòng HĐND và UBND phường để biết số, ngày chính thức.`,
      {
        suggestions: ['Ai ký kế hoạch này?', 'Kế hoạch này căn cứ vào văn bản nào?'],
      },
    );
  }
  const parts = [
    number ? `có số ${number}` : 'không ghi số trong bản tôi có',
    date ? `ban hành ngày ${shortDate(date)}` : 'không ghi ngày ban hành trong bản tôi có',
  ];
  const text = `Kế hoạch của UBND ${wardInText(context.facts)} ${parts.join(', ')}.`;
  const citations = [
    ...quoted(context, document, document.plan.document.quotes.number),
    ...quoted(context, document, document.plan.document.quotes.date),
  ];
  if (citations.length === 0) return null;
  return draft('answered', text, {
    citations,
    suggestions: ['Ai ký kế hoạch này?'],
    topic: { documentId: document.documentId },
  });
};

/** "Nghị quyết 45 ban hành ngày nào": a document of another number is asked about. */
function namesAnother(question: string, own: string | null): boolean {
  const named =
    / (?:nghi quyet|ke hoach|cong van|chuong trinh|quyet dinh|thong tu|nghi dinh|chi thi|thong bao|ket luan)(?: hanh dong)?(?: so)? (\d+) (?!nghi quyet)/.exec(
      padded(question),
    )?.[1];
  // "Kế hoạch (thực hiện) nghị quyết 57" is the ward's own plan.
  if (/ ke hoach (?!(?:hanh dong )?(?:so )?\d)/.test(padded(question))) return false;
  return named !== undefined && named !== plainNumber(/^\d+/.exec(own ?? '')?.[0] ?? '');
}

/** The ward's name and province as the plan states them; a plan that names neither is said to name neither. */
export const answerWardIdentity: Answerer = (context) => {
  const document = mainDocument(context);
  const { name, province } = context.facts.profile;
  if (!document || (name === null && province === null)) {
    return draft(
      'not_found',
      'Bản kế hoạch tôi có không ghi tên phường và tên tỉnh, thành phố, nên tôi không đoán. Bạn hỏi trực tiếp UBND phường nhé.',
      { suggestions: ['Ai ký kế hoạch này?'] },
    );
  }
  const text = `Đây là ${planLabel(document, context.facts)}${province ? `, thuộc ${province}` : ''}.`;
  const { wardName, province: place, issuer, title } = document.plan.document.quotes;
  const citations = [wardName, place, issuer, title].flatMap((quote) => quoted(context, document, quote)).slice(0, 2);
  return citations.length > 0 ? draft('answered', text, { citations, suggestions: ['Ai ký kế hoạch này?'] }) : null;
};

/** The years the plan covers. */
export const answerPeriod: Answerer = (context) => {
  const document = mainDocument(context);
  const period = document?.plan.document.period;
  if (!document || !period) return null;
  const text = `${planLabel(document, context.facts)} thực hiện trong giai đoạn ${period.from} - ${period.to}.`;
  return sourced(context, document, 'period', text);
};

/** Whom the plan was sent to. */
export const answerRecipients: Answerer = (context) => {
  const document = mainDocument(context);
  if (!document || document.plan.document.recipients.length === 0) return null;
  const lines = document.plan.document.recipients.map((recipient) => `- ${recipient}`).join('\n');
  return sourced(context, document, 'recipients', `${planLabel(document, context.facts)} gửi đến:\n${lines}`);
};

/** The headings of the first level. */
export const answerOutline: Answerer = (context) => {
  const document = mainDocument(context);
  const sections = document?.outline.filter(({ level, title }) => level === 1 && title) ?? [];
  if (!document || sections.length === 0) return null;
  const lines = sections.map(({ label, title, id }) => (id.startsWith('PL') ? `- ${title}` : `- ${label}. ${title}`));
  const citations = sections
    .flatMap(({ title, id }) => citeFirst(document, context.facts.profile.key, [title ?? ''], `mục ${id}`, id))
    .slice(0, 3);
  const titleCitations = quoted(context, document, document.plan.document.quotes.title);
  return draft('answered', `${planLabel(document, context.facts)} gồm các phần:\n${lines.join('\n')}`, {
    citations: [...titleCitations, ...citations].slice(0, 3),
    long: true,
    suggestions: ['Kế hoạch có những mục tiêu gì?'],
  });
};

/** The plan that questions about "kế hoạch này" mean: the newest by date, else the first. */
export function mainDocument(context: AnswerContext): WardDocument | undefined {
  return [...context.facts.documents].sort((a, b) =>
    (b.plan.document.date ?? '').localeCompare(a.plan.document.date ?? ''),
  )[0];
}

function sourced(
  context: AnswerContext,
  document: WardDocument,
  field: 'signer' | 'period' | 'recipients',
  text: string,
): Draft | null {
  const citations = quoted(context, document, document.plan.document.quotes[field]);
  return citations.length > 0
    ? draft('answered', text, { citations, topic: { documentId: document.documentId } })
    : null;
}

function quoted(context: AnswerContext, document: WardDocument, quote: Quote | undefined) {
  const citation = quote
    ? cite(document, context.facts.profile.key, quote.text, placeName(quote.place), quote.place.section)
    : null;
  return citation ? [citation] : [];
}
