import PDFDocument from 'pdfkit';
import type { Box, Shape, Sheet, SheetItem, TextBlock } from '../../ports/renderer.ts';
import { FONT_FILES } from './fonts.ts';
import { layText, type Measure } from './lay-text.ts';
import { qrPath } from './qr-path.ts';

type Document = PDFKit.PDFDocument;

/**
 * The font would take "ọ" apart into "o" and a dot, and PDFKit then notes for every "o" of the file that it means "ọ":
 * copied and read aloud it would be wrong. Its own whole letters are used instead. PDFKit's types know a list only.
 */
const features = { ccmp: false } as unknown as PDFKit.Mixins.OpenTypeFeatures[];

/** One page, tagged: texts are paragraphs in the order of the items, everything else is decoration. */
export function sheetToPdf(sheet: Sheet, measure: Measure): Promise<Uint8Array> {
  const { title, author, madeAt, width, height } = sheet;
  const document = new PDFDocument({
    ...{ size: [width, height], margin: 0, pdfVersion: '1.7', tagged: true, lang: 'vi-VN', displayTitle: true },
    info: { Title: title, Author: author, CreationDate: madeAt },
  });
  for (const [weight, file] of Object.entries(FONT_FILES)) document.registerFont(weight, file);
  const done = collected(document);
  const root = document.struct('Document');
  document.addStructure(root);
  for (const item of sheet.items) {
    if (item.kind === 'text' && !item.decoration) {
      root.add(document.struct('P', {}, () => writeText(document, item, measure)));
      continue;
    }
    document.markContent('Artifact', { type: 'Layout' });
    draw(document, item, measure);
    document.endMarkedContent();
  }
  root.end();
  document.end();
  return done;
}

/** So many words are known by their width: those of some announcements. */
const KNOWN_WORDS = 20_000;
const UNIT = 1_000;

/**
 * Measures with the fonts that are drawn with, word by word, each once: shaping every line anew as it grows took six seconds
 * for the longest announcement (Node 20.20), now a tenth of one. The fonts have no kerning beside a space.
 */
export function pdfMeasure(): Measure {
  const document = new PDFDocument({ autoFirstPage: false });
  for (const [weight, file] of Object.entries(FONT_FILES)) document.registerFont(weight, file);
  const known = new Map<string, number>();
  const widthOf = (word: string, weight: TextBlock['weight']) => {
    const key = `${weight} ${word}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size >= KNOWN_WORDS) known.clear();
    const width = document.font(weight).fontSize(UNIT).widthOfString(word, { features });
    known.set(key, width);
    return width;
  };
  return (text, size, weight) => {
    const words = text.split(' ');
    const letters = words.reduce((sum, word) => sum + (word === '' ? 0 : widthOf(word, weight)), 0);
    return ((letters + (words.length - 1) * widthOf(' ', weight)) * size) / UNIT;
  };
}

function collected(document: Document): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    document.on('data', (part: Buffer) => parts.push(part));
    document.on('end', () => resolve(Buffer.concat(parts)));
    document.on('error', reject);
  });
}

function draw(document: Document, item: SheetItem, measure: Measure): void {
  if (item.kind === 'text') writeText(document, item, measure);
  else if (item.kind === 'qr') document.path(qrPath(item)).fill('#000000');
  else {
    outline(document, item);
    paint(document, item);
  }
}

function outline(document: Document, item: Box | Shape): void {
  if (item.kind === 'shape') document.path(item.path);
  else if (item.radius === undefined) document.rect(item.x, item.y, item.width, item.height);
  else document.roundedRect(item.x, item.y, item.width, item.height, item.radius);
}

function writeText(document: Document, block: TextBlock, measure: Measure): void {
  const { lines, size, lineHeight, baseline } = layText(block, measure);
  document.font(block.weight).fontSize(size).fillColor(block.colour);
  for (const [at, line] of lines.entries()) {
    const free = block.width - measure(line, size, block.weight);
    const x = block.x + free * SHARE_BEFORE[block.align];
    document.text(line, x, baseline + at * lineHeight, { lineBreak: false, baseline: 'alphabetic', features });
  }
}

/** How much of the free width stands before the line. */
const SHARE_BEFORE: Readonly<Record<TextBlock['align'], number>> = { left: 0, center: 0.5, right: 1 };

function paint(document: Document, { fill, stroke, lineWidth = 1 }: Pick<Box, 'fill' | 'stroke' | 'lineWidth'>): void {
  document.lineWidth(lineWidth);
  if (fill !== undefined && stroke !== undefined) document.fillAndStroke(fill, stroke);
  else if (fill !== undefined) document.fill(fill);
  else document.stroke(stroke ?? '#000000');
}
