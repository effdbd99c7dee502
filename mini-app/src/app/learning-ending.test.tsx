import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { FakeServer, json, NAMED_WARD, noNetwork, signedIn } from '../../testing/fake-server.ts';
import { openApp } from '../../testing/open-app.tsx';
import { openAt, openKnown, SIGNED_IN_PHONE, sent } from '../../testing/open-learning.ts';
import { CERTIFICATE, FINISHED, learning, PASSED } from '../../testing/sample-learning.ts';
import { course } from '../../testing/sample-library.ts';

afterEach(cleanup);

describe('the quiz', () => {
  it('explains every answer, may be taken again, counts the best, and is sent with an id of its own', async () => {
    const app = await openKnown('/hoc/cau-hoi?ma=lua-dao', FINISHED, (server) => {
      server.replies.attemptQuiz = () => json({ right: 1, total: 1, passed: true, progress: PASSED });
    });
    await app.user.click(await screen.findByRole('button', { name: /Chuyển ngay/ }));
    await waitFor(() => expect(screen.getByRole('heading', { name: 'Chưa đúng' })).toHaveFocus());
    expect(screen.getByText('Tắt máy')).toBeVisible();
    expect(screen.getByText('Công an không thu tiền qua điện thoại.')).toBeVisible();
    await app.user.click(screen.getByRole('button', { name: 'Xem kết quả' }));
    expect(await screen.findByRole('heading', { name: 'Đúng 0/1 câu' })).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Nhận giấy chứng nhận' })).toBeNull();

    await app.user.click(screen.getByRole('button', { name: 'Làm lại' }));
    await app.user.click(await screen.findByRole('button', { name: /Tắt máy/ }));
    expect(await screen.findByRole('heading', { name: 'Đúng rồi' })).toBeVisible();
    await app.user.click(screen.getByRole('button', { name: 'Xem kết quả' }));
    expect(await screen.findByRole('link', { name: 'Nhận giấy chứng nhận' })).toBeVisible();
    await waitFor(() => expect(sent(app.server, 'POST attemptQuiz')).toHaveLength(2));
    const [first, second] = sent(app.server, 'POST attemptQuiz') as { id: string; answers: number[] }[];
    expect([first?.answers, second?.answers]).toEqual([[1], [0]]);
    expect(first?.id).not.toBe(second?.id);
  });

  it('works without a network once the course was read', async () => {
    const app = await openAt('/hoc/bai?ma=lua-dao');
    await screen.findByRole('heading', { name: 'Nhận ra lừa đảo' });
    app.server.replies.course = noNetwork;
    await app.reopen('/hoc/cau-hoi?ma=lua-dao');
    await app.user.click(await screen.findByRole('button', { name: /Tắt máy/ }));
    await app.user.click(await screen.findByRole('button', { name: 'Xem kết quả' }));
    expect(await screen.findByRole('heading', { name: 'Đúng 1/1 câu' })).toBeVisible();
  });
});

