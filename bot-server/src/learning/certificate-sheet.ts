import type { Certificate } from '@phuong-so/shared/domain/learning';
import { writtenDay } from '@phuong-so/shared/domain/vietnam-time';
import { A4_LANDSCAPE, type Sheet, type SheetItem, type TextBlock } from '../ports/renderer.ts';

export interface CertificateParts {
  readonly certificate: Certificate;
  readonly courseTitle: string;
  /** "phường Sao Mai"; null where no plan states the ward's name. */
  readonly wardName: string | null;
  /** The public page on which this code is checked; null where the service does not know its own address. */
  readonly checkAddress: string | null;
}

/** Made up and worth nothing: said on everything that a demonstration gives. */
export const DEMO_MARK = 'MẪU TRÌNH DIỄN';
/** What such a paper is and is not; beside it wherever it is shown. */
export const WHAT_IT_IS =
  'Giấy này ghi nhận việc tự học kỹ năng số, tên do người học tự ghi. Giấy không thay cho văn bằng, chứng chỉ của Nhà nước.';

const DEEP = '#0b3f5c';
const TEAL = '#0d6975';
const INK = '#13242f';
const SOFT = '#465967';
const RED = '#9c1710';
const { width: WIDTH, height: HEIGHT } = A4_LANDSCAPE;
const SIDE = 96;

/** The certificate as a sheet to print: A4, lying. */
export function certificateSheet(parts: CertificateParts): Sheet {
  const { certificate, courseTitle, wardName } = parts;
  return {
    ...A4_LANDSCAPE,
    title: `Chứng nhận hoàn thành khóa học ${certificate.code}`,
    author: wardName ?? 'Phường Số',
    madeAt: new Date(certificate.issuedAt),
    items: [
      ...frame(),
      ...(certificate.demo ? demoMark() : []),
      middle({ text: upper(wardName ?? 'Phường Số'), y: 62, size: 15, weight: 'bold', colour: DEEP, mostLines: 1 }),
      middle({ text: 'Bình dân học vụ số', y: 86, size: 13, colour: SOFT }),
      middle({ text: 'CHỨNG NHẬN', y: 116, size: 40, weight: 'bold', colour: TEAL }),
      middle({ text: 'hoàn thành khóa học kỹ năng số', y: 172, size: 16, colour: SOFT }),
      middle({ text: certificate.name, y: 214, size: 34, weight: 'bold', colour: DEEP, mostLines: 1 }),
      { kind: 'shape', path: `M${WIDTH / 2 - 150} 268h300`, stroke: TEAL, lineWidth: 1 },
      middle({ text: 'đã học xong các bài và trả lời đúng từ 80 % câu hỏi ôn của khóa học', y: 280, size: 15 }),
      middle({ text: courseTitle, y: 308, size: 25, weight: 'bold', colour: INK, mostLines: 2, leading: 1.25 }),
      middle({ text: `Ngày ${writtenDay(certificate.issuedAt)}`, y: 382, size: 15 }),
      ...checking(parts),
    ],
  };
}

function frame(): SheetItem[] {
  const box = (inset: number, stroke: string, lineWidth: number): SheetItem => {
    const [width, height] = [WIDTH - 2 * inset, HEIGHT - 2 * inset];
    return { kind: 'box', x: inset, y: inset, width, height, stroke, lineWidth };
  };
  return [
    { kind: 'box', x: 0, y: 0, width: WIDTH, height: HEIGHT, fill: '#ffffff' },
    box(22, TEAL, 3),
    box(30, '#b8d9dc', 1),
    ...corners(30, 16),
  ];
}

/** A small filled triangle in each corner of the inner frame. */
function corners(inset: number, side: number): SheetItem[] {
  const [left, top, right, bottom] = [inset, inset, WIDTH - inset, HEIGHT - inset];
  return [
    `M${left} ${top}h${side}l${-side} ${side}z`,
    `M${right} ${top}v${side}l${-side} ${-side}z`,
    `M${right} ${bottom}h${-side}l${side} ${-side}z`,
    `M${left} ${bottom}v${-side}l${side} ${side}z`,
  ].map((path) => ({ kind: 'shape', path, fill: TEAL }));
}

function demoMark(): SheetItem[] {
  return [
    middle({ text: DEMO_MARK, y: 196, size: 84, weight: 'bold', colour: '#f6e3e2', mostLines: 1, decoration: true }),
    { kind: 'box', x: 48, y: 48, width: 176, height: 46, fill: '#fdeceb', stroke: RED, lineWidth: 1.5, radius: 6 },
    block({ text: DEMO_MARK, x: 48, y: 52, width: 176, size: 15, weight: 'bold', colour: RED, align: 'center' }),
    block({ text: 'không có giá trị', x: 48, y: 71, width: 176, size: 11, colour: RED, align: 'center' }),
  ];
}

const QR_SIZE = 96;

function checking({ certificate, checkAddress }: CertificateParts): SheetItem[] {
  const y = HEIGHT - 142;
  const beside = checkAddress === null ? SIDE : SIDE + QR_SIZE + 18;
  const width = WIDTH - SIDE - beside;
  const align = checkAddress === null ? 'center' : 'left';
  const how = checkAddress === null ? 'Kiểm tra tại trang của phường.' : `Quét mã vuông, hoặc mở: ${checkAddress}`;
  return [
    ...(checkAddress === null ? [] : [{ kind: 'qr', text: checkAddress, x: SIDE, y, size: QR_SIZE } as const]),
    block({
      text: `Mã kiểm tra: ${certificate.code}`,
      x: beside,
      y: y + 6,
      width,
      size: 17,
      weight: 'bold',
      colour: DEEP,
      align,
    }),
    block({ text: how, x: beside, y: y + 34, width, size: 11.5, colour: INK, align, mostLines: 2 }),
    block({ text: WHAT_IT_IS, x: beside, y: y + 58, width, size: 11, colour: SOFT, align, mostLines: 2 }),
  ];
}

type Written = Partial<TextBlock> & Pick<TextBlock, 'text' | 'y' | 'size'>;

function middle(given: Written): TextBlock {
  return block({ x: SIDE, width: WIDTH - 2 * SIDE, align: 'center', ...given });
}

function block(given: Written & Pick<TextBlock, 'x' | 'width' | 'align'>): TextBlock {
  return { kind: 'text', weight: 'regular', colour: INK, ...given };
}

function upper(text: string): string {
  return text.toLocaleUpperCase('vi');
}
