import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { EXAMPLES, FakeServer, json, NAMED_WARD, noNetwork } from '../../testing/fake-server.ts';
import { openApp } from '../../testing/open-app.tsx';

afterEach(cleanup);

const TILES = ['Kế hoạch', 'Chỉ tiêu', 'Dịch vụ công', 'Học kỹ năng số', 'Tin này có thật không?', 'Nhiệm vụ'];

const openHome = async (server = new FakeServer(), ward = /Phường An Bình/) => {
  const app = await openApp(server, '/');
  await app.user.click(await screen.findByRole('button', { name: ward }));
  await screen.findByRole('heading', { level: 1, name: 'Trang chủ' });
  return app;
};
const wardCard = () => screen.getByRole('region', { name: 'Phường của bác, cô chú, anh chị' });

describe('Trang chủ', () => {
  it('asks for the ward on the first visit, then shows its card, the ask box and the ways on', async () => {
    await openHome();
    expect(within(wardCard()).getByRole('heading', { name: 'Phường An Bình' })).toBeVisible();
    expect(wardCard()).toHaveTextContent('Hải Phòng');
    expect(wardCard()).toHaveTextContent('Giờ làm việc: Thứ Hai đến thứ Sáu');
    expect(within(wardCard()).getByRole('button', { name: 'Gọi phường: 0225 300 1234' })).toBeVisible();
    const ways = screen.getByRole('navigation', { name: 'Các mục' });
    expect(
      within(ways)
        .getAllByRole('link')
        .map((link) => link.textContent),
    ).toEqual(TILES);
  });

  it('has no row for what the ward has not configured, and nothing where there is nothing', async () => {
    const server = new FakeServer();
    server.replies.home = () => json({ ward: 'phuong-x', examples: [], dates: [], as_of: '2026-11-21' });
    server.replies.announcements = () => json({ ward: 'phuong-x', announcements: [], next_cursor: null });
    await openHome(server, /chưa có tên trong kế hoạch/);
    await screen.findByRole('navigation', { name: 'Các mục' });
    expect(wardCard()).not.toHaveTextContent(/Địa chỉ|Giờ làm việc|Gọi|chưa cấu hình/);
    expect(screen.queryByText('Hoặc bấm vào một câu:')).toBeNull();
    expect(screen.queryByRole('list', { name: 'Thông báo mới nhất' })).toBeNull();
    expect(screen.queryByText('Ngày sắp tới trong kế hoạch')).toBeNull();
  });

  it('leads to another ward', async () => {
    const app = await openHome();
    await app.user.click(within(wardCard()).getByRole('link', { name: 'Đổi phường' }));
    await app.user.click(await screen.findByRole('button', { name: /chưa có tên/ }));
    expect(await within(wardCard()).findByRole('heading', { name: /chưa có tên/ })).toBeVisible();
  });

  it('asks an example at once, in the chat', async () => {
    const app = await openHome();
    await app.user.click(await screen.findByRole('button', { name: EXAMPLES[1] ?? '' }));
    expect(await screen.findByText(/chậm nhất là ngày 29\/11/, { selector: 'p' })).toBeVisible();
    expect(app.server.asked.map(({ question }) => question)).toEqual([EXAMPLES[1]]);
  });

  it('asks what is typed, once', async () => {
    const app = await openHome();
    await app.user.type(screen.getByRole('textbox', { name: 'Hỏi trợ lý của phường' }), 'Bao giờ có lớp học?{Enter}');
    await screen.findByText(/chậm nhất là ngày 29\/11/, { selector: 'p' });
    expect(app.server.asked).toMatchObject([{ ward: 'an-binh', question: 'Bao giờ có lớp học?' }]);
  });

  it('shows the newest announcement and the next date, its source one press away', async () => {
    const server = new FakeServer();
    const date = { what: 'Các đơn vị báo cáo phường', date: '2026-11-29', when: 'trước ngày 30/11', quote: 'Báo cáo' };
    const dates = [{ ...date, document_id: 'plan-1', section_id: 'IV.2' }];
    server.replies.home = () => json({ ward: 'an-binh', examples: EXAMPLES, dates, as_of: '2026-11-21' });
    server.replies.announcements = () => json({ ward: 'an-binh', announcements: [MEETING], next_cursor: null });
    const app = await openHome(server);
    expect(await screen.findByRole('link', { name: /Họp tổ dân phố.*20\/11\/2026.*UBND phường/ })).toBeVisible();
    const next = await screen.findByRole('region', { name: 'Ngày sắp tới trong kế hoạch' });
    expect(next).toHaveTextContent('29/11/2026');
    await app.user.click(within(next).getByRole('link', { name: /Xem chỗ ghi/ }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Trích văn bản' })).toBeVisible();
  });

  it('without a network says so and keeps the ways on; with a kept copy shows it and says how old it is', async () => {
    const server = new FakeServer();
    const working = server.replies.home;
    server.replies.home = noNetwork;
    const app = await openHome(server);
    expect(await screen.findByRole('alert')).toHaveTextContent('Không kết nối được');
    expect(screen.getByRole('navigation', { name: 'Các mục' })).toBeVisible();
    if (working) server.replies.home = working;
    await app.user.click(screen.getByRole('button', { name: 'Thử lại' }));
    expect(await screen.findByRole('button', { name: EXAMPLES[0] ?? '' })).toBeVisible();
  });
});

const MEETING = {
  ...{ id: 'tb-1', code: 'TB-7K2M', kind: 'meeting', title: 'Họp tổ dân phố', body: 'Mời dự họp.', group: null },
  ...{ sender: 'UBND phường', published_at: '2026-11-20T02:00:00Z', corrected_at: null, event: null },
  ...{ demo: true, read: null, ward: NAMED_WARD.key },
};
