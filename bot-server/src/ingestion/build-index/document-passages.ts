import type { LegalBasis, PlanDocument, Quote } from '@phuong-so/shared/domain/plan';
import type { Passage } from './passage.ts';

/** What the document says of itself, one passage per fact, worded as people ask for it. */
export function documentPassages(documentId: string, document: PlanDocument): Passage[] {
  const { signer, period, quotes } = document;
  const facts: readonly (Passage | null)[] = [
    fact('title', 'Tên kế hoạch', document.title, quotes.title),
    fact('number', 'Số, ký hiệu văn bản', document.number, quotes.number),
    fact('date', 'Ngày ban hành', document.date === null ? null : asPrinted(document.date), quotes.date),
    fact('issuer', 'Cơ quan ban hành', document.issuer, quotes.issuer),
    fact('signer', 'Người ký', signer === null ? null : signerText(signer), quotes.signer),
    fact('recipients', 'Nơi nhận', document.recipients.join('; ') || null, quotes.recipients),
    fact('period', 'Giai đoạn', period === null ? null : `${period.from} - ${period.to}`, quotes.period),
    ...document.legalBases.map((basis, at) => fact(`basis-${at + 1}`, 'Căn cứ', basisText(basis), basis.quote)),
  ];
  return facts.filter((passage) => passage !== null);

  function fact(ref: string, heading: string, value: string | null, quote: Quote | undefined): Passage | null {
    if (value === null) return null;
    const sentences = quote === undefined ? [] : [{ text: value, quote: quote.text }];
    const sectionId = quote?.place.section ?? null;
    return { documentId, kind: 'document', ref, sectionId, heading, text: value, sentences };
  }
}

/** 2025-08-30 → "ngày 30 tháng 8 năm 2025 (30/8/2025)". */
function asPrinted(iso: string): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  return `ngày ${Number(day)} tháng ${Number(month)} năm ${year} (${Number(day)}/${Number(month)}/${year})`;
}

function signerText({ name, position, signedFor }: NonNullable<PlanDocument['signer']>): string {
  return [name, position, signedFor].filter((part) => part !== null).join(', ');
}

function basisText({ type, number, date, issuer }: LegalBasis): string {
  return [
    type,
    number === null ? null : `số ${number}`,
    date === null ? null : `ngày ${date}`,
    issuer === null ? null : `của ${issuer}`,
  ]
    .filter((part) => part !== null)
    .join(' ');
}
