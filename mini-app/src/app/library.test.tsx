import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { FakeServer, json, NAMED_WARD, noNetwork } from '../../testing/fake-server.ts';
import { openApp } from '../../testing/open-app.tsx';
import { service } from '../../testing/sample-library.ts';

afterEach(cleanup);

const UNVERIFIED = 'Chưa có thông tin đã kiểm chứng. Xin hỏi Trung tâm Phục vụ hành chính công của phường.';

function openAt(address: string, change: (server: FakeServer) => void = () => undefined) {
  const server = new FakeServer();
  server.wards = () => json({ wards: [NAMED_WARD] });
  change(server);
  return openApp(server, address);
}

describe('Dịch vụ công', () => {
  it('is listed by field and found by everyday names without tone marks', async () => {
    const app = await openAt('/dich-vu');
    expect(within(await screen.findByRole('region', { name: 'Hộ tịch' })).getAllByRole('link')).toHaveLength(1);
    await app.user.selectOptions(screen.getByRole('combobox', { name: 'Lĩnh vực' }), 'Chứng thực (1)');
    expect(screen.queryByRole('region', { name: 'Hộ tịch' })).toBeNull();
    await app.user.selectOptions(screen.getByRole('combobox', { name: 'Lĩnh vực' }), 'Tất cả (2)');
    await app.user.type(screen.getByRole('searchbox', { name: 'Tìm thủ tục' }), 'cong chung');
    expect(screen.getByRole('status')).toHaveTextContent('Tìm thấy 1 thủ tục.');
    expect(screen.getByRole('link')).toHaveTextContent('Chứng thực bản sao');
    await app.user.type(screen.getByRole('searchbox'), ' xe máy');
    expect(screen.getByRole('status')).toHaveTextContent('Chưa có thủ tục này');
  });

  it('keeps the ticks of each procedure on the device, and takes them away on request', async () => {
    const app = await openAt('/dich-vu/thu-tuc?ma=khai-sinh');
    await app.user.click(await screen.findByRole('checkbox', { name: 'Giấy chứng sinh' }));
    expect(await screen.findByText(/Đã có 1\/3 giấy tờ/)).toBeVisible();
    await app.reopen('/dich-vu/thu-tuc?ma=khai-sinh');
    const paper = await screen.findByRole('checkbox', { name: 'Giấy chứng sinh' });
    await waitFor(() => expect(paper).toBeChecked());
    expect(paper).toHaveAccessibleDescription(/Mang bản chính/);
    await app.reopen('/dich-vu/thu-tuc?ma=sao-y');
    expect(await screen.findByRole('checkbox', { name: 'Giấy chứng sinh' })).not.toBeChecked();
    await app.reopen('/dich-vu/thu-tuc?ma=khai-sinh');
    await app.user.click(await screen.findByRole('button', { name: 'Bỏ hết đánh dấu' }));
    await waitFor(() => expect(screen.getByRole('checkbox', { name: 'Giấy chứng sinh' })).not.toBeChecked());
  });

  it('says of every fact that nobody has verified whom to ask, and guesses nothing', async () => {
    const bare = { who: null, papers: [], steps_online: [], where: null, time: null, fee: null, result: null };
    await openAt('/dich-vu/thu-tuc?ma=khai-sinh', (server) => {
      server.replies.service = () => json(service({ ...bare, steps_counter: [] }));
    });
    await screen.findByRole('article');
    expect(screen.getAllByText(UNVERIFIED)).toHaveLength(7);
  });

  it('tells the ways apart in tabs, and shows addresses as text to copy', async () => {
    const app = await openAt('/dich-vu/thu-tuc?ma=khai-sinh');
    expect(within(await screen.findByRole('tabpanel')).getByText('dichvucong.gov.vn')).toBeVisible();
    await app.user.click(screen.getByRole('tab', { name: 'Tại quầy' }));
    expect(screen.getByRole('tabpanel')).toHaveTextContent('Mang giấy tờ đến Trung tâm');
    await app.user.click(screen.getByRole('button', { name: /Chép địa chỉ: https:/ }));
    expect(await navigator.clipboard.readText()).toBe('https://dichvucong.gov.vn/thu-tuc/khai-sinh');
    expect(document.querySelector('a[href^=http]')).toBeNull();
    expect(screen.getByRole('article')).toHaveTextContent('xem ngày 18/07/2026');
  });

  it('says what to do when the list cannot be read', async () => {
    await openAt('/dich-vu', (server) => {
      server.replies.services = noNetwork;
    });
    expect(await screen.findByRole('alert')).toHaveTextContent('Không kết nối được');
    expect(screen.getByRole('button', { name: 'Thử lại' })).toBeVisible();
  });
});
