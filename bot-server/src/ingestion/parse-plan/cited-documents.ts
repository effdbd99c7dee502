import type { LegalBasis } from '@phuong-so/shared/domain/plan';
import { foldMarks } from '@phuong-so/shared/text/fold';
import { type Quoter, quoteAt } from './quotes.ts';

/** A text to search for cited documents, with its section. */
export interface CitingText {
  readonly text: string;
  readonly section: string | null;
  readonly annex: string | null;
  /** Title or opening paragraphs: what the plan rests on. */
  readonly isOpening: boolean;
}

interface Mention extends Omit<LegalBasis, 'quote'> {
  readonly printed: string;
  readonly from: CitingText;
}

const TYPES =
  '[Cc]hương trình hành động|[Kk]ế hoạch hành động|[Tt]hông báo [Kk]ết luận|[Nn]ghị quyết|[Nn]ghị định|[Kk]ế hoạch|[Cc]hương trình|[Cc]ông văn|[Qq]uyết định|[Cc]hỉ thị|[Tt]hông tư(?: liên tịch)?|[Kk]ết luận|[Hh]ướng dẫn|[Tt]hông báo|[Qq]uy định|[Bb]áo cáo|[Tt]ờ trình|Luật|[Cc]ông điện|[Vv]ăn bản';
const NUMBER = '\\d{1,5}\\s?(?:[-–/]\\s?[\\p{Lu}\\d][\\p{L}\\d&]*\\s?)+(?:[-–/]\\s?[\\p{L}\\d&]+)*';
const DATE = ',?\\s*(?:ngày\\s*)(\\d{1,2}\\s*/\\s*\\d{1,2}\\s*/\\s*\\d{4}|\\d{1,2} tháng \\d{1,2} năm \\d{4})';
/** "Khoa học", "Công nghệ", "Xây dựng": a part of a ministry's or department's name. */
const NAME_PART = '\\p{Lu}\\p{Ll}+(?:\\s+(?!về|ban|thực|quy|hướng|triển|tại|trong|để|và)\\p{Ll}+)?';
const DEPARTMENT = `(?:Sở|Bộ(?! Chính trị))\\s+${NAME_PART}(?:(?:,\\s+|\\s+và\\s+|\\s+)${NAME_PART})*`;
const CENTRAL = [
  'Bộ Chính trị',
  'Chính phủ',
  'Quốc hội',
  'Thủ tướng Chính phủ',
  'Ban Bí thư',
  'Ban Chấp hành (?:Trung ương(?: Đảng(?: khóa [XVI]+)?)?|Đảng bộ(?: thành phố| tỉnh)?)',
  'Ban Chỉ đạo Trung ương(?: về phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số(?: quốc gia)?| thực hiện Nghị quyết số \\d+-NQ/TW)?',
].join('|');
const LOCAL =
  '(?:Ban Thường vụ |Thường trực )?(?:Thành|Tỉnh|Đảng)\\s?(?:ủy|uỷ)|(?:Uỷ|Ủy) ban nhân dân|UBND|HĐND|Hội đồng nhân dân';
const OF_PLACE = '(?:\\s+(?:tỉnh|thành phố|Thành phố|phường|Phường|xã))?(?:\\s+\\p{Lu}\\p{Ll}+){0,4}';
const ISSUER = `\\s*của\\s+(${DEPARTMENT}|${CENTRAL}|(?:${LOCAL})${OF_PLACE})`;
const NUMBERED = new RegExp(`(?:(${TYPES})\\s+)?(?:(?:số|sổ)\\s*:?\\s*)?(${NUMBER})(?:${DATE})?(?:${ISSUER})?`, 'gu');
const UNNUMBERED = new RegExp(
  `(?:^|(?<=[,;]\\s|và\\s|các\\s))(Chương trình hành động|Kế hoạch hành động|Thông báo [Kk]ết luận)${ISSUER}`,
  'gu',
);
const NAMED =
  /Đề án\s+(\d{2}(?:\/CP)?)(?![\d/])(?:\s+của\s+(Chính phủ|Thủ tướng Chính phủ))?|(Luật\s+\p{Lu}\p{L}*(?:,?\s+(?!(?:và|của|theo(?!\sphương)|góp|cơ chế|để|trong|các|là|quy|ngày|năm|số(?=\s\d)|Luật|Nghị|Quốc)(?!\p{L}))\p{L}+)*)(?:\s+ngày\s+(\d{1,2}\/\d{1,2}\/\d{4}))?/gu;

/** "… theo quy định của Bộ X tại Thông tư số …" names the issuer before the document. */
const ISSUER_BEFORE = /của\s+(Bộ\s[\p{L}&]+(?:\s\p{Lu}[\p{L}]*){0,4}?)\s+(?:quy định|ban hành|hướng dẫn)?\s*tại\s*$/u;

/** Every document the plan cites, each once, in order of print: those of the title and opening first. */
export function readCitedDocuments(texts: readonly CitingText[], own: string | null, quoter: Quoter): LegalBasis[] {
  const mentions = texts.flatMap(mentionsIn);
  const byKey = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const key = keyOf(mention);
    if (own !== null && key === documentKey(own) && mention.from.annex !== null) continue;
    byKey.set(key, [...(byKey.get(key) ?? []), mention]);
  }
  const bases = [...byKey.values()].flatMap((group) => toBasis(group, quoter));
  return [...bases.filter((basis) => basis.role === 'basis'), ...bases.filter((basis) => basis.role === 'cited')];
}

