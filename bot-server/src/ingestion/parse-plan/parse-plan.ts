import type { ParsedPlan, PlanSection, PlanTarget, PlanTask } from '@phuong-so/shared/domain/plan';
import type { SourceDocument, SourceLine } from '@phuong-so/shared/domain/source-document';
import type { UnitDirectory } from '@phuong-so/shared/domain/unit-directory';
import { isTargetTable, targetsOfTable } from './annex-targets.ts';
import { isTaskTable, tasksOfTable } from './annex-tasks.ts';
import { readAnnex } from './annexes.ts';
import { readFlow, wrapWidth } from './paragraphs.ts';
import { Quoter } from './quotes.ts';
import { RepairLog } from './repair.ts';
import { buildTree } from './section-tree.ts';
import { titleNode, toSection } from './sections.ts';
import { splitParts } from './split-parts.ts';
import { yearKey } from './table-roles.ts';

export function parsePlan(source: SourceDocument, units: UnitDirectory): ParsedPlan {
  const log = new RepairLog();
  const quoter = new Quoter(source.text);
  const parts = splitParts(source.blocks, log);
  const width = wrapWidth(source.blocks.filter((block): block is SourceLine => block.kind === 'line'));
  const flow = readFlow(parts.body, width, log);
  const tree = buildTree(flow);
  const titled = tree.nodes.map((node) => titleNode(node, units));
  const sections: PlanSection[] = titled.map((node) => toSection(node, quoter));
  const tasks: PlanTask[] = [];
  const targets: PlanTarget[] = [];
  for (const blocks of parts.annexes) {
    const annex = readAnnex(blocks, units, log);
    for (const table of annex.tables) {
      const place = { annex: annex.number, section: `PL.${annex.number}`.replace(/\.$/, '') };
      if (isTaskTable(table)) tasks.push(...tasksOfTable(table, place, units, quoter));
      else if (isTargetTable(table)) targets.push(...targetsOfTable(table, place, yearKey(annex.title), units, quoter));
    }
  }
  return {
    document: {
      number: null,
      date: null,
      title: null,
      issuer: null,
      wardName: null,
      province: null,
      signer: null,
      legalBases: [],
      recipients: [],
      period: null,
      quotes: {},
    },
    sections,
    tasks,
    targets,
    deadlines: [],
    warnings: [],
    repairs: log.repairs,
  };
}
