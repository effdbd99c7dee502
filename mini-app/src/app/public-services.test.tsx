import type { ServiceReply } from '@phuong-so/shared/contracts/library';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { answer, FakeServer, json, NAMED_WARD, noNetwork, notFound } from '../../testing/fake-server.ts';
import { openApp } from '../../testing/open-app.tsx';
import { service } from '../../testing/sample-library.ts';

afterEach(cleanup);

const UNVERIFIED = 'Chưa có thông tin đã kiểm chứng. Xin hỏi lại Trung tâm Phục vụ hành chính công của phường.';

function openAt(address: string, change: (server: FakeServer) => void = () => undefined) {
  const server = new FakeServer();
  server.wards = () => json({ wards: [NAMED_WARD] });
  change(server);
  return openApp(server, address);
}

/** A server that has these procedures. */
const having =
  (...all: readonly ServiceReply[]) =>
  (server: FakeServer) => {
    server.replies.services = () => json({ ward: 'an-binh', services: all });
    server.replies.service = ({ pathname }) => {
      const found = all.find(({ id }) => pathname.endsWith(`/${id}`));
      return found === undefined ? notFound() : json(found);
    };
  };

describe('finding a procedure', () => {
  it('by field, and by everyday names without tone marks', async () => {
    const app = await openAt('/dich-vu');
    const field = await screen.findByRole('region', { name: 'Hộ tịch' });
    expect(within(field).queryByRole('link')).toBeNull();
    await app.user.click(within(field).getByRole('button', { name: /1 thủ tục/ }));
    expect(within(field).getAllByRole('link')).toHaveLength(1);
    await app.user.type(screen.getByRole('searchbox', { name: 'Bác cần làm giấy tờ gì?' }), 'cong chung');
    expect(screen.getByRole('status')).toHaveTextContent('Tìm thấy 1 thủ tục.');
    expect(screen.getByRole('link')).toHaveTextContent('Chứng thực bản sao');
  });

  it('not found: the assistant is asked the same words, and nothing unlike is offered', async () => {
    const app = await openAt('/dich-vu');
    await app.user.type(await screen.findByRole('searchbox'), 'đèn đường hỏng');
    expect(screen.getByRole('status')).toHaveTextContent('Chưa có thủ tục này');
    expect(screen.queryByRole('link')).toBeNull();
    await app.user.click(screen.getByRole('button', { name: /Hỏi trợ lý câu này/ }));
    expect(await screen.findByRole('textbox', { name: 'Câu hỏi' })).toHaveValue('đèn đường hỏng');
  });

  it('says what to do when the list cannot be read', async () => {
    await openAt('/dich-vu', (server) => {
      server.replies.services = noNetwork;
    });
    expect(await screen.findByRole('alert')).toHaveTextContent('Không kết nối được');
    expect(screen.getByRole('button', { name: 'Thử lại' })).toBeVisible();
  });
});

