import type { Element } from '@xmldom/xmldom';
import { plainSymbols } from './number-format.ts';
import type { Styles } from './styles.ts';
import { attribute, childElements, childNamed, switchValue } from './xml.ts';

export interface TextLine {
  readonly text: string;
  readonly bold: boolean;
}

export interface ParagraphContent {
  /** More than one where soft breaks (Shift+Enter) cut the paragraph. */
  readonly lines: readonly TextLine[];
  /** Contents of the text boxes that hang on the paragraph. */
  readonly boxes: readonly Element[];
}

/** Elements that only wrap text; inserted and moved-in text counts, `del` and `moveFrom` are left out. */
const WRAPPERS: ReadonlySet<string> = new Set([
  'hyperlink',
  'ins',
  'moveTo',
  'smartTag',
  'sdt',
  'sdtContent',
  'fldSimple',
  'customXml',
  'dir',
  'bdo',
  'oMathPara',
  'ruby',
  'rubyBase',
]);
const DRAWINGS: ReadonlySet<string> = new Set(['drawing', 'pict', 'object']);

/** The visible text of a `w:p`. */
export function paragraphContent(paragraph: Element, styles: Styles): ParagraphContent {
  const style = attribute(childNamed(childNamed(paragraph, 'pPr'), 'pStyle'), 'val');
  const collector = new Collector(style, styles);
  collector.walk(paragraph);
  return collector.content();
}

/** Word stores what new and old programs shall see; only one of the two is the text. */
export function chosenAlternative(alternatives: Element): Element | null {
  return childNamed(alternatives, 'Choice') ?? childNamed(alternatives, 'Fallback');
}

class Collector {
  readonly #paragraphStyle: string | null;
  readonly #styles: Styles;
  readonly #lines: { text: string; plain: boolean; bold: boolean }[] = [{ text: '', plain: false, bold: false }];
  readonly #boxes: Element[] = [];

  constructor(paragraphStyle: string | null, styles: Styles) {
    this.#paragraphStyle = paragraphStyle;
    this.#styles = styles;
  }

  content(): ParagraphContent {
    const lines = this.#lines.map(({ text, plain, bold }) => ({ text: text.trim(), bold: bold && !plain }));
    return { lines: lines.filter((line) => line.text !== ''), boxes: this.#boxes };
  }

  walk(parent: Element): void {
    for (const child of childElements(parent)) {
      const name = child.localName ?? '';
      if (name === 'r') this.#run(child);
      else if (name === 'oMath') this.#add(mathText(child), false);
      else if (name === 'AlternateContent') this.#alternative(child);
      else if (WRAPPERS.has(name)) this.walk(child);
    }
  }

  #alternative(alternatives: Element): void {
    const chosen = chosenAlternative(alternatives);
    if (chosen === null) return;
    this.walk(chosen);
    for (const child of childElements(chosen)) if (DRAWINGS.has(child.localName ?? '')) this.#boxesIn(child);
  }

  #run(run: Element): void {
    const properties = childNamed(run, 'rPr');
    const style = attribute(childNamed(properties, 'rStyle'), 'val');
    if (switchValue(properties, 'vanish') ?? this.#styles.isHidden(this.#paragraphStyle, style)) return;
    const bold = switchValue(properties, 'b') ?? this.#styles.isBold(this.#paragraphStyle, style);
    for (const child of childElements(run)) this.#runPart(child, bold);
  }

  #runPart(part: Element, bold: boolean): void {
    const name = part.localName ?? '';
    if (name === 't') this.#add(plainSymbols(part.textContent ?? ''), bold);
    else if (name === 'tab' || name === 'ptab') this.#add('\t', bold);
    else if (name === 'br' || name === 'cr') this.#lines.push({ text: '', plain: false, bold: false });
    else if (name === 'noBreakHyphen') this.#add('-', bold);
    else if (name === 'sym') this.#add(symbol(part), bold);
    else if (name === 'AlternateContent') this.#alternative(part);
    else if (name === 'ruby') this.walk(part);
    else if (DRAWINGS.has(name)) this.#boxesIn(part);
  }

  #add(text: string, bold: boolean): void {
    const line = this.#lines.at(-1);
    if (line === undefined) return;
    line.text += text;
    if (text.trim() === '') return;
    if (bold) line.bold = true;
    else line.plain = true;
  }

  #boxesIn(drawing: Element): void {
    for (const child of childElements(drawing)) {
      if (child.localName === 'txbxContent') this.#boxes.push(child);
      else if (child.localName === 'AlternateContent') {
        const chosen = chosenAlternative(child);
        if (chosen !== null) this.#boxesIn(chosen);
      } else this.#boxesIn(child);
    }
  }
}

function symbol(element: Element): string {
  const code = Number.parseInt(attribute(element, 'char') ?? '', 16);
  return Number.isNaN(code) ? '' : plainSymbols(String.fromCharCode(code));
}

function mathText(element: Element): string {
  return childElements(element)
    .map((child) => (child.localName === 't' ? (child.textContent ?? '') : mathText(child)))
    .join('');
}
