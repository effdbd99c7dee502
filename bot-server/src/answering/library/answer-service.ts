import type { Citation } from '@phuong-so/shared/domain/answer';
import type { Service } from '@phuong-so/shared/domain/library';
import type { LibraryFinding, ServicePart } from '@phuong-so/shared/domain/library-finding';
import { PART_NAMES, partQuestion } from '@phuong-so/shared/domain/library-names';
import type { WardFacts } from '../../ports/ward-facts.ts';
import { type Draft, draft } from '../draft.ts';
import { MOST_CITATIONS } from '../finish-answer.ts';
import { contactWords, shortDate } from '../wording.ts';
import { citeService, type LibraryPlace } from './cite-library.ts';
import { matchingFacts } from './matching-facts.ts';
import { planCommitment } from './plan-commitment.ts';
import { ASK_CENTRE, hasPart, plain, type TellsPart, tellPart, tellShortly } from './service-parts.ts';

/** Characters of an answer's text (contract, "An answer"), with room for what the last check adds. */
const ROOM = 1_100;
const OVERVIEW: readonly ServicePart[] = ['who', 'papers', 'where', 'time', 'fee'];
const WITH_MISTAKES: readonly ServicePart[] = ['who', 'mistakes', 'papers', 'where', 'time', 'fee'];
/** What may be asked next, in this order. */
const NEXT: readonly ServicePart[] = ['papers', 'online', 'counter', 'where', 'fee', 'time', 'mistakes', 'who'];
const MOST_NEXT = 4;
const MOST_LAWS = 2;
const COMMON_ONLY =
  'Đây là hướng dẫn chung; phường của bạn có thể ghi thêm địa chỉ, giờ làm việc. Bạn nhắn tên phường nếu cần.';

type ServiceFinding = Extract<LibraryFinding, { kind: 'service' }>;

export interface ServicePlace extends LibraryPlace {
  /** Null where no ward is known. */
  readonly facts: WardFacts | null;
  /** ISO date in Vietnam. */
  readonly today: string;
}

/**
 * What is asked of a procedure, first and whole; without a part in particular a short overview. What nobody verified is
 * said to be so. The caution, and the legal basis with the day on which it was checked, close every answer.
 */
export function answerService(place: ServicePlace, { service, parts, words, yesNo }: ServiceFinding): Draft {
  const asked = inTellingOrder(parts);
  const told = asked.map((part) => tellPart(part, service));
  const near = matchingFacts(service, words, parts).filter(({ text }) => !isTold(text, told));
  const shown = yesNo && hasPart('mistakes', service) ? WITH_MISTAKES : OVERVIEW;
  const overview = asked.length === 0 ? shown.flatMap((part) => tellShortly(part, service) ?? []) : [];
  const commitment =
    asked.length === 0 && service.stepsOnline.length > 0 && place.facts
      ? planCommitment(place.facts, place.today)
      : null;
  const nearLines = near.map(({ text }) => `- ${plain(text)}`);
  const main = [
    asked.length === 0 ? `${service.title}: ${lowerFirst(service.summary)}.` : `${service.title}:`,
    ...told.flatMap(({ lines }) => lines),
    ...(nearLines.length > 0 ? [asked.length > 0 ? 'Nên biết thêm:' : 'Gần nhất với điều bạn hỏi:', ...nearLines] : []),
    ...overview.flatMap(({ lines }) => lines),
  ];
  const contact = [...told, ...overview].some(({ facts }) => facts.length === 0) ? centreContact(place.facts) : null;
  const end = [
    ...(contact ? [contact] : []),
    ...(service.caution ? [`Lưu ý: ${plain(service.caution)}`] : []),
    ...(commitment ? [commitment.line] : []),
    ...(place.ward === null ? [COMMON_ONLY] : []),
    basisLine(service),
  ];
  return draft('answered', fitted(main, end), {
    citations: citations(
      place,
      service,
      [...told, ...overview],
      near.map(({ text }) => text),
      commitment ? [commitment.citation] : [],
    ),
    suggestions: nextQuestions(service, asked),
    topic: { serviceId: service.id },
  });
}

/** "Làm trên mạng lệ phí bao nhiêu": how it is done is a condition where something else is asked. */
function inTellingOrder(parts: readonly ServicePart[]): ServicePart[] {
  const isWay = (part: ServicePart) => part === 'online' || part === 'counter' || part === 'steps';
  const others = parts.filter((part) => !isWay(part));
  if (others.length > 0) return others.includes('who') ? [...others, 'mistakes'] : others;
  const ways = parts.filter((part) => part !== 'steps' || parts.length === 1);
  return ways.includes('steps') || ways.length === 0 ? ways : ['where', ...ways];
}

function isTold(text: string, told: readonly TellsPart[]): boolean {
  return told.some(({ facts }) => facts.some((fact) => fact.includes(text)));
}

/** The closing lines always; of the rest as many as there is room for. */
function fitted(main: readonly string[], end: readonly string[]): string {
  const room = ROOM - end.join('\n').length - 1;
  const kept: string[] = [];
  let used = 0;
  for (const line of main) {
    used += line.length + 1;
    if (used > room && kept.length > 1) {
      kept.push('…');
      break;
    }
    kept.push(line);
  }
  return [...kept, ...end].join('\n');
}

function basisLine({ legal, sources, checked }: Service): string {
  const day = `Thông tin kiểm tra ngày ${shortDate(checked)}.`;
  const named = legal.length > 0 ? legal : sources.map(({ name }) => name);
  const more = named.length - MOST_LAWS;
  const list = named.slice(0, MOST_LAWS).join('; ') + (more > 0 ? ` và ${more} văn bản khác` : '');
  return `${legal.length > 0 ? 'Căn cứ' : 'Theo'}: ${list}. ${day}`;
}

/** "Nên hỏi" where: the ward's own contact, when it has configured one. */
function centreContact(facts: WardFacts | null): string | null {
  const words = facts ? contactWords(facts) : null;
  return words ? `Để ${ASK_CENTRE}: ${words}` : null;
}

/** `closing`: of what every answer says at its end, which must not be what there is no room for. */
function citations(
  place: LibraryPlace,
  service: Service,
  told: readonly TellsPart[],
  near: readonly string[],
  closing: readonly Citation[],
): Citation[] {
  const ofParts = told.flatMap(({ part, facts }) => {
    const cited = facts.flatMap((fact) => citeService(place, service, PART_NAMES[part], fact) ?? []);
    return cited.slice(0, 2);
  });
  const ofNear = near.flatMap((text) => citeService(place, service, 'Nên biết', text) ?? []);
  const summary = citeService(place, service, 'Tóm tắt', service.summary);
  const law = service.legal.flatMap((text) => citeService(place, service, 'Căn cứ pháp lý', text) ?? []).slice(0, 1);
  const main = [...ofParts, ...ofNear];
  const said = main.length + law.length > 0 || summary === null ? main : [summary];
  const last = [...law, ...closing];
  const own = said.filter(({ quote }, at) => said.findIndex((one) => one.quote === quote) === at);
  return [...own.slice(0, MOST_CITATIONS - last.length), ...last];
}

function nextQuestions(service: Service, asked: readonly ServicePart[]): string[] {
  return NEXT.filter((part) => !asked.includes(part) && hasPart(part, service))
    .slice(0, MOST_NEXT)
    .map((part) => partQuestion(part, service));
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
}
