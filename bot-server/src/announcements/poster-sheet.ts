import { APP_NAME } from '@phuong-so/shared/domain/app-name';
import type { AnnouncementKind } from '@phuong-so/shared/domain/broadcast';
import { writtenDay } from '@phuong-so/shared/domain/vietnam-time';
import { A4_PORTRAIT, type Renderer, type Sheet, type SheetItem, type TextBlock } from '../ports/renderer.ts';
import { fitBody } from './fit-body.ts';
import { type Told, writeTime } from './message-text.ts';

export interface PosterParts extends Told {
  readonly kind: AnnouncementKind;
  /** Names of the groups it is for; [] = the whole ward. */
  readonly groups: readonly string[];
  /** When it was written, epoch ms. */
  readonly writtenAt: number;
  /** Made up for a demonstration. */
  readonly demo: boolean;
}

export const ILLUSTRATION_MARK = 'DỮ LIỆU MINH HỌA';
const KIND_NAMES: Readonly<Record<AnnouncementKind, string>> = {
  general: 'THÔNG BÁO',
  meeting: 'MỜI HỌP',
  class: 'LỚP HỌC',
  utilities: 'ĐIỆN, NƯỚC',
  health: 'Y TẾ, TIÊM CHỦNG',
  fee: 'THU PHÍ, ĐÓNG GÓP',
  urgent: 'KHẨN CẤP',
};
const [DEEP, TEAL, INK, SOFT, RED, WHITE] = ['#0b3f5c', '#0d6975', '#13242f', '#465967', '#9c1710', '#ffffff'];
const { width: WIDTH, height: HEIGHT } = A4_PORTRAIT;
const SIDE = 44;
const INSIDE = WIDTH - 2 * SIDE;
const QR_SIZE = 132;
const FOOT_HEIGHT = 158;
const BAND_HEIGHT = 78;

/** Sizes of what stands above the text. */
interface Head {
  readonly title: number;
  readonly event: number;
}
const LARGE: Head = { title: 36, event: 21 };
/** Leaves a long text more room. */
const SMALL: Head = { title: 25, event: 16 };

/**
 * The announcement as a sheet to hang up or to send as a picture: A4, standing. What is long is written smaller, in
 * columns, and at last cut with where the rest stands; nothing lies on anything else.
 */
export function posterSheet(parts: PosterParts, heightOf: Renderer['heightOf']): Sheet {
  const upper = [LARGE, SMALL].map((head) => upperPart(parts, head, heightOf));
  const items = upper.find(({ isWhole }) => isWhole) ?? upper.at(-1);
  return {
    ...A4_PORTRAIT,
    title: `${parts.title} (${parts.code})`,
    author: parts.ward ?? parts.sender,
    madeAt: new Date(parts.writtenAt),
    items: [...(items?.items ?? []), ...foot(parts, mainColour(parts), heightOf)],
  };
}

function mainColour({ emergency, kind }: PosterParts): string {
  return emergency || kind === 'urgent' ? RED : TEAL;
}

function upperPart(parts: PosterParts, head: Head, heightOf: Renderer['heightOf']) {
  const main = mainColour(parts);
  const items: SheetItem[] = [...band(parts, main), ...(parts.demo ? demoMark() : [])];
  let y = BAND_HEIGHT + 20;
  const put = (given: Written, gap: number) => {
    const written = block({ ...given, y });
    items.push(written);
    y += heightOf(written) + gap;
  };
  if (parts.demo) put({ text: `${ILLUSTRATION_MARK}: không phải thông báo thật`, ...DEMO_LINE }, 8);
  if (parts.corrects) put({ text: 'ĐÍNH CHÍNH: thay cho bản trước cùng mã', size: 15, weight: 'bold', colour: RED }, 6);
  put({ text: parts.title, size: head.title, weight: 'bold', colour: DEEP, mostLines: 3, leading: 1.22 }, 14);
  const event = eventBox(parts, y, head.event, heightOf);
  items.push(...event.items);
  y += event.height;
  const room = { x: SIDE, y, width: INSIDE, height: HEIGHT - FOOT_HEIGHT - MORE_HEIGHT - y };
  const body = fitBody(parts.body.trim(), room, heightOf);
  items.push(...body.blocks);
  if (!body.isWhole) items.push(more(parts));
  return { items, isWhole: body.isWhole };
}

const NAMED_GROUPS = 3;

function band({ ward, kind, emergency, groups }: PosterParts, main: string): SheetItem[] {
  const named = groups.slice(0, NAMED_GROUPS).join(', ');
  const more = groups.length > NAMED_GROUPS ? ` và ${groups.length - NAMED_GROUPS} nơi khác` : '';
  const whom = groups.length === 0 ? 'Gửi toàn thể bà con' : `Gửi bà con ${named}${more}`;
  const name = emergency ? KIND_NAMES.urgent : KIND_NAMES[kind];
  const pill = { x: WIDTH - SIDE - 168, y: 20, width: 168, height: 38 };
  return [
    { kind: 'box', x: 0, y: 0, width: WIDTH, height: HEIGHT, fill: WHITE },
    { kind: 'box', x: 0, y: 0, width: WIDTH, height: BAND_HEIGHT, fill: main },
    block({ text: (ward ?? APP_NAME).toLocaleUpperCase('vi'), y: 13, width: 320, size: 21, ...ON_BAND }),
    block({ text: whom, y: 45, width: 320, size: 13, ...ON_BAND, weight: 'regular' }),
    { kind: 'box', ...pill, fill: WHITE, radius: 8 },
    block({ text: name, x: pill.x + 8, y: 27, width: pill.width - 16, size: 16, ...IN_PILL, colour: main }),
  ];
}
const ON_BAND = { weight: 'bold', colour: WHITE, mostLines: 1 } as const;
const IN_PILL = { weight: 'bold', align: 'center', mostLines: 1 } as const;

