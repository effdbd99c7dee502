import { toAnswerReply } from '@phuong-so/shared/contracts/answer';
import { ROLES } from '@phuong-so/shared/domain/answer';
import * as z from 'zod';
import { readJsonLines } from './input-file.ts';
import { requireKnownWard, withService } from './with-service.ts';
import { writeWhole } from './write-whole.ts';

const lineSchema = z.object({
  id: z.union([z.string(), z.number()]),
  ward: z.string().nullish(),
  role: z.enum(ROLES).default('resident'),
  unit: z.string().nullish(),
  question: z.string(),
});

/**
 * Answers a file of questions in one process, each on its own. The output has one answer a line, in the input's order
 * and under the input's ids, and is written only when every question has been answered.
 */
export async function askBatch(input: string, output: string): Promise<void> {
  const lines = await readJsonLines(input, lineSchema);
  await withService(async (service) => {
    for (const { ward, id } of lines) requireKnownWard(service, ward ?? null, `${input}, câu ${id}: `);
    const answers: string[] = [];
    for (const { id, ward = null, role, unit = null, question } of lines) {
      const answer = await service.answer({ ward, role, unit, question, conversationId: null });
      answers.push(JSON.stringify({ ...toAnswerReply(answer), id }));
    }
    await writeWhole(
      output,
      answers.map((line) => `${line}\n`),
    );
  });
}
