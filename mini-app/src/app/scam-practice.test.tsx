import type { ScamPracticeReply } from '@phuong-so/shared/contracts/learning';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { FakeServer, json, NAMED_WARD, noNetwork } from '../../testing/fake-server.ts';
import { openApp } from '../../testing/open-app.tsx';

afterEach(cleanup);

const item = (id: string, isScam: boolean): ScamPracticeReply['items'][number] => ({
  ...{ id, from: 'Số lạ', text: `Tin ${id}`, is_scam: isScam, signs: [`Chỗ lộ của tin ${id}`] },
  ...{ what_to_do: 'Không trả lời.', where_to_report: isScam ? 'Công an phường.' : null },
});

function server(items: ScamPracticeReply['items']) {
  const fake = new FakeServer();
  fake.wards = () => json({ wards: [NAMED_WARD] });
  fake.replies.scamPractice = () => json({ items });
  return fake;
}

it('one message a screen: judge, be told why, and see at the end how many were right', async () => {
  const app = await openApp(server([item('một', true), item('hai', false)]), '/hoc/lua-dao-hay-that');
  expect(await screen.findByText('Tin 1/2. Tin bịa ra để luyện tập.')).toBeVisible();
  expect(screen.queryByText('Tin hai')).toBeNull();
  await app.user.click(screen.getByRole('button', { name: 'Lừa đảo' }));
  const why = screen.getByRole('region', { name: 'Giải thích' });
  await waitFor(() => expect(within(why).getByRole('heading', { level: 2 })).toHaveFocus());
  expect(why).toHaveTextContent('Bác nhận đúng rồi. Đây là tin lừa đảo.');
  expect(why).toHaveTextContent('Chỗ lộ của tin một');
  expect(why).toHaveTextContent('Báo ở đâu: Công an phường.');
  expect(screen.queryByRole('button', { name: 'Lừa đảo' })).toBeNull();
  await app.user.click(screen.getByRole('button', { name: 'Tin tiếp theo' }));
  expect(screen.getByText('Tin hai')).toBeVisible();
  await app.user.click(screen.getByRole('button', { name: 'Lừa đảo' }));
  expect(screen.getByRole('region', { name: 'Giải thích' })).toHaveTextContent('Chưa đúng. Đây là tin thật.');
  await app.user.click(screen.getByRole('button', { name: 'Xem kết quả' }));
  expect(screen.getByRole('heading', { name: 'Bác nhận đúng 1/2 tin.' })).toHaveFocus();
  expect(screen.getByText('Tin hai')).toBeVisible();
  expect(screen.queryByText('Tin một')).toBeNull();
  await app.user.click(screen.getByRole('button', { name: 'Tập tiếp lượt nữa' }));
  expect(screen.getByText('Tin 1/2. Tin bịa ra để luyện tập.')).toBeVisible();
});

it('the next round brings the messages that the first one had not', async () => {
  const items = Array.from({ length: 12 }, (_, at) => item(`số ${at + 1}`, true));
  const app = await openApp(server(items), '/hoc/lua-dao-hay-that');
  for (let at = 1; at <= 10; at += 1) {
    await app.user.click(await screen.findByRole('button', { name: 'Lừa đảo' }));
    await app.user.click(screen.getByRole('button', { name: at === 10 ? 'Xem kết quả' : 'Tin tiếp theo' }));
  }
  await app.user.click(screen.getByRole('button', { name: 'Tập tiếp lượt nữa' }));
  expect(screen.getByText('Tin số 11')).toBeVisible();
  expect(screen.getByText('Tin 1/2. Tin bịa ra để luyện tập.')).toBeVisible();
});

it('goes on without a network once it was opened', async () => {
  const fake = server([item('một', true)]);
  const app = await openApp(fake, '/hoc/lua-dao-hay-that');
  await screen.findByText('Tin một');
  fake.replies.scamPractice = noNetwork;
  await app.reopen('/hoc/lua-dao-hay-that');
  expect(await screen.findByText('Tin một')).toBeVisible();
});
