import { AlignmentType, Document, Header, type ISectionOptions, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import type { DocumentAnnex, OfficialDocument } from '../../ports/documents.ts';
import { written } from './blocks.ts';
import { FONT, letters, PAGE, plain, points, TEXT_WIDTH } from './form.ts';
import { capitals, letterhead, line, twoColumns } from './letterhead.ts';

const DRAFT = 'DỰ THẢO';

/** The bytes of the file. */
export async function packed(document: OfficialDocument): Promise<Uint8Array> {
  const file = new Document({
    title: plain(document.title),
    creator: 'Phường Số',
    description: DRAFT,
    styles: { default: { document: { run: { font: FONT, size: 28 } } } },
    sections: [main(document), ...document.annexes.map(annex)],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}

function main(document: OfficialDocument): ISectionOptions {
  return {
    properties: { page: PAGE, titlePage: true },
    headers: headers(),
    children: [...letterhead(document), ...written(document.body, true), ending(document)],
  };
}

function annex({ name, title, blocks }: DocumentAnnex): ISectionOptions {
  return {
    properties: { page: { ...PAGE, pageNumbers: { start: 1 } }, titlePage: true },
    headers: headers(),
    children: [
      line(capitals(name), 14, { bold: true }),
      line(plain(title), 14, { bold: true }),
      line('(Kèm theo văn bản số …… ngày …… tháng …… năm …………)', 14, { italics: true }, 0, points(10)),
      ...written(blocks),
    ],
  };
}

/** The page's number in the middle of the upper margin, from the second page on; that it is a draft beside it. */
function headers() {
  const mark = new TextRun({ ...letters(11, { bold: true }), text: DRAFT });
  const tabs = {
    tabStops: [
      { type: 'center' as const, position: TEXT_WIDTH / 2 },
      { type: 'right' as const, position: TEXT_WIDTH },
    ],
  };
  const number = new TextRun({ ...letters(14), children: ['\t', PageNumber.CURRENT, '\t'] });
  return {
    default: new Header({ children: [new Paragraph({ ...tabs, children: [number, mark] })] }),
    first: new Header({ children: [new Paragraph({ children: [] })] }),
  };
}

/** Who gets it on the left, who signs it on the right: left open, with what belongs there. */
function ending({ recipients, opening }: OfficialDocument) {
  const first = opening.kind === 'letter' ? ['Như trên'] : [];
  const wanted = [...first, ...recipients.map(plain)];
  const small = (text: string, more = {}) =>
    new Paragraph({ alignment: AlignmentType.LEFT, children: [new TextRun({ ...letters(11, more), text })] });
  const left = [
    new Paragraph({
      spacing: { before: points(12) },
      children: [new TextRun({ ...letters(12, { bold: true, italics: true }), text: 'Nơi nhận:' })],
    }),
    ...(wanted.length === 0 ? [small('- ………………………;')] : wanted.map((one) => small(`- ${one};`))),
    small('- Lưu: VT, ………….'),
  ];
  const open = (text: string, before: number) => line(text, 14, { bold: true }, points(before));
  const hint = (text: string) => line(text, 12, { italics: true });
  const right = [
    ...[open('………………………………', 12), hint('(quyền hạn, chức vụ của người ký)')],
    ...[open('………………………………', 54), hint('(họ và tên)')],
  ];
  return twoColumns([[left, right]], [Math.round(TEXT_WIDTH * 0.48), TEXT_WIDTH - Math.round(TEXT_WIDTH * 0.48)]);
}
