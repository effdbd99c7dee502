import type { PlanDocument, Quote } from '@phuong-so/shared/domain/plan';
import { foldMarks } from '@phuong-so/shared/text/fold';
import { type CitingText, readCitedDocuments } from './cited-documents.ts';
import { type Quoter, quoteAt } from './quotes.ts';
import { readClosing } from './signature.ts';
import { type NameVote, voteProvince, voteWardName } from './ward-name.ts';

export interface FactSources {
  readonly letterhead: readonly string[];
  readonly title: string | null;
  readonly opening: readonly string[];
  readonly texts: readonly CitingText[];
  readonly closing: readonly string[];
  /** Captions of the annexes: "(Kèm theo Kế hoạch số 43/KH-UBND ngày 30/8/2025 của …)". */
  readonly captions: readonly string[];
}

export interface DocumentFacts {
  readonly document: PlanDocument;
  readonly wardVotes: readonly NameVote[];
}

/** Reads who issued the plan, under which number, when, on what basis. What the text does not say stays null. */
export function readDocumentFacts(from: FactSources, quoter: Quoter): DocumentFacts {
  const quotes: { -readonly [key in keyof PlanDocument['quotes']]?: Quote } = {};
  const cite = (key: keyof PlanDocument['quotes'], display: string | null): void => {
    const text = display === null ? null : (quoter.whole(display) ?? quoter.pieces(display)[0]);
    if (text) quotes[key] = quoteAt(text, {});
  };
  const number = readNumber(from);
  const date = readDate(from);
  const everything = [
    ...from.letterhead,
    ...(from.title ? [from.title] : []),
    ...from.opening,
    ...from.texts.map((text) => text.text),
    ...from.captions,
  ];
  const wardVotes = voteWardName([...from.letterhead, ...from.letterhead, ...everything]);
  const ward = wardVotes[0];
  const province = readProvince(everything);
  const issuer = readIssuer(from);
  const closing = readClosing(from.closing);
  const period = readPeriod(from);
  cite('number', number?.printed ?? null);
  cite('date', date?.printed ?? null);
  cite('title', from.title);
  cite('issuer', issuer);
  cite('wardName', wardQuote(ward, everything));
  cite('province', province?.printed ?? null);
  cite('signer', closing.signer?.name ?? null);
  cite('recipients', closing.recipients[0] ?? null);
  cite('period', period?.printed ?? null);
  const document: PlanDocument = {
    number: number?.value ?? null,
    date: date?.value ?? null,
    title: from.title,
    issuer,
    wardName: ward ? `phường ${ward.name}` : null,
    province: province?.name ?? null,
    signer: closing.signer,
    legalBases: readCitedDocuments(from.texts, number?.value ?? null, quoter),
    recipients: closing.recipients,
    period: period ? { from: period.from, to: period.to } : null,
    quotes,
  };
  return { document, wardVotes };
}

interface Printed {
  readonly value: string;
  readonly printed: string;
}

/** The letterhead's lines, and all of them as one: a narrow column breaks a date over two lines. */
function letterheadTexts(from: FactSources): string[] {
  return [...from.letterhead, from.letterhead.join(' ')];
}

function readNumber(from: FactSources): Printed | null {
  for (const line of letterheadTexts(from)) {
    const match = /Số\s*:?\s*(\d{1,5})\s*(\/\s*[\p{Lu}Đ][\p{L}\d]*(?:\s*[-–/]\s*[\p{L}\d&]+)*)/u.exec(line);
    if (match?.[1])
      return { value: `${match[1]}${match[2]?.replace(/\s+/g, '').replace(/–/g, '-')}`, printed: match[0] };
  }
  for (const caption of from.captions) {
    const match = /Kế hoạch số\s*:?\s*(\d{1,5}\s*\/\s*[\p{Lu}Đ\d]+(?:\s*-\s*[\p{Lu}Đ\d]+)*)/u.exec(caption);
    if (match?.[1]) return { value: match[1].replace(/\s+/g, ''), printed: match[0] };
  }
  return null;
}

