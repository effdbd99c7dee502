import { readAloudBody } from '@phuong-so/shared/contracts/read-aloud';
import type * as z from 'zod/mini';
import { readPart } from '../../flows/read-aloud/read-part.ts';
import { Refusal } from '../problems.ts';
import { type FileReply, LISTENING, route } from '../route.ts';

export const readAloud = route<undefined, undefined, z.infer<typeof readAloudBody>, FileReply>({
  method: 'post',
  path: '/api/v1/read-aloud',
  summary: 'Một đoạn của câu trả lời vừa nhận, đọc thành tiếng (MP3); chỉ đọc lời của chính trợ lý',
  pace: LISTENING,
  body: readAloudBody,
  reply: null,
  async handle({ body: { token, part } }, deps) {
    if (deps.readAloud === null) throw new Refusal('reading_unknown');
    const read = await readPart(deps.readAloud, token, part);
    if (read.kind === 'unknown') throw new Refusal('reading_unknown');
    if (read.kind === 'unavailable') throw new Refusal('reading_unavailable', undefined, { 'retry-after': '60' });
    const { bytes } = read;
    return { bytes, type: 'audio/mpeg', name: `doan-${part + 1}.mp3`, tag: `${token}-${part}`, caching: 'no-store' };
  },
});
