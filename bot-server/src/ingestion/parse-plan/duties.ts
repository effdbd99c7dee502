import { NO_DUE, parseDue } from '@phuong-so/shared/domain/due-date';
import type { DueDate, PlanTask } from '@phuong-so/shared/domain/plan';
import type { UnitDirectory } from '@phuong-so/shared/domain/unit-directory';
import { foldMarks } from '@phuong-so/shared/text/fold';
import { coordinatorsIn } from './body-tasks.ts';
import { duePhrase } from './due-phrases.ts';
import { type Duty, isClosingParagraph, leadInSentence, splitDuties } from './duty-text.ts';
import { type Quoter, quoteAt } from './quotes.ts';
import type { SectionNode } from './section-tree.ts';
import type { TitledNode } from './sections.ts';
import { idsOf, readUnitList } from './unit-list.ts';

const ORGANISATION =
  /^(?:to chuc (?:trien khai )?thuc hien|to chuc trien khai|phan cong (?:nhiem vu|trach nhiem|thuc hien|to chuc)|trach nhiem (?:thuc hien|cua|to chuc)|nhiem vu cua cac)/;

/** Whether the section tells each unit what it has to do. */
export function isOrganisation(node: SectionNode): boolean {
  return node.level <= 2 && node.kind !== 'annex' && ORGANISATION.test(foldMarks(node.own));
}

/** Whether the node is such a section or stands inside one. */
export function isInOrganisation(node: SectionNode | null): boolean {
  for (let at = node; at; at = at.parent) if (isOrganisation(at)) return true;
  return false;
}

/** Each unit's duties under "Tổ chức thực hiện". */
export function organisationDuties(nodes: readonly TitledNode[], units: UnitDirectory, quoter: Quoter): PlanTask[] {
  return nodes
    .filter((titled) => isOrganisation(titled.node))
    .flatMap((titled) => dutiesOf(titled, nodes, units, quoter));
}

function dutiesOf(section: TitledNode, nodes: readonly TitledNode[], units: UnitDirectory, quoter: Quoter): PlanTask[] {
  const group = { label: section.node.label, heading: section.title ?? section.node.own };
  const found: Duty[] = [];
  const items = nodes.filter((titled) => titled.node.parent === section.node);
  let closing: string[] = [];
  const own = section.paragraphs.filter((paragraph) => !paragraph.isOwn);
  own.forEach((paragraph, index) => {
    if (isClosingParagraph(paragraph.text, paragraph.marker)) closing.push(paragraph.text);
    else if (paragraph.marker !== '') found.push(...sentenceDuties(paragraph.text, `${index + 1}`, [], units));
  });
  for (const item of items) {
    const texts = textsBelow(item, nodes);
    closing = [
      ...closing,
      ...texts.filter((text) => isClosingParagraph(text.text, text.marker)).map((text) => text.text),
    ];
    const kept = texts.filter((text) => !isClosingParagraph(text.text, text.marker)).map((text) => text.text);
    found.push(...itemDuties(item, kept, units));
  }
  for (const text of closing) found.push(...closingDuties(text, units));
  return found.map((duty) => toTask(duty, section.node, group, units, quoter));
}

interface PlainText {
  readonly marker: string;
  readonly text: string;
}

/** The item's paragraphs and those of the sections below it, in order. */
function textsBelow(item: TitledNode, nodes: readonly TitledNode[]): PlainText[] {
  const below = nodes.filter((titled) => titled.node.parent === item.node);
  const deeper = below.flatMap((titled): PlainText[] => [
    ...(titled.title === null ? [] : [{ marker: '-', text: titled.title }]),
    ...textsBelow(titled, nodes),
  ]);
  return [...item.paragraphs.map(({ marker, text }) => ({ marker, text })), ...deeper];
}

function itemDuties(item: TitledNode, texts: readonly string[], units: UnitDirectory): Duty[] {
  const heading = (item.title ?? '')
    .replace(/^(?:Đề nghị|Giao|Yêu cầu|Đối với|Trách nhiệm của|Phân công)\s+/u, '')
    .replace(/[.:;]+$/, '');
  const leads = item.title === null ? [] : readUnitList(heading, units).map((unit) => unit.name);
  const label = item.node.label;
  return texts.flatMap((text, index) => {
    const no = leads.length > 0 || texts.length > 1 ? (texts.length > 1 ? `${label}-${index + 1}` : label) : label;
    return sentenceDuties(text, no, leads, units);
  });
}