describe('a life situation', () => {
  const birth = service();
  const together = service({
    id: 'mot-lan',
    title: 'Khai sinh, thường trú, thẻ bảo hiểm y tế (một lần nộp)',
    situations: ['nhà có em bé', 'mới sinh con'],
    papers: [
      { name: 'Giấy chứng sinh', original: null, note: null },
      { name: 'Tờ khai', original: false, note: null },
    ],
    look_alikes: [{ id: 'khai-sinh', title: birth.title, difference: 'Chỉ làm riêng giấy khai sinh.' }],
  });
  const death = service({
    id: 'khai-tu',
    title: 'Đăng ký khai tử',
    situations: ['người thân mất'],
    papers: [{ name: 'Tờ khai', original: false, note: null }],
  });

  it('that brings most to do stands first, and leads to its procedures in order', async () => {
    const app = await openAt('/dich-vu', having(death, together, birth));
    const entries = within(await screen.findByRole('region', { name: 'Theo việc trong nhà' })).getAllByRole('link');
    expect(entries.map((entry) => entry.textContent)).toEqual([
      'Nhà có em bé2 thủ tục',
      'Mới sinh con2 thủ tục',
      'Người thân mất1 thủ tục',
    ]);
    await app.user.click(screen.getByRole('link', { name: /Mới sinh con/ }));
    const offered = await screen.findByRole('region', { name: 'Việc cần làm' });
    const names = within(offered).getAllByRole('checkbox');
    expect(names[0]).toHaveAccessibleName(birth.title);
    expect(names[1]).toHaveAccessibleDescription(/Khác với “Đăng ký khai sinh”: Chỉ làm riêng/);
  });

  it('one list for the chosen procedures: a shared paper once, ticked for all, and kept on the device', async () => {
    const address = '/dich-vu/viec?q=mới sinh con';
    const app = await openAt(address, having(death, together, birth));
    expect(await screen.findByText(/Xin đánh dấu ít nhất một việc/)).toBeVisible();
    await app.user.click(screen.getByRole('checkbox', { name: birth.title }));
    await app.user.click(screen.getByRole('checkbox', { name: together.title }));
    const visit = screen.getByRole('region', { name: 'Đi một lần là xong' });
    const papers = within(visit).getAllByRole('checkbox');
    expect(papers).toHaveLength(4);
    expect(papers[0]).toHaveAccessibleName('Giấy chứng sinh');
    expect(papers[0]).toHaveAccessibleDescription(/Mang bản chính.*Dùng cho: Đăng ký khai sinh; Khai sinh, thường trú/);
    await app.user.click(screen.getByRole('checkbox', { name: 'Giấy chứng sinh' }));
    expect(await screen.findByText('1/4')).toBeVisible();

    await app.reopen(address);
    await waitFor(() => expect(screen.getByRole('checkbox', { name: 'Giấy chứng sinh' })).toBeChecked());
    expect(screen.getByRole('checkbox', { name: 'Tờ khai' })).not.toBeChecked();
    await app.reopen('/dich-vu/thu-tuc?ma=mot-lan');
    await waitFor(() => expect(screen.getByRole('checkbox', { name: 'Giấy chứng sinh' })).toBeChecked());
  });

  it('two forms of one name are two sheets', async () => {
    const other = service({ ...death, situations: ['mới sinh con'], field: 'Khác' });
    const app = await openAt('/dich-vu/viec?q=mới sinh con', having(together, other));
    await app.user.click(await screen.findByRole('checkbox', { name: together.title }));
    await app.user.click(screen.getByRole('checkbox', { name: other.title }));
    expect(screen.getAllByRole('checkbox', { name: 'Tờ khai' })).toHaveLength(2);
  });

  it('that no procedure names is said to have none', async () => {
    await openAt('/dich-vu/viec?q=lên mặt trăng', having(birth));
    expect(await screen.findByText(/Chưa có thủ tục nào cho việc này/)).toBeVisible();
  });
});

