import OpenAI from 'openai';
import type {
  ChatCompletion,
  ChatCompletionChunk,
  ChatCompletionCreateParamsBase,
  ChatCompletionMessageParam,
} from 'openai/resources/chat/completions';
import {
  type LanguageModel,
  ModelFailure,
  type ModelMessage,
  type ModelRequest,
  type ModelTurn,
  type ModelUsage,
} from '../../ports/language-model.ts';
import { asFailure } from './model-failures.ts';

export interface OpenAiOptions {
  readonly apiKey: string;
  /** "http://127.0.0.1:11434/v1" */
  readonly baseUrl: string;
  readonly model: string;
  /** The longest wait for one answer, whatever the caller's signal allows. Milliseconds. */
  readonly timeoutMs: number;
}

/** One client for a server; it never tries again by itself: whoever asks has a rule-based answer and little time. */
export function openAiClient({ apiKey, baseUrl, timeoutMs }: Omit<OpenAiOptions, 'model'>): OpenAI {
  return new OpenAI({
    ...{ apiKey, baseURL: baseUrl, timeout: timeoutMs, maxRetries: 0 },
    // What the environment says beside our own variables is not for us, and the library prints nothing.
    ...{ organization: null, project: null, logLevel: 'off' },
  });
}

/**
 * Chat completions of any server that speaks the OpenAI protocol (a hosted one, vLLM, Ollama). Every fault is a
 * ModelFailure, and what it says never holds words of the question or of the answer.
 */
export function openAiModel(options: OpenAiOptions): LanguageModel {
  const client = openAiClient(options);
  const { model } = options;
  return {
    name: model,
    async complete(request, signal) {
      try {
        const reply = await client.chat.completions.create({ ...bodyOf(model, request), stream: false }, { signal });
        return turnOf(reply);
      } catch (error) {
        throw asFailure(error, signal);
      }
    },
    async stream(request, signal, onText) {
      try {
        const body = { ...bodyOf(model, request), stream: true as const, stream_options: { include_usage: true } };
        return await readStream(await client.chat.completions.create(body, { signal }), onText);
      } catch (error) {
        throw asFailure(error, signal);
      }
    },
  };
}

function bodyOf(model: string, { messages, tools, schema, most }: ModelRequest): ChatCompletionCreateParamsBase {
  return {
    ...{ model, temperature: 0, max_tokens: most, messages: messages.map(messageOf) },
    ...(tools.length === 0
      ? {}
      : {
          tools: tools.map(({ name, description, parameters }) => ({
            type: 'function' as const,
            function: { name, description, parameters },
          })),
        }),
    ...(schema === null
      ? {}
      : {
          response_format: {
            type: 'json_schema' as const,
            json_schema: { name: schema.name, schema: schema.schema, strict: true },
          },
        }),
  };
}

function messageOf(message: ModelMessage): ChatCompletionMessageParam {
  if (message.role === 'tool') return { role: 'tool', tool_call_id: message.callId, content: message.text };
  if (message.role !== 'assistant') return { role: message.role, content: message.text };
  const calls = message.calls.map(({ id, name, arguments: given }) => ({
    ...{ id, type: 'function' as const },
    function: { name, arguments: given },
  }));
  return { role: 'assistant', content: message.text, ...(calls.length === 0 ? {} : { tool_calls: calls }) };
}

function turnOf(reply: ChatCompletion): ModelTurn {
  const choice = reply?.choices?.[0];
  if (!choice?.message) throw new ModelFailure('malformed', 'no choice in the reply');
  const calls = (choice.message.tool_calls ?? []).flatMap((call) =>
    call.type === 'function' ? [{ id: call.id, name: call.function.name, arguments: call.function.arguments }] : [],
  );
  return {
    ...{ text: choice.message.content ?? '', calls, cut: choice.finish_reason === 'length' },
    usage: usageOf(reply.usage),
  };
}

/** A stream that ends without saying why has been cut. */
async function readStream(
  chunks: AsyncIterable<ChatCompletionChunk>,
  onText: (piece: string) => void,
): Promise<ModelTurn> {
  const calls = new Map<number, { id: string; name: string; arguments: string }>();
  let text = '';
  let ended: string | null = null;
  let usage: ModelUsage = NO_USAGE;
  for await (const chunk of chunks) {
    if (chunk.usage) usage = usageOf(chunk.usage);
    const choice = chunk.choices?.[0];
    if (!choice) continue;
    ended = choice.finish_reason ?? ended;
    const piece = choice.delta?.content ?? '';
    if (piece !== '') {
      text += piece;
      onText(piece);
    }
    for (const { index, id, function: called } of choice.delta?.tool_calls ?? []) {
      const before = calls.get(index) ?? { id: '', name: '', arguments: '' };
      calls.set(index, {
        id: before.id || (id ?? ''),
        name: before.name + (called?.name ?? ''),
        arguments: before.arguments + (called?.arguments ?? ''),
      });
    }
  }
  if (ended === null) throw new ModelFailure('cut_off', 'the stream ended without a reason');
  return { text, calls: [...calls.values()], cut: ended === 'length', usage };
}

const NO_USAGE: ModelUsage = { prompt: 0, completion: 0 };

function usageOf(usage: { prompt_tokens?: number; completion_tokens?: number } | null | undefined): ModelUsage {
  return { prompt: usage?.prompt_tokens ?? 0, completion: usage?.completion_tokens ?? 0 };
}
