import path from 'node:path';
import type { AnnouncementTemplate } from '@phuong-so/shared/content/announcement-templates';
import type { Answer } from '@phuong-so/shared/domain/answer';
import { compileLanguage, type LanguageData } from '@phuong-so/shared/domain/language';
import { compilePlainTitles, type PlainTitles } from '@phuong-so/shared/domain/plain-titles';
import { UnitDirectory } from '@phuong-so/shared/domain/unit-directory';
import { readTyped } from '@phuong-so/shared/text/typed-text';
import type { Hono } from 'hono';
import { hmacCheckInCodes } from '../adapters/check-in/hmac-check-in-codes.ts';
import { frozenClock } from '../adapters/clock/frozen-clock.ts';
import { systemClock } from '../adapters/clock/system-clock.ts';
import { vietnamDate } from '../adapters/clock/vietnam-date.ts';
import { contentFiles } from '../adapters/content/content-files.ts';
import { LibraryHolder } from '../adapters/content/library-holder.ts';
import { docxDocuments } from '../adapters/documents/docx-documents.ts';
import { lunarHolidays } from '../adapters/holidays/lunar-holidays.ts';
import { randomIds } from '../adapters/ids/random-ids.ts';
import { IndexHolder } from '../adapters/index/index-holder.ts';
import { prometheusMetrics } from '../adapters/metrics/prometheus-metrics.ts';
import { sheetRenderer } from '../adapters/render/sheet-renderer.ts';
import { hmacDownloadLinks } from '../adapters/session-tokens/hmac-download-links.ts';
import { hmacSessionTokens } from '../adapters/session-tokens/hmac-session-tokens.ts';
import { openState } from '../adapters/state/open-state.ts';
import { stateAlarms } from '../adapters/state/repos/alarms.ts';
import { stateAnnouncements } from '../adapters/state/repos/announcements.ts';
import { stateChatStore } from '../adapters/state/repos/chat-store.ts';
import { stateClasses } from '../adapters/state/repos/classes.ts';
import { stateConversationMemory } from '../adapters/state/repos/conversation-memory.ts';
import { stateLearning } from '../adapters/state/repos/learning.ts';
import { stateLinkCodes } from '../adapters/state/repos/link-codes.ts';
import { statePeople } from '../adapters/state/repos/people.ts';
import { stateReachFigures } from '../adapters/state/repos/reach-figures.ts';
import { stateRights } from '../adapters/state/repos/rights.ts';
import { stateWorkReminders } from '../adapters/state/repos/work-reminders.ts';
import { type State, StateUnusable } from '../adapters/state/state.ts';
import { checkedUploads } from '../adapters/uploads/checked-uploads.ts';
import { xlsxWorkbooks } from '../adapters/workbooks/xlsx-workbooks.ts';
import { graphLocation } from '../adapters/zalo/graph-location.ts';
import { graphSignIn } from '../adapters/zalo/graph-sign-in.ts';
import { compileSpokenWords, type SpokenWords } from '../announcements/speaking/spoken-words.ts';
import type { ApiDeps } from '../api/environment.ts';
import { readProgress } from '../flows/announce/progress.ts';
import { ProgressWatch } from '../flows/announce/watch-progress.ts';
import type { AskRequest } from '../flows/answer-question.ts';
import { answerWithModel } from '../flows/answer-with-model.ts';
import { eraseAfterRevocation, erasePerson } from '../flows/erase-person.ts';
import type { AskOptions } from '../flows/with-model/deps.ts';
import { miniAppWebhook } from '../inbound/mini-app-webhook.ts';
import type { Clock } from '../ports/clock.ts';
import type { Content } from '../ports/content.ts';
import type { ConversationMemory } from '../ports/conversation-memory.ts';
import type { Holidays } from '../ports/holidays.ts';
import type { Learning } from '../ports/learning.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { Prompts } from '../ports/prompts.ts';
import { compileScamSigns, type ScamSigns } from '../scam-check/compile-signs.ts';
import { phraseModel } from '../understanding/library/phrase-model.ts';
import { composeAnnouncing } from './compose-announcing.ts';
import { composeBoard } from './compose-board.ts';
import { composeEmbedding, composeMeaning } from './compose-meaning.ts';
import { announceModel, composeModel } from './compose-model.ts';
import { composeReadAloud } from './compose-read-aloud.ts';
import { composeReports } from './compose-reports.ts';
import { composeWork } from './compose-work.ts';
import type { Config } from './config.ts';
import { ConfigError } from './config-error.ts';
import { keepFinder, wordsStamp } from './fresh-finder.ts';
import { ensureFreshIndex } from './fresh-index.ts';
import type { Log } from './log.ts';
import { miniAppLink } from './mini-app-link.ts';
import { sessionSecret } from './secrets.ts';

