import * as z from 'zod';

/** What a client may send to `/v1/chat/completions`, as far as the double understands it. Strange fields are refused. */
export const chatRequest = z.strictObject({
  model: z.string().min(1),
  messages: z
    .array(
      z.discriminatedUnion('role', [
        z.strictObject({ role: z.enum(['system', 'user']), content: z.string() }),
        z.strictObject({
          role: z.literal('assistant'),
          content: z.string().nullable(),
          tool_calls: z
            .array(
              z.strictObject({
                id: z.string(),
                type: z.literal('function'),
                function: z.strictObject({ name: z.string(), arguments: z.string() }),
              }),
            )
            .optional(),
        }),
        z.strictObject({ role: z.literal('tool'), tool_call_id: z.string(), content: z.string() }),
      ]),
    )
    .min(1),
  temperature: z.number().optional(),
  max_tokens: z.int().positive().optional(),
  stream: z.boolean().optional(),
  stream_options: z.strictObject({ include_usage: z.boolean() }).optional(),
  tools: z
    .array(
      z.strictObject({
        type: z.literal('function'),
        function: z.strictObject({
          name: z.string().regex(/^[\w-]{1,64}$/),
          description: z.string(),
          parameters: z.looseObject({ type: z.literal('object') }),
        }),
      }),
    )
    .min(1)
    .optional(),
  response_format: z
    .strictObject({
      type: z.literal('json_schema'),
      json_schema: z.strictObject({ name: z.string(), schema: z.looseObject({}), strict: z.boolean() }),
    })
    .optional(),
});
export type ChatRequest = z.infer<typeof chatRequest>;

/** What a part says: words, or calls of tools. */
export type Said =
  | { readonly text: string }
  | { readonly calls: readonly { readonly name: string; readonly arguments: unknown }[] };

const CALL_ID = 'call_';

export function wholeReply(request: ChatRequest, said: Said): object {
  return {
    ...{ id: 'chatcmpl-double', object: 'chat.completion', created: 1_790_000_000, model: request.model },
    choices: [
      {
        index: 0,
        message: 'text' in said ? { role: 'assistant', content: said.text } : callsMessage(said.calls),
        finish_reason: 'text' in said ? 'stop' : 'tool_calls',
      },
    ],
    usage: usageOf(request, said),
  };
}

function callsMessage(calls: Extract<Said, { calls: unknown }>['calls']): object {
  const told = calls.map((call, at) => ({
    ...{ id: `${CALL_ID}${at}`, type: 'function' },
    function: { name: call.name, arguments: JSON.stringify(call.arguments) },
  }));
  return { role: 'assistant', content: null, tool_calls: told };
}

/** The events of a stream, the last one "[DONE]". Text comes a few letters at a time. */
export function* streamEvents(request: ChatRequest, said: Said): Generator<string> {
  const event = (choice: object | null, more: object = {}) =>
    JSON.stringify({
      ...{ id: 'chatcmpl-double', object: 'chat.completion.chunk', created: 1_790_000_000, model: request.model },
      choices: choice === null ? [] : [choice],
      ...more,
    });
  yield event({ index: 0, delta: { role: 'assistant' }, finish_reason: null });
  if ('text' in said)
    for (const piece of pieces(said.text)) yield event({ index: 0, delta: { content: piece }, finish_reason: null });
  else
    for (const [at, call] of said.calls.entries()) {
      const id = `${CALL_ID}${at}`;
      const first = { index: at, id, type: 'function', function: { name: call.name, arguments: '' } };
      yield event({ index: 0, delta: { tool_calls: [first] }, finish_reason: null });
      for (const piece of pieces(JSON.stringify(call.arguments)))
        yield event({
          index: 0,
          delta: { tool_calls: [{ index: at, function: { arguments: piece } }] },
          finish_reason: null,
        });
    }
  yield event({ index: 0, delta: {}, finish_reason: 'text' in said ? 'stop' : 'tool_calls' });
  if (request.stream_options?.include_usage) yield event(null, { usage: usageOf(request, said) });
  yield '[DONE]';
}

const PIECE = 24;

function pieces(text: string): string[] {
  return text.match(new RegExp(`[\\s\\S]{1,${PIECE}}`, 'gu')) ?? [];
}

/** Some three letters a token, as Vietnamese has. */
function usageOf({ messages }: ChatRequest, said: Said): object {
  const prompt = Math.ceil(messages.reduce((sum, { content }) => sum + (content ?? '').length, 0) / 3);
  const completion = Math.ceil(('text' in said ? said.text : JSON.stringify(said.calls)).length / 3);
  return { prompt_tokens: prompt, completion_tokens: completion, total_tokens: prompt + completion };
}

/** The error body of OpenAI's own server. */
export function errorBody(message: string, type: string, code: string | null): object {
  return { error: { message, type, param: null, code } };
}
