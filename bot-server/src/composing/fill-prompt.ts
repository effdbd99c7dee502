import type { Prompt } from '../ports/prompts.ts';

/**
 * The prompt with its slots filled. What is filled in is never read for slots again, and cannot close a tag of the
 * prompt: angle brackets of it are put into words of their own kind.
 * @throws Error when a slot is not given: a fault of code, found by the first test that asks.
 */
export function fillPrompt({ name, text, slots }: Prompt, values: Readonly<Record<string, string>>): string {
  const missing = slots.find((slot) => values[slot] === undefined);
  if (missing !== undefined) throw new Error(`prompt ${name}: slot ${missing} is not filled`);
  return text.replace(/\{\{(\w+)\}\}/g, (_, slot: string) => harmless(values[slot] ?? ''));
}

function harmless(value: string): string {
  return value.replaceAll('<', '‹').replaceAll('>', '›');
}
