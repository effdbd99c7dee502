import type { Citation } from '@phuong-so/shared/domain/answer';
import type { Service } from '@phuong-so/shared/domain/library';
import type { LibraryEntry, LibraryFinding } from '@phuong-so/shared/domain/library-finding';
import { entryName, OTHER_MATTER, serviceName } from '@phuong-so/shared/domain/library-names';
import { type Draft, draft } from '../draft.ts';
import { citeCourse, citeService, type LibraryPlace } from './cite-library.ts';
import { plain } from './service-parts.ts';

/** The procedures that belong to a life event, in order; each may be chosen. */
export function answerSituation(
  place: LibraryPlace,
  { situation, services }: Extract<LibraryFinding, { kind: 'situation' }>,
): Draft {
  const lines = services.map(
    (service) => `- ${serviceName(service)}: ${lowerFirst(service.summary)}.${forWhom(service)}`,
  );
  const text = [
    `Việc “${situation.title}” thường cần các thủ tục sau, theo thứ tự:`,
    ...lines,
    'Bạn chọn một thủ tục để xem giấy tờ, nơi nộp, thời gian và lệ phí.',
  ].join('\n');
  return draft('answered', text, {
    citations: services.flatMap((service) => citeService(place, service, 'Tóm tắt', service.summary) ?? []),
    suggestions: services.map(serviceName),
    long: true,
  });
}

const LONGEST_WHO = 220;

/** Who it is for, where that is short: not everyone with this life event may file it. */
function forWhom({ who }: Service): string {
  return who === null || who.length > LONGEST_WHO ? '' : ` (Ai làm được: ${plain(who).replace(/\.$/u, '')}.)`;
}

/** One question back: which of the procedures that people take for one another, and how they differ. */
export function askWhichService(place: LibraryPlace, services: readonly Service[]): Draft {
  const told = services.map((service) => ({ service, ...differenceOf(service, services) }));
  const lines = told.map(({ service, text }) => `- ${serviceName(service)}: ${lowerFirst(text)}`);
  const cited: Citation[] = told.flatMap(({ service, from, text }) => {
    const section = from === service ? 'Tóm tắt' : 'Dễ nhầm với';
    return citeService(place, from, section, text) ?? [];
  });
  return draft('clarify', ['Có mấy thủ tục gần giống nhau. Bạn cần việc nào?', ...lines].join('\n'), {
    citations: cited,
    suggestions: [...services.map(serviceName), OTHER_MATTER],
  });
}

/** One question back where it is not certain what is asked: the likeliest, and a way out. */
export function askWhichMatter(place: LibraryPlace, entries: readonly LibraryEntry[]): Draft {
  const asked = entries.length === 1 ? 'Có phải bạn hỏi việc này không?' : 'Bạn muốn hỏi việc nào?';
  return draft('clarify', [asked, ...entries.map((entry) => `- ${told(entry)}`)].join('\n'), {
    citations: entries.flatMap((entry) => summaryQuote(place, entry) ?? []),
    suggestions: [...entries.map(entryName), OTHER_MATTER],
  });
}

function told(entry: LibraryEntry): string {
  if (entry.kind === 'service') return `${serviceName(entry.service)}: ${lowerFirst(entry.service.summary)}`;
  if (entry.kind === 'course') return `Học “${entry.course.title}”: ${lowerFirst(entry.course.summary)}`;
  return entryName(entry);
}

function summaryQuote(place: LibraryPlace, entry: LibraryEntry): Citation | null {
  if (entry.kind === 'service') return citeService(place, entry.service, 'Tóm tắt', entry.service.summary);
  if (entry.kind === 'course')
    return citeCourse(place, entry.course.id, 'course.yaml', 'Tóm tắt', entry.course.summary);
  return null;
}

/** What tells a procedure from the others: as one of their files says it, or else what it is for. */
function differenceOf(service: Service, all: readonly Service[]): { text: string; from: Service } {
  for (const other of all) {
    const found = other.lookAlikes.find(({ id }) => id === service.id);
    if (found) return { text: found.difference, from: other };
  }
  return { text: service.summary, from: service };
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
}
