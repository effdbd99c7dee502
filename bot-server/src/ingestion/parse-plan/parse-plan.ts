import type { ParsedPlan } from '@phuong-so/shared/domain/plan';
import { printedLine, type SourceDocument, type SourceLine } from '@phuong-so/shared/domain/source-document';
import type { UnitDirectory } from '@phuong-so/shared/domain/unit-directory';
import { placeTables } from './annex-rows.ts';
import { annexSections } from './annex-sections.ts';
import { type Annex, readAnnex } from './annexes.ts';
import { bodyTargets } from './body-targets.ts';
import { bodyTasks } from './body-tasks.ts';
import { citingTexts } from './citing-texts.ts';
import { findDeadlines } from './deadlines.ts';
import { readDocumentFacts } from './document-facts.ts';
import { organisationDuties } from './duties.ts';
import { readFlow, wrapWidth } from './paragraphs.ts';
import { Quoter } from './quotes.ts';
import { joinLines, RepairLog, repairPiece } from './repair.ts';
import { buildTree } from './section-tree.ts';
import { openingSection, type TitledNode, titleNode, toSection } from './sections.ts';
import { splitParts } from './split-parts.ts';
import { type Facts, settleIds, tableFacts, unitsOfPlan } from './table-facts.ts';
import { readTables } from './table-rows.ts';
import { findWarnings } from './warnings.ts';

/**
 * A plan document as structured facts, each with its exact quote and place. Understands language and structure only; what is not
 * printed stays null or empty. Units that `units` does not know get ids derived from their names (see `unitsOfPlan`).
 */
export function parsePlan(source: SourceDocument, units: UnitDirectory): ParsedPlan {
  const log = new RepairLog();
  const quoter = new Quoter(source.text);
  const parts = splitParts(source.blocks, log);
  const width = wrapWidth(source.blocks.filter((block): block is SourceLine => block.kind === 'line'));
  const title = titleText(parts.titleLines, log);
  const tree = buildTree(readFlow(parts.body, width, log));
  const titled = tree.nodes.map((node) => titleNode(node, units));
  const opening = openingSection(tree.opening, quoter);
  const bodySections = titled.map((node) => toSection(node, quoter));
  const annexes = parts.annexes.map((blocks) => readAnnex(blocks, units, log));

  const fromTables = [...annexFacts(annexes, units, quoter), ...bodyTableFacts(titled, units, quoter, log)];
  const fromText = [...bodyTasks(titled, units, quoter), ...organisationDuties(titled, units, quoter)];
  const facts = {
    tasks: [...fromTables.flatMap((fact) => fact.tasks), ...fromText],
    targets: [...fromTables.flatMap((fact) => fact.targets), ...bodyTargets(titled, quoter)],
  };
  const known = unitsOfPlan(facts, units);
  const tasks = settleIds(facts.tasks, known);
  const targets = settleIds(facts.targets, known);
  const deadlines = findDeadlines(titled, tasks, targets, title, units, quoter);

  const sections = [...opening, ...bodySections, ...annexes.flatMap((annex) => annexSections(annex, width, quoter))];
  const texts = citingTexts(title, sections);
  const { document, wardVotes } = readDocumentFacts(
    {
      letterhead: parts.letterhead,
      title,
      opening: opening.flatMap((section) => section.paragraphs.map((paragraph) => paragraph.text)),
      texts,
      closing: parts.closing,
      captions: annexes.map((annex) => annex.caption).filter((caption) => caption !== ''),
    },
    quoter,
  );
  const annexNumbers = annexes.map((annex) => annex.number);
  const warnings = findWarnings(
    { document, sections, tasks, targets, deadlines, texts, annexNumbers, wardVotes },
    quoter,
  );
  return { document, sections, tasks, targets, deadlines, warnings, repairs: log.repairs };
}

function titleText(lines: readonly SourceLine[], log: RepairLog): string | null {
  const text = lines
    .map((line) => repairPiece(printedLine(line), log))
    .reduce((before, line) => joinLines(before, line, log), '');
  return text === '' ? null : text;
}

function annexFacts(annexes: readonly Annex[], units: UnitDirectory, quoter: Quoter): Facts[] {
  return annexes.map((annex) => {
    quoter.rewindTo(annex.caption || annex.title);
    return tableFacts(annex.tables, { annex: annex.number, section: annex.id, title: annex.title, units, quoter });
  });
}

function bodyTableFacts(titled: readonly TitledNode[], units: UnitDirectory, quoter: Quoter, log: RepairLog): Facts[] {
  return titled
    .filter(({ node }) => node.tables.length > 0)
    .map(({ node, title }) => {
      quoter.rewindTo(node.own);
      const tables = placeTables(readTables(node.tables, log));
      return tableFacts(tables, { annex: null, section: node.id, title: title ?? '', units, quoter });
    });
}
