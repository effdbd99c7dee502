import type { Answer } from '@phuong-so/shared/domain/answer';
import { compileLanguage } from '@phuong-so/shared/domain/language';
import { UnitDirectory } from '@phuong-so/shared/domain/unit-directory';
import { frozenClock } from '../../../bot-server/src/adapters/clock/frozen-clock.ts';
import { contentFiles } from '../../../bot-server/src/adapters/content/content-files.ts';
import { readLibrary } from '../../../bot-server/src/adapters/content/read-library.ts';
import { randomIds } from '../../../bot-server/src/adapters/ids/random-ids.ts';
import { answerQuestion } from '../../../bot-server/src/flows/answer-question.ts';
import type { PlanIndex } from '../../../bot-server/src/ports/plan-index.ts';
import { compileScamSigns } from '../../../bot-server/src/scam-check/compile-signs.ts';
import { fakeConversationMemory } from '../../fakes/conversation-memory.ts';
import { DEV_QUESTIONS, devQuestionSchema } from '../sets/plan-set.ts';
import { DATA_DIR } from '../sets/read-plans.ts';
import { lines } from '../sets/xquad.ts';

export interface DevQuestion {
  readonly ward: string;
  readonly role: 'resident' | 'leader' | 'official';
  readonly unit: string | null;
  readonly question: string;
}

export function devQuestions(): DevQuestion[] {
  return lines(DEV_QUESTIONS, devQuestionSchema);
}

/** The product's answering over the given index, without HTTP and without a conversation. */
export async function askInProcess(index: PlanIndex): Promise<(question: DevQuestion) => Promise<Answer>> {
  const content = contentFiles(DATA_DIR);
  const { cues, glossary, topics, units } = await content.language();
  const scams = await content.scamSigns();
  const scamSigns = compileScamSigns(scams.file, scams.officialHosts);
  const language = compileLanguage(cues, glossary, topics, new UnitDirectory(units));
  const clock = frozenClock(new Date('2026-11-21T09:00:00+07:00'));
  const library = await readLibrary(DATA_DIR);
  const deps = { index, library, clock, ids: randomIds, memory: fakeConversationMemory(clock), language, scamSigns };
  return (question) => answerQuestion(deps, { ...question, conversationId: null });
}
