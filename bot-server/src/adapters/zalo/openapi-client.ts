import * as z from 'zod';
import type { AccountInfo, ChatLine, TextMessage, ZaloOa, ZaloResult } from '../../ports/zalo-oa.ts';
import { idText, readAnswer, wholeNumber } from './zalo-answer.ts';
import { callZalo, type HttpOutcome, type ZaloHttp } from './zalo-http.ts';

export interface OpenapiSettings extends ZaloHttp {
  /** Without a final slash. */
  readonly openapiUrl: string;
}

/** HTTP 401 is Zalo's other way of saying "access token invalid". Source: platform notes, 3.1 and 3.11. */
const TOKEN_INVALID = -216;
/** Most lines that one call gives. Source: platform notes, 3.7. */
const LINES = 10;
/** Source: platform notes, 3.3. */
const BUTTON_LIMITS = { count: 5, title: 100, payload: 1000 };

/** Zalo's OpenAPI for Official Accounts. Source: platform notes, section 3. */
export function openapiClient(settings: OpenapiSettings): ZaloOa {
  const { openapiUrl } = settings;
  const get = (path: string, accessToken: string, data?: object) => {
    const query = data === undefined ? '' : `?data=${encodeURIComponent(JSON.stringify(data))}`;
    return callZalo(settings, `${openapiUrl}/${path}${query}`, { headers: { access_token: accessToken } });
  };
  const post = async (path: string, accessToken: string, frame: object) => {
    const headers = { access_token: accessToken, 'content-type': 'application/json' };
    const init = { method: 'POST', headers, body: JSON.stringify(frame) };
    return read(await callZalo(settings, `${openapiUrl}/${path}`, init), sentSchema);
  };
  return {
    send: (path, accessToken, message) =>
      post(path, accessToken, { recipient: { user_id: message.userId }, message: frame(message) }),
    sendToGroup: (accessToken, groupId, text) =>
      post('v3.0/oa/group/message', accessToken, { recipient: { group_id: groupId }, message: { text } }),
    sendTemplate: (accessToken, { userId, templateId, data }) =>
      post('v3.0/oa/message/template', accessToken, { user_id: userId, template_id: templateId, template_data: data }),
    async conversation(accessToken, userId, offset) {
      const outcome = await get('v2.0/oa/conversation', accessToken, { user_id: userId, offset, count: LINES });
      return read(outcome, conversationSchema(userId));
    },
    async account(accessToken) {
      return read(await get('v2.0/oa/getoa', accessToken), accountSchema);
    },
  };
}

/** A success is HTTP 200 and `error` 0, nothing less. */
function read<T>(outcome: HttpOutcome, value: z.ZodType<T>): ZaloResult<T> {
  if (outcome.kind === 'reply' && outcome.status === 401) {
    return { kind: 'answered', error: TOKEN_INVALID, value: null, limits: outcome.limits };
  }
  return readAnswer(outcome, value, (status, error) => status === 200 && error === 0);
}

/** Buttons as products send them; what an account does with them is only known once it has been tried. */
function frame({ text, buttons = [] }: TextMessage): object {
  if (buttons.length === 0) return { text };
  const { count, title, payload } = BUTTON_LIMITS;
  const shown = buttons.slice(0, count).map((button) => ({
    title: button.title.slice(0, title),
    type: 'oa.query.show',
    payload: button.text.slice(0, payload),
  }));
  return { text, attachment: { type: 'template', payload: { buttons: shown } } };
}

const sentSchema = z
  .object({ data: z.object({ message_id: idText }) })
  .transform(({ data }) => ({ messageId: data.message_id }));

const lineSchema = z.object({
  message_id: idText,
  src: wholeNumber.optional().catch(undefined),
  from_id: idText.optional().catch(undefined),
  time: wholeNumber,
  type: z.string().optional().catch(undefined),
  message: z.string().optional().catch(undefined),
});

/** A line without an id or a time is left out: nothing could be compared with it. */
function conversationSchema(userId: string): z.ZodType<readonly ChatLine[]> {
  return z.object({ data: z.array(z.unknown()) }).transform(({ data }) =>
    data
      .flatMap((line) => lineSchema.safeParse(line).data ?? [])
      .map((line) => toLine(line, userId))
      .sort((a, b) => b.at - a.at),
  );
}

/** `src` 0 is the account, 1 the person. */
function toLine(line: z.infer<typeof lineSchema>, userId: string): ChatLine {
  const byPerson = line.src === undefined ? line.from_id === userId : line.src === 1;
  const isText = line.type === undefined || line.type.toLowerCase() === 'text';
  return {
    messageId: line.message_id,
    from: byPerson ? 'person' : 'account',
    text: isText ? (line.message ?? '') : '',
    at: line.time,
  };
}

const truth = z.union([z.boolean(), z.stringbool(), z.number().transform((value) => value !== 0)]);

const accountSchema: z.ZodType<AccountInfo> = z
  .object({
    data: z.object({
      oaid: idText,
      name: z.string().catch(''),
      oa_type: wholeNumber.nullable().catch(null).default(null),
      is_verified: truth.nullable().catch(null).default(null),
      package_name: z.string().nullable().catch(null).default(null),
    }),
  })
  .transform(({ data }) => ({
    oaId: data.oaid,
    name: data.name,
    type: data.oa_type,
    isVerified: data.is_verified,
    packageName: data.package_name,
  }));
