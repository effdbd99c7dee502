import { NO_DUE, parseDue } from '@phuong-so/shared/domain/due-date';
import type { DeadlineKind, DueDate, PlanDeadline, PlanTarget, PlanTask } from '@phuong-so/shared/domain/plan';
import type { UnitDirectory } from '@phuong-so/shared/domain/unit-directory';
import { foldMarks } from '@phuong-so/shared/text/fold';
import { hasDueKey } from './body-tasks.ts';
import { deadlineRule } from './deadline-rules.ts';
import { datedPhrases, duePhrase } from './due-phrases.ts';
import { isInOrganisation } from './duties.ts';
import { leadInSentence } from './duty-text.ts';
import { type Quoter, quoteAt } from './quotes.ts';
import type { TitledNode } from './sections.ts';
import { yearKey } from './table-roles.ts';

const REVIEWED = /đánh giá|đo lường|sơ kết|tổng kết|kiểm tra|giám sát|rà soát|công bố/iu;
const REPORTED = /báo cáo/iu;
const BUDGETED = /kinh phí|kính phí|dự toán|ngân sách/iu;
const ASKED_FOR = /nếu (?:có |phát sinh )?[^.]{0,60}(?:vướng mắc|khó khăn|phát sinh)/iu;

/** Everything that is to be done by or at a time: dated tasks, milestones of targets, and times that running text sets. */
export function findDeadlines(
  nodes: readonly TitledNode[],
  tasks: readonly PlanTask[],
  targets: readonly PlanTarget[],
  title: string | null,
  units: UnitDirectory,
  quoter: Quoter,
): PlanDeadline[] {
  const found = [
    ...nodes
      .flatMap((titled) => sentenceDeadlines(titled, units, quoter))
      .filter((deadline) => !isTasks(deadline, tasks)),
    ...periodOfPlan(title, quoter),
    ...milestones(targets, quoter),
    ...tasks.filter((task) => task.origin !== 'organisation').flatMap(taskDeadline),
  ];
  return found.map((deadline, index) => ({ ...deadline, id: `han-${index + 1}` }));
}

type Draft = Omit<PlanDeadline, 'id'>;

/** A sentence that is a task of the body has its deadline there. */
function isTasks(deadline: Draft, tasks: readonly PlanTask[]): boolean {
  return tasks.some(
    (task) =>
      task.origin === 'body' &&
      task.quote.text.includes(deadline.quote.text) &&
      task.due.lastDay === deadline.due.lastDay,
  );
}

function taskDeadline(task: PlanTask): Draft[] {
  if (task.due.kind === 'none' || task.due.kind === 'ongoing' || task.due.text === null) return [];
  return [
    {
      kind: 'task',
      what: task.title,
      when: task.due.text,
      rule: deadlineRule(task.due),
      who: task.lead.join('; ') || null,
      toWhom: null,
      due: task.due,
      quote: task.quote,
    },
  ];
}

/** "Đến năm 2030" over a group of targets. */
function milestones(targets: readonly PlanTarget[], quoter: Quoter): Draft[] {
  const seen = new Set<string>();
  return targets.flatMap((target): Draft[] => {
    const heading = target.group?.heading ?? '';
    const key = `${target.annex}|${heading}`;
    if (
      target.origin !== 'appendix' ||
      seen.has(key) ||
      yearKey(heading) === null ||
      !/^(?:Đến|Hết|Năm|Giai đoạn|Mục tiêu)/u.test(heading)
    )
      return [];
    seen.add(key);
    const due = parseDue(heading);
    const label = target.group?.label ?? '';
    const quote = quoter.whole(`${label} ${heading}`) ?? quoter.whole(heading);
    if (!quote) return [];
    const place = { annex: target.annex, section: target.quote.place.section };
    const annexName = target.annex ? `Phụ lục ${target.annex}` : 'phụ lục';
    return [
      {
        kind: 'target',
        what: `Các chỉ tiêu của ${annexName}, nhóm ${label}`,
        when: heading,
        rule: deadlineRule(due),
        who: null,
        toWhom: null,
        due,
        quote: quoteAt(quote, place),
      },
    ];
  });
}

function periodOfPlan(title: string | null, quoter: Quoter): Draft[] {
  const span = /giai đoạn\s+(20\d{2})\s*[-–]\s*(20\d{2})/iu.exec(title ?? '');
  const quote = span ? quoter.whole(span[0]) : null;
  if (!span || !quote) return [];
  const due = parseDue(span[0]);
  return [
    {
      kind: 'target',
      what: 'Thời kỳ thực hiện của Kế hoạch',
      when: span[0],
      rule: deadlineRule(due),
      who: null,
      toWhom: null,
      due,
      quote: quoteAt(quote, {}),
    },
  ];
}

function sentenceDeadlines(titled: TitledNode, units: UnitDirectory, quoter: Quoter): Draft[] {
  const inOrganisation = isInOrganisation(titled.node);
  const aboutMoney = inOrganisation || /kinh phi|nguon luc thuc hien|ngan sach/.test(foldMarks(titled.title ?? ''));
  const headed =
    inOrganisation && titled.title !== null && titled.node.level > 1
      ? titled.title.replace(/[.:]$/, '').replace(/^Đề nghị\s+/u, '')
      : null;
  return titled.paragraphs.flatMap((paragraph) => {
    if (hasDueKey(paragraph.text)) return [];
    const sentences = paragraph.text.split(/(?<=[.!?])\s+(?=\p{Lu})/u);
    return sentences.flatMap((sentence) => {
      const who = headed ?? leadInSentence(sentence, units, !inOrganisation)?.leads.join('; ') ?? null;
      return clausesOf(sentence).flatMap((clause) =>
        readClause(clause, sentence, { inOrganisation, aboutMoney, who, section: titled.node.id }, quoter),
      );
    });
  });
}

