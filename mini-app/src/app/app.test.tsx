import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { FakeServer, json, noNetwork, passage, QUOTE } from '../../testing/fake-server.ts';
import { openApp } from '../../testing/open-app.tsx';

afterEach(cleanup);

const chooseWard = async (app: Awaited<ReturnType<typeof openApp>>, name = /Phường An Bình/) =>
  app.user.click(await screen.findByRole('button', { name }));

const ask = async (app: Awaited<ReturnType<typeof openApp>>, question: string) => {
  await app.user.type(await screen.findByRole('textbox', { name: /Câu hỏi/ }), question);
  await app.user.click(screen.getByRole('button', { name: 'Gửi câu hỏi' }));
};

const findAnswer = () => screen.findByText(/chậm nhất là ngày 29\/11/, { selector: 'p' });

describe('choosing the ward', () => {
  it('asks on the first visit, introduces itself as an automatic assistant, and remembers the choice', async () => {
    const app = await openApp();
    await chooseWard(app);
    expect(await screen.findByRole('heading', { name: /Trợ lý tự động của phường An Bình/ })).toBeVisible();
    await app.reopen();
    expect(await screen.findByRole('heading', { name: /Trợ lý tự động của phường An Bình/ })).toBeVisible();
  });

  it('tells a ward without a name by its plan and signer, and never gives it one', async () => {
    const app = await openApp();
    const row = await screen.findByRole('button', { name: /chưa có tên trong kế hoạch/ });
    expect(row).toHaveTextContent('Người ký: Trần Thị Bình');
    expect(row).toHaveTextContent('Kế hoạch khoa học, công nghệ');
    await app.user.click(row);
    expect(
      await screen.findByRole('heading', { name: /Trợ lý tự động của phường \(chưa có tên trong kế hoạch\)/ }),
    ).toBeVisible();
  });

  it('sends later questions to the ward chosen last, and marks where the ward changed', async () => {
    const app = await openApp();
    await chooseWard(app);
    await ask(app, 'Hạn nộp báo cáo?');
    await findAnswer();
    await app.user.click(screen.getByRole('button', { name: /Phường An Bình.*Đổi/ }));
    await app.user.click(await screen.findByRole('button', { name: /chưa có tên/ }));
    expect(await screen.findByText('Từ đây hỏi về phường (chưa có tên trong kế hoạch)')).toBeVisible();
    expect(screen.queryByText('Có thể hỏi tiếp:')).toBeNull();
    await ask(app, 'Ai ký kế hoạch này?');
    await screen.findByText('Hỏi về phường (chưa có tên trong kế hoạch)');
    expect(app.server.asked.map(({ ward }) => ward)).toEqual(['an-binh', 'phuong-x']);
    expect(app.server.asked[0]?.conversationId).not.toBe(app.server.asked[1]?.conversationId);
  });

  it('opens with the remembered ward and the old answers when there is no network', async () => {
    const app = await openApp();
    await chooseWard(app);
    await ask(app, 'Hạn nộp báo cáo?');
    await findAnswer();
    app.server.wards = noNetwork;
    await app.reopen();
    expect(await findAnswer()).toBeVisible();
  });

  it('says what to do when the wards cannot be loaded, and recovers', async () => {
    const server = new FakeServer();
    const working = server.wards;
    server.wards = noNetwork;
    const app = await openApp(server);
    expect(await screen.findByRole('alert')).toHaveTextContent('Chưa tải được danh sách phường');
    server.wards = working;
    await app.user.click(screen.getByRole('button', { name: 'Thử lại' }));
    await chooseWard(app);
    expect(await screen.findByRole('textbox', { name: /Câu hỏi/ })).toBeVisible();
  });
});

describe('a cited passage', () => {
  it('opens from the answer with the cited words marked, shows the raw text on request, and leads back', async () => {
    const app = await openApp();
    await chooseWard(app);
    await ask(app, 'Hạn nộp báo cáo?');
    await app.user.click(await screen.findByRole('button', { name: /Mục IV\.2/ }));
    const main = await screen.findByRole('main', { name: 'Trích văn bản' });
    expect(await within(main).findByText(QUOTE, { selector: 'mark' })).toBeVisible();
    expect(screen.getByText('Số 43/KH-UBND')).toBeVisible();
    expect(screen.getAllByText('Phường An Bình')).not.toHaveLength(0);
    expect(main).toHaveTextContent('KẾ HOẠCH Chuyển đổi số');
    expect(within(main).getByRole('navigation', { name: 'Vị trí trong văn bản' })).toHaveTextContent('Chế độ báo cáo');
    await app.user.click(within(main).getByRole('button', { name: 'Xem nguyên văn' }));
    expect(within(main).getByText(QUOTE, { selector: 'blockquote' })).toBeVisible();
    await app.user.click(screen.getByRole('button', { name: 'Quay lại' }));
    expect(await findAnswer()).toBeVisible();
    expect(screen.queryByText(QUOTE, { selector: 'mark' })).toBeNull();
  });

  it('opens from a link, and back leads to the first page', async () => {
    const app = await openApp(
      new FakeServer(),
      `/trich-dan/an-binh?van-ban=plan-1&muc=IV.2&trich=${encodeURIComponent(QUOTE)}`,
    );
    expect(await screen.findByText(QUOTE, { selector: 'mark' })).toBeVisible();
    await app.user.click(screen.getByRole('button', { name: 'Quay lại' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Chọn phường' })).toBeVisible();
  });

  it('never presents words as the document’s own that the server did not find there', async () => {
    const server = new FakeServer();
    server.passage = () => json(passage({ highlight: null, quote: null }));
    await openApp(server, '/trich-dan/an-binh?van-ban=plan-1&muc=IV.2&trich=Moi%20ho%20dan%20nop%20500.000%20dong');
    expect(await screen.findByText(/Không thấy câu được trích/)).toBeVisible();
    expect(document.body).not.toHaveTextContent('500.000');
  });

  it('says so when the passage is gone', async () => {
    const server = new FakeServer();
    server.passage = () => json({ error: { code: 'not_found', message: 'Không có mục này.' } }, 404);
    await openApp(server, '/trich-dan/an-binh?van-ban=plan-1&muc=IV.9');
    expect(await screen.findByRole('alert')).toHaveTextContent('Không tìm thấy nội dung này');
  });
});
