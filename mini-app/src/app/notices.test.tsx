import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type FakeServer, json, noNetwork, PROFILE, SESSION, signedIn } from '../../testing/fake-server.ts';
import { openAt, SIGNED_IN_PHONE, sent } from '../../testing/open-learning.ts';
import type { NoticeChoices } from '../api/announcement-endpoints.ts';
import type { Platform } from '../zalo/platform.ts';

afterEach(cleanup);

const ALL: NoticeChoices = { muted: [], oa: true, mini_app: false };
const PUT = 'PUT chooseNotices';

const open = (
  choices: NoticeChoices = ALL,
  change: (server: FakeServer) => void = () => undefined,
  phone: Partial<Platform> = {},
) =>
  openAt(
    '/toi/nhan-tin',
    (server) => {
      let kept = choices;
      signedIn(server);
      server.replies.noticeChoices = () => json(kept);
      server.replies.chooseNotices = (_url, body) => {
        kept = body as NoticeChoices;
        return json(kept);
      };
      change(server);
    },
    { ...SIGNED_IN_PHONE, ...phone },
  );
const kind = (name: RegExp) => screen.findByRole('switch', { name });

it('turns kinds off and on, each with what it is about, the urgent one first and explained', async () => {
  const { user, server, reopen } = await open({ ...ALL, muted: ['fee'] });
  expect(await kind(/^Khẩn.*Nên để bật/)).toBeChecked();
  expect(screen.getAllByRole('switch')[0]).toHaveTextContent(/^Khẩn/);
  expect(await kind(/^Khoản thu/)).not.toBeChecked();
  await user.click(await kind(/^Mời họp/));
  await waitFor(async () => expect(await kind(/^Mời họp/)).not.toBeChecked());
  expect(sent(server, PUT)).toEqual([{ ...ALL, muted: ['fee', 'meeting'] }]);
  expect(screen.getByText(/vẫn có trong mục Thông báo/)).toBeVisible();
  await reopen('/toi/nhan-tin');
  expect(await kind(/^Mời họp/)).not.toBeChecked();
  await user.click(await kind(/^Khoản thu/));
  await waitFor(async () => expect(await kind(/^Khoản thu/)).toBeChecked());
});

it('stops the account’s messages, and says how to join the chat where it is not known', async () => {
  const { user, server } = await open();
  await user.click(await kind(/^Tin nhắn Zalo của phường/));
  await waitFor(() => expect(sent(server, PUT)).toEqual([{ ...ALL, oa: false }]));
  expect(await screen.findByRole('link', { name: /Nhập mã liên kết/ })).toBeVisible();
});

it('says nothing of joining to whom the chat is known', async () => {
  await open(ALL, (server) => {
    server.replies.me = () => json({ user: SESSION.user, profile: { ...PROFILE, chat_linked: true } });
  });
  await kind(/^Khẩn/);
  await waitFor(() => expect(screen.queryByRole('link', { name: /Nhập mã liên kết/ })).toBeNull());
});

it('leaves the switch as it was when the change did not arrive', async () => {
  const { user } = await open(ALL, (server) => {
    server.replies.chooseNotices = noNetwork;
  });
  await user.click(await kind(/^Y tế/));
  expect(await screen.findByText(/Không kết nối được/)).toBeVisible();
  expect(await kind(/^Y tế/)).toBeChecked();
});

it('tells whoever is not signed in where it can be chosen', async () => {
  await openAt('/toi/nhan-tin');
  expect(await screen.findByText(/Chọn loại tin cần tài khoản Zalo/)).toBeVisible();
  expect(screen.queryByRole('switch')).toBeNull();
});

describe('consent to notifications', () => {
  it('is explained before Zalo is asked, and "Để sau" asks nothing', async () => {
    const requestNotifications = vi.fn(async () => 'done' as const);
    const { user } = await open(ALL, undefined, { requestNotifications });
    await user.click(await screen.findByRole('button', { name: 'Bật thông báo' }));
    expect(screen.getByRole('dialog', { name: 'Nhận thông báo qua Zalo?' })).toBeVisible();
    await user.click(await screen.findByRole('button', { name: 'Để sau' }));
    expect(requestNotifications).not.toHaveBeenCalled();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('given: the server learns it with ward and group, and it can be taken back', async () => {
    const changed = (notifications: boolean) => () =>
      json({ user: SESSION.user, profile: { ...PROFILE, notifications, ward: 'an-binh' } });
    const { user, server } = await open(ALL, undefined, { requestNotifications: async () => 'done' });
    server.replies.changeMe = changed(true);
    await user.click(await screen.findByRole('button', { name: 'Bật thông báo' }));
    await user.click(await screen.findByRole('button', { name: 'Đồng ý nhận' }));
    expect(await screen.findByText('Đang nhận thông báo của phường qua Zalo.')).toBeVisible();
    const sent = server.bodies[server.called.lastIndexOf('PATCH changeMe')];
    expect(sent).toEqual({ notifications: true, ward: 'an-binh', group: null });
    server.replies.changeMe = changed(false);
    await user.click(await screen.findByRole('button', { name: 'Tắt thông báo' }));
    expect(await screen.findByText('Chưa nhận thông báo của phường qua Zalo.')).toBeVisible();
  });

  it.each([
    ['refused', /Chưa bật thông báo. Mọi mục khác vẫn dùng được/],
    ['unavailable', /Máy này chưa bật được/],
  ] as const)('%s: says so, and the page stays as it was', async (result, words) => {
    const { user, server } = await open(ALL, undefined, { requestNotifications: async () => result });
    await user.click(await screen.findByRole('button', { name: 'Bật thông báo' }));
    await user.click(await screen.findByRole('button', { name: 'Đồng ý nhận' }));
    expect(await screen.findByText(words)).toBeVisible();
    expect(server.bodies).not.toContainEqual(expect.objectContaining({ notifications: expect.anything() }));
    expect(screen.getByRole('button', { name: 'Bật thông báo' })).toBeEnabled();
  });
});