/** The duties of one paragraph. `leads` come from the item's heading; a paragraph may name its own. */
function sentenceDuties(text: string, no: string, leads: readonly string[], units: UnitDirectory): Duty[] {
  const parts = splitDuties(text, units);
  const duties: Duty[] = [];
  let current: readonly string[] = leads;
  for (const part of parts) {
    const told = leadInSentence(part, units, leads.length > 0);
    if (told) current = mergeLeads(leads, told.leads, units);
    if (current.length === 0) continue;
    const suffix =
      parts.length === 1
        ? ''
        : /-/.test(no) || leads.length > 0
          ? ('abcdefgh'[duties.length] ?? '')
          : `-${duties.length + 1}`;
    const first = duties[0];
    duties.push({
      no: `${no}${suffix}`,
      leads: current,
      text: told?.rest ?? part,
      whole: part,
      partners: told || leads.length > 0 ? [] : (first?.partners ?? []),
    });
  }
  return withPartners(duties, units);
}

/** "8. Các tổ dân phố: Tổ trưởng tổ dân phố cập nhật …" keeps both names; another unit named in the sentence replaces the heading's. */
function mergeLeads(heading: readonly string[], own: readonly string[], units: UnitDirectory): string[] {
  const same =
    heading.length > 0 &&
    idsOf(own, units).every((id) => idsOf(heading, units).includes(id)) &&
    own.length < heading.length + 1;
  return same ? [...new Set([...heading, ...own])] : [...own];
}

function withPartners(duties: readonly Duty[], units: UnitDirectory): Duty[] {
  let inherited: readonly string[] = [];
  return duties.map((duty) => {
    const found = coordinatorsIn(duty.text, units);
    if (found.names.length === 0) return { ...duty, partners: duty.text === duty.whole ? inherited : [] };
    const isInline = duty.text !== duty.whole;
    inherited = isInline ? found.names : [];
    return { ...duty, partners: found.names, text: isInline ? found.rest : duty.text };
  });
}

/** A closing paragraph gives one duty: what the units do beside everything above, or when something goes wrong. */
function closingDuties(text: string, units: UnitDirectory): Duty[] {
  const sentences = text.split(/(?<=[.!?])\s+(?=\p{Lu})/u).filter((sentence) => !/^Trên đây là/u.test(sentence));
  const firstAt = sentences.findIndex((sentence) => leadInSentence(sentence, units, false) !== null);
  if (firstAt < 0) return [];
  const first = leadInSentence(sentences[firstAt] ?? '', units, false);
  if (!first) return [];
  const rest = [first.rest, ...sentences.slice(firstAt + 1)].join(' ').replace(/\.\/\.?$/, '');
  return [{ no: 'cuối', leads: first.leads, text: rest, whole: sentences.slice(firstAt).join(' '), partners: [] }];
}

function toTask(
  duty: Duty,
  section: SectionNode,
  group: { label: string; heading: string },
  units: UnitDirectory,
  quoter: Quoter,
): PlanTask {
  const title = duty.text
    .replace(
      /^(?:có trách nhiệm|theo chức năng, nhiệm vụ(?: được giao)?,?|căn cứ chức năng, nhiệm vụ(?: được giao)?,)\s+/iu,
      '',
    )
    .replace(/[;,]$/, '');
  const pieces = quoter.pieces(title);
  const whole = quoter.pieces(duty.whole);
  const quotes = [...new Set([...whole, ...pieces].filter((text): text is string => text !== undefined))];
  const where = { section: `${section.id}.${duty.no.replace(/-.*$/, '')}`.replace(/\.cuối$/, '') };
  const leads = [...duty.leads];
  return {
    id: `${section.id}/${duty.no}`,
    origin: 'organisation',
    group,
    no: duty.no,
    title,
    lead: leads,
    coordinating: [...duty.partners],
    leadIds: idsOf(leads, units),
    coordinatingIds: idsOf(duty.partners, units),
    due: dueOf(duty),
    output: null,
    quote: quoteAt(quotes[0] ?? '', where),
    moreQuotes: quotes.slice(1).map((text) => quoteAt(text, where)),
  };
}

/** "hàng năm" and the like count where the duty itself is periodic, not where it names another yearly thing. */
function dueOf(duty: Duty): DueDate {
  const phrase = duePhrase(duty.whole);
  if (phrase) return parseDue(phrase.text);
  const often = /(?<![\p{L}])thường xuyên(?![\p{L}])/iu.exec(duty.text.slice(0, 40));
  return often ? parseDue(often[0]) : NO_DUE;
}
