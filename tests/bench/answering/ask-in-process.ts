import type { Answer } from '@phuong-so/shared/domain/answer';
import { compileLanguage, type LanguageData } from '@phuong-so/shared/domain/language';
import { UnitDirectory } from '@phuong-so/shared/domain/unit-directory';
import { frozenClock } from '../../../bot-server/src/adapters/clock/frozen-clock.ts';
import { contentFiles } from '../../../bot-server/src/adapters/content/content-files.ts';
import { readLibrary } from '../../../bot-server/src/adapters/content/read-library.ts';
import { randomIds } from '../../../bot-server/src/adapters/ids/random-ids.ts';
import { keepFinder, wordsStamp } from '../../../bot-server/src/app/fresh-finder.ts';
import { answerQuestion } from '../../../bot-server/src/flows/answer-question.ts';
import type { Library } from '../../../bot-server/src/ports/library.ts';
import type { PlanIndex } from '../../../bot-server/src/ports/plan-index.ts';
import { compileScamSigns } from '../../../bot-server/src/scam-check/compile-signs.ts';
import { phraseModel } from '../../../bot-server/src/understanding/library/phrase-model.ts';
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

/** What the finder learned is kept between runs. */
const FINDER_DIR = 'node_modules/.cache/phuong-so-bench/finder';

/** The library with its finder, which learns here when it has not before: a serving process finds it learned. */
async function finderLibrary(language: LanguageData): Promise<Library> {
  const library = await readLibrary(DATA_DIR);
  keepFinder(library, { dir: FINDER_DIR, language, words: await wordsStamp(contentFiles(DATA_DIR)) });
  phraseModel(library, language);
  return library;
}

async function benchLanguage(): Promise<LanguageData> {
  const { cues, glossary, topics, units } = await contentFiles(DATA_DIR).language();
  return compileLanguage(cues, glossary, topics, new UnitDirectory(units));
}

/** Learns what there is to learn, in this process: its memory is none of the measured one's. */
export async function learnBeforehand(): Promise<void> {
  await finderLibrary(await benchLanguage());
}

/** The product's answering over the given index, without HTTP and without a conversation. */
export async function askInProcess(index: PlanIndex): Promise<(question: DevQuestion) => Promise<Answer>> {
  const content = contentFiles(DATA_DIR);
  const scams = await content.scamSigns();
  const scamSigns = compileScamSigns(scams.file, scams.officialHosts);
  const language = await benchLanguage();
  const clock = frozenClock(new Date('2026-11-21T09:00:00+07:00'));
  const library = await finderLibrary(language);
  const deps = { index, library, clock, ids: randomIds, memory: fakeConversationMemory(clock), language, scamSigns };
  return (question) => answerQuestion(deps, { ...question, conversationId: null });
}
