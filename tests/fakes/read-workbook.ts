import { DOMParser, type Element } from '@xmldom/xmldom';
import JSZip from 'jszip';

/**
 * An .xlsx file as another program reads it: sheets by name, rows of the cells that have something in them. @throws for a
 * formula, a macro, or anything that reaches outside the file
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Record<string, (string | number)[][]>> {
  const zip = await JSZip.loadAsync(bytes, { checkCRC32: true });
  const parse = async (name: string) => {
    const text = (await zip.file(name)?.async('text')) ?? '<x/>';
    return new DOMParser({ onError: (_level, message) => fail(message) }).parseFromString(text, 'text/xml');
  };
  const odd = Object.keys(zip.files).filter((name) => /vba|external|macro/i.test(name));
  if (odd.length > 0) fail(odd.join(', '));
  const strings = [...(await parse('xl/sharedStrings.xml')).getElementsByTagName('si')].map(
    (one) => one.textContent ?? '',
  );
  const relations = [...(await parse('xl/_rels/workbook.xml.rels')).getElementsByTagName('Relationship')];
  const targets = new Map(relations.map((one) => [one.getAttribute('Id'), one.getAttribute('Target')]));
  const sheets = [...(await parse('xl/workbook.xml')).getElementsByTagName('sheet')];
  const read = sheets.map(async (sheet) => {
    const document = await parse(`xl/${targets.get(sheet.getAttribute('r:id'))}`);
    if (document.getElementsByTagName('f').length > 0) fail('a formula');
    const rows = [...document.getElementsByTagName('row')].map((row) => cellsOf(row, strings));
    return [sheet.getAttribute('name') ?? '', rows.filter((cells) => cells.length > 0)] as const;
  });
  return Object.fromEntries(await Promise.all(read));
}

function cellsOf(row: Element, strings: readonly string[]): (string | number)[] {
  return [...row.getElementsByTagName('c')].flatMap((cell): (string | number)[] => {
    const value = cell.getElementsByTagName('v')[0]?.textContent ?? cell.getElementsByTagName('t')[0]?.textContent;
    if (value === undefined || value === null) return [];
    const type = cell.getAttribute('t');
    if (type === 's') return [strings[Number(value)] ?? fail('no such text')];
    return type === 'inlineStr' || type === 'str' ? [value] : [Number(value)];
  });
}

function fail(why: string): never {
  throw new Error(`not a plain workbook: ${why}`);
}
