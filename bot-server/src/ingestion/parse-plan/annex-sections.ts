import type { PlanParagraph, PlanSection } from '@phuong-so/shared/domain/plan';
import { cellOf, type PlacedRow, type PlacedTable, quoteRow, rowSection, titleOf } from './annex-rows.ts';
import type { Annex } from './annexes.ts';
import { readFlow } from './paragraphs.ts';
import type { Quoter } from './quotes.ts';
import { RepairLog } from './repair.ts';
import { sentencesOf } from './sections.ts';
import type { ReadTable } from './table-rows.ts';

interface Draft {
  readonly id: string;
  readonly parentId: string | null;
  readonly level: number;
  readonly label: string;
  readonly title: string | null;
  readonly paragraphs: PlanParagraph[];
}

/** An annex as sections to read: its groups below it, a paragraph for each row. */
export function annexSections(annex: Annex, width: number, quoter: Quoter): PlanSection[] {
  quoter.rewindTo(annex.caption || annex.title);
  const top: Draft = {
    id: annex.id,
    parentId: null,
    level: 1,
    label: annex.label,
    title: annex.title || null,
    paragraphs: [],
  };
  const drafts = [top];
  const lines = readFlow(annex.rest, width, new RepairLog()).flatMap((item) =>
    item.kind === 'paragraph' ? [item] : [],
  );
  const texts = [
    ...(annex.caption === '' ? [] : [annex.caption]),
    ...lines.map((line) => `${line.label ? `${line.label.text}. ` : ''}${line.text}`),
  ];
  for (const text of texts) addParagraph(top, '', text, sentencesOf(text, quoter));
  for (const placed of annex.tables) addTable(drafts, top, placed, quoter);
  return drafts;
}

function addTable(drafts: Draft[], top: Draft, { table, rows }: PlacedTable, quoter: Quoter): void {
  for (const placed of rows) {
    const section = openSection(drafts, top, placed);
    if (placed.isHeading) continue;
    const { quote } = quoteRow(quoter, table, placed.row);
    const text = rowText(table, placed);
    if (quote !== '' && text !== '') addParagraph(section, placed.row.no, text, [{ text, quote }]);
  }
}

function openSection(drafts: Draft[], top: Draft, placed: PlacedRow): Draft {
  let parent = top;
  const groups = [placed.group, placed.subgroup].filter((group) => group !== null);
  groups.forEach((group, depth) => {
    const id = depth === 0 ? `${top.id}.${group.id}` : rowSection(top.id, placed);
    const known = drafts.find((draft) => draft.id === id);
    const section: Draft = known ?? {
      id,
      parentId: parent.id,
      level: parent.level + 1,
      label: group.label ?? '',
      title: group.heading,
      paragraphs: [],
    };
    if (!known) drafts.push(section);
    parent = section;
  });
  return parent;
}

function addParagraph(section: Draft, marker: string, text: string, sentences: PlanParagraph['sentences']): void {
  section.paragraphs.push({ id: `${section.id}#${section.paragraphs.length + 1}`, marker, text, sentences });
}

const SHOWN: readonly (readonly [Parameters<typeof cellOf>[2], string])[] = [
  ['lead', 'Chủ trì'],
  ['coordinating', 'Phối hợp'],
  ['due', 'Thời gian'],
  ['output', 'Sản phẩm'],
];

/** The row as a sentence: "Tỷ lệ … Năm 2030: 100%. Chủ trì: Phòng …". */
function rowText(table: ReadTable, { row }: PlacedRow): string {
  const values = table.columns.flatMap((column, index) => {
    const value = (row.cells[index] ?? '').replace(/\n/g, ' ');
    if (value === '' || (column.role !== 'year' && column.role !== 'value')) return [];
    return [`${column.role === 'year' ? column.header : 'Chỉ tiêu'}: ${value}`];
  });
  const rest = SHOWN.flatMap(([role, name]) => {
    const cell = cellOf(table, row, role).replace(/\n/g, '; ');
    return cell === '' ? [] : [`${name}: ${cell}`];
  });
  return [titleOf(table, row), ...values, ...rest]
    .map((part) => part.replace(/[.;\s]+$/, ''))
    .filter((part) => part !== '')
    .join('. ');
}
