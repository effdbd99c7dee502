import { toAnswerReply } from '@phuong-so/shared/contracts/answer';
import { readArguments, readRole } from './arguments.ts';
import { askBatch } from './ask-batch.ts';
import { CliError } from './cli-error.ts';
import { print } from './output.ts';
import { requireKnownWard, withService } from './with-service.ts';

const USAGE =
  'npm run -s ask -- --ward KEY [--role resident|leader|official] [--unit TÊN] [--json] "câu hỏi", hoặc --batch IN.jsonl --out OUT.jsonl';

export async function ask(args: readonly string[]): Promise<void> {
  const text = { type: 'string' } as const;
  const options = { ward: text, role: text, unit: text, batch: text, out: text, json: { type: 'boolean' } } as const;
  const { values, positionals } = readArguments(args, options, USAGE);
  if (values.batch !== undefined || values.out !== undefined) {
    if (!values.batch || !values.out) throw new CliError(`Cần cả --batch và --out. Cách dùng: ${USAGE}`);
    return askBatch(values.batch, values.out);
  }
  const question = positionals.join(' ').trim();
  if (question === '') throw new CliError(`Thiếu câu hỏi. Cách dùng: ${USAGE}`);
  const role = readRole(values.role);
  const ward = values.ward ?? null;
  await withService(async (service) => {
    requireKnownWard(service, ward);
    const unit = values.unit ?? null;
    const answer = toAnswerReply(await service.answer({ ward, role, unit, question, conversationId: null }));
    print(values.json ? JSON.stringify(answer, null, 2) : readable(answer));
  });
}

function readable({ text, citations }: ReturnType<typeof toAnswerReply>): string {
  const sources = citations.map(({ document, section, quote }) => `- ${document}, ${section}: “${quote}”`);
  return sources.length === 0 ? text : [text, '', 'Nguồn:', ...sources].join('\n');
}
