import type { ParsedPlan, PlanDeadline, PlanSection, PlanTarget, PlanTask, Quote } from '@phuong-so/shared/domain/plan';
import { documentPassages } from './document-passages.ts';
import { HEADING_SEPARATOR, type Passage } from './passage.ts';
import { unitPassages } from './unit-passages.ts';

/** Everything findable in one plan: each paragraph, table row, deadline, unit and document fact is a passage. */
export function planToPassages(documentId: string, plan: ParsedPlan): Passage[] {
  return [
    ...sectionPassages(documentId, plan.sections),
    ...plan.tasks.map((task) => taskPassage(documentId, task)),
    ...plan.targets.map((target) => targetPassage(documentId, target)),
    ...plan.deadlines.map((deadline) => deadlinePassage(documentId, deadline)),
    ...unitPassages(documentId, plan.tasks),
    ...documentPassages(documentId, plan.document),
  ];
}

function sectionPassages(documentId: string, sections: readonly PlanSection[]): Passage[] {
  const byId = new Map(sections.map((section) => [section.id, section]));
  const parents = new Set(sections.map((section) => section.parentId));
  return sections.flatMap((section) => {
    const about = { documentId, kind: 'section' as const, sectionId: section.id };
    const isBareHeading = section.title !== null && section.paragraphs.length === 0 && !parents.has(section.id);
    if (isBareHeading) {
      const heading = headingPath(section.parentId, byId);
      return [{ ...about, ref: section.id, heading, text: section.title ?? '', sentences: [] }];
    }
    const heading = headingPath(section.id, byId);
    return section.paragraphs.map(({ id, text, sentences }) => ({ ...about, ref: id, heading, text, sentences }));
  });
}

/** Titles from the outermost section inwards. A parent that is missing, or its own ancestor, ends the path. */
function headingPath(sectionId: string | null, byId: ReadonlyMap<string, PlanSection>): string {
  const titles: string[] = [];
  const seen = new Set<string>();
  let section = sectionId === null ? undefined : byId.get(sectionId);
  while (section !== undefined && !seen.has(section.id)) {
    seen.add(section.id);
    if (section.title !== null) titles.unshift(section.title);
    section = section.parentId === null ? undefined : byId.get(section.parentId);
  }
  return titles.join(HEADING_SEPARATOR);
}

function taskPassage(documentId: string, task: PlanTask): Passage {
  const text = [
    task.title,
    labelled('Chủ trì', task.lead),
    labelled('Phối hợp', task.coordinating),
    task.due.text === null ? '' : `Thời gian: ${task.due.text}`,
    task.output === null ? '' : `Sản phẩm: ${task.output}`,
  ];
  return factPassage(documentId, 'task', task, task.group?.heading ?? '', text);
}

function targetPassage(documentId: string, target: PlanTarget): Passage {
  const values = Object.entries(target.printed).map(([year, value]) => (year === '' ? value : `năm ${year}: ${value}`));
  const text = [
    target.name,
    values.length === 0 ? '' : `Chỉ tiêu ${values.join('; ')}${target.unit === null ? '' : ` (${target.unit})`}`,
    labelled('Chủ trì', target.lead),
    labelled('Phối hợp', target.coordinating),
  ];
  return factPassage(documentId, 'target', target, target.group?.heading ?? '', text);
}

function deadlinePassage(documentId: string, deadline: PlanDeadline): Passage {
  const text = [
    deadline.what,
    `Thời hạn: ${deadline.when}`,
    deadline.who === null ? '' : `Thực hiện: ${deadline.who}`,
    deadline.toWhom === null ? '' : `Gửi: ${deadline.toWhom}`,
  ];
  return factPassage(documentId, 'deadline', { ...deadline, moreQuotes: [] }, '', text);
}

function factPassage(
  documentId: string,
  kind: 'task' | 'target' | 'deadline',
  fact: { readonly id: string; readonly quote: Quote; readonly moreQuotes: readonly Quote[] },
  heading: string,
  parts: readonly string[],
): Passage {
  const text = parts.filter((part) => part !== '').join('. ');
  const sectionId = fact.quote.place.section;
  return { documentId, kind, ref: fact.id, sectionId, heading, text, sentences: [{ text, quote: fact.quote.text }] };
}

function labelled(label: string, names: readonly string[]): string {
  return names.length === 0 ? '' : `${label}: ${names.join('; ')}`;
}