describe('the certificate', () => {
  it('says what is still to be done', async () => {
    await openAt('/hoc/chung-nhan/khoa?ma=lua-dao');
    expect(await screen.findByText('Còn 2 bài nữa.')).toBeVisible();
    expect(screen.getByText('Cần đạt câu hỏi ôn tập.')).toBeVisible();
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('is given for the name that the person wants, shown, opened as a file and passed on', async () => {
    const opened: string[] = [];
    const shared: string[] = [];
    const server = new FakeServer();
    signedIn(server);
    server.wards = () => json({ wards: [NAMED_WARD] });
    server.replies.learning = () => json(learning([PASSED]));
    server.replies.certify = () => json(CERTIFICATE);
    server.replies.certificate = () => json(CERTIFICATE);
    const app = await openApp(server, '/hoc/chung-nhan/khoa?ma=lua-dao', {
      ...SIGNED_IN_PHONE,
      openExternal: async (url) => {
        opened.push(url);
        return 'done';
      },
      share: async ({ text }) => {
        shared.push(text);
        return 'done';
      },
    });
    await app.user.click(await screen.findByRole('button', { name: 'Nhận giấy chứng nhận' }));
    expect(screen.getByRole('alert')).toHaveTextContent('Xin ghi họ và tên.');
    await app.user.type(screen.getByRole('textbox', { name: 'Họ và tên' }), ' Nguyễn Thị Bưởi ');
    await app.user.click(screen.getByRole('button', { name: 'Nhận giấy chứng nhận' }));
    const paper = await screen.findByRole('article', { name: 'Giấy chứng nhận' });
    expect(sent(server, 'POST certify')).toEqual([{ ward: 'an-binh', course: 'lua-dao', name: 'Nguyễn Thị Bưởi' }]);
    expect(paper).toHaveTextContent('MẪU TRÌNH DIỄN');
    expect(paper).toHaveTextContent('CN-7K2M9QRT');
    await app.user.click(screen.getByRole('button', { name: 'Mở bản in (PDF)' }));
    await app.user.click(screen.getByRole('button', { name: 'Mở bản ảnh' }));
    const host = window.location.origin;
    expect(opened).toEqual([`${host}/chung-nhan/CN-7K2M9QRT.pdf`, `${host}/chung-nhan/CN-7K2M9QRT.png`]);
    await app.user.click(screen.getByRole('button', { name: 'Chia sẻ' }));
    expect(shared).toEqual([expect.stringContaining(`${host}/chung-nhan/CN-7K2M9QRT`)]);
    await app.user.click(screen.getByRole('button', { name: /Chép địa chỉ/ }));
    expect(await navigator.clipboard.readText()).toBe(`${host}/chung-nhan/CN-7K2M9QRT`);

    server.replies.learning = () =>
      json(learning([{ ...PASSED, certificate: { code: CERTIFICATE.code, issued_at: CERTIFICATE.issued_at } }]));
    await app.reopen('/hoc/chung-nhan', SIGNED_IN_PHONE);
    expect(await screen.findByRole('link', { name: /Nhận ra lừa đảo/ })).toHaveTextContent('Ngày 21/11/2026');
  });

  it('needs an account, and says so', async () => {
    const app = await openAt('/hoc/cau-hoi?ma=lua-dao', (server) => {
      server.replies.course = () => json(course({ parts: [] }));
    });
    await app.user.click(await screen.findByRole('button', { name: /Tắt máy/ }));
    await app.user.click(await screen.findByRole('button', { name: 'Xem kết quả' }));
    await app.user.click(await screen.findByRole('link', { name: 'Nhận giấy chứng nhận' }));
    await app.user.type(await screen.findByRole('textbox', { name: 'Họ và tên' }), 'Bưởi');
    await app.user.click(screen.getByRole('button', { name: 'Nhận giấy chứng nhận' }));
    expect(await screen.findByText(/Việc này cần tài khoản Zalo/)).toBeVisible();
  });

  it('is none yet: says how to get one', async () => {
    await openAt('/hoc/chung-nhan');
    expect(await screen.findByText(/Chưa có giấy chứng nhận nào/)).toBeVisible();
  });
});

describe('học cùng ông bà', () => {
  it('shows one thing at a time in large letters, with a hint for the helper, until it is switched off', async () => {
    const app = await openAt('/hoc/bai?ma=lua-dao');
    await app.user.click(await screen.findByRole('button', { name: 'Bật học cùng ông bà' }));
    expect(document.documentElement.style.fontSize).toBe('150%');
    await app.user.click(screen.getByRole('link', { name: 'Bắt đầu học' }));
    expect(await screen.findByText(/Để bác tự bấm/)).toBeVisible();
    const next = () => app.user.click(screen.getByRole('button', { name: 'Tiếp' }));
    await next();
    expect(await screen.findByText('Cúp máy.')).toBeVisible();
    expect(screen.queryByText('Hỏi người nhà.')).toBeNull();
    await next();
    expect(await screen.findByText('Hỏi người nhà.')).toBeVisible();
    expect(screen.getByText('Nghe giục gấp thì:')).toBeVisible();
    await app.user.click(screen.getByRole('button', { name: 'Xem lại phần trước' }));
    expect(await screen.findByText('Cúp máy.')).toBeVisible();
    for (const _ of [1, 2, 3]) await next();
    expect(await screen.findByText(/không cầm máy làm hộ/)).toBeVisible();
    await app.user.click(screen.getByRole('button', { name: 'Thôi học cùng' }));
    expect(document.documentElement.style.fontSize).toBe('');
    expect(await screen.findByRole('heading', { name: 'Bước 3/3' })).toBeVisible();

    await app.reopen('/hoc/bai?ma=lua-dao');
    expect(await screen.findByRole('button', { name: 'Bật học cùng ông bà' })).toBeVisible();
  });
});
