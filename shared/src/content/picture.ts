/** An element of a drawing. Only what is listed here can be in one: nothing that runs, loads, or leads anywhere. */
export interface PictureElement {
  readonly name: string;
  /** As written in the file: "stroke-width". */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (PictureElement | string)[];
}

/** What is wrong with a drawing, in Vietnamese, for whoever edits the file. */
export class PictureError extends Error {
  override readonly name = 'PictureError';
}

/** A course travels whole over a weak network, so that each of its drawings is small. Bytes. */
export const LARGEST_PICTURE = 8 * 1024;

const ELEMENTS = new Set(['svg', 'g', 'path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'text']);
const ATTRIBUTES = new Set(
  `xmlns viewBox d x y x1 y1 x2 y2 cx cy r rx ry width height points transform fill fill-opacity stroke stroke-width
  stroke-linecap stroke-linejoin stroke-dasharray opacity font-size font-weight font-family text-anchor`.split(/\s+/),
);
/** The page's own colours, with one to fall back on where the drawing is looked at alone. */
const COLOUR = /^(none|currentColor|var\(--[a-z-]+, #[0-9a-f]{6}\))$/;
const VALUE = /^[^<>&"\\]*$/;
const NAMESPACE = 'http://www.w3.org/2000/svg';
const PARTS = /<(\/?)([A-Za-z]+)((?:\s+[\w:-]+\s*=\s*"[^"]*")*)\s*(\/?)>|([^<]+)/gy;
const ATTRIBUTE = /([\w:-]+)\s*=\s*"([^"]*)"/g;

interface Open {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (PictureElement | string)[];
}

/**
 * Reads the few kinds of SVG elements that our drawings are made of; whoever draws them makes exactly these, so that
 * nothing else of the file is ever shown. Comments, entities, styles and links are refused. @throws PictureError
 */
export function parsePicture(text: string): PictureElement {
  if (new TextEncoder().encode(text).length > LARGEST_PICTURE) throw new PictureError('hình lớn quá 8 kB');
  const top: Open = { name: '', attributes: {}, children: [] };
  const open: Open[] = [top];
  let end = 0;
  for (const match of text.trim().matchAll(PARTS)) {
    end = match.index + match[0].length;
    takePart(open, match);
  }
  const [root, ...more] = top.children;
  if (end !== text.trim().length || open.length > 1) throw new PictureError('hình viết sai cú pháp SVG');
  if (typeof root !== 'object' || root.name !== 'svg' || more.length > 0)
    throw new PictureError('hình phải là một thẻ svg');
  if (root.attributes.viewBox === undefined) throw new PictureError('thẻ svg thiếu viewBox');
  return root;
}

function takePart(open: Open[], match: RegExpMatchArray): void {
  const [, closes, name = '', attributes = '', isEmpty, words] = match;
  const parent = open.at(-1) as Open;
  if (words !== undefined) {
    if (words.trim() !== '') parent.children.push(wordsOf(parent.name, words));
  } else if (closes) {
    if (open.length < 2 || parent.name !== name) throw new PictureError(`thẻ ${name} đóng sai chỗ`);
    open.pop();
  } else {
    if (!ELEMENTS.has(name)) throw new PictureError(`không dùng được thẻ ${name}`);
    const element: Open = { name, attributes: readAttributes(name, attributes), children: [] };
    parent.children.push(element);
    if (!isEmpty) open.push(element);
  }
}

function wordsOf(element: string, words: string): string {
  if (element !== 'text' || !VALUE.test(words)) throw new PictureError('chữ chỉ đứng trong thẻ text');
  return words.trim();
}

function readAttributes(element: string, text: string): Readonly<Record<string, string>> {
  const attributes: Record<string, string> = {};
  for (const [, name = '', value = ''] of text.matchAll(ATTRIBUTE)) {
    if (!ATTRIBUTES.has(name) || !isGoodValue(name, value))
      throw new PictureError(`thẻ ${element} không được có ${name}="${value}"`);
    attributes[name] = value;
  }
  return attributes;
}

function isGoodValue(name: string, value: string): boolean {
  if (name === 'xmlns') return value === NAMESPACE;
  if (name === 'fill' || name === 'stroke') return COLOUR.test(value);
  return VALUE.test(value) && !/url|script|:/i.test(value);
}
