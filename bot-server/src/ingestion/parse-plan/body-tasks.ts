import { NO_DUE, parseDue } from '@phuong-so/shared/domain/due-date';
import type { PlanTask } from '@phuong-so/shared/domain/plan';
import type { UnitDirectory } from '@phuong-so/shared/domain/unit-directory';
import { duePhrase } from './due-phrases.ts';
import { type Quoter, quoteAt } from './quotes.ts';
import type { TitledNode } from './sections.ts';
import { type Role, roleOf } from './table-roles.ts';
import { idsOf, readUnitList, unitsOfCell } from './unit-list.ts';

interface KeyedText {
  /** Text before the first key. */
  readonly before: string;
  readonly keys: Partial<Record<Role, string>>;
  readonly printed: readonly string[];
}

const KEY =
  /(?:^|(?<=[.;,(\n–-]\s?))\s*((?:(?:Đơn vị|Cơ quan|Bộ phận|Phòng)\s+)?(?:chủ trì|phối hợp|tham mưu|đầu mối|thực hiện)(?:\s+(?:tham mưu|thực hiện|chính))*|(?:Thời gian|Thời hạn|Tiến độ|Thời điểm)(?:\s+(?:thực hiện|hoàn thành|triển khai|trình))*|Sản phẩm(?:\s+(?:đầu ra|dự kiến|hoàn thành))*|Kết quả(?:\s+(?:đầu ra|dự kiến))*)\s*:\s*/giu;
const TASK_ROLES: readonly Role[] = ['lead', 'coordinating', 'due', 'output'];

/** "Đơn vị chủ trì: X. Thời gian: Y" as role → text; null when the text has no such key. */
function readKeys(text: string): KeyedText | null {
  const matches = [...text.matchAll(KEY)];
  const keys: Partial<Record<Role, string>> = {};
  const printed: string[] = [];
  matches.forEach((match, index) => {
    const role = /^phối hợp/iu.test(match[1] ?? '') ? 'coordinating' : roleOf(match[1] ?? '');
    const end = matches[index + 1]?.index ?? text.length;
    if (!role || !TASK_ROLES.includes(role) || keys[role] !== undefined) return;
    keys[role] = text
      .slice(match.index + match[0].length, end)
      .replace(/[.;,)\s]+$/, '')
      .trim();
    printed.push(
      text
        .slice(match.index, end)
        .replace(/^[\s.;,]+/, '')
        .trim(),
    );
  });
  if (printed.length === 0) return null;
  return {
    before: text
      .slice(0, matches[0]?.index ?? 0)
      .replace(/[\s(–-]+$/, '')
      .trim(),
    keys,
    printed,
  };
}

/** Whether the text gives its time as "Thời gian: …". */
export function hasDueKey(text: string): boolean {
  return readKeys(text)?.keys.due !== undefined;
}

/** Tasks in running text: a heading or bullet followed by who leads it and until when, as "key: value". */
export function bodyTasks(nodes: readonly TitledNode[], units: UnitDirectory, quoter: Quoter): PlanTask[] {
  return nodes.flatMap((titled) => [...keyedTasks(titled, units, quoter), ...assignedTasks(titled, units, quoter)]);
}

interface Draft {
  title: string;
  no: string;
  keys: Partial<Record<Role, string>>;
  printed: string[];
}

function keyedTasks(titled: TitledNode, units: UnitDirectory, quoter: Quoter): PlanTask[] {
  const drafts: Draft[] = [];
  let open: Draft | null =
    titled.title === null ? null : { title: titled.title, no: titled.node.label, keys: {}, printed: [] };
  let bullet = 0;
  for (const paragraph of titled.paragraphs) {
    const keyed = readKeys(paragraph.text);
    if (keyed?.before !== '') {
      bullet += paragraph.isOwn ? 0 : 1;
      open = {
        title: keyed ? keyed.before : paragraph.text,
        no: paragraph.isOwn ? titled.node.label : `${titled.node.label}-${bullet}`,
        keys: {},
        printed: [],
      };
    }
    if (!keyed || !open) continue;
    if (!drafts.includes(open)) drafts.push(open);
    open.keys = { ...keyed.keys, ...open.keys };
    open.printed.push(...keyed.printed);
  }
  const single = drafts.length === 1 && titled.title !== null && titled.node.label !== '' ? drafts[0] : undefined;
  if (single) single.no = titled.node.label;
  return drafts
    .filter((draft) => draft.title !== '' && (draft.keys.lead || draft.keys.due))
    .map((draft) => toTask(draft, titled, units, quoter));
}

function toTask(draft: Draft, titled: TitledNode, units: UnitDirectory, quoter: Quoter): PlanTask {
  const { node } = titled;
  const lead = unitsOfCell(draft.keys.lead ?? '', units);
  const coordinating = unitsOfCell(draft.keys.coordinating ?? '', units);
  const isOwn = draft.no === node.label;
  const groupNode = isOwn ? node.parent : node;
  const heading = isOwn ? (node.parent?.own ?? '') : (titled.title ?? '');
  const where = { section: node.id };
  const block =
    quoter.whole([draft.title, ...draft.printed.map((text) => `- ${text}`)].join(' ')) ??
    quoter.whole([draft.title, ...draft.printed].join(' '));
  const quotes = [block, ...quoter.pieces(draft.title), ...draft.printed.map((text) => quoter.whole(text))].filter(
    (text): text is string => text !== null,
  );
  const unique = [...new Set(quotes)];
  return {
    id: `${node.id}/${draft.no}`,
    origin: 'body',
    group: groupNode && heading !== '' ? { label: groupNode.id, heading } : null,
    no: draft.no,
    title: draft.title,
    lead,
    coordinating,
    leadIds: idsOf(lead, units),
    coordinatingIds: idsOf(coordinating, units),
    due: draft.keys.due === undefined ? NO_DUE : parseDue(draft.keys.due),
    output: draft.keys.output ?? null,
    quote: quoteAt(unique[0] ?? '', where),
    moreQuotes: unique.slice(1).map((text) => quoteAt(text, where)),
  };
}

/** "Giao Phòng X chủ trì … hoàn thành trước ngày 30/6/2026": a sentence that gives a unit a dated task. */
function assignedTasks(titled: TitledNode, units: UnitDirectory, quoter: Quoter): PlanTask[] {
  const { node } = titled;
  return titled.paragraphs.flatMap((paragraph, index): PlanTask[] => {
    const given = /^(?:Giao|Phân công)\s+/u.exec(paragraph.text);
    const bracket = /\(([^()]*\p{L}\s+chủ trì(?!\p{L})[^()]*)\)[.;]?$/u.exec(paragraph.text);
    if ((!given && !bracket) || readKeys(paragraph.text)) return [];
    const told = given ? paragraph.text.slice(given[0].length) : (bracket?.[1] ?? '');
    const leads = readUnitList(told, units);
    const end = leads.at(-1)?.end ?? 0;
    const rest = told.slice(end).trim();
    const due = duePhrase(paragraph.text);
    if (leads.length === 0 || !/^,?\s*chủ trì/u.test(rest) || (given && !due?.isDated)) return [];
    const partners = coordinatorsIn(rest, units);
    const title = given ? partners.rest : paragraph.text.slice(0, bracket?.index ?? 0).trim();
    const quote = quoter.pieces(paragraph.text)[0];
    if (!quote || title === '') return [];
    const lead = leads.map((unit) => unit.name);
    return [
      {
        id: `${node.id}/${node.label}-${index + 1}`,
        origin: 'body',
        group: titled.title === null ? null : { label: node.id, heading: titled.title },
        no: node.label === '' ? `${index + 1}` : `${node.label}-${index + 1}`,
        title,
        lead,
        coordinating: partners.names,
        leadIds: idsOf(lead, units),
        coordinatingIds: idsOf(partners.names, units),
        due: due ? parseDue(due.text) : NO_DUE,
        output: null,
        quote: quoteAt(quote, { section: node.id }),
        moreQuotes: [],
      },
    ];
  });
}

/** Units after "(chủ trì,) phối hợp với …" near the start of what a unit is told to do, and what remains to do. */
export function coordinatorsIn(text: string, units: UnitDirectory): { names: string[]; rest: string } {
  const match = /^.{0,60}?[Pp]hối hợp(?: chặt chẽ)?(?: cùng| với| cùng với)\s+/u.exec(text);
  if (!match) return { names: [], rest: text };
  const list = readUnitList(text, units, match[0].length);
  const last = list.at(-1);
  if (!last) return { names: [], rest: text };
  const isLeading = /^,?\s*chủ trì,?\s*phối hợp/iu.test(text);
  return {
    names: list.map((unit) => unit.name),
    rest: isLeading ? text.slice(last.end).replace(/^[\s,:]+/, '') : text,
  };
}
