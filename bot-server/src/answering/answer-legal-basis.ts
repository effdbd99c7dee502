import type { LegalBasis } from '@phuong-so/shared/domain/plan';
import { foldMarks } from '@phuong-so/shared/text/fold';
import { padded, plainNumber } from '@phuong-so/shared/text/tokens';
import type { WardDocument } from '../ports/ward-facts.ts';
import { answerPassage } from './answer-passage.ts';
import { cite, placeName } from './cite.ts';
import { type AnswerContext, type Answerer, type Draft, draft } from './draft.ts';
import { wardInText } from './wording.ts';

/** A plan rests on what its title and opening name: that is meant before what is cited in passing. */
const BASIS = 1;
const MOST_SHOWN = 8;
const NAMED = 4;
const MOST_BASES = 10;

interface Candidate {
  readonly document: WardDocument;
  readonly basis: LegalBasis;
  readonly score: number;
}

/**
 * The documents of higher levels that a plan rests on or cites: those of the type and issuer that the question names,
 * or, when it names none, all that the title and the opening name.
 */
export const answerLegalBasis: Answerer = (context) => {
  const absent = namedButAbsent(context);
  if (absent)
    return draft(
      'not_found',
      `Kế hoạch của ${wardInText(context.facts)} không nhắc đến ${absent}. Bạn có thể hỏi kế hoạch này căn cứ vào những văn bản nào.`,
      { suggestions: ['Kế hoạch này căn cứ vào văn bản nào?'] },
    );
  if (namesNothing(context)) return allBases(context);
  const scored = candidates(context).sort((a, b) => b.score - a.score);
  const best = scored[0];
  if (!best) return null;
  const chosen = scored.filter(({ score }) => score >= best.score - 0.01 && score > 0).slice(0, MOST_SHOWN);
  const lead = chosen[0]?.basis.role === 'basis' ? 'căn cứ' : 'có nêu';
  return told(context, chosen, `Kế hoạch của UBND ${wardInText(context.facts)} ${lead}`);
};

function told(context: AnswerContext, chosen: readonly Omit<Candidate, 'score'>[], lead: string): Draft | null {
  const cited = chosen.flatMap(({ document, basis }) => {
    const citation = cite(
      document,
      context.facts.profile.key,
      basis.quote.text,
      placeName(basis.quote.place),
      basis.quote.place.section,
    );
    return citation ? [{ basis, citation }] : [];
  });
  if (cited.length === 0) return null;
  const lines = cited.map(({ basis }) => describe(basis));
  const text = lines.length === 1 ? `${lead} ${lines[0]}.` : `${lead}:\n${lines.map((line) => `- ${line}`).join('\n')}`;
  return draft('answered', text, {
    items:
      lines.length > 1 ? lines.map((title) => ({ title, lead: [], coordinating: [], due: null, state: null })) : [],
    citations: cited.map(({ citation }) => citation),
    suggestions: ['Kế hoạch này ban hành ngày nào?', 'Ai ký kế hoạch này?'],
  });
}

const NUMBERED = /\d+(?:\/\d{4})?[-/]\p{Lu}/u;
/** From this share on, a sentence is about the very thing that the question names. */
const ABOUT_IT = 0.5;

/** "Của cấp trên" names no issuer. */
const ANY_ABOVE = 'cap tren';

/** A question about a matter ("ưu đãi thuế quy định ở nghị quyết số mấy"): the sentence on it that names a document. */
export const answerCitingPassage: Answerer = (context) => {
  const { issuers, documentTypes, concepts } = context.understanding;
  const matters = concepts.filter(({ story, typed }) => !story && !documentTypes.includes(typed.join(' ')));
  if (issuers.some((issuer) => issuer !== ANY_ABOVE) || matters.length < 2) return null;
  const anyType = documentTypes.every((type) => type === 'van ban');
  const naming = context.ranked.filter(({ snippet, ownCoverage }) => {
    const isNumbered = snippet.quotes.some((quote) => NUMBERED.test(quote));
    const isOfType = anyType || documentTypes.some((type) => snippet.own.includes(` ${type} `));
    return snippet.kind !== 'deadline' && isNumbered && isOfType && ownCoverage >= ABOUT_IT;
  });
  return naming.length > 0 ? answerPassage({ ...context, ranked: naming }) : null;
};

/** Another document is asked of one that the question numbers ("kế hoạch 101 thực hiện nghị quyết nào"): the sentence that names it. */
export const answerNamedDocument: Answerer = (context) => {
  const { documentTypes, wants } = context.understanding;
  if (documentTypes.length < 2 || wants.documentNumber) return null;
  const question = padded(context.question);
  const numbers = context.facts.documents.flatMap(({ plan }) =>
    plan.document.legalBases.filter((basis) => isNamed(basis, question)).map(({ number }) => padded(number ?? '')),
  );
  const naming = context.ranked.filter(
    ({ snippet }) => snippet.kind === 'sentence' && numbers.some((number) => snippet.own.includes(number)),
  );
  return naming.length > 0 ? answerPassage({ ...context, ranked: naming }) : null;
};

