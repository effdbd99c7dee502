import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { FakeServer, json, neverReplies, noNetwork, notFound } from '../../testing/fake-server.ts';
import { openApp } from '../../testing/open-app.tsx';
import { PLAN, target } from '../../testing/sample-plan.ts';

vi.setConfig({ testTimeout: 30_000 });
afterEach(cleanup);

/** Opens a page of the ward that is named in the address, or of the chosen one. */
const openPage = async (address: string, server = new FakeServer()) => {
  const app = await openApp(server, address);
  if (!address.includes('phuong=')) await app.user.click(await screen.findByRole('button', { name: /Phường An Bình/ }));
  return app;
};
const main = () => screen.getByRole('main');

describe('Kế hoạch', () => {
  it('says which document it is, by whom, and until when; and what it lacks', async () => {
    const app = await openPage('/ke-hoach');
    const head = await screen.findByRole('region', { name: 'Văn bản' });
    expect(head).toHaveTextContent('Số 43/KH-UBND, ngày 15/09/2025');
    expect(head).toHaveTextContent('KẾ HOẠCH Chuyển đổi số');
    expect(head).toHaveTextContent('Người ký: Lê Văn Sơn, Chủ tịch');
    expect(head).toHaveTextContent('Tính đến 21/11/2026');
    await app.user.click(screen.getByRole('button', { name: 'Có 1 điều cần lưu ý khi đọc' }));
    expect(screen.getByText(/Thiếu phụ lục/)).toBeVisible();
  });

  it('lists the sections in plain words beside their headings, and opens one', async () => {
    const app = await openPage('/ke-hoach');
    const outline = await screen.findByRole('region', { name: 'Mục lục' });
    expect(within(outline).queryByText(/1\.1/)).toBeNull();
    await app.user.click(within(outline).getByRole('link', { name: /Dạy người dân.*1\. Phổ cập kỹ năng số/ }));
    expect(await screen.findByText(/Mở lớp học kỹ năng số tại nhà văn hóa/, { selector: 'p' })).toBeVisible();
  });

  it('lets choose where a ward has several documents', async () => {
    const server = new FakeServer();
    server.replies.plans = () =>
      json({ ward: 'phuong-y', plans: [PLAN, { ...PLAN, id: 'plan-9', title: 'Kế hoạch hai' }] });
    await openPage('/ke-hoach?phuong=phuong-y', server);
    expect(await screen.findByText('Phường có 2 văn bản. Xin chọn một:')).toBeVisible();
    expect(screen.getByRole('link', { name: /Kế hoạch hai/ })).toHaveAttribute(
      'href',
      expect.stringContaining('plan-9'),
    );
  });

  it('finds words without tone marks, also when the network is gone, and still knows them after coming back', async () => {
    const app = await openPage('/ke-hoach');
    const field = await screen.findByRole('searchbox', { name: 'Tìm trong kế hoạch' });
    for (const name of ['plans', 'planText'] as const) app.server.replies[name] = noNetwork;
    await app.user.type(field, 'nguoi cao tuoi');
    expect(await screen.findByText('Có 1 chỗ.')).toBeVisible();
    expect(screen.getByText('tuổi', { selector: 'mark' })).toBeVisible();
    await app.user.click(screen.getByRole('link', { name: /Dạy người dân.*Mục 1\.2.*hướng dẫn người cao tuổi/ }));
    await screen.findByRole('heading', { level: 1, name: 'Mục của kế hoạch' });
    await app.user.click(screen.getByRole('button', { name: 'Quay lại' }));
    expect(await screen.findByRole('searchbox')).toHaveValue('nguoi cao tuoi');
  });

  it('says so when nothing is found', async () => {
    const app = await openPage('/ke-hoach');
    await app.user.type(await screen.findByRole('searchbox'), 'tàu vũ trụ');
    expect(await screen.findByText(/Không thấy “tàu vũ trụ”/)).toBeVisible();
  });
});

