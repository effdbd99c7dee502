import type { Answer, Citation } from '@phuong-so/shared/domain/answer';
import { foldMarks } from '@phuong-so/shared/text/fold';
import type { WardCard } from '../ports/plan-index.ts';

/** Places named in the source line; more would be longer than the answer. */
const MOST_PLACES = 3;
const MOST_CHOICES = 3;
/** A question back offers a way out, too. */
const MOST_ASKED_BACK = 4;
/** What a question about "việc này" wants, and how an answer tells it. */
const SAID: readonly (readonly [RegExp, RegExp])[] = [
  [/ai chủ trì.* này|này ai chủ trì/iu, /chủ trì: /u],
  [/này hạn khi nào/iu, /thời hạn: /u],
];
/** A citation names a document by its number or, where it has none, by its title; a title fills a screen. In characters. */
const LONGEST_NAME = 40;

/** The answer as a chat shows it: plain text, then where it stands. Choices are offered apart from it. */
export function answerText(answer: Answer, wards: readonly WardCard[]): string {
  return [withCount(answer), sourceLine(answer, wards)].filter(Boolean).join('\n');
}

/** A list that was cut short ends in "…": says how many it left out. */
function withCount({ text, items }: Answer): string {
  const left = items.length - (text.match(/^\d+\. /gmu)?.length ?? 0);
  return left > 0 ? text.replace(/\n…$/u, `\n… và ${left} việc nữa.`) : text;
}

/** What may be asked next, at most three, and one more where the answer asks which is meant; never the question that was just asked. */
export function nextQuestions(answer: Answer, question: string): string[] {
  if (answer.outcome === 'refused' || answer.outcome === 'handoff') return [];
  const asked = bare(question);
  return answer.suggestions
    .filter((suggestion) => bare(suggestion) !== asked && !isSaid(suggestion, answer.text))
    .slice(0, answer.outcome === 'clarify' ? MOST_ASKED_BACK : MOST_CHOICES);
}

/** "Việc này ai chủ trì?" below an answer that names who leads. */
function isSaid(suggestion: string, text: string): boolean {
  return SAID.some(([question, told]) => question.test(suggestion) && told.test(text));
}

function bare(text: string): string {
  return foldMarks(text)
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
}

/**
 * "Trích nguồn: Kế hoạch 43/KH-UBND, mục IV.2; Phụ lục I, mục 8", without the places that the answer names beside what it
 * says. What a model worded is not quoted, and says itself by whom it is worded. "" when nothing is proved.
 */
function sourceLine({ outcome, citations, text, generated }: Answer, wards: readonly WardCard[]): string {
  if (outcome !== 'answered' && outcome !== 'partial') return '';
  // Answers from services and courses name their sources themselves, with the day on which they were checked.
  const ofPlans = citations.filter(({ source }) => source === 'plan');
  const severalWards = new Set(ofPlans.map(({ ward }) => ward)).size > 1;
  const names = ofPlans.map((citation) => documentName(citation, wards, severalWards));
  const entries = ofPlans.map((citation, at) => {
    const place = placeName(citation);
    return isNamed(place, text) ? `${names[at]}` : `${names[at]}, ${place}`;
  });
  const places = [...new Set(entries)].filter((entry, _, all) => !all.some((one) => one.startsWith(`${entry}, `)));
  const shown = places.slice(0, MOST_PLACES).map((place, at, all) => withoutRepeatedName(place, all[at - 1], names));
  if (shown.length === 0) return '';
  const more = places.length > shown.length ? ` và ${places.length - shown.length} chỗ khác` : '';
  return `${generated ? 'Nguồn' : 'Trích nguồn'}: ${shown.join('; ')}${more}`;
}

/** "(Phụ lục I, mục 8)", "(mục I.2, Yêu cầu)", or "(PL I, mục 8)" in a list. */
function isNamed(place: string, text: string): boolean {
  return [place, place.replace('Phụ lục', 'PL')].some((one) => text.includes(`(${one})`) || text.includes(`(${one}, `));
}

/** The second place in the same document goes without its name. */
function withoutRepeatedName(place: string, before: string | undefined, names: readonly string[]): string {
  const name = names.find((one) => place.startsWith(`${one}, `) && before?.startsWith(`${one}, `));
  return name ? place.slice(name.length + 2) : place;
}

function documentName({ document, ward }: Citation, wards: readonly WardCard[], severalWards: boolean): string {
  const name = wards.find(({ key }) => key === ward)?.name ?? 'phường';
  const isTitle = document.length > LONGEST_NAME || !/\d/.test(document);
  if (isTitle) return `Kế hoạch của ${name}`;
  return severalWards ? `Kế hoạch ${document} của ${name}` : `Kế hoạch ${document}`;
}

function placeName({ section }: Citation): string {
  return /^(?:\d|[IVXLC]+(?:[.,\s]|$)|[a-zđ]\))/u.test(section) ? `mục ${section}` : section;
}
