import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { type FakeServer, json, SESSION, signedIn } from '../../testing/fake-server.ts';
import { openAt, SIGNED_IN_PHONE } from '../../testing/open-learning.ts';
import type { ReachReply } from '../api/announcement-endpoints.ts';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const REACH: ReachReply = {
  ...{ ward: 'an-binh', from: '2026-11-01', until: '2026-11-30', broadcasts: 4, unsubscribed: 2 },
  by_channel: [
    { channel: 'feed', sent: 200, seen: 60, answered: 10 },
    { channel: 'oa', sent: 100, seen: 80, answered: 40 },
    { channel: 'zbs', sent: 5, seen: 5, answered: 0 },
  ],
  by_kind: [{ kind: 'meeting', people: 120, seen: 90, answered: 50, muted: 3 }],
  reads_by_hour: [
    { hour: 7, reads: 20 },
    { hour: 19, reads: 45 },
  ],
};

function open(reach: ReachReply, role: 'official' | 'leader' = 'official', address = '/gui-thong-bao/den-duoc') {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-29T02:00:00Z') });
  const asked: string[] = [];
  const change = (server: FakeServer) => {
    signedIn(server);
    server.replies.signIn = () => json({ ...SESSION, user: { ...SESSION.user, role, ward: 'an-binh' } });
    server.replies.classes = () => json({ ward: 'an-binh', classes: [] });
    server.replies.reach = ({ searchParams }) => {
      asked.push(`${searchParams.get('from')} ${searchParams.get('until')}`);
      return json(reach);
    };
  };
  return openAt(address, change, SIGNED_IN_PHONE).then((app) => ({ ...app, asked }));
}

it('says in sentences which way, kind and hour reach people, without percentages of small numbers', async () => {
  await open(REACH);
  const ways = await screen.findByRole('region', { name: 'Theo cách gửi' });
  expect(ways).toHaveTextContent(/Được xem nhiều nhất là tin nhắn Zalo của phường: 80 % số lượt gửi/);
  expect(ways).toHaveTextContent('60 trong 200 lượt đã xem (30 %), 10 lượt trả lời.');
  expect(ways).toHaveTextContent('5 trong 5 lượt đã xem, chưa ai trả lời.');
  expect(screen.getByRole('region', { name: 'Theo loại tin' })).toHaveTextContent('Có 3 người đã tắt loại này.');
  const hours = screen.getByRole('region', { name: 'Theo giờ xem' });
  expect(within(hours).getByRole('img', { name: /19 giờ đến 20 giờ: 45 trong 65 lượt xem/ })).toBeVisible();
  expect(screen.getByText(/2 người đã xin không nhận/)).toBeVisible();
});

it('asks for the month that is chosen', async () => {
  const { user, asked } = await open(REACH);
  await waitFor(() => expect(asked).toEqual(['2026-11-01 2026-11-30']));
  await user.selectOptions(await screen.findByRole('combobox', { name: 'Tháng' }), 'Tháng 2/2026');
  await waitFor(() => expect(asked).toEqual(['2026-11-01 2026-11-30', '2026-02-01 2026-02-28']));
});

it('says that nothing was sent', async () => {
  await open({ ...REACH, broadcasts: 0, by_channel: [], by_kind: [], reads_by_hour: [] });
  expect(await screen.findByText(/Trong tháng 11\/2026 phường chưa gửi thông báo nào/)).toBeVisible();
});

it.each([
  ['official', true],
  ['leader', false],
] as const)('is found beside the class counts by the ward’s officials: %s', async (role, isThere) => {
  await open(REACH, role, '/lop-hoc');
  await screen.findByRole('link', { name: /Số người đã học/ });
  expect(screen.queryByRole('link', { name: /Tin nào đến được bà con/ }) !== null).toBe(isThere);
});
