import { ContentError } from '../../ports/content.ts';
import type { BodyLine } from './markdown-file.ts';

/** The steps of a service file; a section that the file lacks is not there. */
export interface ServiceBody {
  readonly stepsOnline?: readonly string[];
  readonly stepsCounter?: readonly string[];
  readonly where?: string;
}

const ONLINE = 'Làm trên mạng';
const COUNTER = 'Làm tại quầy';
const WHERE = 'Nộp ở đâu';
const HEADINGS = [ONLINE, COUNTER, WHERE];

/** @throws ContentError that names the file and the line */
export function readServiceBody(file: string, body: readonly BodyLine[]): ServiceBody {
  const sections = new Map<string, BodyLine[]>();
  let open: BodyLine[] | null = null;
  for (const line of body) {
    const heading = /^#+ (.*)$/.exec(line.text)?.[1]?.trim();
    if (heading !== undefined) open = openSection(file, line, heading, sections);
    else if (open !== null) open.push(line);
    else if (line.text !== '') throw wrong(file, line, `chữ nằm ngoài các mục ${quoted()}`);
  }
  const online = sections.get(ONLINE);
  const counter = sections.get(COUNTER);
  const where = sections.get(WHERE);
  return {
    ...(online === undefined ? {} : { stepsOnline: readSteps(file, online) }),
    ...(counter === undefined ? {} : { stepsCounter: readSteps(file, counter) }),
    ...(where === undefined ? {} : { where: joined(where) }),
  };
}

function openSection(file: string, line: BodyLine, heading: string, sections: Map<string, BodyLine[]>): BodyLine[] {
  if (!line.text.startsWith('## ') || !HEADINGS.includes(heading))
    throw wrong(file, line, `mục "${heading}" không có trong mẫu; chỉ dùng ${quoted()}`);
  if (sections.has(heading)) throw wrong(file, line, `mục "${heading}" viết hai lần`);
  const lines: BodyLine[] = [];
  sections.set(heading, lines);
  return lines;
}

/** "1. …" opens a step; lines below it that are indented belong to it. */
function readSteps(file: string, lines: readonly BodyLine[]): string[] {
  const steps: string[] = [];
  for (const line of lines) {
    const opened = /^(\d+)\. (.+)$/.exec(line.text);
    if (opened !== null) {
      if (Number(opened[1]) !== steps.length + 1) throw wrong(file, line, `bước này phải mang số ${steps.length + 1}`);
      steps.push(opened[2] ?? '');
    } else if (line.text !== '') {
      if (!/^ {2,}/.test(line.text) || steps.length === 0)
        throw wrong(file, line, 'mỗi bước bắt đầu bằng số, ví dụ "1. "');
      steps.push(`${steps.pop()}\n${line.text.trim()}`);
    }
  }
  return steps;
}

function joined(lines: readonly BodyLine[]): string {
  return lines
    .map(({ text }) => text)
    .join('\n')
    .trim();
}

function wrong(file: string, { number }: BodyLine, what: string): ContentError {
  return new ContentError(`${file}: dòng ${number}: ${what}.`);
}

function quoted(): string {
  return HEADINGS.map((heading) => `"## ${heading}"`).join(', ');
}
