import type { Answer } from '@phuong-so/shared/domain/answer';
import type { PlainTitles } from '@phuong-so/shared/domain/plain-titles';
import type { Session } from '@phuong-so/shared/domain/session';
import type { AskRequest } from '@phuong-so/shared/domain/understanding';
import type { UnitDirectory } from '@phuong-so/shared/domain/unit-directory';
import type { SpokenWords } from '../announcements/speaking/spoken-words.ts';
import type { AnnounceDeps } from '../flows/announce/deps.ts';
import type { ProgressWatch } from '../flows/announce/watch-progress.ts';
import type { BoardDeps } from '../flows/board/deps.ts';
import type { ReadAloudDeps } from '../flows/read-aloud/deps.ts';
import type { ReportDeps } from '../flows/reports/deps.ts';
import type { AskOptions } from '../flows/with-model/deps.ts';
import type { WorkDeps } from '../flows/work/deps.ts';
import type { Announcements } from '../ports/announcements.ts';
import type { Attachments } from '../ports/attachments.ts';
import type { CheckInCodes } from '../ports/check-in-codes.ts';
import type { Classes } from '../ports/classes.ts';
import type { Clock } from '../ports/clock.ts';
import type { Documents } from '../ports/documents.ts';
import type { DownloadLinks } from '../ports/download-links.ts';
import type { Ids } from '../ports/ids.ts';
import type { Learning } from '../ports/learning.ts';
import type { Library } from '../ports/library.ts';
import type { LinkCodes } from '../ports/link-codes.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { People } from '../ports/people.ts';
import type { PlanIndex } from '../ports/plan-index.ts';
import type { ReachFigures } from '../ports/reach-figures.ts';
import type { Renderer } from '../ports/renderer.ts';
import type { Rights } from '../ports/rights.ts';
import type { SessionTokens } from '../ports/session-tokens.ts';
import type { Uploads } from '../ports/uploads.ts';
import type { WorkReminders } from '../ports/work-reminders.ts';
import type { Workbooks } from '../ports/workbooks.ts';
import type { ZaloLocation } from '../ports/zalo-location.ts';
import type { ZaloSignIn } from '../ports/zalo-sign-in.ts';
import type { ScamSigns } from '../scam-check/compile-signs.ts';

/** Everything the API needs from the rest of the server; `compose.ts` hands it in. */
export interface ApiDeps {
  readonly answer: (request: AskRequest, options?: Pick<AskOptions, 'hear' | 'signal' | 'model'>) => Promise<Answer>;
  /** Aborted when the server stops: answers on their way end with what there is. */
  readonly stopping: AbortController;
  readonly index: PlanIndex;
  readonly library: Library;
  /** May addresses outside Zalo be opened? */
  readonly externalLinks: boolean;
  readonly units: UnitDirectory;
  /** Plain words for headings of plans. */
  readonly plainTitles: PlainTitles;
  /** By what scam messages are known. */
  readonly scamSigns: ScamSigns;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly sessions: SessionTokens;
  /** null = no Zalo app is configured. */
  readonly zaloSignIn: ZaloSignIn | null;
  /** null = no Zalo app is configured. */
  readonly zaloLocation: ZaloLocation | null;
  readonly people: People;
  readonly rights: Rights;
  readonly linkCodes: LinkCodes;
  /** Removes everything that is kept of a person, their proven chats included. */
  readonly erasePerson: (subject: string) => Promise<void>;
  readonly announcements: Announcements;
  /** Writing, sending and answering announcements. */
  readonly announce: AnnounceDeps;
  /** Officials' tasks and targets. */
  readonly work: WorkDeps;
  readonly attachments: Attachments;
  readonly uploads: Uploads;
  readonly downloadLinks: DownloadLinks;
  readonly workbooks: Workbooks;
  readonly documents: Documents;
  /** Drafting and keeping the reports that the plans ask for. */
  readonly reports: ReportDeps;
  /** How what is written short is read aloud. */
  readonly spokenWords: SpokenWords;
  /** Reading answers aloud; null = not configured. */
  readonly readAloud: ReadAloudDeps | null;
  readonly reachFigures: ReachFigures;
  /** People who look at how announcements go, and how often they hear that nothing has changed, ms. */
  readonly progressWatch: ProgressWatch;
  readonly heartbeatMs: number;
  readonly learning: Learning;
  /** What officials are reminded of. */
  readonly workReminders: Pick<WorkReminders, 'of'>;
  readonly classes: Classes;
  readonly checkInCodes: CheckInCodes;
  /** Does a target of a plan speak of digital skills? */
  readonly isDigitalSkill: (target: string) => boolean;
  /** What stands in the way of the plans' work, proposals, the public board and the ward's dashboard. */
  readonly board: BoardDeps;
  readonly renderer: Renderer;
  /** The address that people open, without a final slash; null = not configured. */
  readonly publicUrl: string | null;
  /** Where the Mini App opens, which a shared announcement may carry, without a final slash; null = not configured. */
  readonly miniAppLink: string | null;
  readonly metrics: Metrics;
  readonly demo: boolean;
  /** null = everyone may read /metrics. */
  readonly metricsToken: string | null;
  readonly isReady: () => Promise<boolean>;
  /** Behind a reverse proxy on this machine, the caller's address is in X-Forwarded-For. */
  readonly behindProxy: boolean;
  /** Origin of a page under development that may read the replies; null = Zalo's own only. */
  readonly devOrigin: string | null;
  readonly log: ApiLog;
}

/** What the API tells the log: ids, statuses and durations, never a text that a person wrote. */
export interface ApiLog {
  request(event: RequestEvent): void;
  failure(requestId: string, error: unknown): void;
}

export interface RequestEvent {
  readonly requestId: string;
  readonly method: string;
  /** The route's pattern, not the address: addresses hold quotes and names. */
  readonly route: string;
  readonly status: number;
  readonly ms: number;
}

/** Hono's types for this app. `incoming` is Node's request; absent when a test calls the app directly. */
export interface ApiEnv {
  Bindings: { readonly incoming?: { readonly socket: { readonly remoteAddress?: string } } };
  Variables: { requestId: string; route: string; session: Session | null };
}
