import type { Answer } from '@phuong-so/shared/domain/answer';
import type { ThreadKey } from '@phuong-so/shared/domain/chat';
import type { CourseStanding, QuizResult } from '@phuong-so/shared/domain/course-standing';
import type { LanguageData } from '@phuong-so/shared/domain/language';
import type { Certificate, Learner, QuizAttempt } from '@phuong-so/shared/domain/learning';
import type { Course } from '@phuong-so/shared/domain/library';
import type { AskRequest } from '@phuong-so/shared/domain/understanding';
import type { Classes } from '../ports/classes.ts';
import type { ConversationMemory } from '../ports/conversation-memory.ts';
import type { Learning, LessonReached, NewCertificate } from '../ports/learning.ts';
import type { Library } from '../ports/library.ts';
import type { Outbox } from '../ports/outbox.ts';
import type { PlanIndex } from '../ports/plan-index.ts';
import type { Announcing, Notices } from './announcing/deps.ts';
import type { ChatSettings } from './settings.ts';
import type { Working } from './working/deps.ts';

/** What becomes of what people learn: the same as in the Mini App. null for a course that there is not. `at`: epoch ms. */
export interface Study {
  readonly standing: (learner: Learner, course: Course) => Promise<CourseStanding>;
  /** A step was reached or a lesson finished. Sent again it changes nothing. */
  readonly note: (learner: Learner, reached: Omit<LessonReached, 'at'>, at: number) => Promise<CourseStanding | null>;
  /** An attempt with an id that is there already gives the first one's result. */
  readonly takeQuiz: (learner: Learner, taken: TakenQuiz, at: number) => Promise<QuizResult | null>;
  /** One for a person and a course; null while something of it is left, too. */
  readonly certify: (learner: Learner, wanted: Omit<NewCertificate, 'at'>, at: number) => Promise<Certificate | null>;
}

export type TakenQuiz = Pick<QuizAttempt, 'id' | 'courseId' | 'answers'>;

/** What the chat needs of the rest of the service. */
export interface ChatDeps {
  /** `never`: in the rules' words, whatever a ward has switched on. */
  readonly answer: (request: AskRequest, options?: { readonly model: 'never' }) => Promise<Answer>;
  /** The same memory that `answer` uses. */
  readonly memory: ConversationMemory;
  readonly index: Pick<PlanIndex, 'wards' | 'ward'>;
  readonly outbox: Pick<Outbox, 'topicOf'>;
  /** A one-time code that joins this chat to the person who types it into the Mini App: "ABCD-EFGH". */
  readonly issueLinkCode: (key: ThreadKey) => Promise<string>;
  /** The same throughout one turn. */
  readonly library: Library;
  readonly learning: Learning;
  readonly study: Study;
  readonly classes: Classes;
  readonly announcing: Announcing;
  readonly notices: Notices;
  readonly working: Working;
  /** Id of the person's neighbourhood group in this ward; null = not known. */
  readonly groupOf: (learner: Learner, ward: string) => Promise<string | null>;
  /** Where the public pages are: "https://so.example.vn"; null = not configured. */
  readonly publicUrl: string | null;
  readonly language: LanguageData;
  readonly settings: ChatSettings;
}
