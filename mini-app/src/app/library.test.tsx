import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { FakeServer, json, NAMED_WARD } from '../../testing/fake-server.ts';
import { openApp } from '../../testing/open-app.tsx';

afterEach(cleanup);

function openAt(address: string, change: (server: FakeServer) => void = () => undefined) {
  const server = new FakeServer();
  server.wards = () => json({ wards: [NAMED_WARD] });
  change(server);
  return openApp(server, address);
}

describe('Học kỹ năng số', () => {
  it('goes step by step to the end, resumes where it was left, and remembers what is done', async () => {
    const app = await openAt('/hoc');
    expect(await screen.findByText('Chưa học')).toBeVisible();
    await app.user.click(screen.getByRole('link', { name: /Nhận ra lừa đảo/ }));
    await app.user.click(await screen.findByRole('link', { name: 'Bắt đầu học' }));
    expect(await screen.findByRole('heading', { name: 'Bước 1/3' })).toBeVisible();
    await app.user.click(screen.getByRole('button', { name: 'Tiếp' }));
    const second = await screen.findByRole('heading', { name: 'Bước 2/3' });
    expect(second.closest('[aria-live=polite]')).toHaveTextContent('Cúp máy.');
    expect(screen.getByRole('button', { name: 'Tiếp' })).toHaveFocus();

    await app.reopen('/hoc/bai?ma=lua-dao');
    expect(await screen.findByText(/đang ở bước 2\/3/)).toBeVisible();
    await app.user.click(screen.getByRole('link', { name: 'Học tiếp chỗ đang dở' }));
    expect(await screen.findByRole('heading', { name: 'Bước 2/3' })).toBeVisible();
    await app.user.click(screen.getByRole('button', { name: 'Tiếp' }));
    await app.user.click(await screen.findByRole('button', { name: 'Xong bài' }));
    await waitFor(() => expect(screen.getByRole('heading', { name: 'Đã học xong bài này' })).toHaveFocus());
    await app.user.click(screen.getByRole('link', { name: 'Học tiếp: Đường dẫn lạ' }));
    await app.user.click(await screen.findByRole('button', { name: 'Tiếp' }));
    await app.user.click(await screen.findByRole('button', { name: 'Xong bài' }));
    expect(await screen.findByRole('heading', { name: 'Đã học xong cả khóa' })).toBeVisible();

    await app.reopen('/hoc');
    expect(await screen.findByText('Đã học xong')).toBeVisible();
  });

  it('says plainly when there is no course yet', async () => {
    await openAt('/hoc', (server) => {
      server.replies.courses = () => json({ ward: 'an-binh', courses: [] });
    });
    expect(await screen.findByText('Chưa có khóa học nào ở đây.')).toBeVisible();
  });
});