/** The service without its HTTP side: what the command line and the server share. */
export interface Service {
  readonly index: IndexHolder;
  readonly library: LibraryHolder;
  readonly language: LanguageData;
  readonly plainTitles: PlainTitles;
  /** By what scam messages are known. */
  readonly scamSigns: ScamSigns;
  /** Days on which announcements wait. */
  readonly holidays: Holidays;
  /** What announcements may begin with. */
  readonly announcementTemplates: readonly AnnouncementTemplate[];
  /** How what is written short is read aloud. */
  readonly spokenWords: SpokenWords;
  readonly clock: Clock;
  readonly state: State;
  /** The same memory that `answer` uses. */
  readonly memory: ConversationMemory;
  /** By the rules; in better words where a model is configured and the ward has it switched on. */
  answer(request: AskRequest, options?: AskOptions): Promise<Answer>;
  /** Makes ready what finds services and courses in the library there is now, which the first question would wait for. */
  prepareFinder(): void;
  /** What a model is told that looks at pictures; null where none is configured. */
  readonly prompts: Prompts | null;
  /** What the model is called that words answers; null = none is configured. */
  readonly languageModel: string | null;
  isReady(): Promise<boolean>;
  close(): Promise<void>;
}

export function composeClock(config: Config): Clock {
  return config.frozenAt === null ? systemClock : frozenClock(config.frozenAt);
}

export function composeContent(config: Config): Content {
  return contentFiles(config.dataDir);
}

/** @throws ConfigError when the database server cannot be reached; the address, which holds a password, is not named */
export async function composeState({ database }: Config): Promise<State> {
  try {
    return await openState(database);
  } catch (error) {
    if (!(error instanceof StateUnusable)) throw error;
    throw new ConfigError(
      `DATABASE_URL: không dùng được PostgreSQL (${error.code}). Hãy kiểm tra máy chủ, tên và mật khẩu, rồi chạy lại.`,
    );
  }
}

/** Opens everything that answering needs, building the index first when it is stale. */
export async function composeService(config: Config, log: Log, metrics = composeMetrics()): Promise<Service> {
  const clock = composeClock(config);
  const content = composeContent(config);
  const indexDir = path.join(config.varDir, 'index');
  const state = await composeState(config);
  const embedding = composeEmbedding(config);
  const built = await ensureFreshIndex({ content, clock, indexDir, stampDir: config.varDir, embedding });
  for (const plan of built?.unreadable ?? []) log.warn('plan not readable', { ...plan });
  if (built?.withoutMeaning) log.warn('passages without meaning', { why: built.withoutMeaning });
  const index = new IndexHolder(indexDir);
  const meaning = composeMeaning(config, () => index.current(), { clock, metrics, log });
  const language = await composeLanguage(content);
  const library = await LibraryHolder.open(config.dataDir);
  const plainTitles = compilePlainTitles(await content.plainTitles());
  const scams = await content.scamSigns();
  const scamSigns = compileScamSigns(scams.file, scams.officialHosts);
  const holidays = lunarHolidays(await content.holidays());
  const announcementTemplates = await content.announcementTemplates();
  const spokenWords = compileSpokenWords(await content.spokenWords());
  const memory = stateConversationMemory(state, clock);
  const finder = { dir: path.join(config.varDir, 'finder'), language, words: await wordsStamp(content) };
  const currentLibrary = () => {
    const current = library.current();
    keepFinder(current, finder);
    return current;
  };
  const model = await composeModel(config, content, metrics, log);
  announceModel(config, index.current(), log);
  return {
    ...{
      index,
      library,
      language,
      plainTitles,
      scamSigns,
      holidays,
      announcementTemplates,
      spokenWords,
      clock,
      state,
      memory,
    },
    prompts: config.openai?.visionModel == null ? null : await content.prompts(),
    languageModel: model?.model.name ?? null,
    answer: (request, options) =>
      answerWithModel(
        {
          ...{ index: index.current(), library: currentLibrary(), clock, ids: randomIds, memory, language, scamSigns },
          ...(meaning === null ? {} : { meaning }),
        },
        model,
        request,
        options,
      ),
    prepareFinder: () => void phraseModel(currentLibrary(), language),
    isReady: async () => index.current().wards().length > 0 && (await state.isReachable()),
    async close() {
      index.close();
      library.close();
      await state.close();
    },
  };
}

/** Words and units of the language, with every ward's own units beside the common ones. */
async function composeLanguage(content: Content): Promise<LanguageData> {
  const { cues, glossary, topics, units } = await content.language();
  const keys = await content.wardKeys();
  const own = (await Promise.all(keys.map((key) => content.ward(key)))).flatMap(({ profile }) => profile.units);
  const byId = new Map([...units, ...own].map((unit) => [unit.id, unit]));
  return compileLanguage(cues, glossary, topics, new UnitDirectory([...byId.values()]));
}

