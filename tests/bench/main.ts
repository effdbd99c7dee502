import { announcementSection } from './announcements/report.ts';
import { answerSection } from './answer-speed.ts';
import { chatSection } from './chat/report.ts';
import { growthSection } from './growth/report.ts';
import { pageSection } from './page/report.ts';
import { retrievalSection } from './retrieval/report.ts';
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
 * Everything side by side in one run, a process per arm, one after the other: retrieval, answers, growth.
 * Times mean little across machines; read the ratios. Prints to standard output and leaves nothing behind.
 */
async function main(): Promise<void> {
  const targets: Target[] = [];
  const show = (title: string, section: { text: string; targets: readonly Target[] }): void => {
    targets.push(...section.targets);
    process.stdout.write(`${title === '' ? '' : `\n## ${title}\n`}\n${section.text}\n`);
  };
  process.stdout.write(`# Benchmark: Node ${process.version}, median of ${ROUNDS} rounds\n`);
  const wards = await readWards();
  show('Retrieval', await retrievalSection(planSet(wards), ROUNDS));
  show('', await retrievalSection(xquadSet('test'), ROUNDS));
  show('Answers', await answerSection(wards, ROUNDS));
  show('Chat', await chatSection(wards[0]?.profile.key ?? '', CHAT_ROUNDS));
  show('Announcements', await announcementSection(wards[0]?.profile.key ?? ''));
  show('Officials’ work', await workSection());
  show('First screen', await pageSection(PAGE_ROUNDS));
  show('Growth', await growthSection(MANY_WARDS, ROUNDS));
  process.stdout.write(`\n## Targets\n\n${targetTable(targets)}\n`);
}

await main();
