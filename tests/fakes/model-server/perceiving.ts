import * as z from 'zod';
import { errorBody } from './protocol.ts';

/** What a client may send with a picture to `/v1/chat/completions`. Strange fields are refused. */
const pictureRequest = z.strictObject({
  model: z.string().min(1),
  temperature: z.number().optional(),
  max_tokens: z.int().positive().optional(),
  stream: z.literal(false).optional(),
  messages: z.tuple([
    z.strictObject({
      role: z.literal('user'),
      content: z.tuple([
        z.strictObject({ type: z.literal('text'), text: z.string().min(1) }),
        z.strictObject({
          type: z.literal('image_url'),
          image_url: z.strictObject({ url: z.string().regex(/^data:image\/(?:jpeg|png|webp);base64,[\w+/]+=*$/) }),
        }),
      ]),
    }),
  ]),
});

export function hasPicture(body: unknown): boolean {
  return JSON.stringify(body).includes('"image_url"');
}

/** The reply of a model with eyes that says `seen`. */
export function pictureReply(body: unknown, seen: string): { status: number; reply: object } {
  const parsed = pictureRequest.safeParse(body);
  if (!parsed.success) return { status: 400, reply: errorBody(parsed.error.message, 'invalid_request_error', null) };
  const message = { role: 'assistant', content: seen };
  const choices = [{ index: 0, message, finish_reason: 'stop' }];
  const usage = { prompt_tokens: 900, completion_tokens: seen.length, total_tokens: 900 + seen.length };
  const head = { id: 'chatcmpl-double', object: 'chat.completion', created: 1_790_000_000, model: parsed.data.model };
  return { status: 200, reply: { ...head, choices, usage } };
}

/** A recording as it came with the request. */
export interface Recording {
  readonly name: string;
  readonly bytes: Buffer;
  readonly language: string;
  readonly model: string;
}

/** null for a request without a file, which the real server refuses too. */
export async function readRecording(body: Buffer, contentType: string): Promise<Recording | null> {
  const type = { 'content-type': contentType };
  const form = await new Response(new Uint8Array(body), { headers: type }).formData().catch(() => new FormData());
  const file = form.get('file');
  if (!(file instanceof File)) return null;
  const bytes = Buffer.from(await file.arrayBuffer());
  return { name: file.name, bytes, language: String(form.get('language')), model: String(form.get('model')) };
}
