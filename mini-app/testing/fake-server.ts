import type { AnswerReply } from '@phuong-so/shared/contracts/answer';
import type { PassageReply } from '@phuong-so/shared/contracts/plans';
import type { WardReply } from '@phuong-so/shared/contracts/wards';
import { ALL_ENDPOINTS } from './all-endpoints.ts';
import { announcement, DEMO_WARNING, opened, POWER_CUT } from './sample-announcements.ts';
import { COPIES, course, service } from './sample-library.ts';
import { PLAN, planText, TARGETS, TASKS } from './sample-plan.ts';

export const NAMED_WARD: WardReply = {
  key: 'an-binh',
  name: 'phường An Bình',
  province: 'Hải Phòng',
  label: 'phường An Bình (Hải Phòng)',
  documents: [{ id: 'plan-1', number: '43/KH-UBND', title: 'KẾ HOẠCH Chuyển đổi số', signer: 'Lê Văn Sơn' }],
  contact: { address: null, hotline: '0225 300 1234', hours: 'Thứ Hai đến thứ Sáu, 7 giờ 30 đến 17 giờ', email: null },
  oa_id: '4000000000000000001',
  groups: [
    { id: 'to-1', name: 'Tổ dân phố 1' },
    { id: 'to-2', name: 'Tổ dân phố 2' },
  ],
};

export const NAMELESS_WARD: WardReply = {
  key: 'phuong-x',
  name: null,
  province: null,
  label: 'phường (chưa có tên trong kế hoạch)',
  documents: [{ id: 'plan-2', number: null, title: 'Kế hoạch khoa học, công nghệ', signer: 'Trần Thị Bình' }],
  contact: { address: null, hotline: null, hours: null, email: null },
  oa_id: null,
  groups: [],
};

export const SESSION = {
  token: 'session-1',
  expires_in: 7_200,
  user: { id: 'zalo:1', name: null, role: 'resident', ward: null, unit: null, group: null, demo: false },
} as const;

export const PROFILE = { ward: null, group: null, notifications: false, chat_linked: false } as const;

/** A server that knows the person who uses the app. */
export function signedIn(server: FakeServer, id: string = SESSION.user.id): void {
  const user = { ...SESSION.user, id };
  server.replies.signIn = () => json({ ...SESSION, user });
  server.replies.me = () => json({ user, profile: PROFILE });
}

export const EXAMPLES = ['Người dân được hưởng gì?', 'Hạn nộp báo cáo?', 'Ai ký kế hoạch?', 'Có lớp học số không?'];

export const QUOTE = 'Báo cáo kết quả trước ngày 30/11 hằng năm';

export function answer(change: Partial<AnswerReply> = {}): AnswerReply {
  return {
    id: 'answer-1',
    outcome: 'answered',
    text: 'Báo cáo gửi chậm nhất là ngày 29/11 hằng năm.',
    items: [],
    citations: [
      {
        source: 'plan',
        ward: 'an-binh',
        document: '43/KH-UBND',
        section: 'IV.2',
        quote: QUOTE,
        document_id: 'plan-1',
        section_id: 'IV.2',
      },
    ],
    suggestions: ['Báo cáo gửi cho ai?'],
    as_of: '2026-11-21',
    generated: false,
    took_ms: 3,
    ...change,
  };
}

export function passage(change: Partial<PassageReply> = {}): PassageReply {
  const text = `Các đơn vị thực hiện như sau. ${QUOTE} về Phòng Văn hóa - Xã hội.`;
  const start = text.indexOf(QUOTE);
  return {
    document: { id: 'plan-1', number: '43/KH-UBND', title: 'KẾ HOẠCH Chuyển đổi số', signer: 'Lê Văn Sơn' },
    section: {
      id: 'IV.2',
      path: [
        { label: 'IV', title: 'TỔ CHỨC THỰC HIỆN' },
        { label: '2', title: 'Chế độ báo cáo' },
      ],
      paragraphs: [
        { id: 'IV.2#1', text: 'Căn cứ kế hoạch này.' },
        { id: 'IV.2#2', text },
      ],
    },
    highlight: { paragraphId: 'IV.2#2', start, end: start + QUOTE.length },
    quote: null,
    ...change,
  };
}

export interface AskRequest {
  readonly ward: string;
  readonly question: string;
  readonly conversationId: string;
}

type Responder = (request: AskRequest, signal: AbortSignal) => Response | Promise<Response>;

export const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });

