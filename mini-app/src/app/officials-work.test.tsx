import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { json, noNetwork } from '../../testing/fake-server.ts';
import type { OpenedApp } from '../../testing/open-app.tsx';
import { sent } from '../../testing/open-learning.ts';
import { button, openDesk } from '../../testing/open-sending.ts';
import {
  detail,
  ECONOMY,
  keptTarget,
  progress,
  proposal,
  proposals,
  provenance,
  work,
  workServer,
} from '../../testing/sample-work.ts';

afterEach(cleanup);

/** Letter by letter takes too long where there is much on the page. */
async function fill(app: OpenedApp, field: HTMLElement, text: string) {
  await app.user.clear(field);
  await app.user.click(field);
  await app.user.paste(text);
}

const changed = () => json({ error: { code: 'work_changed', message: 'Nhiệm vụ vừa được thay đổi ở nơi khác.' } }, 409);

describe('the list of tasks', () => {
  const OTHER = work({
    id: 'viec-2',
    title: 'Lắp mạng không dây',
    leads: [ECONOMY],
    standing: 'upcoming',
    next_day: '2027-01-31',
  });

  it('shows the own unit first, by what presses, with the clock and the two words apart', async () => {
    const server = workServer([work({ reported: progress() }), OTHER]);
    server.replies.workNotices = () => json({ as_of: '2026-11-21', lead: 'Hôm nay: 1 việc quá hạn.', notices: [] });
    const app = await openDesk(server, '/cong-viec');
    const part = await screen.findByRole('region', { name: 'Quá hạn (1)' });
    expect(screen.getByText('Hôm nay: 1 việc quá hạn.')).toBeVisible();
    const row = within(part).getByRole('link');
    expect(row).toHaveTextContent('Hạn: Tháng 9/2025 (hết ngày 30/09/2025)');
    expect(row).toHaveTextContent('Quá hạn 417 ngày theo kế hoạch, chưa có xác nhận');
    expect(row).toHaveTextContent(/Đơn vị báo: Đang làm, 60 %.*Đã xác nhận: chưa có/);
    expect(screen.queryByText(/Lắp mạng không dây/)).toBeNull();
    await app.user.click(screen.getByRole('tab', { name: 'Cả phường' }));
    expect(await screen.findByRole('region', { name: 'Còn hạn (1)' })).toHaveTextContent('Phòng Kinh tế');
    await app.user.click(screen.getByRole('button', { name: 'Còn hạn 1' }));
    expect(screen.queryByRole('region', { name: 'Quá hạn (1)' })).toBeNull();
  });

  it('is not for leaders and residents', async () => {
    const server = workServer();
    const user = { id: 'zalo:1', name: null, role: 'leader', ward: 'an-binh', unit: null, group: 'to-1', demo: false };
    server.replies.signIn = () => json({ token: 't', expires_in: 7_200, user });
    await openDesk(server, '/cong-viec');
    expect(await screen.findByText('Trang này dành cho cán bộ của phường.')).toBeVisible();
    expect(server.called).not.toContain('GET work');
  });
});