type Placed = Mention & { readonly at: number; readonly end: number };

function mentionsIn(from: CitingText): Mention[] {
  const numbered = inheritIssuers(numberedIn(from), from.text);
  const unnumbered = [...from.text.matchAll(UNNUMBERED)].map((match): Placed => {
    const issuer = match[2]?.trim() ?? null;
    return {
      ...placed(match, from),
      type: capitalise(match[1] ?? '').replace('Kết luận', 'kết luận'),
      number: null,
      issuer,
    };
  });
  const named = [...from.text.matchAll(NAMED)].flatMap((match): Placed[] => {
    const name = match[1] === undefined ? (match[3] ?? '') : `Đề án ${match[1]}`;
    if (match[1] === undefined && name.split(' ').length < 2) return [];
    const type = match[1] === undefined ? 'Luật' : 'Đề án';
    return [{ ...placed(match, from), type, number: name, date: match[4] ?? null, issuer: match[2] ?? null }];
  });
  // A document without a number is told apart from a passing mention only in the title and the opening.
  return [...numbered, ...(from.isOpening ? unnumbered : []), ...named].sort((a, b) => a.at - b.at);
}

function placed(
  match: RegExpMatchArray,
  from: CitingText,
): Pick<Placed, 'at' | 'end' | 'role' | 'date' | 'printed' | 'from'> {
  const at = match.index ?? 0;
  return { at, end: at + match[0].length, role: 'cited', date: null, printed: match[0].trim(), from };
}

function numberedIn(from: CitingText): Placed[] {
  let lastType = '';
  return [...from.text.matchAll(NUMBERED)].flatMap((match): Placed[] => {
    const [printed, type, number, date, issuer] = match;
    if (!number || !isDocumentNumber(number)) return [];
    if (type) lastType = capitalise(type);
    else if (!/(?:số|sổ)\s*$/u.test(printed.slice(0, printed.indexOf(number)))) return [];
    const before = ISSUER_BEFORE.exec(from.text.slice(0, match.index))?.[1];
    return [
      {
        ...placed(match, from),
        type: type ? capitalise(type) : lastType,
        number: number.trim(),
        date: date?.replace(/\s/g, '') ?? null,
        issuer: issuer?.trim() ?? before ?? null,
      },
    ];
  });
}

/** "Nghị quyết số A, Nghị quyết số B và số C của X": the issuer after the last holds for the list. */
function inheritIssuers(mentions: readonly Placed[], text: string): Placed[] {
  const settled: Placed[] = [];
  for (const mention of [...mentions].reverse()) {
    const after = settled.at(-1);
    const isList = after !== undefined && /^\s*(?:[,;]|và|[,;] và)\s*$/u.test(text.slice(mention.end, after.at));
    const inherits = isList && mention.issuer === null && mention.date === null && after.type === mention.type;
    settled.push(inherits ? { ...mention, issuer: after.issuer } : mention);
  }
  return settled.reverse();
}

/** "57-NQ/TW", "71/NQ-CP", "02/2025/TT-BGDĐT"; not "1/2", not a date. */
function isDocumentNumber(number: string): boolean {
  return /[\p{Lu}Đ]{2}/u.test(number) && /\//.test(number) && !/^\d{1,2}\/\d{1,2}\/\d{4}/.test(number);
}

function capitalise(type: string): string {
  return type === '' ? '' : type[0]?.toUpperCase() + type.slice(1);
}

/** "71-NQ/CP" and "71/NQ-CP" are one document. */
export function documentKey(number: string): string {
  return foldMarks(number).replace(/[^a-z0-9]/g, '');
}

function keyOf(mention: Mention): string {
  return mention.number === null ? `${mention.type}|${foldMarks(mention.issuer ?? '')}` : documentKey(mention.number);
}

/**
 * The fullest mention speaks for the document. A number alone in the title or opening only refers to the document;
 * it is a basis when no later place says what it is.
 */
function toBasis(group: readonly Mention[], quoter: Quoter): LegalBasis[] {
  const fullness = (mention: Mention): number =>
    (mention.date ? 2 : 0) + (mention.issuer ? 2 : 0) + (mention.type ? 1 : 0);
  const opening = group.filter((mention) => mention.from.isOpening);
  const best = (list: readonly Mention[]): Mention | undefined =>
    [...list].sort((a, b) => fullness(b) - fullness(a))[0];
  const overall = best(group);
  const inOpening = best(opening);
  if (!overall) return [];
  const isBasis = inOpening !== undefined && (fullness(inOpening) > 1 || fullness(overall) <= fullness(inOpening));
  const chosen = isBasis && inOpening ? inOpening : overall;
  const quote = quoter.whole(chosen.printed) ?? quoter.pieces(chosen.printed)[0];
  if (!quote) return [];
  return [
    {
      role: isBasis ? 'basis' : 'cited',
      type: chosen.type,
      number: chosen.number,
      date: chosen.date ?? overall.date,
      issuer: chosen.issuer ?? overall.issuer,
      quote: quoteAt(quote, { annex: chosen.from.annex, section: chosen.from.section }),
    },
  ];
}