interface Context {
  readonly inOrganisation: boolean;
  readonly aboutMoney: boolean;
  readonly who: string | null;
  readonly section: string;
}

/** Clauses that can have a time of their own. A list of milestones in brackets stays whole. */
function clausesOf(sentence: string): string[] {
  if (milestoneList(sentence)) return [sentence];
  return sentence.split(/;\s+|,\s+(?=định kỳ\s+\p{L})/u);
}

function milestoneList(sentence: string): string | null {
  return /(?:đến hết năm 20\d{2}[;,]\s*){2,}đến hết năm 20\d{2}/iu.exec(sentence)?.[0] ?? null;
}

function readClause(clause: string, sentence: string, context: Context, quoter: Quoter): Draft[] {
  const make = (kind: DeadlineKind, when: string, rule: string, due: DueDate, shown = clause): Draft[] => {
    const quote = quoter.pieces(shown.replace(/[.;]$/, ''))[0];
    if (!quote) return [];
    const what = shown.replace(/^\s*[-–]\s*/, '').replace(/[.;/]+$/, '');
    return [
      {
        kind,
        what,
        when,
        rule,
        who: context.who,
        toWhom: toWhom(sentence),
        due,
        quote: quoteAt(quote, { section: context.section }),
      },
    ];
  };
  const milestones = milestoneList(clause);
  if (milestones) {
    const years = milestones.match(/20\d{2}/g) ?? [];
    return make('target', milestones, `milestones-${years.join('-')}`, NO_DUE, milestones);
  }
  const campaign = /đợt cao điểm\s*[“"]?[^“"”.]{0,12}?(\d{1,3} ngày)/iu.exec(clause);
  if (campaign?.[1])
    return make('task', campaign[1], `duration-${campaign[1].replace(/\D/g, '')}-days-start-not-stated`, NO_DUE);
  const escalation = /(Trong quá trình (?:tổ chức |triển khai )*thực hiện)/u.exec(clause);
  if (escalation?.[1] && ASKED_FOR.test(sentence))
    return make('escalation', escalation[1], 'as-needed', NO_DUE, clause.slice(escalation.index));
  const phrase = duePhrase(clause);
  if (phrase?.isDated) {
    return datedPhrases(clause).flatMap(({ text }) => {
      const due = parseDue(text);
      return due.kind === 'none' ? [] : make(kindOf(clause, 'task'), text, deadlineRule(due), due);
    });
  }
  if (phrase && isPeriodicDuty(clause, phrase.text, context)) {
    return make(kindOf(clause, 'review'), phrase.text, periodicRule(phrase.text), parseDue(phrase.text));
  }
  if (
    context.inOrganisation &&
    REPORTED.test(clause) &&
    /theo quy định\s*[.;]?$/u.test(clause) &&
    !BUDGETED.test(clause)
  ) {
    return make('reporting', 'theo quy định', 'periodic-unspecified', NO_DUE);
  }
  return [];
}

/** "định kỳ đánh giá …" anywhere; "hàng năm" only where the plan gives orders about money or reports. */
function isPeriodicDuty(clause: string, phrase: string, context: Context): boolean {
  if (/định kỳ/iu.test(phrase)) return REVIEWED.test(clause) || REPORTED.test(clause) || /tổng hợp/iu.test(clause);
  if (!context.aboutMoney) return false;
  return BUDGETED.test(clause) || REPORTED.test(clause) || /sơ kết|tổng kết/iu.test(clause);
}

function kindOf(clause: string, otherwise: DeadlineKind): DeadlineKind {
  if (/báo cáo\s+(?!cáo)/iu.test(clause) && !/dự toán/iu.test(clause) && !/^.{0,40}(?:sơ kết|tổng kết)/iu.test(clause))
    return 'reporting';
  if (BUDGETED.test(clause)) return 'budget';
  return otherwise === 'task' && !REVIEWED.test(clause) ? 'task' : otherwise;
}

function periodicRule(phrase: string): string {
  if (/6 tháng/u.test(phrase) && /năm/u.test(phrase)) return 'half-yearly+yearly-no-date';
  if (/(?:hàng|hằng) năm|định kỳ năm/iu.test(phrase)) return 'yearly-no-date';
  if (/6 tháng/u.test(phrase)) return 'half-yearly-no-date';
  if (/(?:hàng|hằng) quý|định kỳ quý/iu.test(phrase)) return 'quarterly-no-date';
  if (/(?:hàng|hằng) tháng|định kỳ tháng/iu.test(phrase)) return 'monthly-no-date';
  return 'periodic-unspecified';
}

const RECEIVER =
  /(?:báo cáo(?:\s+\p{L}+){0,8}?\s+(?:về\s+|gửi về\s+|gửi\s+)?|gửi về\s+|gửi\s+|đề xuất\s+)((?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|Phòng|phòng|Đảng ủy|Sở|Ban Chỉ đạo)(?:\s+(?!để|xem|theo|trước|kết|tổng|định)[\p{L}&]+)*(?:,\s*(?:Sở|Đảng ủy|UBND)(?:\s+(?!để|xem|theo|trước|kết)[\p{L}&]+)*)*(?:\s*\([^)]*\))?)/u;

function toWhom(sentence: string): string | null {
  return RECEIVER.exec(sentence)?.[1]?.trim() ?? null;
}