describe('a procedure', () => {
  it('keeps the ticks of each procedure on the device, and takes them away on request', async () => {
    const app = await openAt('/dich-vu/thu-tuc?ma=khai-sinh');
    await app.user.click(await screen.findByRole('checkbox', { name: 'Giấy chứng sinh' }));
    expect(await screen.findByText('1/3')).toBeVisible();
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

  it('puts what must be the original first, and asks where nobody knows', async () => {
    const papers = [
      { name: 'Ảnh chân dung', original: false, note: null },
      { name: 'Giấy khám sức khỏe', original: null, note: null },
      { name: 'Bằng lái cũ', original: true, note: null },
    ];
    await openAt('/dich-vu/thu-tuc?ma=khai-sinh', having(service({ papers })));
    const rows = await screen.findAllByRole('checkbox');
    expect(rows[0]).toHaveAccessibleName('Bằng lái cũ');
    expect(rows[2]).toHaveAccessibleDescription(/hỏi lại Trung tâm Phục vụ hành chính công/);
  });

  it('says when the ward is open and offers to call; a row that the ward has not configured is not there', async () => {
    await openAt('/dich-vu/thu-tuc?ma=khai-sinh');
    const visit = within(await screen.findByRole('region', { name: 'Đi một lần là xong' }));
    expect(visit.getByText(/Giờ làm việc của phường: Thứ Hai đến thứ Sáu/)).toBeVisible();
    expect(visit.getByRole('button', { name: /Gọi hỏi trước: 0225 300 1234/ })).toBeVisible();
    expect(visit.queryByText(/Địa chỉ phường/)).toBeNull();
  });

  it('says of every fact that nobody has verified whom to ask, and guesses nothing', async () => {
    const bare = { who: null, papers: [], steps_online: [], where: null, time: null, fee: null, result: null };
    await openAt('/dich-vu/thu-tuc?ma=khai-sinh', having(service({ ...bare, steps_counter: [] })));
    await screen.findByRole('article');
    expect(screen.getAllByText(UNVERIFIED)).toHaveLength(7);
  });

  it('asks first whether it is another one that the person needs', async () => {
    await openAt('/dich-vu/thu-tuc?ma=khai-sinh');
    const alike = await screen.findByRole('region', { name: 'Thủ tục dễ nhầm' });
    expect(alike).toHaveTextContent('Đã có giấy khai sinh, chỉ cần thêm bản sao.');
    expect(within(alike).getByRole('link', { name: /Cấp bản sao trích lục/ })).toHaveAttribute(
      'href',
      expect.stringContaining('ma=trich-luc'),
    );
    const headings = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
    expect(headings.slice(0, 3)).toEqual([
      'Đăng ký khai sinh',
      'Có phải bác cần việc khác không?',
      'Đi một lần là xong',
    ]);
  });

  it('shows its steps as a list, or one at a time', async () => {
    const app = await openAt('/dich-vu/thu-tuc?ma=khai-sinh');
    const panel = within(await screen.findByRole('tabpanel'));
    expect(panel.getAllByRole('listitem').length).toBeGreaterThan(1);
    await app.user.click(panel.getByRole('button', { name: 'Xem từng bước một' }));
    expect(panel.getByRole('heading', { name: 'Bước 1/2' })).toBeVisible();
    await app.user.click(panel.getByRole('button', { name: 'Bước tiếp' }));
    expect(panel.getByRole('heading', { name: 'Bước 2/2' })).toHaveFocus();
    expect(panel.getByText('mã hồ sơ')).toBeVisible();
    expect(panel.queryByRole('button', { name: 'Bước tiếp' })).toBeNull();
  });

  it('links what the ward’s plan promises to where it stands', async () => {
    await openAt('/dich-vu/thu-tuc?ma=khai-sinh');
    const row = await screen.findByRole('link', { name: /Người dân nộp hồ sơ trực tuyến/ });
    expect(row).toHaveTextContent('năm 2030: ≥ 75%');
    expect(row).toHaveAttribute('href', expect.stringMatching(/trich-dan\/an-binh\?van-ban=plan-1&muc=PL.I/));
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
});

describe('an answer that rests on a procedure or a course', () => {
  const cited = (source: 'service' | 'course', id: string) => ({
    ...{ source, document: `data/${source}s/${id}.md`, document_id: id, section_id: null },
    ...{ ward: 'an-binh', section: '', quote: 'Làm ở nơi thường trú hoặc tạm trú.' },
  });

  it.each([
    ['service', 'khai-sinh', 'Đăng ký khai sinh'],
    ['course', 'lua-dao', 'Nhận ra lừa đảo'],
  ] as const)('%s: is cited by its title, and opens as a page', async (source, id, title) => {
    const app = await openAt('/hoi-dap', (server) => {
      server.ask = () => json(answer({ citations: [cited(source, id)] }));
    });
    await app.user.type(await screen.findByRole('textbox', { name: 'Câu hỏi' }), 'Làm ở đâu?{Enter}');
    const sources = await screen.findByRole('region', { name: 'Căn cứ trong văn bản' });
    const row = await within(sources).findByRole('button', { name: new RegExp(title) });
    expect(row).not.toHaveTextContent('data/');
    await app.user.click(screen.getByRole('button', { name: 'Sao chép' }));
    await waitFor(async () => expect(await navigator.clipboard.readText()).toContain(`Căn cứ:\n- ${title}`));
    await app.user.click(row);
    expect(await screen.findByRole('heading', { name: title })).toBeVisible();
  });
});
