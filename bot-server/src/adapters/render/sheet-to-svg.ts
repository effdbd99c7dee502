import type { Box, Sheet, SheetItem, TextBlock } from '../../ports/renderer.ts';
import { FAMILY, FONT_WEIGHTS } from './fonts.ts';
import { layText, type Measure } from './lay-text.ts';
import { qrPath } from './qr-path.ts';

/** The sheet as an SVG document. Whatever stands in texts is written as text. */
export function sheetToSvg({ width, height, items }: Sheet, measure: Measure): string {
  const drawn = items.map((item) => svgOf(item, measure)).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${drawn}</svg>`;
}

function svgOf(item: SheetItem, measure: Measure): string {
  switch (item.kind) {
    case 'box':
      return `<rect x="${item.x}" y="${item.y}" width="${item.width}" height="${item.height}" rx="${item.radius ?? 0}" ${paint(item)}/>`;
    case 'shape':
      return `<path d="${escaped(item.path)}" ${paint(item)}/>`;
    case 'qr':
      return `<path d="${qrPath(item)}" fill="#000000" shape-rendering="crispEdges"/>`;
    case 'text':
      return svgText(item, measure);
  }
}

function svgText(block: TextBlock, measure: Measure): string {
  const { lines, size, lineHeight, baseline } = layText(block, measure);
  const [anchor, x] = ANCHORS[block.align](block);
  const font = `font-family="${FAMILY}" font-weight="${FONT_WEIGHTS[block.weight]}" font-size="${size}"`;
  return lines
    .map((line, at) => {
      const place = `x="${x}" y="${baseline + at * lineHeight}" text-anchor="${anchor}"`;
      return `<text ${place} ${font} fill="${escaped(block.colour)}">${escaped(line)}</text>`;
    })
    .join('');
}

const ANCHORS: Readonly<Record<TextBlock['align'], (block: TextBlock) => readonly [string, number]>> = {
  left: ({ x }) => ['start', x],
  center: ({ x, width }) => ['middle', x + width / 2],
  right: ({ x, width }) => ['end', x + width],
};

function paint({ fill, stroke, lineWidth = 1 }: Pick<Box, 'fill' | 'stroke' | 'lineWidth'>): string {
  const line = stroke === undefined ? '' : ` stroke="${escaped(stroke)}" stroke-width="${lineWidth}"`;
  return `fill="${fill === undefined ? 'none' : escaped(fill)}"${line}`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML holds neither control signs nor halves of signs, not even escaped. */
function escaped(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\p{Cn}]/gu, '').replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? '');
}