export function composeMetrics(): Metrics {
  return prometheusMetrics(() => process.memoryUsage.rss());
}

/** What Zalo tells of the Mini App: above all that somebody took their consent back. */
export function composeMiniAppWebhook(config: Config, { state }: Service, metrics: Metrics, log: Log): Hono {
  const { miniAppId, miniAppApiKey: apiKey } = config.zalo;
  const clock = systemClock;
  const deps = { people: statePeople(state, clock), chats: stateChatStore(state, clock, randomIds) };
  return miniAppWebhook({
    ...{ miniAppId, apiKey, clock, metrics, log, alarms: stateAlarms(state, clock) },
    async revoke(userId, at) {
      await eraseAfterRevocation(deps, `zalo:${userId}`, vietnamDate(new Date(at)));
    },
  });
}

/** What people have learnt, for the API and the chat alike; a chat belongs to the ward of its account. */
export function composeLearning({ demo, zalo }: Config, state: State): Learning {
  const wards = new Map(zalo.accounts.map(({ oaId, ward }) => [oaId, ward]));
  return stateLearning(state, { demo, wardOfAccount: (oaId) => wards.get(oaId) ?? null });
}

/**
 * Looking at 20,000 deliveries takes the database some 50 ms. A stream is ended before proxies and telephones lose patience;
 * the app asks again.
 */
const WATCHING = { everyMs: 2_000, most: 200, mostEach: 4, longestMs: 5 * 60_000 };
/** Proxies close what says nothing for half a minute or more. */
const HEARTBEAT_MS = 15_000;

/** What the HTTP interface needs beside the service. */
export function composeApi(config: Config, service: Service, metrics: Metrics, log: Log): ApiDeps {
  const { clock, language, state } = service;
  const { appSecret, graphUrl } = config.zalo;
  const secret = sessionSecret(config.sessionSecret, config.varDir);
  // Codes and days, like sessions, go by real time under a frozen clock, too.
  const people = statePeople(state, systemClock);
  const chats = stateChatStore(state, systemClock, randomIds);
  const announce = composeAnnouncing(config, service, metrics);
  const work = composeWork(config, service);
  return {
    answer: (request, options) => service.answer(request, options),
    stopping: new AbortController(),
    get index() {
      return service.index.current();
    },
    get library() {
      return service.library.current();
    },
    externalLinks: config.externalLinks,
    units: language.units,
    plainTitles: service.plainTitles,
    scamSigns: service.scamSigns,
    clock,
    ids: randomIds,
    // Sessions end by real time: under a frozen clock a token would otherwise be good for ever.
    sessions: hmacSessionTokens(secret, systemClock),
    zaloSignIn: appSecret === null ? null : graphSignIn({ graphUrl, appSecret, fetch }),
    zaloLocation: appSecret === null ? null : graphLocation({ graphUrl, appSecret, fetch }),
    people,
    rights: stateRights(state, systemClock, randomIds),
    linkCodes: stateLinkCodes(state, systemClock, randomIds),
    erasePerson: (subject) => erasePerson({ people, chats }, subject),
    attachments: announce.attachments,
    uploads: checkedUploads(),
    downloadLinks: hmacDownloadLinks(secret, systemClock),
    workbooks: xlsxWorkbooks(),
    documents: docxDocuments(),
    spokenWords: service.spokenWords,
    readAloud: composeReadAloud(config, service, secret, metrics, log),
    announce,
    work,
    reports: composeReports(config, service, work),
    reachFigures: stateReachFigures(state, { demo: config.demo }),
    progressWatch: new ProgressWatch({
      ...WATCHING,
      read: (id) => readProgress(announce, id),
      onError: (error) => log.fault('progress not read', error),
    }),
    heartbeatMs: HEARTBEAT_MS,
    announcements: stateAnnouncements(state, randomIds, { demo: config.demo }),
    board: composeBoard(config, service),
    classes: stateClasses(state, randomIds, { demo: config.demo }),
    checkInCodes: hmacCheckInCodes(secret),
    isDigitalSkill: (target) => language.cues.digital_skills.find(readTyped(target).tokens).length > 0,
    learning: composeLearning(config, state),
    workReminders: stateWorkReminders(state, randomIds),
    renderer: sheetRenderer(),
    publicUrl: config.publicUrl,
    miniAppLink: miniAppLink(config),
    metrics,
    demo: config.demo,
    metricsToken: config.metricsToken,
    isReady: () => service.isReady(),
    behindProxy: config.publicUrl !== null,
    devOrigin: config.devOrigin,
    log,
  };
}
