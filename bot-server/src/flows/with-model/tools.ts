import * as z from 'zod';
import type { Shown } from '../../answering/evidence-of.ts';
import type { ModelTool, ToolCall } from '../../ports/language-model.ts';
import { findCourse, findProcedure } from './find-in-files.ts';
import type { LookUp } from './look-up.ts';
import { getDeadlines, getTargets, listTasks, searchPassages, wardFacts } from './look-up.ts';

interface Tool {
  readonly description: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** null = the arguments are not what they must be. */
  readonly run: (place: LookUp, given: unknown) => readonly Shown[] | null;
}

const words = z.string().trim().min(1).max(300);
const query = z.object({ query: words.describe('Điều cần tìm, bằng tiếng Việt') });

function tool<Arguments>(
  description: string,
  schema: z.ZodType<Arguments>,
  run: (place: LookUp, given: Arguments) => readonly Shown[],
): Tool {
  const { $schema: _, ...parameters } = z.toJSONSchema(schema);
  return {
    description,
    parameters,
    run: (place, given) => {
      const parsed = schema.safeParse(given);
      return parsed.success ? run(place, parsed.data) : null;
    },
  };
}

/**
 * What a model may look up: the functions by which the rules themselves look things up, in the plan of the ward that the
 * question is about. Whose ward and which role is not theirs to say: an argument of that name is not read.
 */
const TOOLS: Readonly<Record<string, Tool>> = {
  search_passages: tool('Tìm câu và dòng trong kế hoạch của phường', query, searchPassages),
  list_tasks: tool(
    'Liệt kê nhiệm vụ trong kế hoạch, có thể lọc theo đơn vị chủ trì',
    z.object({ unit: words.optional().describe('Tên đơn vị'), query: words.optional() }),
    listTasks,
  ),
  get_targets: tool(
    'Tìm chỉ tiêu và con số của từng năm trong kế hoạch',
    z.object({
      query: words,
      year: z
        .string()
        .regex(/^\d{4}$/)
        .optional(),
    }),
    getTargets,
  ),
  get_deadlines: tool('Các hạn báo cáo và thời hạn mà kế hoạch đặt ra', z.object({}), getDeadlines),
  find_procedure: tool('Tìm thủ tục hành chính theo lời người dân', query, findProcedure),
  find_course: tool('Tìm khóa học kỹ năng số', query, findCourse),
  ward_facts: tool('Số, tên, cơ quan ban hành, người ký, nơi nhận của kế hoạch', z.object({}), wardFacts),
};

export const MODEL_TOOLS: readonly ModelTool[] = Object.entries(TOOLS).map(([name, { description, parameters }]) => ({
  name,
  description,
  parameters,
}));

/** What a call finds; null when there is no such tool or its arguments are not what they must be. */
export function runTool(place: LookUp, { name, arguments: given }: ToolCall): readonly Shown[] | null {
  return Object.hasOwn(TOOLS, name) ? (TOOLS[name]?.run(place, jsonOf(given)) ?? null) : null;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text === '' ? '{}' : text);
  } catch {
    return undefined;
  }
}
