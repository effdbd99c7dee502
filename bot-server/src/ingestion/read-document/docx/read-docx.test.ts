import type { SourceLine, SourceTable } from '@phuong-so/shared/domain/source-document';
import JSZip from 'jszip';
import { describe, expect, test } from 'vitest';
import { UnreadableDocument } from '../unreadable-document.ts';
import { readDocx } from './read-docx.ts';

const NAMES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"';

async function wordFile(body: string, parts: Readonly<Record<string, string>> = {}): Promise<Uint8Array> {
  const zip = new JSZip();
  zip.file('word/document.xml', `<?xml version="1.0"?><w:document ${NAMES}><w:body>${body}</w:body></w:document>`);
  for (const [name, xml] of Object.entries(parts)) zip.file(name, xml);
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

const p = (text: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
const tc = (content: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
const numbered = (level: number, numId = 1): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`;

async function linesOf(body: string, parts?: Readonly<Record<string, string>>): Promise<SourceLine[]> {
  const { blocks } = await readDocx(await wordFile(body, parts));
  return blocks.filter((block): block is SourceLine => block.kind === 'line');
}

async function tableOf(body: string, parts?: Readonly<Record<string, string>>): Promise<SourceTable | undefined> {
  const { blocks } = await readDocx(await wordFile(body, parts));
  return blocks.find((block): block is SourceTable => block.kind === 'table');
}

describe('running text', () => {
  test('what a reader of the paper sees: inserted text, symbols and links; not deleted, hidden or field codes', async () => {
    const [line] = await linesOf(
      `<w:p><w:r><w:t xml:space="preserve">Đạt </w:t></w:r><w:del><w:r><w:delText>70</w:delText></w:r></w:del><w:ins><w:r><w:t>80</w:t></w:r></w:ins>
       <w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>
       <w:hyperlink><w:r><w:t>%</w:t><w:sym w:font="Symbol" w:char="F0B3"/><w:noBreakHyphen/></w:r></w:hyperlink></w:p>`,
    );
    expect(line?.text).toBe('Đạt 80%≥-');
  });

  test('a text box is read once, before the paragraph it hangs on', async () => {
    const box = `<w:txbxContent>${p('Số: 15/KH-UBND')}</w:txbxContent>`;
    const lines = await linesOf(
      `<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice>
       <mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>KẾ HOẠCH</w:t></w:r></w:p>`,
    );
    expect(lines.map((line) => line.text)).toEqual(['Số: 15/KH-UBND', 'KẾ HOẠCH']);
  });

  test('soft breaks cut a paragraph into lines that may be joined again', async () => {
    const lines = await linesOf(
      `${p('Một đoạn.')}<w:p><w:r><w:t>KẾ HOẠCH</w:t><w:br/><w:t>Chuyển đổi số</w:t></w:r></w:p>`,
    );
    expect(lines).toMatchObject([
      { text: 'Một đoạn.', whole: true },
      { text: 'KẾ HOẠCH', whole: false, blankBefore: true },
      { text: 'Chuyển đổi số', whole: false, blankBefore: false },
    ]);
  });

  test('bold and centred come from the run, the paragraph or its style', async () => {
    const styles = `<w:styles ${NAMES}><w:style w:type="paragraph" w:styleId="Base"><w:rPr><w:b/></w:rPr></w:style>
      <w:style w:type="paragraph" w:styleId="Head"><w:basedOn w:val="Base"/><w:pPr><w:jc w:val="center"/></w:pPr></w:style></w:styles>`;
    const lines = await linesOf(
      `${p('Theo kiểu', '<w:pStyle w:val="Head"/>')}<w:p><w:pPr><w:pStyle w:val="Head"/><w:jc w:val="left"/></w:pPr><w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t>Bỏ kiểu</w:t></w:r></w:p>`,
      { 'word/styles.xml': styles },
    );
    expect(lines.map(({ bold, centred }) => [bold, centred])).toEqual([
      [true, true],
      [false, false],
    ]);
  });
});

describe('list numbers that Word generates', () => {
  const level = (at: number, format: string, text: string, extra = ''): string =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${extra}<w:lvlText w:val="${text}"/></w:lvl>`;
  const numbering = `<w:numbering ${NAMES}><w:abstractNum w:abstractNumId="7">${level(0, 'upperRoman', '%1.')}${level(1, 'decimal', '%2.')}
    ${level(2, 'decimal', '%2.%3.')}${level(3, 'lowerLetter', '%4)')}</w:abstractNum>
    <w:abstractNum w:abstractNumId="8">${level(0, 'bullet', '\uF02D')}</w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>
    <w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num></w:numbering>`;
  const parts = { 'word/numbering.xml': numbering };

  test('count over levels, start again below a new heading, and stay out of the text', async () => {
    const levels = [0, 1, 2, 2, 3, 3, 1, 2, 0, 1];
    const body = levels.map((at, index) => p(`mục ${index}`, numbered(at))).join('');
    const source = await readDocx(await wordFile(body, parts));
    const lines = source.blocks.filter((block): block is SourceLine => block.kind === 'line');
    const expected = ['I.', '1.', '1.1.', '1.2.', 'a)', 'b)', '2.', '2.1.', 'II.', '1.'];
    expect(lines.map((line) => line.label)).toEqual(expected);
    expect(source.text).toBe(levels.map((_, index) => `mục ${index}`).join('\n'));
  });

  test('bullets of symbol fonts are plain signs, a list can begin elsewhere, number 0 switches it off', async () => {
    const lines = await linesOf(
      p('gạch đầu dòng', numbered(0, 2)) + p('bắt đầu từ năm', numbered(0, 3)) + p('không số', numbered(0, 0)),
      parts,
    );
    expect(lines.map((line) => line.label)).toEqual(['-', 'V.', undefined]);
  });

  test('an automatic TT column has its numbers in labels', async () => {
    const row = (name: string): string => `<w:tr>${tc(p('', numbered(1)))}${tc(p(name))}</w:tr>`;
    const table = await tableOf(`<w:tbl>${row('Rà soát')}${row('Tập huấn')}</w:tbl>`, parts);
    expect(table?.rows.map((line) => [line.cells[0]?.text, line.cells[0]?.labels, line.cells[1]?.text])).toEqual([
      ['', ['1.'], 'Rà soát'],
      ['', ['2.'], 'Tập huấn'],
    ]);
  });
});

describe('tables', () => {
  test('spans leave null in the columns they cover, merged cells repeat the text above once in the document', async () => {
    const source = await readDocx(
      await wordFile(
        `<w:tbl><w:tr>${tc(p('I'))}${tc(p('NHÓM'), '<w:gridSpan w:val="2"/>')}</w:tr>
         <w:tr>${tc(p('1'))}${tc(p('Rà soát'))}${tc(p('Phòng A'), '<w:vMerge w:val="restart"/>')}</w:tr>
         <w:tr>${tc(p('2'))}${tc(p('Tập huấn'))}${tc(p(''), '<w:vMerge/>')}</w:tr></w:tbl>`,
      ),
    );
    expect(source.blocks[0]).toMatchObject({
      rows: [
        { cells: [{ text: 'I' }, { text: 'NHÓM', columnSpan: 2 }, null] },
        { cells: [{ text: '1' }, { text: 'Rà soát' }, { text: 'Phòng A', mergedFromAbove: false }] },
        { cells: [{ text: '2' }, { text: 'Tập huấn' }, { text: 'Phòng A', mergedFromAbove: true }] },
      ],
    });
    expect(source.text.match(/Phòng A/g)).toHaveLength(1);
  });

  test('several paragraphs of a cell are lines of its text; a table inside a cell too; a deleted row is gone', async () => {
    const inner = `<w:tbl><w:tr>${tc(p('x'))}${tc(p('y'))}</w:tr></w:tbl>`;
    const table = await tableOf(
      `<w:tbl><w:tr>${tc(p('Một') + p('Hai') + inner + p(''))}${tc(p('Ba'))}</w:tr>
       <w:tr><w:trPr><w:del/></w:trPr>${tc(p('đã xóa'))}${tc(p('đã xóa'))}</w:tr></w:tbl>`,
    );
    expect(table?.rows.map((row) => row.cells.map((cell) => cell?.text))).toEqual([['Một\nHai\nx\ty', 'Ba']]);
  });

  test('a frame of one cell is running text', async () => {
    const lines = await linesOf(`<w:tbl><w:tr>${tc(p('DỰ THẢO'))}</w:tr></w:tbl>`);
    expect(lines.map((line) => line.text)).toEqual(['DỰ THẢO']);
  });
});

describe('files made to do harm', () => {
  test('a zip bomb is refused before it unpacks', async () => {
    const bomb = await wordFile(`${' '.repeat(60 * 1024 * 1024)}${p('x')}`);
    expect(bomb.length).toBeLessThan(1024 * 1024);
    await expect(readDocx(bomb)).rejects.toMatchObject({ code: 'too_large' });
  });

  test('entities are never expanded', async () => {
    const zip = new JSZip();
    zip.file('word/document.xml', '<!DOCTYPE d [<!ENTITY a "b">]><d>&a;</d>');
    const bytes = await zip.generateAsync({ type: 'uint8array' });
    await expect(readDocx(bytes)).rejects.toThrow();
  });

  test('a zip that is no Word file says so', async () => {
    const zip = new JSZip();
    zip.file('xl/workbook.xml', '<x/>');
    const bytes = await zip.generateAsync({ type: 'uint8array' });
    await expect(readDocx(bytes)).rejects.toBeInstanceOf(UnreadableDocument);
  });
});
