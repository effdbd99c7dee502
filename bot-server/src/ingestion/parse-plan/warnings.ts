import type {
  PlanDeadline,
  PlanDocument,
  PlanSection,
  PlanTarget,
  PlanTask,
  PlanWarning,
  Quote,
  WarningKind,
} from '@phuong-so/shared/domain/plan';
import { foldMarks } from '@phuong-so/shared/text/fold';
import { annexMentions, annexNumber } from './annex-mentions.ts';
import type { CitingText } from './cited-documents.ts';
import { findContradictions } from './contradictions.ts';
import { type Quoter, quoteAt } from './quotes.ts';
import { sectionGaps } from './section-gaps.ts';
import type { NameVote } from './ward-name.ts';

export interface PlanFacts {
  readonly document: PlanDocument;
  readonly sections: readonly PlanSection[];
  readonly tasks: readonly PlanTask[];
  readonly targets: readonly PlanTarget[];
  readonly deadlines: readonly PlanDeadline[];
  readonly texts: readonly CitingText[];
  readonly annexNumbers: readonly string[];
  readonly wardVotes: readonly NameVote[];
}

/** What a reader of the plan should know is missing or does not fit together. */
export function findWarnings(facts: PlanFacts, quoter: Quoter): PlanWarning[] {
  return [
    ...missingDocumentFacts(facts, quoter),
    ...missingAnnexes(facts, quoter),
    ...annexesThatStop(facts, quoter),
    ...sectionGaps(facts.sections),
    ...findContradictions(facts.targets),
    ...yearsNotStated(facts),
    ...dueBeforeIssue(facts),
  ];
}

function warning(
  kind: WarningKind,
  text: string,
  quotes: readonly Quote[] = [],
  about: readonly string[] = [],
): PlanWarning {
  return { kind, text, quotes, about };
}

function missingDocumentFacts({ document, wardVotes }: PlanFacts, quoter: Quoter): PlanWarning[] {
  const found: PlanWarning[] = [];
  if (document.number === null) found.push(warning('no_number', 'Văn bản không ghi số của chính kế hoạch này.'));
  if (document.date === null) found.push(warning('no_date', 'Văn bản không ghi ngày ban hành của chính kế hoạch này.'));
  if (document.wardName === null) found.push(warning('ward_name_unknown', 'Văn bản không ghi tên phường.'));
  const others = wardVotes
    .flatMap((vote) => vote.spellings)
    .filter((spelling) => isOtherSpelling(spelling, document.wardName));
  if (others.length > 0 && document.wardName !== null) {
    const quotes = others.flatMap((name) => quoter.whole(`phường ${name}`) ?? []).map((text) => quoteAt(text, {}));
    const main = document.quotes.wardName;
    found.push(
      warning(
        'ward_name_varies',
        `Tên phường được in theo nhiều cách: "${document.wardName}" và ${others.map((name) => `"phường ${name}"`).join(', ')}.`,
        [...(main ? [main] : []), ...quotes],
      ),
    );
  }
  return found;
}

/** Capitals alone make no other name; a name that shares no word is another ward's. */
function isOtherSpelling(spelling: string, wardName: string | null): boolean {
  const own = (wardName ?? '').replace(/^phường\s+/u, '');
  if (spelling === own || spelling === own.toUpperCase()) return false;
  const words = foldMarks(own).split(' ');
  const shared = foldMarks(spelling)
    .split(' ')
    .filter((word) => words.includes(word)).length;
  return shared >= Math.max(1, words.length - 1) && foldMarks(spelling).split(' ').length === words.length;
}

