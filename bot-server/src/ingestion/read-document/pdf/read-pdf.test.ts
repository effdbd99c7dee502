import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SourceDocument, SourceLine, SourceTable } from '@phuong-so/shared/domain/source-document';
import PDFDocument from 'pdfkit';
import { beforeAll, describe, expect, test } from 'vitest';
import { readPdf } from './read-pdf.ts';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../../..');
const fixture = (name: string) => readPdf(new Uint8Array(readFileSync(path.join(root, 'tests/fixtures/plans', name))));
const FONT = createRequire(import.meta.url).resolve('dejavu-fonts-ttf/ttf/DejaVuSerif.ttf');
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

async function pdfFile(
  draw: (pdf: PDFKit.PDFDocument) => void,
  options: PDFKit.PDFDocumentOptions = {},
): Promise<Uint8Array> {
  const pdf = new PDFDocument({ size: 'A4', margin: 0, ...options });
  const chunks: Uint8Array[] = [];
  pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const ended = new Promise((resolve) => pdf.on('end', resolve));
  pdf.font(FONT).fontSize(12);
  draw(pdf);
  pdf.end();
  await ended;
  return new Uint8Array(Buffer.concat(chunks));
}

const at = (pdf: PDFKit.PDFDocument, text: string, x: number, y: number) => pdf.text(text, x, y, { lineBreak: false });
const tablesOf = (source: Pick<SourceDocument, 'blocks'>): SourceTable[] =>
  source.blocks.filter((block): block is SourceTable => block.kind === 'table');
const linesOf = (source: Pick<SourceDocument, 'blocks'>): SourceLine[] =>
  source.blocks.filter((block): block is SourceLine => block.kind === 'line');
const cellsOf = (table: SourceTable | undefined): (string | undefined)[][] =>
  table?.rows.map((row) => row.cells.map((cell) => cell?.text.replaceAll('\n', ' '))) ?? [];

describe('a ruled table over several pages', () => {
  let source: Pick<SourceDocument, 'blocks'>;
  beforeAll(async () => {
    source = await fixture('thu-nghiem-ba.pdf');
  });

  test('is one table whose rows keep their page, as printed', () => {
    const table = tablesOf(source).at(-1);
    const rows = cellsOf(table);
    expect(new Set(table?.rows.map((row) => row.page))).toEqual(new Set([2, 3, 4]));
    expect(rows.filter((row) => row[0] === 'TT')).toHaveLength(3);
    expect(rows[1]).toEqual(['1', 'Phát triển chính quyền số', undefined, undefined, undefined]);
    expect(rows.filter((row) => /^\d\.\d+$/.test(row[0] ?? ''))).toHaveLength(18);
  });

  test('a row that a page break cuts goes on in a row without number, below the repeated header', () => {
    const rows = cellsOf(tablesOf(source).at(-1));
    const cut = rows.findIndex((row) => row[0] === '1.6');
    expect(rows[cut + 1]?.[0]).toBe('TT');
    expect(rows[cut + 2]).toEqual(['', '(đợt 1)', '', '', '']);
  });

  test('letterhead and signature are two sides, headings bold, page numbers lines', () => {
    const [letterhead] = tablesOf(source);
    expect(cellsOf(letterhead)[0]?.[0]).toBe('ỦY BAN NHÂN DÂN PHƯỜNG THỬ NGHIỆM BA Số: 27/KH-UBND');
    const signature = tablesOf(source).find((table) => cellsOf(table)[0]?.[0]?.startsWith('Nơi nhận'));
    expect(cellsOf(signature)[0]?.[1]).toBe('TM. ỦY BAN NHÂN DÂN CHỦ TỊCH Phạm Văn Thí');
    const bold = linesOf(source).filter((line) => line.bold);
    expect(bold.map((line) => line.text)).toContain('II. NỘI DUNG THỰC HIỆN');
    expect(linesOf(source).map((line) => line.text)).toEqual(expect.arrayContaining(['2', '3', '4']));
  });
});

test('a table without ruling lines is found by its columns, spanning headings included', async () => {
  const tables = tablesOf(await fixture('gia-dinh-bon.pdf'));
  const targets = tables.find((table) => cellsOf(table)[0]?.includes('Năm 2027'));
  expect(cellsOf(targets)).toEqual([
    ['TT', 'Chỉ tiêu', 'Đơn vị tính', 'Năm 2026', 'Năm 2027', 'Cơ quan chủ trì'],
    [
      '1',
      'Tỷ lệ người dân trong độ tuổi lao động được phổ cập kỹ năng số cơ bản',
      '%',
      '60',
      '85',
      'Phòng Văn hóa - Xã hội',
    ],
    ['2', 'Tỷ lệ tổ dân phố có tổ công nghệ số hoạt động hiệu quả', '%', '100', '100', 'Phòng Văn hóa - Xã hội'],
    ['3', 'Số buổi hướng dẫn lưu động', 'buổi', '12', '-', 'Đoàn Thanh niên phường'],
  ]);
});

