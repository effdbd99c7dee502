import type { Context } from 'hono';
import * as z from 'zod';
import type { SimulationEnv } from '../faults/disturb.ts';
import type { Account } from '../people/account.ts';
import type { World } from '../world.ts';
import { failed, succeeded, type ZaloAnswer } from './zalo-answer.ts';

/** What went out beside chat, in the order in which it did. */
export interface SideMessage {
  readonly channel: 'group' | 'template' | 'notice';
  /** Id of the group chat, of the person in the account, or of the person in the Mini App. */
  readonly to: string;
  readonly text: string;
}

const groupSchema = z.object({
  recipient: z.object({ group_id: z.string().min(1) }),
  message: z.object({ text: z.string().min(1).max(2000) }),
});
const templateSchema = z.object({
  user_id: z.string().min(1),
  template_id: z.string(),
  template_data: z.record(z.string(), z.string()),
});
const noticeSchema = z.object({ templateId: z.string(), templateData: z.record(z.string(), z.string()) });

/** Source: platform notes, 3.9: the account writes only into groups of its own. */
export function sendToGroup(world: World, account: Account, body: unknown): ZaloAnswer {
  const frame = groupSchema.safeParse(body);
  if (!frame.success) return failed(-201, 'group_id is invalid');
  const { group_id: groupId } = frame.data.recipient;
  if (!account.settings.groupChats.includes(groupId)) return failed(-403, 'OA is not in this group');
  world.side.push({ channel: 'group', to: groupId, text: frame.data.message.text });
  return succeeded({ message_id: world.makeId('group'), group_id: groupId });
}

/** Source: platform notes, 5: only an approved template, and with every parameter that it has. */
export function sendTemplate(world: World, account: Account, body: unknown): ZaloAnswer {
  const frame = templateSchema.safeParse(body);
  if (!frame.success) return failed(-201, 'template_data is invalid');
  const { user_id: userId, template_id: templateId, template_data: data } = frame.data;
  const { template } = account.settings;
  if (template === null || template.id !== templateId) return failed(-249);
  if (template.fields.some((name) => !data[name])) return failed(-112, 'template_data is missing');
  world.side.push({ channel: 'template', to: userId, text: Object.values(data).join(' | ') });
  return succeeded({ message_id: world.makeId('template'), user_id: userId, sent_time: String(world.now()) });
}

/** Source: platform notes, 8.5. What it answers to a wrong key is not documented; an HTTP status is likeliest. */
export async function notifyInMiniApp(world: World, c: Context<SimulationEnv>): Promise<ZaloAnswer> {
  const { id, apiKey, templateId } = world.settings.miniApp;
  const isOurs = c.req.header('X-MiniApp-Id') === id && c.req.header('X-Api-Key') === `Bearer ${apiKey}`;
  if (!isOurs) return { status: 401, body: { message: 'Unauthorized' }, headers: {} };
  const frame = noticeSchema.safeParse(await c.req.json().catch(() => null));
  if (!frame.success || frame.data.templateId !== templateId) return failed(-201, 'templateId is invalid');
  const text = Object.values(frame.data.templateData).join(' | ');
  world.side.push({ channel: 'notice', to: c.req.header('X-User-Id') ?? '', text });
  return succeeded();
}
