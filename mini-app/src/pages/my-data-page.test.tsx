import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  answer,
  FakeServer,
  json,
  NAMED_WARD,
  noNetwork,
  PROFILE,
  SESSION,
  signedIn,
} from '../../testing/fake-server.ts';
import { type OpenedApp, openApp } from '../../testing/open-app.tsx';
import type { Platform } from '../zalo/platform.ts';

const IN_ZALO: Partial<Platform> = { kind: 'zalo', accessToken: async () => 'zalo-token' };
let server: FakeServer;
let app: OpenedApp;

const open = async (address: string, phone: Partial<Platform> = {}) => {
  app = await openApp(server, address, phone);
};
const press = async (name: string | RegExp) => app.user.click(await screen.findByRole('button', { name }));

beforeEach(() => {
  server = new FakeServer();
  server.wards = () => json({ wards: [NAMED_WARD] });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  document.documentElement.removeAttribute('style');
});

describe('my data', () => {
  const withHistory = async (phone: Partial<Platform>) => {
    await open('/hoi-dap', phone);
    await app.user.type(await screen.findByRole('textbox', { name: /Câu hỏi/ }), 'Hạn nộp?{Enter}');
    await screen.findByText(answer().text, { selector: 'p' });
    await app.reopen('/toi/du-lieu');
    await screen.findByText('1 câu hỏi và câu trả lời gần nhất.');
  };
  const kept = () => Object.keys(window.localStorage).filter((key) => key.startsWith('phuong-so.'));
  const erase = async () => {
    await press('Xóa dữ liệu của tôi');
    const dialog = screen.getByRole('alertdialog', { name: 'Xóa dữ liệu của tôi?' });
    expect(dialog).toHaveTextContent(/Không lấy lại được/);
    await app.user.click(within(dialog).getByRole('button', { name: 'Xóa hết' }));
  };

  it('is erased at the server and on the device, and nobody is signed in again by looking', async () => {
    signedIn(server);
    server.replies.eraseMe = () => json({ erased: true });
    await withHistory(IN_ZALO);
    expect(kept()).not.toEqual([]);
    await erase();
    expect(await screen.findByText('Đã xóa dữ liệu trên máy này và trên máy chủ.')).toBeVisible();
    expect(kept()).toEqual([]);
    expect(screen.getByText('Chưa có câu hỏi nào.')).toBeVisible();
    expect(server.called.filter((one) => one === 'POST signIn')).toHaveLength(1);
  });

  it.each([
    ['in a browser', {}, /Máy chủ không giữ gì gắn với máy này/],
    ['without a network', IN_ZALO, /Phần trên máy chủ chưa xóa được/],
  ] as const)('%s the device is cleared all the same', async (_name, phone, words) => {
    await withHistory(phone);
    server.replies.signIn = noNetwork;
    await erase();
    expect(await screen.findByText(words)).toBeVisible();
    expect(kept()).toEqual([]);
  });

  it('"Giữ lại" erases nothing', async () => {
    await withHistory({});
    const before = kept();
    await press('Xóa dữ liệu của tôi');
    await press('Giữ lại');
    expect(kept()).toEqual(before);
  });

  it('goes into one file: the device’s part and the server’s', async () => {
    signedIn(server);
    const records = [{ what: 'Lựa chọn của bạn', rows: [{ phường: 'an-binh' }] }];
    server.replies.myData = () =>
      json({ made_at: '2026-11-21T02:00:00Z', user: SESSION.user, profile: PROFILE, records });
    const saveText = vi.fn(async (_name: string, _text: string) => 'done' as const);
    await withHistory({ ...IN_ZALO, saveText });
    await press('Tải dữ liệu của tôi');
    await screen.findByText('Đã tải về một tệp có toàn bộ dữ liệu.');
    const file = JSON.parse(saveText.mock.calls[0]?.[1] ?? '{}');
    expect(file.device.questions[0]).toMatchObject({ question: 'Hạn nộp?', answer: answer().text });
    expect(file.server.records).toEqual(records);
  });

  it('without a network the file has the device’s part and says what is missing', async () => {
    server.replies.signIn = noNetwork;
    await withHistory({ ...IN_ZALO, saveText: async () => 'done' });
    await press('Tải dữ liệu của tôi');
    expect(await screen.findByText(/Chưa có phần trên máy chủ: Không kết nối được/)).toBeVisible();
  });
});

describe('policy and terms', () => {
  it.each([
    ['/toi/quyen-rieng-tu', 'Chính sách quyền riêng tư của Phường Số'],
    ['/toi/dieu-khoan', 'Điều khoản sử dụng Phường Số'],
  ])('%s is named after the app, dated, and readable before a ward is chosen', async (address, title) => {
    server.wards = noNetwork;
    await open(address, IN_ZALO);
    expect(await screen.findByRole('heading', { level: 1, name: title })).toBeVisible();
    expect(screen.getByText(/Có hiệu lực từ ngày \d\d\/\d\d\/\d{4}/)).toBeVisible();
    expect(server.called).not.toContain('POST signIn');
  });

  it('names whom to ask as the ward has configured it', async () => {
    await open('/toi/quyen-rieng-tu');
    expect(await screen.findByText('Điện thoại: 0225 300 1234')).toBeVisible();
    expect(screen.getByText('Chịu trách nhiệm: Ủy ban nhân dân phường An Bình.')).toBeVisible();
  });
});
