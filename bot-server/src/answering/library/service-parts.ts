import type { Paper, Service } from '@phuong-so/shared/domain/library';
import type { ServicePart } from '@phuong-so/shared/domain/library-finding';
import { PART_NAMES } from '@phuong-so/shared/domain/library-names';

/** One part of a procedure as it is told, with the texts of the file that it rests on. */
export interface TellsPart {
  readonly part: ServicePart;
  readonly lines: readonly string[];
  /** Empty when nobody has verified the part: then the lines say so. */
  readonly facts: readonly string[];
}

/** Where a fact is asked that no source shows. */
export const ASK_CENTRE = 'hỏi lại Trung tâm Phục vụ hành chính công của phường';

/** The part whole, as who asks for it reads it. */
export function tellPart(part: ServicePart, service: Service): TellsPart {
  switch (part) {
    case 'papers':
      return listed(part, service.papers.map(paperWithNote), service.papers.flatMap(paperFacts));
    case 'online':
      return numbered(part, service.stepsOnline);
    case 'counter':
      return numbered(part, service.stepsCounter);
    case 'steps': {
      const isOnline = service.stepsCounter.length === 0;
      return numbered(isOnline ? 'online' : 'counter', isOnline ? service.stepsOnline : service.stepsCounter);
    }
    case 'mistakes':
      return listed(part, service.mistakes.map(plain), service.mistakes);
    default:
      return single(part, service[part]);
  }
}

/** The part in a line or two, for an overview; null when the file leaves it out and nobody needs to be told. */
export function tellShortly(part: ServicePart, service: Service): TellsPart | null {
  if (part === 'papers' && service.papers.length > 0) {
    const names = service.papers.map(({ name, original }) => (original ? `${plain(name)} (bản chính)` : plain(name)));
    return {
      part,
      lines: [`- ${PART_NAMES[part]}: ${names.join('; ')}.`],
      facts: service.papers.map(({ name }) => name),
    };
  }
  if (part === 'where' && service.where !== null) {
    const [first = ''] = service.where.split(/\n\s*\n/u);
    return { part, lines: [`- ${PART_NAMES[part]}: ${ended(plain(first))}`], facts: [first] };
  }
  return tellPart(part, service);
}

/** Whether the file says anything of the part. */
export function hasPart(part: ServicePart, service: Service): boolean {
  return tellPart(part, service).facts.length > 0;
}

/** Markdown as a chat shows it: no stars, one line. */
export function plain(markdown: string): string {
  return markdown
    .replace(/\*+/g, '')
    .replace(/\s*\n\s*/g, ' ')
    .trim();
}

function ended(text: string): string {
  return /[.!?…:]$/u.test(text) ? text : `${text}.`;
}

function single(part: ServicePart, fact: string | null): TellsPart {
  if (fact === null) return unverified(part);
  return { part, lines: [`- ${PART_NAMES[part]}: ${ended(plain(fact))}`], facts: [fact] };
}

function listed(part: ServicePart, texts: readonly string[], facts: readonly string[]): TellsPart {
  if (texts.length === 0) return unverified(part);
  return { part, lines: [`- ${PART_NAMES[part]}:`, ...texts.map((text) => `  • ${ended(text)}`)], facts };
}

/** Steps go by "Bước 1", so that a number typed back means a choice and never a step. */
function numbered(part: ServicePart, steps: readonly string[]): TellsPart {
  if (steps.length === 0) return unverified(part);
  const lines = steps.map((step, at) => `  Bước ${at + 1}: ${ended(plain(step))}`);
  return { part, lines: [`- ${PART_NAMES[part]}:`, ...lines], facts: steps };
}

function unverified(part: ServicePart): TellsPart {
  const line = `- ${PART_NAMES[part]}: tôi chưa có thông tin đã kiểm chứng; bạn ${ASK_CENTRE} nhé.`;
  return { part, lines: [line], facts: [] };
}

function paperWithNote({ name, original, note }: Paper): string {
  const kind = original ? ' (bản chính)' : '';
  return `${plain(name)}${kind}${note === null ? '' : `. ${plain(note)}`}`;
}

function paperFacts({ name, note }: Paper): string[] {
  return note === null ? [name] : [name, note];
}
