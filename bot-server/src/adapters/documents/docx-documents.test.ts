import JSZip from 'jszip';
import { expect, test } from 'vitest';
import type { OfficialDocument } from '../../ports/documents.ts';
import { docxDocuments } from './docx-documents.ts';

const REPORT: OfficialDocument = {
  title: 'Báo cáo thử',
  madeAt: new Date('2026-11-21T03:00:00Z'),
  letterhead: { body: ['Ủy ban nhân dân', 'phường Mẫu'], symbol: 'BC-UBND' },
  opening: { kind: 'report', name: 'Báo cáo', about: 'Kết quả thực hiện Kế hoạch' },
  body: [
    { kind: 'heading', level: 1, text: 'I. Tình hình triển khai' },
    { kind: 'paragraph', text: 'Ạ & <w:p> "x" 😊\u0000\ud800 { PAGE }' },
    {
      kind: 'table',
      columns: [{ title: 'TT', share: 1 }],
      rows: [{ cells: ['A. Nhóm'], group: true }, { cells: ['1'] }],
    },
  ],
  recipients: ['UBND thành phố'],
  annexes: [{ name: 'Phụ lục', title: 'Minh chứng', blocks: [] }],
};

async function opened(document: OfficialDocument) {
  const zip = await JSZip.loadAsync(await docxDocuments().write(document), { checkCRC32: true });
  const names = Object.keys(zip.files);
  const xml = (name: string) => zip.file(name)?.async('text') ?? '';
  const body = await xml('word/document.xml');
  const lines = [...body.matchAll(/<w:p>.*?<\/w:p>|<w:p [^>]*>.*?<\/w:p>/gs)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''),
  );
  const headers = await Promise.all(names.filter((name) => /word\/header\d/.test(name)).map(xml));
  return { names, body, lines: lines.filter((line) => line !== ''), headers };
}

test('paper, margins and letters are those of Nghị định 30/2020, phụ lục I', async () => {
  const { body } = await opened(REPORT);
  const page = /<w:pgSz [^>]*>/.exec(body)?.[0] ?? '';
  const margins = /<w:pgMar [^>]*>/.exec(body)?.[0] ?? '';
  const mm = (name: string, tag: string) => (Number(new RegExp(`w:${name}="(\\d+)"`).exec(tag)?.[1]) / 1440) * 25.4;
  expect([Math.round(mm('w', page)), Math.round(mm('h', page))]).toEqual([210, 297]);
  for (const edge of ['top', 'bottom']) expect(mm(edge, margins)).toBeCloseTo(20, 1);
  expect(mm('left', margins)).toBeCloseTo(30, 1);
  expect(mm('right', margins)).toBeCloseTo(15, 1);
  expect(new Set([...body.matchAll(/w:ascii="([^"]*)"/g)].map(([, font]) => font))).toEqual(
    new Set(['Times New Roman']),
  );
});

test('a report has its parts in their order, what nobody has said is left open, and it is a draft', async () => {
  const { lines } = await opened(REPORT);
  expect(lines.slice(0, 9)).toEqual([
    'ỦY BAN NHÂN DÂN',
    'PHƯỜNG MẪU',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'Số: ……/BC-UBND',
    'DỰ THẢO',
    '………………, ngày …… tháng …… năm …………',
    'BÁO CÁO',
    'Kết quả thực hiện Kế hoạch',
  ]);
  const ending = lines.slice(lines.indexOf('Nơi nhận:'));
  expect(ending.slice(0, 4)).toEqual(['Nơi nhận:', '- UBND thành phố;', '- Lưu: VT, ………….', '………………………………']);
  expect(ending).toContain('PHỤ LỤC');
});

test('the page number stands in the upper margin from the second page on, and annexes count anew', async () => {
  const { headers, body } = await opened(REPORT);
  expect(headers.filter((xml) => xml.includes('PAGE'))).toHaveLength(2);
  expect(headers.filter((xml) => !xml.includes('PAGE'))).toHaveLength(2);
  expect(body.match(/<w:titlePg/g)).toHaveLength(2);
  expect(body.match(/<w:pgNumType w:start="1"/g)).toHaveLength(1);
});

test('a text is a text, and nothing in the file reaches outside it', async () => {
  const { lines, names } = await opened(REPORT);
  expect(lines.find((line) => line.startsWith('Ạ'))).toMatch(
    /^Ạ &amp; &lt;w:p(>|&gt;) ("|&quot;)x("|&quot;) 😊 \{ PAGE \}$/,
  );
  expect(names.filter((name) => /vba|external|embed|activex/i.test(name))).toEqual([]);
});

test('a letter says to whom and about what; without a known body or addressee the lines are dotted', async () => {
  const opening = { kind: 'letter', about: 'tháo gỡ vướng mắc', to: [] } as const;
  const letter = { ...REPORT, opening, letterhead: { body: [null], symbol: null }, recipients: [], annexes: [] };
  const { lines } = await opened(letter);
  expect(lines).toContain('……………………');
  expect(lines).toContain('Số: ……/……');
  expect(lines).toContain('V/v tháo gỡ vướng mắc');
  expect(lines).toContain('Kính gửi: ……………………');
  expect(lines.filter((line) => line === '- Như trên;')).toHaveLength(1);
});