/** "Kế hoạch số 101/KH-UBND ngày 25/5/2025 của UBND tỉnh"; what the text does not state is said. */
function describe(basis: LegalBasis): string {
  if (basis.number?.startsWith(basis.type)) return basis.number;
  const number = basis.number ? ` số ${basis.number}` : ' (văn bản không ghi số)';
  const date = basis.date ? ` ngày ${basis.date}` : basis.number ? ' (kế hoạch không ghi ngày)' : '';
  return `${basis.type}${number}${date}${basis.issuer ? ` của ${basis.issuer}` : ''}`;
}

function candidates(context: AnswerContext): Candidate[] {
  const { documentTypes, issuers, concepts } = context.understanding;
  const wholeQuestion = padded(context.question);
  return context.facts.documents.flatMap((document) =>
    document.plan.document.legalBases.map((basis) => {
      const type = foldMarks(basis.type);
      const issuer = spelledOut(foldMarks(basis.issuer ?? ''));
      const surroundings = padded(sentenceAround(document, basis));
      const typeFits = documentTypes.some((wanted) => wanted !== 'van ban' && type.startsWith(wanted));
      const longestType = documentTypes.filter((wanted) => type === wanted).length > 0 ? 0.5 : 0;
      const issuerFits = issuers.filter((wanted) => ` ${issuer} `.includes(` ${wanted} `)).length;
      const numbered = isNamed(basis, wholeQuestion)
        ? context.understanding.wants.documentNumber
          ? -NAMED
          : NAMED
        : 0;
      const topic = concepts.filter(
        ({ typed, means, story }) =>
          !story &&
          [typed, ...means].some((words) => words.length > 1 && surroundings.includes(` ${words.join(' ')} `)),
      ).length;
      const named = (typeFits ? 2 + longestType : 0) + (issuerFits > 0 ? 2 : 0) + numbered;
      return { document, basis, score: named + Math.min(3, topic) * 0.4 + (basis.role === 'basis' ? BASIS : 0) };
    }),
  );
}

/** A document that the question names by its number and that the plan does not know, as the person wrote it; else null. */
function namedButAbsent(context: AnswerContext): string | null {
  const typed =
    /(?:nghị quyết|nghi quyet|công văn|cong van|quyết định|quyet dinh|nghị định|nghi dinh|chỉ thị|chi thi|thông tư|thong tu)(?: số| so)? (\d[\p{L}\d/-]*)/iu.exec(
      context.question,
    );
  const first = /^\d+/.exec(typed?.[1] ?? '')?.[0];
  if (!typed || first === undefined) return null;
  const isKnown = context.facts.documents.some(({ plan }) =>
    plan.document.legalBases.some(
      ({ number }) => plainNumber(/^\d+/.exec(number ?? '')?.[0] ?? '') === plainNumber(first),
    ),
  );
  return isKnown ? null : typed[0];
}

/** "Căn cứ vào văn bản nào": no type, issuer or number is named, so every basis is meant. */
function namesNothing(context: AnswerContext): boolean {
  const { documentTypes, issuers } = context.understanding;
  return (
    issuers.length === 0 &&
    documentTypes.every((type) => type === 'van ban' || type === 'ke hoach') &&
    !/\d/.test(context.question)
  );
}

function allBases(context: AnswerContext): Draft | null {
  const bases = context.facts.documents.flatMap((document) =>
    document.plan.document.legalBases.filter(({ role }) => role === 'basis').map((basis) => ({ document, basis })),
  );
  return told(context, bases.slice(0, MOST_BASES), `Kế hoạch của UBND ${wardInText(context.facts)} căn cứ`);
}

/** Its number is typed in full, or the first figures of it after its type: "nghị quyết 45" is 45-NQ/TW. */
function isNamed({ number, type }: LegalBasis, question: string): boolean {
  if (!number) return false;
  if (question.includes(padded(number))) return true;
  const first = /^\d+/.exec(number)?.[0];
  const kind = foldMarks(type).split(' ').slice(0, 2).join(' ');
  return first !== undefined && new RegExp(` ${kind} (?:so )?${plainNumber(first)} `).test(question);
}

/** Issuers as they are printed and as questions spell them out become one. */
function spelledOut(issuer: string): string {
  return issuer.replace(/\bubnd\b/g, 'uy ban nhan dan').replace(/\bhdnd\b/g, 'hoi dong nhan dan');
}

/** The paragraph in which the basis is named. */
function sentenceAround(document: WardDocument, basis: LegalBasis): string {
  const section = document.plan.sections.find(({ id }) => id === basis.quote.place.section);
  const paragraph = section?.paragraphs.find(({ sentences }) =>
    sentences.some(({ quote }) => quote.includes(basis.quote.text)),
  );
  return paragraph?.text ?? '';
}