function missingAnnexes({ texts, annexNumbers }: PlanFacts, quoter: Quoter): PlanWarning[] {
  const present = new Set(annexNumbers.map(annexNumber));
  const seen = new Set<string>();
  return annexMentions(texts).flatMap((mention): PlanWarning[] => {
    const isThere =
      mention.number === null
        ? annexNumbers.length > 0
        : present.has(mention.number) || (annexNumbers.length === 1 && annexNumbers[0] === '');
    const key = String(mention.number ?? 'kèm theo');
    if (isThere || seen.has(key)) return [];
    seen.add(key);
    const quote = quoter.pieces(mention.printed)[0];
    const name = mention.number === null ? 'phụ lục kèm theo' : mention.printed;
    const quotes = quote ? [quoteAt(quote, { section: mention.from.section })] : [];
    return [warning('missing_annex', `Kế hoạch nhắc đến ${name} nhưng phụ lục này không có trong văn bản.`, quotes)];
  });
}

const SIMILAR = 0.6;

/** The body has numbered groups of work; an annex that repeats the first of them and not the last stops early. */
function annexesThatStop({ sections, tasks }: PlanFacts, quoter: Quoter): PlanWarning[] {
  const annexGroups = [
    ...new Set(tasks.filter((task) => task.origin === 'appendix').map((task) => task.group?.heading ?? '')),
  ].filter((heading) => heading !== '');
  if (annexGroups.length === 0) return [];
  const parents = sections.filter(
    (section) => section.level === 1 && sections.filter((child) => child.parentId === section.id).length >= 3,
  );
  return parents.flatMap((parent): PlanWarning[] => {
    const groups = sections.filter((child) => child.parentId === parent.id && child.title !== null);
    const repeated = new Set(annexGroups.map((heading) => nearest(heading, groups)));
    const covered = groups.map((group) => repeated.has(group));
    const last = covered.lastIndexOf(true);
    const missing = groups.slice(last + 1);
    if (covered.filter(Boolean).length < 2 || !covered[0] || missing.length < 2) return [];
    const labels = missing.map((group) => group.label).join(', ');
    const quotes = missing
      .flatMap((group) => quoter.whole(group.title ?? '') ?? [])
      .slice(0, 1)
      .map((text) => quoteAt(text, { section: missing[0]?.id ?? null }));
    return [
      warning(
        'annex_stops_early',
        `Phụ lục phân công dừng sau nhóm ${groups[last]?.label}; các nhóm ${labels} của mục ${parent.label} không có dòng nào trong phụ lục.`,
        quotes,
      ),
    ];
  });
}

/** The group of the body that an annex heading repeats; headings of one plan share most words, so the nearest counts. */
function nearest(heading: string, groups: readonly PlanSection[]): PlanSection | null {
  const scored = groups.map((group) => ({ group, score: similarity(heading, group.title ?? '') }));
  const best = scored.sort((a, b) => b.score - a.score)[0];
  return best && best.score >= SIMILAR ? best.group : null;
}

function similarity(a: string, b: string): number {
  const first = new Set(foldMarks(a).split(/[^a-z0-9]+/));
  const second = new Set(foldMarks(b).split(/[^a-z0-9]+/));
  const shared = [...first].filter((word) => second.has(word)).length;
  return shared / Math.max(first.size, second.size, 1);
}

function yearsNotStated({ deadlines }: PlanFacts): PlanWarning[] {
  return deadlines
    .filter(
      (deadline) => ['date', 'month', 'quarter', 'period'].includes(deadline.due.kind) && deadline.due.lastDay === null,
    )
    .map((deadline) =>
      warning(
        'year_not_stated',
        `Thời hạn "${deadline.when}" không ghi năm và không ghi là hằng năm.`,
        [deadline.quote],
        [deadline.id],
      ),
    );
}

function dueBeforeIssue({ document, tasks }: PlanFacts): PlanWarning[] {
  const issued = document.date;
  if (issued === null) return [];
  return tasks
    .filter((task) => task.due.lastDay !== null && task.due.lastDay < issued)
    .map((task) => {
      const day = issued.split('-').reverse().join('/');
      return warning(
        'due_before_issue',
        `Nhiệm vụ ${task.no} có thời hạn "${task.due.text}", sớm hơn ngày ban hành kế hoạch (${day}).`,
        [task.quote, ...task.moreQuotes.slice(-1), ...(document.quotes.date ? [document.quotes.date] : [])],
        [task.id],
      );
    });
}
