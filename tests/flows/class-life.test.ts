import { chatLearnerId } from '@phuong-so/shared/domain/learning';
import { expect, onTestFinished, test } from 'vitest';
import type { Classes } from '../../bot-server/src/ports/classes.ts';
import { OA } from '../fakes/delivery-desk.ts';
import { noticeDesk } from '../fakes/notice-desk.ts';
import { testServer } from '../fakes/test-server.ts';

const HOUR = 3_600_000;

/** A class from its opening to the numbers it gives: over the API, the chat, and a simulated Zalo. */
test('open, two for the last seat, wait, give up, moved up and told, reminded once, checked in, counted', async () => {
  const desk = await noticeDesk({ start: '2026-11-20T09:00:00+07:00' }, { accounts: [{ oaId: OA, ward: null }] });
  const { clock, classes, learning, people } = desk;
  // A demonstration's class would not count.
  const real: Classes = { ...classes, open: (wanted) => classes.open({ ...wanted, demo: false }) };
  const server = await testServer({ DEMO: '1' }, { clock, classes: real, learning, people });
  onTestFinished(() => server.close());
  const ward = server.deps.index.wards()[0]?.key ?? '';
  const token = { official: await server.signIn('official', ward), lan: await server.signIn('resident', ward) };
  const call = async (who: keyof typeof token, method: string, path: string, body?: unknown) =>
    (await server.call(method, `/api/v1${path}`, { token: token[who], body })).json;
  const lan = (await call('lan', 'GET', '/me')).user.id as string;
  await people.choose(lan, { ward });
  await desk.writes('hung-trong-chat');
  await desk.writes('lan-trong-chat');
  await desk.joins(lan, 'lan-trong-chat');

  const held = await call('official', 'POST', '/classes', {
    ...{
      ward,
      group: null,
      course: null,
      title: 'Dùng VNeID',
      place: 'Nhà văn hóa',
      seats: 1,
      teacher: 'Tổ công nghệ số',
    },
    ...{ starts_at: '2026-11-21T19:00:00+07:00', ends_at: '2026-11-21T21:00:00+07:00' },
  });

  const hung = chatLearnerId({ oaId: OA, userId: 'hung-trong-chat' });
  const inChat = { id: hung, calledName: 'anh Hùng', group: null, ageBand: null, at: clock.now().getTime() };
  const inApp = { called_name: 'bác Lan', group: null, age_band: '60_up' };
  const [app, chat] = await Promise.all([
    call('lan', 'POST', `/classes/${held.id}/place`, inApp),
    classes.take(held.id, [hung], inChat),
  ]);
  expect([app.place.state, chat?.state].sort()).toEqual(['seated', 'waiting']);

  // Whoever sits gives up: the other sits, and is told in the chat that is known to be theirs.
  const lanSat = app.place.state === 'seated';
  if (lanSat) await call('lan', 'DELETE', `/classes/${held.id}/place`);
  else await classes.giveUp(held.id, [hung], clock.now().getTime());
  expect(await desk.minute()).toBe(1);
  expect(await desk.minute()).toBe(0);
  const seatedChat = lanSat ? 'hung-trong-chat' : 'lan-trong-chat';
  expect(desk.arrived(seatedChat)).toEqual([
    'Phường Mẫu báo tin: bạn đã được xếp chỗ trong lớp “Dùng VNeID”, Thứ Bảy 21/11, 19h, tại Nhà văn hóa.\nKhông đi được, bạn nhắn HỦY LỚP để nhường chỗ cho người khác.',
  ]);
  // Who gave up asks again and stands in line; nobody is told anything.
  if (lanSat) expect((await call('lan', 'POST', `/classes/${held.id}/place`, inApp)).place.position).toBe(1);

  // The evening before, once.
  clock.advance(8.9 * HOUR);
  expect(await desk.minute()).toBe(0);
  clock.advance(0.2 * HOUR);
  expect([await desk.minute(), await desk.minute()]).toEqual([1, 0]);
  expect(desk.arrived(seatedChat).at(-1)).toMatch(/^Phường Mẫu nhắc: .*Thứ Bảy 21\/11, 19h[\s\S]*DỪNG NHẮC\.$/);
  clock.advance(16 * HOUR);
  expect(await desk.minute()).toBe(0);
  expect(desk.control.messages().filter(({ quota }) => quota === 'charged')).toEqual([]);

  // At the door: who sits in the chat is marked by list, who sits in the app checks in by code.
  clock.advance(9 * HOUR);
  const roll = await call('official', 'GET', `/classes/${held.id}/roll`);
  const seated = roll.places.find(({ state }: { state: string }) => state === 'seated');
  const { code } = await call('official', 'GET', `/classes/${held.id}/check-in-code`);
  if (lanSat) await call('official', 'POST', `/classes/${held.id}/attendance`, { places: [seated.id], present: true });
  else expect((await call('lan', 'POST', `/classes/${held.id}/check-in`, { code })).place.attended).toBe(true);
  expect(await call('official', 'GET', `/learning-counts?ward=${ward}`)).toMatchObject({ people: 1, attendances: 1 });
});