describe('a report', () => {
  const ADDRESS = '/cong-viec/bao-tien-do?ma=viec-1';

  it('is kept on the device without a network, and sent again it has the same key', async () => {
    const server = workServer();
    server.replies.reportWork = noNetwork;
    const app = await openDesk(server, ADDRESS);
    await app.user.click(await button('Gửi báo cáo'));
    expect(screen.getByText(/Xin cho biết tình hình/)).toBeVisible();
    await app.user.click(screen.getByRole('radio', { name: 'Số lượng' }));
    await fill(app, screen.getByRole('textbox', { name: 'Đã làm được' }), '12');
    await fill(app, screen.getByRole('textbox', { name: /Trên tổng số/ }), '15');
    await fill(app, screen.getByRole('textbox', { name: 'Đếm cái gì' }), 'lớp học');
    await app.user.click(await button('Thêm minh chứng'));
    await app.user.selectOptions(screen.getByRole('combobox', { name: 'Loại minh chứng' }), 'link');
    await fill(app, screen.getByRole('textbox', { name: 'Địa chỉ' }), 'example.org/lop');
    await app.user.click(await button('Thêm vào báo cáo'));
    await app.user.click(await button('Gửi báo cáo'));
    expect(await screen.findByText(/Mạng bị ngắt, chưa biết đã ghi hay chưa/)).toBeVisible();
    server.replies.reportWork = () => json(detail(work({ reported: progress(), version: 4 })), 201);
    await app.reopen(ADDRESS);
    expect(await screen.findByText(/Bản đang viết, giữ trên máy này/)).toBeVisible();
    await app.user.click(await button('Gửi báo cáo'));
    await waitFor(() => expect(sent(server, 'POST reportWork')).toHaveLength(2));
    const [first, second] = sent(server, 'POST reportWork') as { key: string }[];
    expect(second).toEqual(first);
    expect(first).toMatchObject({
      ...{ state: 'in_progress', percent: null, count: { value: 12, of: 15, what: 'lớp học' } },
      evidence: [{ kind: 'link', title: '', value: 'https://example.org/lop' }],
    });
    await app.reopen(ADDRESS);
    await screen.findByRole('radio', { name: 'Phần trăm' });
    expect(screen.queryByText(/Bản đang viết/)).toBeNull();
  });

  it('takes a picture along; what does not fit is said, and what the network lost is sent up by one press', async () => {
    const server = workServer();
    server.replies.attach = noNetwork;
    server.replies.reportWork = () => json(detail(), 201);
    const app = await openDesk(server, ADDRESS);
    await fill(app, await screen.findByRole('textbox', { name: 'Đã làm được gì' }), 'Đã ra mắt.');
    await app.user.click(await button('Thêm minh chứng'));
    const chooser = screen.getByLabelText('Chọn ảnh hoặc tệp PDF');
    expect(screen.getByText('Không gửi ảnh giấy tờ tùy thân')).toBeVisible();
    // Some phones let anything be chosen.
    const careless = userEvent.setup({ applyAccept: false });
    await careless.upload(chooser, new File(['x'], 'bang.zip', { type: 'application/zip' }));
    expect(await screen.findByText(/Chỉ gửi kèm được ảnh/)).toBeVisible();
    await app.user.upload(chooser, new File(['x'.repeat(6 * 1024 * 1024)], 'to.pdf', { type: 'application/pdf' }));
    expect(await screen.findByText(/Tệp quá lớn/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Gửi lại tệp vừa chọn' })).toBeNull();
    expect(server.called).not.toContain('POST attach');
    await app.user.upload(chooser, new File(['ảnh'], 'ra-mat.png', { type: 'image/png' }));
    expect(await screen.findByText(/Không kết nối được/)).toBeVisible();
    server.replies.attach = () => json({ id: 'tep-1', name: 'Ảnh.png', kind: 'image' }, 201);
    await app.user.click(await button('Gửi lại tệp vừa chọn'));
    expect(await screen.findByRole('button', { name: 'Bỏ minh chứng Ảnh.png' })).toBeVisible();
    expect(screen.getByRole('textbox', { name: 'Đã làm được gì' })).toHaveValue('Đã ra mắt.');
    await app.user.click(await button('Gửi báo cáo'));
    await waitFor(() => expect(sent(server, 'POST reportWork')).toHaveLength(1));
    expect(sent(server, 'POST reportWork')).toMatchObject([
      { note: 'Đã ra mắt.', evidence: [{ kind: 'file', title: 'Ảnh.png', value: 'tep-1' }] },
    ]);
  });

  it('of another unit shows its picture to whoever may see the task', async () => {
    const evidence = [{ kind: 'file' as const, title: 'Ảnh lễ ra mắt', value: 'tep-1' }];
    const server = workServer();
    server.replies.oneWork = () => json(detail(work({ reported: { ...progress(), evidence } })));
    server.replies.attachmentLink = () => json({ error: { code: 'not_found', message: 'Không tìm thấy.' } }, 404);
    const opened: string[] = [];
    const openExternal = async (address: string) => {
      opened.push(address);
      return 'done' as const;
    };
    const app = await openDesk(server, '/cong-viec/viec?ma=viec-1', { openExternal });
    await app.user.click(await button('Mở tệp: Ảnh lễ ra mắt'));
    expect(await screen.findByText('Không tìm thấy.')).toBeVisible();
    server.replies.attachmentLink = () => json({ url: '/tai-ve/abc/a.png', expires_at: '2026-11-21T04:00:00.000Z' });
    await app.user.click(await button('Mở tệp: Ảnh lễ ra mắt'));
    await waitFor(() => expect(opened).toEqual([expect.stringContaining('/tai-ve/abc/a.png')]));
  });

  it('waits for the standing unit, who confirms it, or gives it back with a reason', async () => {
    const waiting = {
      ...{ id: 'bc-1', as: 'lead' as const, progress: progress(), state: 'reported' as const },
      ...{ decision_note: null, decided_at: null },
    };
    const server = workServer();
    server.replies.oneWork = () => json(detail(work({ reported: progress() }), { reports: [waiting] }));
    server.replies.decideReport = () => json(detail());
    const app = await openDesk(server, '/cong-viec/viec?ma=viec-1');
    expect(await screen.findByRole('heading', { name: 'Chờ anh, chị xác nhận' })).toBeVisible();
    const sides = screen.getByRole('region', { name: 'Đã đến đâu' });
    expect(sides).toHaveTextContent(/Đơn vị tự báo.*Đang làm, 60 %.*Đã được xác nhận.*Chưa có xác nhận/);
    await app.user.click(await button('Trả lại'));
    await app.user.click(await button('Trả lại kèm lý do'));
    expect(screen.getByText(/Xin ghi lý do/)).toBeVisible();
    await app.user.dblClick(await button('Xác nhận'));
    await waitFor(() => expect(sent(server, 'POST decideReport')).toEqual([{ version: 3, confirm: true, note: null }]));
  });
});

describe('editing', () => {
  it('of two officials who change different things at once loses nothing', async () => {
    let now = work();
    const server = workServer();
    server.replies.oneWork = () => json(detail(now));
    server.replies.changeWork = (_url, body) => {
      const { version, ...change } = body as { version: number; title?: string };
      if (version !== now.version) return changed();
      now = { ...now, ...change, version: version + 1 } as typeof now;
      return json(now);
    };
    const app = await openDesk(server, '/cong-viec/sua?ma=viec-1');
    const title = await screen.findByRole('textbox', { name: 'Tên nhiệm vụ' });
    await fill(app, title, 'Mở lớp học số');
    // Meanwhile somebody else names who answers for it.
    now = { ...now, responsible: { label: 'Chị Hà', is_me: false }, version: 4 };
    await app.user.click(await button('Lưu'));
    expect(await screen.findByText(/Có người vừa sửa, đây là bản mới/)).toBeVisible();
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Người phụ trách' })).toHaveValue('Chị Hà'));
    expect(title).toHaveValue('Mở lớp học số');
    expect(screen.getByText(/bấm Lưu lần nữa là giữ cả hai/)).toBeVisible();
    await app.user.click(await button('Lưu'));
    expect(await screen.findByText('Đã lưu.')).toBeVisible();
    expect(sent(server, 'PATCH changeWork')).toEqual([
      { version: 3, title: 'Mở lớp học số' },
      { version: 4, title: 'Mở lớp học số' },
    ]);
    expect(now).toMatchObject({ title: 'Mở lớp học số', responsible: { label: 'Chị Hà' } });
  });
});

describe('confirming what the plan proposes', () => {
  it('row by row beside the plan, all at once, edited, and a collective lead split', async () => {
    const server = workServer();
    const collective = proposal({
      ...{ from: provenance({ fact_id: 'task-2', title: 'Rà soát thủ tục', lead: ['các đơn vị'] }), leads: [] },
      collective: true,
    });
    server.replies.workProposals = () => json(proposals({ tasks: [proposal(), collective] }));
    server.replies.confirmWork = () => json({ tasks: [work()], targets: 0 }, 201);
    const app = await openDesk(server, '/cong-viec/xac-nhan');
    expect(await screen.findAllByText(/Mở lớp học kỹ năng số tại nhà văn hóa mỗi tháng một buổi/)).toHaveLength(2);
    // Nobody answers for it yet: it cannot be confirmed by mistake.
    await app.user.click(await button('Chọn tất cả 2 nhiệm vụ chưa xác nhận'));
    expect(await button('Xác nhận 1 nhiệm vụ')).toBeEnabled();
    await app.user.click(await button('Chia cho từng đơn vị'));
    const units = screen.getByRole('group', { name: 'Mỗi đơn vị được chọn có một nhiệm vụ riêng' });
    await app.user.click(within(units).getByRole('checkbox', { name: 'Phòng Văn hóa - Xã hội' }));
    await app.user.click(within(units).getByRole('checkbox', { name: 'Phòng Kinh tế' }));
    await app.user.click(screen.getAllByRole('checkbox', { name: 'Chọn để xác nhận' })[1] as HTMLElement);
    await app.user.click(await button('Xác nhận 2 nhiệm vụ'));
    expect(await screen.findByText('Đã xác nhận 1 nhiệm vụ.')).toBeVisible();
    expect(sent(server, 'POST confirmWork')).toEqual([
      {
        ward: 'an-binh',
        tasks: [
          { document_id: 'plan-1', fact_id: 'task-1' },
          { document_id: 'plan-1', fact_id: 'task-2', split: ['vhxh', 'kinh-te'] },
        ],
        targets: [],
      },
    ]);
  });

  it('a plan read anew shows what changed and touches nothing; a newer plan takes an older one’s place only when somebody says so', async () => {
    const server = workServer();
    const [first] = proposals().documents;
    const newer = { ...first, document_id: 'plan-2', number: '50/KH-UBND', date: '2026-03-01' };
    server.replies.workProposals = () =>
      json({
        ...proposals(),
        documents: [first, newer],
        tasks: [
          proposal({
            ...{ match: 'changed', work_ids: ['viec-1'] },
            changes: [{ what: 'Thời hạn', before: 'Tháng 9/2025', after: 'Tháng 12/2025' }],
          }),
        ],
      });
    server.replies.supersede = () => json({ superseded: 1 });
    const app = await openDesk(server, '/cong-viec/xac-nhan');
    expect(await screen.findByText(/Nhiệm vụ và báo cáo đã có vẫn giữ nguyên/)).toBeVisible();
    expect(screen.queryByRole('checkbox', { name: 'Chọn để xác nhận' })).toBeNull();
    await app.user.selectOptions(screen.getByRole('combobox', { name: 'Kế hoạch cũ' }), 'plan-1');
    await app.user.selectOptions(screen.getByRole('combobox', { name: 'Kế hoạch mới thay' }), 'plan-2');
    await app.user.click(await button('Ghi là đã thay'));
    expect(sent(server, 'POST supersede')).toEqual([]);
    await app.user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Thay' }));
    await waitFor(() =>
      expect(sent(server, 'POST supersede')).toEqual([{ ward: 'an-binh', older: 'plan-1', newer: 'plan-2' }]),
    );
  });
});

describe('targets', () => {
  it('one without a figure says so; a figure goes with its period and source', async () => {
    const server = workServer();
    server.replies.workTargets = () => json({ ward: 'an-binh', as_of: '2026-11-21', targets: [keptTarget()] });
    server.replies.reportValue = () => json(keptTarget());
    const app = await openDesk(server, '/cong-viec/chi-tieu');
    expect(await screen.findByText(/Chưa có số liệu\. Mốc tới, năm 2030: ít nhất 70%/)).toBeVisible();
    await app.user.click(screen.getByRole('link', { name: /Nhập số liệu/ }));
    await app.user.click(await button('Gửi số liệu'));
    expect(screen.getByText('Xin ghi số này lấy từ đâu.')).toBeVisible();
    await fill(app, screen.getByRole('textbox', { name: 'Kết quả' }), '42,5%');
    await fill(app, screen.getByRole('textbox', { name: 'Nguồn số liệu' }), 'Công an phường');
    await app.user.dblClick(await button('Gửi số liệu'));
    await waitFor(() =>
      expect(sent(server, 'POST reportValue')).toMatchObject([
        { period: '2026', value: '42,5%', source: 'Công an phường', note: '' },
      ]),
    );
  });
});