const DEMO_LINE = { size: 14, weight: 'bold', colour: RED } as const;

function demoMark(): SheetItem[] {
  const shared = { align: 'center', weight: 'bold', colour: '#f9eceb', mostLines: 1, decoration: true } as const;
  return [390, 530].map((y) => block({ text: ILLUSTRATION_MARK, y, size: 54, ...shared }));
}

const LABEL = 104;

/** When and where, in large letters. Empty where nothing is to be gone to. */
function eventBox(parts: PosterParts, top: number, size: number, heightOf: Renderer['heightOf']) {
  const { event } = parts;
  const main = mainColour(parts);
  if (event === null) return { items: [], height: 0 };
  const [clock = '', ...day] = writeTime(event.startsAt).split(' ');
  const rows = [
    ['Thời gian', `${clock.replace(':', ' giờ ')}, ${day.join(' ')}`.replace(/ giờ 00,/, ' giờ,')],
    ...(event.place === null ? [] : [['Địa điểm', event.place]]),
  ];
  const items: SheetItem[] = [];
  let y = top + 12;
  for (const [label = '', text = ''] of rows) {
    items.push(
      block({
        text: label,
        x: SIDE + 18,
        y: y + (size - 14) * 0.7,
        width: LABEL,
        size: 14,
        weight: 'bold',
        colour: main,
      }),
    );
    const width = INSIDE - LABEL - 36;
    const said = block({ text, x: SIDE + 18 + LABEL, y, width, size, weight: 'bold', mostLines: 2, leading: 1.25 });
    items.push(said);
    y += heightOf(said) + 7;
  }
  const height = y + 5 - top;
  const fill = main === RED ? '#fdeceb' : '#e3f2f3';
  const box: SheetItem = { kind: 'box', x: SIDE, y: top, width: INSIDE, height, fill, stroke: main, radius: 10 };
  return { items: [box, ...items], height: height + 16 };
}

const MORE_HEIGHT = 24;

function more({ link }: PosterParts): TextBlock {
  const text = link === null ? `Xem tiếp trong ứng dụng ${APP_NAME}.` : 'Xem tiếp bằng mã vuông bên dưới.';
  const y = HEIGHT - FOOT_HEIGHT - MORE_HEIGHT - 2;
  return block({ text, y, size: 14, weight: 'bold', colour: RED, mostLines: 1 });
}

/** The code to scan and the code to read, and who says all this. */
function foot(parts: PosterParts, main: string, heightOf: Renderer['heightOf']): SheetItem[] {
  const { link, code, sender, ward, attachment, writtenAt } = parts;
  const top = HEIGHT - FOOT_HEIGHT;
  const x = link === null ? SIDE : SIDE + QR_SIZE + 16;
  const width = WIDTH - SIDE - x;
  const from = ward === null || sender.includes(ward) ? sender : `${sender}, ${ward}`;
  const beside = attachment === null ? '' : ` và ${attachment === 'image' ? 'ảnh' : 'tệp'} kèm theo`;
  const how =
    link === null
      ? `Xem thông báo${beside} trong ứng dụng ${APP_NAME}.`
      : `Quét mã vuông bằng Zalo hoặc máy ảnh để xem thông báo${beside}, trả lời và kiểm tra tin có đúng của phường không.`;
  const office = block({ text: `Nơi gửi: ${from}`, x, y: top + 14, width, size: 15, weight: 'bold', mostLines: 2 });
  const under = office.y + heightOf(office) + 5;
  return [
    { kind: 'shape', path: `M${SIDE} ${top}h${INSIDE}`, stroke: main, lineWidth: 1.5 },
    ...(link === null ? [] : [{ kind: 'qr', text: link, x: SIDE, y: top + 12, size: QR_SIZE } as const]),
    office,
    block({ text: how, x, y: under, width, size: 12.5, colour: SOFT, mostLines: 3, leading: 1.3 }),
    block({ text: `Mã kiểm tra: ${code}`, x, y: top + 114, width: width - 84, size: 18, ...CODE }),
    block({ text: writtenDay(writtenAt), x: WIDTH - SIDE - 80, y: top + 119, width: 80, size: 12, ...DATE }),
  ];
}
const CODE = { weight: 'bold', colour: DEEP, mostLines: 1 } as const;
const DATE = { align: 'right', colour: SOFT } as const;

type Written = Partial<Omit<TextBlock, 'kind'>> & Pick<TextBlock, 'text' | 'size'>;

function block(given: Written): TextBlock {
  return {
    ...{ kind: 'text', x: SIDE, y: 0, width: INSIDE, align: 'left', weight: 'regular', colour: INK },
    ...given,
  };
}