describe('a section', () => {
  const ADDRESS = '/ke-hoach/muc?phuong=an-binh&van-ban=plan-1&muc=II.1';

  it('shows where it is, its text with numbered paragraphs, the raw text on request, and the way on', async () => {
    const app = await openPage(ADDRESS);
    expect(await screen.findByRole('navigation', { name: 'Vị trí trong văn bản' })).toHaveTextContent(
      'NHIỆM VỤ VÀ GIẢI PHÁP',
    );
    expect(main()).toHaveTextContent('1.1. Mở lớp học');
    await app.user.click(screen.getByRole('button', { name: 'Xem nguyên văn' }));
    expect(screen.getByText(/^1\. Phổ cập kỹ năng số/, { selector: 'blockquote' })).toBeVisible();
    await app.user.click(screen.getByRole('link', { name: /Mục sau.*Hạ tầng số/ }));
    expect(await screen.findByText(/mạng không dây miễn phí/, { selector: 'p' })).toBeVisible();
    await app.user.click(screen.getByRole('link', { name: /Mục trước/ }));
    expect(await screen.findByText(/Mở lớp học/, { selector: 'p' })).toBeVisible();
  });

  it('opens from a link on a phone that has chosen another ward, and says which ward it is', async () => {
    const app = await openApp(new FakeServer(), '/');
    await app.user.click(await screen.findByRole('button', { name: /chưa có tên/ }));
    await app.reopen(ADDRESS);
    expect(await screen.findByText(/Mở lớp học/, { selector: 'p' })).toBeVisible();
    expect(main()).toHaveTextContent('Đường dẫn này mở trang của Phường An Bình');
    await app.reopen('/');
    expect(await screen.findByRole('heading', { level: 2, name: /chưa có tên/ })).toBeVisible();
  });

  it('can be passed on with the ward in its link', async () => {
    const app = await openPage(ADDRESS);
    await app.user.click(await screen.findByRole('button', { name: 'Sao chép đường dẫn' }));
    const link = new URL(await window.navigator.clipboard.readText());
    expect(link.href.endsWith(ADDRESS)).toBe(true);
  });

  it('says so when the plan has no such section', async () => {
    await openPage('/ke-hoach/muc?phuong=an-binh&van-ban=plan-1&muc=IX.9');
    expect(await screen.findByText(/Không tìm thấy mục này/)).toBeVisible();
  });
});

