import type { PlanParagraph, PlanSection, PlanSentence } from '@phuong-so/shared/domain/plan';
import type { UnitDirectory } from '@phuong-so/shared/domain/unit-directory';
import { splitSentences } from '@phuong-so/shared/text/sentences';
import type { Quoter } from './quotes.ts';
import type { SectionNode } from './section-tree.ts';
import { isUnitList } from './unit-list.ts';

/** The heading of a section and the paragraphs under it. */
export interface TitledNode {
  readonly node: SectionNode;
  /** null = a numbered paragraph without a heading of its own; its text is then the first paragraph. */
  readonly title: string | null;
  readonly paragraphs: readonly { readonly marker: string; readonly text: string; readonly isOwn: boolean }[];
}

/** Id of the section that holds what stands before section I. */
export const OPENING_ID = 'mo-dau';

const LONG_HEADING = 260;

/** Decides whether the text beside a label is a heading or a paragraph. */
export function titleNode(node: SectionNode, units: UnitDirectory): TitledNode {
  const below = node.content.map((paragraph) => ({
    marker: paragraph.label ? `${paragraph.label.text})` : paragraph.marker,
    text: paragraph.text,
    isOwn: false,
  }));
  const colon = /^([^:]{4,160}):\s+(\S.+)$/u.exec(node.own);
  if (colon?.[1] && colon[2] && node.kind !== 'roman' && isUnitList(colon[1], units)) {
    return { node, title: colon[1], paragraphs: [{ marker: '', text: colon[2], isOwn: true }, ...below] };
  }
  if (node.own !== '' && isHeading(node, units)) return { node, title: node.own, paragraphs: below };
  const own = node.own === '' ? [] : [{ marker: '', text: node.own, isOwn: true }];
  return { node, title: null, paragraphs: [...own, ...below] };
}

function isHeading(node: SectionNode, units: UnitDirectory): boolean {
  const text = node.own;
  if (node.kind === 'roman' || node.kind === 'part' || node.kind === 'annex') return true;
  if (node.bold) return text.length < LONG_HEADING * 2;
  if (isUnitList(text, units)) return true;
  const first = node.content[0];
  const hasBelow = node.content.length > 0 || node.children.length > 0 || node.tables.length > 0;
  if (!hasBelow || text.length > LONG_HEADING * 1.6) return false;
  if (/:$/.test(text)) return text.length < 100;
  if (!/[.;!?…/]$/.test(text)) return true;
  const isList = node.children.length > 0 || node.tables.length > 0 || (first !== undefined && first.marker !== '');
  return isList && text.length < LONG_HEADING && splitSentences(text).length === 1;
}

/** The section as the plan keeps it: sentences with the exact source that shows each. Called in order of print. */
export function toSection(titled: TitledNode, quoter: Quoter): PlanSection {
  const { node } = titled;
  if (titled.title !== null) quoter.advance(titled.title);
  const paragraphs = titled.paragraphs.map((paragraph, index): PlanParagraph => {
    return {
      id: `${node.id}#${index + 1}`,
      marker: paragraph.marker,
      text: paragraph.text,
      sentences: sentencesOf(paragraph.text, quoter),
    };
  });
  return {
    id: node.id,
    parentId: node.parent?.id ?? null,
    level: node.level,
    label: node.label,
    title: titled.title,
    paragraphs,
  };
}

/** The paragraphs before the first section, as a section of level 0; none when there are none. */
export function openingSection(node: SectionNode, quoter: Quoter): PlanSection[] {
  if (node.content.length === 0) return [];
  const section = toSection(
    { node, title: null, paragraphs: node.content.map(({ marker, text }) => ({ marker, text, isOwn: false })) },
    quoter,
  );
  const paragraphs = section.paragraphs.map((paragraph, index) => ({ ...paragraph, id: `${OPENING_ID}#${index + 1}` }));
  return [{ ...section, id: OPENING_ID, level: 0, paragraphs }];
}

export function sentencesOf(text: string, quoter: Quoter): PlanSentence[] {
  return splitSentences(text).flatMap((sentence) => {
    const quote = quoter.advance(sentence) ?? quoter.pieces(sentence)[0];
    return quote ? [{ text: sentence, quote }] : [];
  });
}
