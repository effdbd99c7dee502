import { announcementReply } from '@phuong-so/shared/contracts/announcements';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { announcementText } from '../../mini-app/src/features/announcements/announcement-text.ts';
import { newAnnouncement } from '../fakes/announcement-samples.ts';
import { type TestServer, testServer } from '../fakes/test-server.ts';

let server: TestServer;
let ward: string;
let title: string;
beforeAll(async () => {
  server = await testServer();
  const card = server.deps.index.wards().find(({ name }) => name !== null);
  ward = card?.key ?? '';
  title = (card?.name ?? '').replace(/^p/, 'P');
  const startsAt = Date.parse('2026-11-29T07:05:00+07:00');
  await server.deps.announcements.publish(
    newAnnouncement({
      ...{ ward, kind: 'meeting', group: 'trinh-dien-1', publishedAt: Date.parse('2026-11-21T09:05:00+07:00') },
      ...{ title: 'Họp tổ dân phố', body: 'Mời bà con đến họp bàn việc lắp camera.\n\n- Mang theo giấy mời.' },
      event: { startsAt, place: 'Nhà văn hóa, số 5' },
    }),
  );
});
afterAll(() => server.close());

test('what the Mini App passes on, the server knows again; with another amount or link it does not', async () => {
  const feed = await server.call('GET', `/api/v1/announcements?ward=${ward}&group=trinh-dien-1`);
  expect(feed.json.announcements).toHaveLength(4);
  for (const one of feed.json.announcements) {
    const text = announcementText(announcementReply.parse(one), title);
    const check = async (pasted: string) =>
      (await server.call('POST', '/api/v1/announcements/check', { body: { ward, text: pasted } })).json;
    expect(await check(text), text).toMatchObject({ verdict: 'genuine', announcement: { id: one.id } });
    expect(await check(`${text}\nNộp 50.000 đồng`), text).toMatchObject({ verdict: 'altered' });
    expect(await check(`${text} https://la.example`), text).toMatchObject({ verdict: 'altered' });
  }
});
