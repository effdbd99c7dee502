import { type AnswerReply, answerReply } from '@phuong-so/shared/contracts/answer';
import type { AskBody } from '@phuong-so/shared/contracts/ask';
import { type PassageReply, passageReply } from '@phuong-so/shared/contracts/plans';
import { type WardReply, wardReply, wardsReply } from '@phuong-so/shared/contracts/wards';
import type { ApiClient } from './client.ts';

export type CitationReply = AnswerReply['citations'][number];
export type ItemReply = AnswerReply['items'][number];

/** The server reads no longer quotes; the beginning of one is enough to find its place. */
const LONGEST_QUOTE = 2000;

export interface Question {
  readonly ward: string;
  readonly question: string;
  /** Lets the server understand "thế hạn khi nào?"; the same for one run of questions. */
  readonly conversationId: string;
}

/** Where a cited passage stands. */
export interface PassageAddress {
  readonly ward: string;
  readonly documentId: string;
  readonly sectionId: string;
  /** The cited words; the server marks them in the section. */
  readonly quote: string;
}

/** The server's routes that the app uses; failures as `ApiClient` says. */
export interface PhuongSoApi {
  wards(signal?: AbortSignal): Promise<readonly WardReply[]>;
  ask(question: Question, signal: AbortSignal): Promise<AnswerReply>;
  passage(address: PassageAddress, signal: AbortSignal): Promise<PassageReply>;
}

export function createPhuongSoApi(client: ApiClient): PhuongSoApi {
  return {
    async wards(signal) {
      return (await client.request('GET', '/api/v1/wards', wardsReply, signal ? { signal } : {})).wards;
    },
    ask(question, signal) {
      const body: AskBody = { ...question };
      return client.request('POST', '/api/v1/ask', answerReply, { body, signal });
    },
    passage({ ward, documentId, sectionId, quote }, signal) {
      const [w, d, s] = [ward, documentId, sectionId].map(encodeURIComponent);
      const query = quote === '' ? '' : `?quote=${encodeURIComponent(quote.slice(0, LONGEST_QUOTE))}`;
      return client.request('GET', `/api/v1/plans/${w}/${d}/sections/${s}${query}`, passageReply, { signal });
    },
  };
}

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
