import type { TextRepair } from '@phuong-so/shared/domain/plan';

const LATEX = /\$\s*\\(geq?|leq?)\s*([^$]*?)\\?%?\s*\$/g;
const LATEX_SIGN: Readonly<Record<string, string>> = { geq: '≥', ge: '≥', leq: '≤', le: '≤' };
const SHOWN = 60;

/** Collects what was changed between the printed text and what is shown, so that a reader can check each change. */
export class RepairLog {
  readonly repairs: TextRepair[] = [];

  add(kind: TextRepair['kind'], before: string, after: string): void {
    this.repairs.push({ kind, before: shorten(before), after: shorten(after) });
  }
}

function shorten(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  return plain.length <= SHOWN * 2 ? plain : `${plain.slice(0, SHOWN)}…${plain.slice(-SHOWN)}`;
}

/** One printed piece as it is shown: letters in NFC, HTML, markdown and LaTeX left-overs read, white space single. */
export function repairPiece(raw: string, log: RepairLog): string {
  let text = apply(raw, log, 'nfc', (value) => value.normalize('NFC'));
  text = apply(text, log, 'html', (value) =>
    value
      .replace(/<\/?(?:p|br|b|i|u|strong|em)\s*\/?>/gi, ' ')
      .replace(/&nbsp;/g, ' ')
      .replace(/&amp;/g, '&'),
  );
  text = apply(text, log, 'markdown', (value) => value.replace(/\*+/g, '').replace(/\\([.\-_()#+])/g, '$1'));
  text = apply(text, log, 'latex', readLatex);
  return text
    .replace(/[\u00AD\u200B-\u200F\u2060\uFEFF]/g, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

function readLatex(value: string): string {
  return value
    .replace(LATEX, (whole, sign: string, body: string) => {
      const percent = /%\s*\$$/.test(whole) ? '%' : '';
      return `${LATEX_SIGN[sign] ?? ''}${body.replace(/\\%?/g, '').trim()}${percent}`;
    })
    .replace(/\$\s*([^$]*?)\\%\s*\$/g, '$1%');
}

function apply(text: string, log: RepairLog, kind: TextRepair['kind'], change: (value: string) => string): string {
  const changed = change(text);
  if (changed !== text) log.add(kind, text, changed);
  return changed;
}

/** Joins two printed lines; a document number broken at its hyphen closes up again ("71/NQ-" + "CP"). */
export function joinLines(before: string, after: string, log: RepairLog): string {
  if (before === '') return after;
  if (after === '') return before;
  const broken = /[\d\p{Lu}&]-$/u.test(before) && /[\d/]\S*$/u.test(before) && /^[\p{Lu}\d]/u.test(after);
  const isSpan = /\d$/.test(before) && /^[-–]\d/.test(after);
  const closesUp = broken || isSpan;
  const joined = closesUp ? before + after : `${before} ${after}`;
  const seam = `${before.slice(-30)}⏎${after.slice(0, 30)}`;
  log.add(closesUp ? 'broken_hyphen' : 'joined_lines', seam, seam.replace('⏎', closesUp ? '' : ' '));
  return joined;
}

/** A cell or paragraph of several printed lines as one line. */
export function repairBlock(raw: string, log: RepairLog): string {
  return raw
    .split('\n')
    .map((line) => repairPiece(line, log))
    .reduce((text, line) => joinLines(text, line, log), '');
}
