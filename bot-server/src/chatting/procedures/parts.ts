import type { ProcedurePart } from '@phuong-so/shared/domain/chat-screen';
import type { Service } from '@phuong-so/shared/domain/library';
import type { WardContact } from '@phuong-so/shared/domain/ward';
import type { Option } from '../activity.ts';
import { intoScreens, plainText } from '../plain-text.ts';
import { contactLines, factLine, originalsUnknown, paperLine, sourceText } from './texts.ts';

const LABELS: Readonly<Record<ProcedurePart, string>> = {
  papers: 'Giấy tờ cần mang',
  online: 'Các bước làm trên mạng',
  counter: 'Các bước làm tại quầy',
  where: 'Nơi làm, thời gian, lệ phí',
  checklist: 'Đi một lần là xong',
};
const ORDER: readonly ProcedurePart[] = ['papers', 'online', 'counter', 'where', 'checklist'];

/** The parts that the procedure really has, to be chosen by number: the same numbers below each of its screens. */
export function partOptions(service: Service): Option[] {
  const empty: Partial<Record<ProcedurePart, boolean>> = {
    papers: service.papers.length === 0,
    online: service.stepsOnline.length === 0,
    counter: service.stepsCounter.length === 0,
    checklist: service.papers.length === 0,
  };
  return ORDER.filter((part) => !empty[part]).map((part) => ({
    label: LABELS[part],
    to: { kind: 'procedure_part', service: service.id, part, page: 0 },
  }));
}

/** One part as screens of a telephone. The check list is one message whatever its length. */
export function partScreens(service: Service, part: ProcedurePart, contact: WardContact | undefined): string[] {
  switch (part) {
    case 'papers':
      return paperScreens(service);
    case 'online':
      return stepScreens(service, service.stepsOnline, 'Làm trên mạng');
    case 'counter':
      return stepScreens(service, service.stepsCounter, 'Làm tại quầy');
    case 'where':
      return whereScreens(service, contact);
    case 'checklist':
      return [checklist(service, contact)];
  }
}

function paperScreens(service: Service): string[] {
  const papers = service.papers.map(paperLine);
  const end = [originalsUnknown(service.papers), sourceText(service)].filter(Boolean);
  return intoScreens([...papers, ...end]).map((screen) => `${service.title}\n${LABELS.papers}:\n${screen}`);
}

/** One step a screen, then what people get wrong. */
function stepScreens(service: Service, steps: readonly string[], how: string): string[] {
  const { mistakes, title } = service;
  const screens = steps.map((step, at) => `${title}\n${how}, bước ${at + 1}/${steps.length}:\n\n${plainText(step)}`);
  const wrong = mistakes.map((mistake) => `- ${plainText(mistake)}`);
  const last = [...(wrong.length > 0 ? ['Chỗ hay nhầm:', ...wrong] : []), sourceText(service)];
  return [...screens, ...intoScreens(last).map((screen) => `${title}\n${screen}`)];
}

function whereScreens(service: Service, contact: WardContact | undefined): string[] {
  const lines = [
    factLine('Nơi làm', service.where),
    ...contactLines(contact),
    factLine('Bao lâu có kết quả', service.time),
    factLine('Lệ phí', service.fee),
    factLine('Nhận được', service.result),
    ...(service.caution === null ? [] : [`Lưu ý: ${plainText(service.caution)}`]),
    ...(service.legal.length === 0 ? [] : [`Căn cứ: ${service.legal.join('; ')}`]),
    sourceText(service),
  ];
  return intoScreens(lines).map((screen) => `${service.title}\n${screen}`);
}

/** What to bring, as one message that can be handed on: it says by itself what it is about and where it comes from. */
function checklist(service: Service, contact: WardContact | undefined): string {
  const lines = [
    `ĐI MỘT LẦN LÀ XONG: ${service.title}`,
    'Mang theo:',
    ...service.papers.map((paper) => paperLine(paper).replace(/^- /u, '☐ ')),
    originalsUnknown(service.papers),
    factLine('Nơi làm', service.where),
    ...contactLines(contact),
    factLine('Lệ phí', service.fee),
    service.caution === null ? '' : `Lưu ý: ${plainText(service.caution)}`,
    sourceText(service),
  ];
  return lines.filter(Boolean).join('\n');
}