/** Replies after the connection was given up, as `fetch` does; never by itself. */
export const neverReplies: Responder = (_request, signal) =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
  });

export const noNetwork = (): never => {
  throw new TypeError('Failed to fetch');
};

export const notFound = () => json({ error: { code: 'not_found', message: 'Không tìm thấy.' } }, 404);

/** A good reply as the stream that says the same: its one step, then the answer. */
async function streamOf(reply: Response): Promise<Response> {
  if (!reply.ok) return reply;
  return new Response(event('step', { step: 'searching' }) + event('answer', await reply.json()), {
    headers: { 'content-type': 'text/event-stream' },
  });
}

export const event = (name: string, data: unknown) => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;

type Reply = (url: URL, body: unknown, signal?: AbortSignal) => Response | Promise<Response>;
type Replies = Partial<Record<keyof typeof ALL_ENDPOINTS, Reply>>;

/** The server as the app meets it at the network's edge. Change a field to change what it replies next. */
export class FakeServer {
  wards: () => Response | Promise<Response> = () => json({ wards: [NAMED_WARD, NAMELESS_WARD] });
  ask: Responder = () => json(answer());
  /** By a stream the same, unless a test tells the answer piece by piece. */
  askStream: Responder = async (request, signal) => streamOf(await this.ask(request, signal));
  passage: (url: URL) => Response | Promise<Response> = () => json(passage());
  /** By the name of the endpoint; what is not here is not found. */
  readonly replies: Replies = {
    home: () => json({ ward: 'an-binh', examples: EXAMPLES, dates: [], as_of: '2026-11-21' }),
    announcements: () =>
      json({ ward: 'an-binh', announcements: [announcement(), POWER_CUT, DEMO_WARNING], next_cursor: null }),
    announcement: ({ pathname }) => {
      const id = pathname.split('/').pop();
      const found = [announcement(), POWER_CUT, DEMO_WARNING].find((one) => one.id === id);
      return found === undefined ? notFound() : json(opened(found));
    },
    services: () => json({ ward: 'an-binh', services: [service(), COPIES] }),
    service: ({ pathname }) => {
      const found = [service(), COPIES].find(({ id }) => pathname.endsWith(`/${id}`));
      return found === undefined ? notFound() : json(found);
    },
    courses: () => json({ ward: 'an-binh', courses: [course()] }),
    course: () => json(course()),
    plans: () => json({ ward: 'an-binh', plans: [PLAN] }),
    planText: () => json(planText()),
    tasks: () => json(TASKS),
    targets: () => json({ ward: 'an-binh', targets: TARGETS, next_cursor: null }),
  };
  readonly asked: AskRequest[] = [];
  /** "GET home", in the order in which they came. */
  readonly called: string[] = [];
  /** What stood in each call's Authorization header; null = nothing. */
  readonly tokens: (string | null)[] = [];
  /** Parsed bodies, null where there was none. */
  readonly bodies: unknown[] = [];

  readonly fetch: typeof fetch = async (input, init) => {
    const url = new URL(String(input), 'http://server.test');
    const name = endpointAt(init?.method ?? 'GET', url.pathname);
    this.called.push(`${init?.method ?? 'GET'} ${name}`);
    this.tokens.push(new Headers(init?.headers).get('authorization')?.replace(/^Bearer /, '') ?? null);
    const body = bodyOf(init?.body);
    this.bodies.push(body);
    if (name === 'wards') return this.wards();
    if (name === 'passage') return this.passage(url);
    if (name === 'ask' || name === 'askStream') {
      const request = body as AskRequest;
      this.asked.push(request);
      return this[name](request, init?.signal ?? new AbortController().signal);
    }
    return (this.replies[name] ?? notFound)(url, body, init?.signal ?? undefined);
  };
}

/** Parsed; a file as it is. */
function bodyOf(body: BodyInit | null | undefined): unknown {
  if (body === undefined || body === null || body instanceof Blob) return body ?? null;
  return JSON.parse(String(body));
}

function endpointAt(method: string, pathname: string): keyof typeof ALL_ENDPOINTS {
  for (const [name, endpoint] of Object.entries(ALL_ENDPOINTS)) {
    const pattern = new RegExp(`^${endpoint.path.replace(/:\w+/g, '[^/]+')}$`);
    if (endpoint.method === method && pattern.test(pathname)) return name as keyof typeof ALL_ENDPOINTS;
  }
  throw new Error(`the app asked for an unknown address: ${method} ${pathname}`);
}