test('letters from a second font are put back where they stand on the line', async () => {
  const source = await fixture('vi-du-mot.pdf');
  expect(linesOf(source).map((line) => line.text)).toContain('Chuyển đổi số phường Ví Dụ Một giai đoạn 2026 - 2030');
  const [, header, above, below] = tablesOf(source).find((table) => table.page === 5)?.rows ?? [];
  expect(header?.cells.map((cell) => cell?.text)).toContain('Năm 2028');
  expect(header?.cells[0]).toMatchObject({ text: 'TT', mergedFromAbove: true });
  expect([above?.cells[1]?.columnSpan, below?.cells[1]?.columnSpan]).toEqual([6, 1]);
});

test('a browser print has its tables and none of the letters that it hides', async () => {
  const source = await fixture('mau-hai.pdf');
  expect(linesOf(source).filter((line) => line.text.length === 1)).toEqual([]);
  expect(cellsOf(tablesOf(source).at(-1)).map((row) => row[4])).toEqual([
    'Thời hạn',
    undefined,
    'Tháng 4/2026',
    '15/9/2026',
    undefined,
    'Quý III/2026',
    'Thường xuyên',
  ]);
});

describe('drawn by hand', () => {
  test('cells that almost touch are kept apart by the rule between them', async () => {
    const bytes = await pdfFile((pdf) => {
      pdf.rect(50, 50, 60, 20).rect(110, 50, 90, 20).rect(50, 70, 60, 20).rect(110, 70, 90, 20).stroke();
      at(pdf, 'Chỉ tiêu', 57, 54);
      at(pdf, 'Năm 2026', 111, 54);
      at(pdf, 'Phủ sóng', 55, 74);
      at(pdf, '≥ 80', 111, 74);
    });
    expect(cellsOf(tablesOf(await readPdf(bytes))[0])).toEqual([
      ['Chỉ tiêu', 'Năm 2026'],
      ['Phủ sóng', '≥ 80'],
    ]);
  });

  test('a table open at its sides and at the page end keeps its outer cells', async () => {
    const bytes = await pdfFile((pdf) => {
      for (const y of [50, 80]) pdf.moveTo(40, y).lineTo(400, y).stroke();
      for (const x of [100, 300]) pdf.moveTo(x, 50).lineTo(x, 110).stroke();
      for (const [y, texts] of [
        [58, ['TT', 'Nội dung', 'Hạn']],
        [88, ['1', 'Rà soát', '7/2026']],
      ] as const) {
        for (const [index, text] of texts.entries()) at(pdf, text, [50, 110, 310][index] ?? 0, y);
      }
    });
    expect(cellsOf(tablesOf(await readPdf(bytes))[0])).toEqual([
      ['TT', 'Nội dung', 'Hạn'],
      ['1', 'Rà soát', '7/2026'],
    ]);
  });

  test('a page on its side is read like any other', async () => {
    const bytes = await pdfFile((pdf) => {
      Object.assign(pdf.page.dictionary.data, { Rotate: 90 });
      pdf.rotate(-90).translate(-842, 0);
      at(pdf, 'PHỤ LỤC nằm ngang', 100, 100);
      at(pdf, 'Dòng thứ hai', 100, 130);
    });
    expect(linesOf(await readPdf(bytes)).map((line) => line.text)).toEqual(['PHỤ LỤC nằm ngang', 'Dòng thứ hai']);
  });

  test('letters with separate marks stay one word, bold by drawing twice stays one text', async () => {
    const bytes = await pdfFile((pdf) => {
      at(pdf, 'Phòng Văn hóa'.normalize('NFD'), 60, 60);
      at(pdf, 'KINH PHÍ', 60, 90);
      at(pdf, 'KINH PHÍ', 60.3, 90);
    });
    const texts = linesOf(await readPdf(bytes)).map((line) => line.text.normalize('NFC'));
    expect(texts).toEqual(['Phòng Văn hóa', 'KINH PHÍ']);
  });

  test('justified lines with wide spaces are running text, not a table', async () => {
    const bytes = await pdfFile((pdf) => {
      const words =
        'Ủy ban nhân dân phường giao các đơn vị tổ chức thực hiện nghiêm túc các nội dung của Kế hoạch này '.repeat(6);
      pdf.text(words, 80, 80, { width: 300, align: 'justify' });
    });
    const source = await readPdf(bytes);
    expect(tablesOf(source)).toEqual([]);
    expect(linesOf(source)[0]?.text).toMatch(/^Ủy ban nhân dân phường giao/);
  });
});

test('a list number that a tab keeps away from its text is not a side of its own', async () => {
  const bytes = await pdfFile((pdf) => {
    for (const [index, label] of ['I.', '1.', '-', 'a)'].entries()) {
      at(pdf, label, 60, 60 + 20 * index);
      at(pdf, 'Nội dung của mục', 110, 60 + 20 * index);
    }
  });
  expect(linesOf(await readPdf(bytes)).map((line) => line.text)[2]).toBe('- Nội dung của mục');
});

