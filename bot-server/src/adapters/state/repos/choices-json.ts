import * as z from 'zod';

const schema = z.array(z.string());

export function choicesToJson(choices: readonly string[]): string {
  return JSON.stringify(choices);
}

/** Choices in a shape that another version wrote are left out: the text lists them all the same. */
export function choicesFromJson(json: string): readonly string[] {
  return schema.safeParse(JSON.parse(json)).data ?? [];
}
