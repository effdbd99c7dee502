import * as z from 'zod';
import { COMPLETENESS, type Composition } from './evidence.ts';

/** More than anybody reads in an answer; what a model says beyond is not looked at. */
const MOST_SENTENCES = 12;
const LONGEST_SENTENCE = 600;

const sentence = z.object({
  text: z.string().trim().min(1).max(LONGEST_SENTENCE),
  evidence: z.array(z.string().max(20)).max(20),
});
const composition = z.object({
  completeness: z.enum(COMPLETENESS),
  sentences: z.array(z.unknown()),
});

/** What a model must answer with. Completeness stands first, so that a stream tells it before any sentence. */
export const COMPOSITION_SCHEMA = {
  name: 'answer',
  schema: {
    type: 'object',
    properties: {
      completeness: { type: 'string', enum: [...COMPLETENESS] },
      sentences: {
        type: 'array',
        items: {
          type: 'object',
          properties: { text: { type: 'string' }, evidence: { type: 'array', items: { type: 'string' } } },
          required: ['text', 'evidence'],
          additionalProperties: false,
        },
      },
    },
    required: ['completeness', 'sentences'],
    additionalProperties: false,
  },
} as const;

/**
 * A model's whole answer; null when it is not what it must be. A sentence that is none, or longer than anybody reads, is
 * left out.
 */
export function readComposition(text: string): Composition | null {
  const parsed = composition.safeParse(readJson(text));
  if (!parsed.success) return null;
  const sentences = parsed.data.sentences.slice(0, MOST_SENTENCES).flatMap((one) => sentence.safeParse(one).data ?? []);
  return { completeness: parsed.data.completeness, sentences };
}

/** A sentence of a model's answer; null when it is not what it must be. */
export function readSentence(json: string): Composition['sentences'][number] | null {
  const parsed = sentence.safeParse(jsonOf(json));
  return parsed.success ? parsed.data : null;
}

/** The JSON of a reply; undefined where it is none. Small models put it between fences of code. */
export function readJson(text: string): unknown {
  return jsonOf((/```(?:json)?\s*([\s\S]*?)```/.exec(text)?.[1] ?? text).trim());
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