describe('what cannot be read', () => {
  test('a scan says that it has no text and what to do', async () => {
    const scan = await pdfFile((pdf) => pdf.image(PIXEL, 0, 0, { width: 595, height: 842 }));
    const rejected = expect(readPdf(scan)).rejects;
    await rejected.toMatchObject({ code: 'no_text_layer', message: expect.stringContaining('OCR') });
  });

  test('a scan with a digital signature is still a scan', async () => {
    const scan = await pdfFile((pdf) => {
      for (let page = 0; page < 3; page += 1) {
        if (page > 0) pdf.addPage();
        pdf.image(PIXEL, 0, 0, { width: 595, height: 842 });
      }
      at(pdf, 'Ký bởi: UBND phường', 60, 60);
    });
    await expect(readPdf(scan)).rejects.toMatchObject({ code: 'no_text_layer' });
  });

  test('a password', async () => {
    const locked = await pdfFile((pdf) => at(pdf, 'Kế hoạch', 60, 60), { userPassword: 'x' });
    await expect(readPdf(locked)).rejects.toMatchObject({ code: 'encrypted' });
  });

  test('more than 500 pages', async () => {
    const long = await pdfFile((pdf) => {
      for (let page = 0; page < 500; page += 1) pdf.addPage();
    });
    await expect(readPdf(long)).rejects.toMatchObject({ code: 'too_large' });
  });
});

describe('tables without vertical rules', () => {
  const X = [50, 90, 300, 420] as const;
  const row = (pdf: PDFKit.PDFDocument, y: number, texts: readonly string[]): void => {
    for (const [index, text] of texts.entries()) if (text !== '') at(pdf, text, X[index] ?? 0, y);
  };

  test('rows without room between them begin where the first column has text', async () => {
    const bytes = await pdfFile((pdf) => {
      row(pdf, 60, ['', '', 'Cơ quan', 'Thời gian']);
      row(pdf, 76, ['TT', 'Nội dung', 'chủ trì', 'hoàn thành']);
      row(pdf, 92, ['1', 'Rà soát điểm lõm sóng', 'Phòng Văn hóa', '7/2026']);
      row(pdf, 108, ['', 'trên địa bàn phường', '- Xã hội', '']);
      row(pdf, 124, ['2', 'Tập huấn kỹ năng số', 'Công an phường', 'Quý II/2026']);
      row(pdf, 140, ['3', 'Lắp đặt mã QR', 'Văn phòng', '2026']);
    });
    expect(cellsOf(tablesOf(await readPdf(bytes))[0])).toEqual([
      ['TT', 'Nội dung', 'Cơ quan chủ trì', 'Thời gian hoàn thành'],
      ['1', 'Rà soát điểm lõm sóng trên địa bàn phường', 'Phòng Văn hóa - Xã hội', '7/2026'],
      ['2', 'Tập huấn kỹ năng số', 'Công an phường', 'Quý II/2026'],
      ['3', 'Lắp đặt mã QR', 'Văn phòng', '2026'],
    ]);
  });

  test('rules between the rows cut them, wherever the number stands in its row', async () => {
    const bytes = await pdfFile((pdf) => {
      row(pdf, 60, ['TT', 'Nội dung', 'Chủ trì', 'Hạn']);
      row(pdf, 84, ['', 'Rà soát điểm lõm sóng', 'Phòng Văn hóa', '7/2026']);
      row(pdf, 92, ['1', '', '', '']);
      row(pdf, 100, ['', 'trên địa bàn phường', '- Xã hội', '']);
      row(pdf, 124, ['2', 'Tập huấn kỹ năng số', 'Công an phường', 'Quý II/2026']);
      for (const y of [56, 80, 120, 144]) pdf.moveTo(45, y).lineTo(520, y).stroke();
    });
    expect(cellsOf(tablesOf(await readPdf(bytes))[0])).toEqual([
      ['TT', 'Nội dung', 'Chủ trì', 'Hạn'],
      ['1', 'Rà soát điểm lõm sóng trên địa bàn phường', 'Phòng Văn hóa - Xã hội', '7/2026'],
      ['2', 'Tập huấn kỹ năng số', 'Công an phường', 'Quý II/2026'],
    ]);
  });

  test('running text after the table is not part of it', async () => {
    const bytes = await pdfFile((pdf) => {
      row(pdf, 60, ['TT', 'Nội dung', 'Chủ trì', 'Hạn']);
      row(pdf, 84, ['1', 'Rà soát', 'Công an phường', '7/2026']);
      row(pdf, 108, ['2', 'Tập huấn', 'Văn phòng', '2026']);
      at(pdf, 'Trong quá trình thực hiện, các đơn vị báo cáo khó khăn, vướng mắc về', 50, 132);
      at(pdf, 'Ủy ban nhân dân phường để xem xét, giải quyết.', 50, 148);
    });
    const source = await readPdf(bytes);
    expect(tablesOf(source).map((table) => table.rows.length)).toEqual([3]);
    expect(linesOf(source)).toHaveLength(2);
  });
});
