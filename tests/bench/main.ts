import { announcementSection } from './announcements/report.ts';
import { answerSection } from './answer-speed.ts';
import { chatSection } from './chat/report.ts';
import { growthSection } from './growth/report.ts';
import { pageSection } from './page/report.ts';
import { meaningSection, retrievalSection } from './retrieval/report.ts';
import { planSet } from './sets/plan-set.ts';
import { readWards } from './sets/read-plans.ts';
import { xquadSet } from './sets/xquad.ts';
import { type Target, targetTable } from './table.ts';
import { workSection } from './work/report.ts';

const ROUNDS = 3;
/** A webhook's share of a bare route changes with every breath of a small machine. */
const CHAT_ROUNDS = 7;
const PAGE_ROUNDS = 5;
const MANY_WARDS = 1_000;

/**
 * Everything side by side in one run, a process per arm, one after the other; with names of sections only those.
 * Times mean little across machines; read the ratios. Prints to standard output and leaves nothing behind.
 */
async function main(wanted: readonly string[]): Promise<void> {
  const wards = await readWards();
  const ward = wards[0]?.profile.key ?? '';
  const sections: Readonly<Record<string, () => Promise<Section>>> = {
    Retrieval: () => retrievalSection(planSet(wards), ROUNDS),
    'Retrieval, open set': () => retrievalSection(xquadSet('test'), ROUNDS),
    'Retrieval by meaning': () => meaningSection([planSet(wards), xquadSet('test')], ROUNDS),
    Answers: () => answerSection(wards, ROUNDS),
    Chat: () => chatSection(ward, CHAT_ROUNDS),
    Announcements: () => announcementSection(ward),
    'Officials’ work': () => workSection(),
    'First screen': () => pageSection(PAGE_ROUNDS),
    Growth: () => growthSection(MANY_WARDS, ROUNDS),
  };
  const unknown = wanted.filter((name) => !(name in sections));
  if (unknown.length > 0) throw new Error(`No section "${unknown[0]}"; there are: ${Object.keys(sections).join(', ')}`);
  process.stdout.write(`# Benchmark: Node ${process.version}, median of ${ROUNDS} rounds\n`);
  const targets: Target[] = [];
  for (const [name, measure] of Object.entries(sections)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const { text, targets: met } = await measure();
    targets.push(...met);
    process.stdout.write(`\n## ${name}\n\n${text}\n`);
  }
  process.stdout.write(`\n## Targets\n\n${targetTable(targets)}\n`);
}

interface Section {
  readonly text: string;
  readonly targets: readonly Target[];
}

await main(process.argv.slice(2));