describe('Nhiệm vụ', () => {
  it('tells by group who does what until when, in the words of the answers, each with its source', async () => {
    const app = await openPage('/nhiem-vu');
    expect(
      await screen.findByRole('heading', { level: 2, name: /Dạy người dân dùng dịch vụ trên mạng \(3\)/ }),
    ).toBeVisible();
    const first = screen.getByRole('heading', { level: 3, name: 'Mở lớp học kỹ năng số' }).closest('li');
    expect(first).toHaveTextContent('Chủ trì: Phòng Văn hóa - Xã hội');
    expect(first).toHaveTextContent('Phối hợp: Các tổ dân phố');
    expect(first).toHaveTextContent('Thời hạn: Tháng 9/2025 Đã quá hạn');
    expect(main()).toHaveTextContent('Tình trạng tính đến 21/11/2026');
    await app.user.click(screen.getByRole('link', { name: /Xem chỗ ghi trong kế hoạch ?: Mở lớp/ }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Trích văn bản' })).toBeVisible();
  });

  it('shows the work of one unit, however its name is spelled, and keeps the choice for coming back', async () => {
    const app = await openPage('/nhiem-vu');
    const list = await screen.findByRole('combobox', { name: 'Việc của đơn vị nào?' });
    expect(within(list).getAllByRole('option', { name: /Văn hóa - Xã hội/ })).toHaveLength(1);
    await app.user.selectOptions(list, 'Phòng Văn hóa - Xã hội');
    expect(screen.getByText(/^2 nhiệm vụ/)).toBeVisible();
    expect(screen.queryByText('Rà soát camera')).toBeNull();
    await app.user.click(screen.getByRole('link', { name: /Xem chỗ ghi trong kế hoạch ?: Lắp mạng/ }));
    await app.user.click(await screen.findByRole('button', { name: 'Quay lại' }));
    expect(await screen.findByText(/^2 nhiệm vụ/)).toBeVisible();
  });
});

describe('Chỉ tiêu', () => {
  it('draws the years, tells them in words, and has them as a table', async () => {
    const app = await openPage('/chi-tieu');
    const card = (await screen.findAllByRole('heading', { level: 3, name: 'Người dân có chữ ký số' }))[0]?.closest(
      'li',
    );
    if (!card) throw new Error('no card');
    expect(within(card).getByRole('img')).toHaveAccessibleName(
      'Người dân có chữ ký số. Năm 2025: không đặt chỉ tiêu; năm 2030: ít nhất 70%; năm 2035: từ 80 đến 90%; năm 2045: 100%.',
    );
    await app.user.click(within(card).getByRole('button', { name: 'Xem dạng bảng' }));
    expect(within(card).getByRole('rowheader', { name: 'Năm 2030' }).closest('tr')).toHaveTextContent('ít nhất 70%');
    expect(card).toHaveTextContent('Chủ trì: Công an phường');
    expect(within(card).getByRole('link', { name: /Xem chỗ ghi trong kế hoạch ?: Người dân/ })).toBeVisible();
  });

  it('shows contradicting values side by side', async () => {
    await openPage('/chi-tieu');
    const note = (await screen.findAllByText('Kế hoạch ghi khác nhau về việc này.'))[0]?.closest('.contradiction');
    expect(note).toHaveTextContent(/Ở đây.*Năm 2030: ít nhất 70%.*Chỗ khác.*Năm 2030: 50%/);
  });

  it('draws nothing where a value is a word, and links nothing that has no place', async () => {
    const server = new FakeServer();
    const worded = target({ values: { '2030': 'Đạt', '2035': 'Đạt' }, section: null });
    server.replies.targets = () => json({ ward: 'an-binh', targets: [worded], next_cursor: null });
    await openPage('/chi-tieu', server);
    expect((await screen.findByRole('rowheader', { name: 'Năm 2030' })).closest('tr')).toHaveTextContent('Đạt');
    expect(screen.queryByRole('img')).toBeNull();
    expect(screen.queryByRole('link', { name: /Xem chỗ ghi/ })).toBeNull();
  });
});

describe.each([
  ['/ke-hoach', 'planText', 'Mục lục'],
  ['/nhiem-vu', 'tasks', 'Rà soát camera'],
  ['/chi-tieu', 'targets', 'Đô thị thông minh'],
] as const)('the states of %s', (address, endpoint, content) => {
  const shown = () => screen.findByRole('heading', { name: content });

  it('says that it is loading', async () => {
    const server = new FakeServer();
    server.replies[endpoint] = () =>
      neverReplies({ ward: '', question: '', conversationId: '' }, new AbortController().signal);
    await openPage(address, server);
    expect(await screen.findByText(/^Đang tải/)).toBeInTheDocument();
  });

  it('says what to do without a network, and recovers', async () => {
    const server = new FakeServer();
    const working = server.replies[endpoint];
    server.replies[endpoint] = noNetwork;
    const app = await openPage(address, server);
    expect(await screen.findByRole('alert')).toHaveTextContent('Không kết nối được');
    if (working) server.replies[endpoint] = working;
    await app.user.click(screen.getByRole('button', { name: 'Thử lại' }));
    expect(await shown()).toBeVisible();
  });

  it('says so when it is gone', async () => {
    const server = new FakeServer();
    server.replies[endpoint] = notFound;
    await openPage(address, server);
    expect(await screen.findByRole('alert')).toHaveTextContent('Không tìm thấy nội dung này');
  });

  it('shows the kept copy without a network, and when it was read', async () => {
    const app = await openPage(address);
    await shown();
    app.server.replies[endpoint] = noNetwork;
    // A copy counts as fresh for a minute.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 2 * 60_000 });
    await app.reopen(address);
    expect(await screen.findByText(/Đang mất mạng. Đây là bản lưu trên máy lúc/)).toBeVisible();
    expect(await shown()).toBeVisible();
    vi.useRealTimers();
  });
});

it.each([
  ['/nhiem-vu', 'tasks', { tasks: [], as_of: '2026-11-21' }, /không nêu nhiệm vụ nào/],
  ['/chi-tieu', 'targets', { targets: [] }, /không đặt chỉ tiêu bằng con số nào/],
  ['/ke-hoach?phuong=phuong-y', 'plans', { plans: [] }, /chưa có kế hoạch nào/],
] as const)('%s with nothing in it says so', async (address, endpoint, reply, words) => {
  const server = new FakeServer();
  server.replies[endpoint] = () => json({ ward: 'an-binh', ...reply });
  await openPage(address, server);
  expect(await screen.findByText(words)).toBeVisible();
});