function readDate(from: FactSources): Printed | null {
  for (const line of letterheadTexts(from)) {
    const match = /(?:\p{Lu}[\p{L}. -]{0,40},\s*)?ngày\s*(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})/u.exec(line);
    if (match) return { value: isoDate(match[3], match[2], match[1]), printed: match[0] };
  }
  for (const caption of from.captions) {
    const match = /ngày\s*(\d{1,2})\s*(?:\/|tháng)\s*(\d{1,2})\s*(?:\/|năm)\s*(\d{4})/u.exec(caption);
    if (match) return { value: isoDate(match[3], match[2], match[1]), printed: match[0] };
  }
  return null;
}

function isoDate(year = '', month = '', day = ''): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

const ISSUER =
  /(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND)\s+(?:[Pp]hường|xã)(?:\s+\p{Lu}\p{Ll}+(?:\s+\p{Lu}?\p{Ll}+(?=\s+(?:xây|ban))|\s+\p{Lu}\p{Ll}+){0,3})?/gu;

/** Who makes the plan, as the opening's last sentence says it; else as the letterhead does. */
function readIssuer(from: FactSources): string | null {
  const said = from.opening.flatMap((text) => text.match(ISSUER) ?? []).at(-1);
  if (said) return said.trim();
  const at = from.letterhead.findIndex((line) => /^(?:ỦY BAN|UỶ BAN|UBND)/u.test(line));
  const ward = from.letterhead.find((line) => /^PHƯỜNG\s/u.test(line));
  const head = from.letterhead[at];
  if (head && /PHƯỜNG/u.test(head)) return head;
  return head && ward ? `${head} ${ward}` : null;
}

function readProvince(texts: readonly string[]): { name: string; printed: string } | null {
  const best = voteProvince(texts)[0];
  const wanted = best ? foldMarks(best.name) : null;
  const text = texts.find((candidate) => wanted !== null && foldMarks(candidate).includes(wanted));
  if (best && text) {
    const printed = new RegExp(
      `(?:[Tt]hành phố|[Tt]ỉnh|TP\\.?|THÀNH PHỐ|TỈNH)\\s+${best.spellings.map(escapePattern).join('|')}`,
      'u',
    ).exec(text)?.[0];
    return { name: best.name, printed: printed ?? best.name };
  }
  const party = texts
    .map((line) => /(?:Thành|Tỉnh)\s?(?:ủy|uỷ)\s+(\p{Lu}\p{Ll}+\s+\p{Lu}\p{Ll}+)/u.exec(line))
    .find((match) => match !== null);
  return party?.[1] ? { name: party[1], printed: party[0] } : null;
}

function wardQuote(ward: NameVote | undefined, texts: readonly string[]): string | null {
  if (!ward) return null;
  const pattern = new RegExp(
    `(?:(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân)\\s+)?[Pp]hường\\s+${escapePattern(ward.name)}`,
    'u',
  );
  const matches = texts.flatMap((text) => pattern.exec(text)?.[0] ?? []);
  return matches.sort((a, b) => b.length - a.length)[0] ?? null;
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** "giai đoạn 2026 - 2030", "năm 2026" in the plan's own title. */
function readPeriod(from: FactSources): { from: number; to: number; printed: string } | null {
  const title = from.title ?? '';
  const span = /(?:giai đoạn|thời kỳ|các năm|năm)\s+(20\d{2})\s*[-–—]\s*(20\d{2})/iu.exec(title);
  if (span) return { from: Number(span[1]), to: Number(span[2]), printed: span[0] };
  const year = /(?:trong )?năm\s+(20\d{2})(?:\s+trên địa bàn|\s+của|\s+tại|\s*$)/iu.exec(title);
  return year ? { from: Number(year[1]), to: Number(year[1]), printed: year[0] } : null;
}
