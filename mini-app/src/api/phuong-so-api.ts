import type { AnnouncementsReply } from '@phuong-so/shared/contracts/announcements';
import { type AnswerReply, answerReply } from '@phuong-so/shared/contracts/answer';
import type { AskBody } from '@phuong-so/shared/contracts/ask';
import type { AnswerStep, SentencePiece } from '@phuong-so/shared/contracts/ask-stream';
import type { TargetReply, TasksReply } from '@phuong-so/shared/contracts/facts';
import type { HomeReply } from '@phuong-so/shared/contracts/home';
import type { CertificateReply } from '@phuong-so/shared/contracts/learning';
import type { CourseReply, ServiceReply } from '@phuong-so/shared/contracts/library';
import type { PassageReply, PlanReply, PlanTextReply } from '@phuong-so/shared/contracts/plans';
import type { ReadAloudPiece } from '@phuong-so/shared/contracts/read-aloud';
import { type WardReply, type WardsReply, wardReply } from '@phuong-so/shared/contracts/wards';
import type { ApiClient } from './client.ts';
import { ENDPOINTS } from './endpoints.ts';

export type CitationReply = AnswerReply['citations'][number];
export type ItemReply = AnswerReply['items'][number];
export type ServiceCard = Pick<ServiceReply, 'id' | 'title' | 'summary' | 'field' | 'also' | 'situations'>;
export type CourseCard = Pick<CourseReply, 'id' | 'title' | 'summary' | 'minutes' | 'lessons' | 'audiences'>;

/** The server reads no longer quotes; the beginning of one is enough to find its place. */
const LONGEST_QUOTE = 2000;

export interface Question {
  readonly ward: string;
  readonly question: string;
  /** Lets the server understand "thế hạn khi nào?"; the same for one run of questions. */
  readonly conversationId: string;
  /** Of a person with an office; without one the question is nobody's. */
  readonly token?: string | null;
}

/** What is told of an answer while it is made. A sentence that was told is in the answer. */
export type AskNews =
  | { readonly kind: 'step'; readonly step: AnswerStep }
  | { readonly kind: 'sentence'; readonly sentence: SentencePiece }
  | { readonly kind: 'reading'; readonly reading: ReadAloudPiece };

/** Where a cited passage stands. */
export interface PassageAddress {
  readonly ward: string;
  readonly documentId: string;
  readonly sectionId: string;
  /** The cited words; the server marks them in the section. */
  readonly quote: string;
}

/** A neighbourhood group's feed; `group` null = only what the whole ward is told. */
export interface FeedAddress {
  readonly ward: string;
  readonly group: string | null;
  readonly cursor?: string | null;
}

/** What anyone may read of the server; failures as `ApiClient` says. A token only adds what is the person's own. */
export interface PhuongSoApi {
  wards(signal?: AbortSignal): Promise<WardsReply>;
  home(ward: string, signal?: AbortSignal): Promise<HomeReply>;
  ask(question: Question, signal: AbortSignal): Promise<AnswerReply>;
  plans(ward: string, signal?: AbortSignal): Promise<readonly PlanReply[]>;
  planText(ward: string, documentId: string, signal?: AbortSignal): Promise<PlanTextReply>;
  passage(address: PassageAddress, signal: AbortSignal): Promise<PassageReply>;
  tasks(ward: string, signal?: AbortSignal): Promise<TasksReply>;
  targets(ward: string, signal?: AbortSignal): Promise<readonly TargetReply[]>;
  announcements(feed: FeedAddress, token: string | null, signal?: AbortSignal): Promise<AnnouncementsReply>;
  services(ward: string, signal?: AbortSignal): Promise<readonly ServiceCard[]>;
  service(ward: string, id: string, signal?: AbortSignal): Promise<ServiceReply>;
  courses(ward: string, signal?: AbortSignal): Promise<readonly CourseCard[]>;
  course(ward: string, id: string, signal?: AbortSignal): Promise<CourseReply>;
  certificate(code: string, signal?: AbortSignal): Promise<CertificateReply>;
}

export function createPhuongSoApi({ call }: ApiClient): PhuongSoApi {
  return {
    wards: (signal) => call(ENDPOINTS.wards, { signal }),
    home: (ward, signal) => call(ENDPOINTS.home, { query: { ward }, signal }),
    ask({ token = null, ...question }, signal) {
      const body: AskBody = question;
      return call(ENDPOINTS.ask, { body, token, signal });
    },
    plans: async (ward, signal) => (await call((await plan()).plans, { query: { ward }, signal })).plans,
    planText: async (ward, documentId, signal) => call((await plan()).planText, { path: { ward, documentId }, signal }),
    async passage({ ward, documentId, sectionId, quote }, signal) {
      const query = { quote: quote === '' ? null : quote.slice(0, LONGEST_QUOTE) };
      return call((await plan()).passage, { path: { ward, documentId, sectionId }, query, signal });
    },
    tasks: async (ward, signal) => call((await plan()).tasks, { query: { ward }, signal }),
    targets: async (ward, signal) => (await call((await plan()).targets, { query: { ward }, signal })).targets,
    announcements: ({ ward, group, cursor = null }, token, signal) =>
      call(ENDPOINTS.announcements, { query: { ward, group, cursor }, token, signal }),
    services: async (ward, signal) => (await call((await library()).services, { query: { ward }, signal })).services,
    service: async (ward, id, signal) => call((await library()).service, { path: { id }, query: { ward }, signal }),
    courses: async (ward, signal) => (await call((await library()).courses, { query: { ward }, signal })).courses,
    course: async (ward, id, signal) => call((await library()).course, { path: { id }, query: { ward }, signal }),
    certificate: async (code, signal) => call((await learning()).certificate, { path: { code }, signal }),
  };
}

/** Shapes of replies that no first screen needs: they come with the first call. */
const plan = async () => (await import('./plan-endpoints.ts')).PLAN_ENDPOINTS;
const library = async () => (await import('./library-endpoints.ts')).LIBRARY_ENDPOINTS;
const learning = async () => (await import('./learning-endpoints.ts')).LEARNING_ENDPOINTS;

/** An answer that was kept on the device; null when it is not one (older version, damaged). */
export function parseKeptAnswer(value: unknown): AnswerReply | null {
  const parsed = answerReply.safeParse(value);
  return parsed.success ? parsed.data : null;
}

/** A ward that was kept on the device; null when absent or damaged. */
export function parseKeptWard(text: string | null): WardReply | null {
  if (text === null) return null;
  try {
    const parsed = wardReply.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
