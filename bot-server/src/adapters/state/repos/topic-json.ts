import type { Topic } from '@phuong-so/shared/domain/conversation';
import * as z from 'zod';

const ids = z.array(z.string());
const topicSchema = z.object({
  ward: z.string(),
  intent: z.string().nullable(),
  unitIds: ids,
  taskIds: ids,
  targetIds: ids,
  year: z.string().nullable(),
  documentId: z.string().nullable(),
  serviceId: z.string().optional(),
});

/** Drops whatever is not a resolved id, so that no word of a message gets stored. */
export function topicToJson(topic: Topic): string {
  return JSON.stringify(topicSchema.parse(topic));
}

/** A topic that an older version wrote in another shape is as good as none: the person is asked again. */
export function topicFromJson(json: string): Topic | null {
  const parsed = topicSchema.safeParse(JSON.parse(json));
  return parsed.success ? parsed.data : null;
}
