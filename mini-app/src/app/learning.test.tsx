import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { FakeServer, json, NAMED_WARD, noNetwork, signedIn } from '../../testing/fake-server.ts';
import { openApp } from '../../testing/open-app.tsx';
import { CERTIFICATE, learning, progress } from '../../testing/sample-learning.ts';
import { course } from '../../testing/sample-library.ts';

afterEach(cleanup);

const SIGNED_IN_PHONE = { kind: 'zalo', accessToken: async () => 'zalo-token' } as const;
const FINISHED = progress({
  lessons: [
    { id: 'goi-gia', step: 2, finished: true },
    { id: 'duong-dan', step: 1, finished: true },
  ],
  resume: null,
});
const PASSED = { ...FINISHED, quiz: { right: 1, total: 1, passed: true } };

function openAt(address: string, change: (server: FakeServer) => void = () => undefined, phone = {}) {
  const server = new FakeServer();
  server.wards = () => json({ wards: [NAMED_WARD] });
  change(server);
  return openApp(server, address, phone);
}

/** On the phone of somebody whom the server knows, with this progress. */
function openKnown(
  address: string,
  stored: ReturnType<typeof progress>,
  change = (_: FakeServer) => undefined as void,
) {
  return openAt(
    address,
    (server) => {
      signedIn(server);
      server.replies.learning = () => json(learning([stored]));
      server.replies.learn = () => json(stored);
      change(server);
    },
    SIGNED_IN_PHONE,
  );
}

const sent = (server: FakeServer, call: string) => server.bodies.filter((_, at) => server.called[at] === call);

describe('a course', () => {
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
    expect(screen.getByRole('link', { name: /Đăng ký khai sinh/ })).toHaveAttribute(
      'href',
      '/dich-vu/thu-tuc?ma=khai-sinh',
    );
    await app.user.click(screen.getByRole('link', { name: 'Học tiếp: Đường dẫn lạ' }));
    await app.user.click(await screen.findByRole('button', { name: 'Tiếp' }));
    await app.user.click(await screen.findByRole('button', { name: 'Xong bài' }));
    expect(await screen.findByRole('heading', { name: 'Đã học xong các bài của khóa' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Trả lời câu hỏi ôn tập' })).toBeVisible();
    // Nobody is signed in: nothing has left the phone.
    expect(app.server.called.filter((call) => call.startsWith('POST'))).toEqual([]);

    await app.reopen('/hoc');
    expect(await screen.findByText('Đã học xong các bài')).toBeVisible();
    expect(screen.getByText('Đang làm quen: đã xong 2 bài')).toBeVisible();
  });

  it('shows the drawing of a step with its description, and the description alone when it is none of ours', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0" stroke-width="2"/></svg>';
    const steps = ['![Ba nút](ba-nut.svg)\n\nNhìn cạnh máy.', '![Hình lạ](la.svg)\n\nMột.'];
    const [part, ...others] = course().parts;
    const app = await openAt('/hoc/bai?ma=lua-dao&muc=goi-gia', (server) => {
      const pictures = [
        { name: 'ba-nut', svg },
        { name: 'la', svg: svg.replace('<path', '<script/><path') },
      ];
      server.replies.course = () => json(course({ pictures, parts: [{ ...part, steps } as never, ...others] }));
    });
    expect(await screen.findByRole('img', { name: 'Ba nút' })).toContainHTML('stroke-width="2"');
    expect(screen.getByText('Nhìn cạnh máy.')).toBeVisible();
    await app.user.click(screen.getByRole('button', { name: 'Tiếp' }));
    expect(await screen.findByText('Hình lạ')).toBeVisible();
    expect(document.querySelector('script')).toBeNull();
  });
});

describe('the courses', () => {
  it('are grouped by whom they are for, with those under way first', async () => {
    const shops = course({ id: 'ban-hang', title: 'Bán hàng', audiences: ['Hộ kinh doanh'] });
    await openKnown(
      '/hoc',
      progress({ lessons: [{ id: 'goi-gia', step: 1, finished: false }], resume: { lesson: 'goi-gia', step: 1 } }),
      (server) => {
        server.replies.courses = () => json({ ward: 'an-binh', courses: [shops, course()] });
      },
    );
    const underWay = await screen.findByRole('region', { name: 'Đang học' });
    expect(within(underWay).getByRole('link')).toHaveTextContent('Nhận ra lừa đảo');
    expect(within(underWay).getByRole('link')).toHaveTextContent('Hợp cả với người lớn');
    const headings = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
    expect(headings).toEqual(['Đang học', 'Hộ kinh doanh']);
  });

  it('tell the level and weeks in words, and nothing of weeks that were missed', async () => {
    const stored = learning([FINISHED], { weeks_in_a_row: 3 });
    const app = await openKnown('/hoc', FINISHED, (server) => {
      server.replies.learning = () => json(stored);
    });
    expect(await screen.findByText('3 tuần liền có học')).toBeVisible();
    stored.weeks_in_a_row = 0;
    await app.reopen('/hoc');
    await waitFor(() => expect(screen.queryByText(/tuần/)).toBeNull());
    expect(screen.getByText('Đang làm quen: đã xong 1 bài')).toBeVisible();
  });

  it('are said plainly not to be there yet', async () => {
    await openAt('/hoc', (server) => {
      server.replies.courses = () => json({ ward: 'an-binh', courses: [] });
    });
    expect(await screen.findByText('Chưa có khóa học nào ở đây.')).toBeVisible();
  });
});

describe('progress of a signed-in person', () => {
  it('goes on here where it was left in the chat', async () => {
    const inChat = progress({
      lessons: [{ id: 'goi-gia', step: 1, finished: false }],
      resume: { lesson: 'goi-gia', step: 1 },
    });
    const app = await openKnown('/hoc/bai?ma=lua-dao', inChat);
    await app.user.click(await screen.findByRole('link', { name: 'Học tiếp chỗ đang dở' }));
    expect(await screen.findByRole('heading', { name: 'Bước 2/3' })).toBeVisible();
    await app.user.click(screen.getByRole('button', { name: 'Tiếp' }));
    const body = { course: 'lua-dao', lesson: 'goi-gia', step: 2, finished: false };
    await waitFor(() => expect(sent(app.server, 'POST learn')).toEqual([body]));
  });

  it('is kept without a network, sent once there is one, and never goes backwards', async () => {
    const before = progress();
    const app = await openKnown('/hoc/bai?ma=lua-dao&muc=duong-dan', before, (server) => {
      server.replies.learn = noNetwork;
      server.replies.learning = noNetwork;
    });
    await app.user.click(await screen.findByRole('button', { name: 'Tiếp' }));
    await app.user.click(await screen.findByRole('button', { name: 'Xong bài' }));
    await app.reopen('/hoc');
    expect(await screen.findByText('Bài vừa học đang lưu trên máy, có mạng sẽ tự gửi.')).toBeVisible();

    // The server still knows nothing; its word does not take away what was done.
    app.server.replies.learning = () => json(learning([before]));
    app.server.replies.learn = () =>
      json(progress({ lessons: [{ id: 'duong-dan', step: 1, finished: true }], resume: null }));
    app.server.bodies.length = 0;
    app.server.called.length = 0;
    window.dispatchEvent(new Event('online'));
    await waitFor(() => expect(screen.queryByText(/có mạng sẽ tự gửi/)).toBeNull());
    expect(sent(app.server, 'POST learn')).toEqual([
      { course: 'lua-dao', lesson: 'duong-dan', step: 1, finished: true },
    ]);
    expect(screen.getByText('Đang học: xong 1/2 bài')).toBeVisible();
  });

  it('hands over what was learnt before signing in, but not what another person left on the phone', async () => {
    const app = await openAt('/hoc/bai?ma=lua-dao&muc=duong-dan');
    await app.user.click(await screen.findByRole('button', { name: 'Tiếp' }));
    signedIn(app.server);
    app.server.replies.learning = () => json(learning([progress()]));
    app.server.replies.learn = () => json(progress());
    await app.reopen('/hoc', SIGNED_IN_PHONE);
    await waitFor(() => expect(sent(app.server, 'POST learn')).toMatchObject([{ lesson: 'duong-dan', step: 1 }]));

    signedIn(app.server, 'zalo:2');
    await app.reopen('/hoc', SIGNED_IN_PHONE);
    expect(await screen.findByText('Chưa học')).toBeVisible();
    expect(sent(app.server, 'POST learn')).toHaveLength(1);
  });

  it('lets go of what the server refuses for good', async () => {
    const app = await openKnown('/hoc/bai?ma=lua-dao&muc=duong-dan', progress(), (server) => {
      server.replies.learn = () => json({ error: { code: 'not_found', message: 'Không có.' } }, 404);
    });
    await app.user.click(await screen.findByRole('button', { name: 'Tiếp' }));
    await waitFor(() => expect(sent(app.server, 'POST learn')).toHaveLength(1));
    await app.reopen('/hoc', SIGNED_IN_PHONE);
    expect(await screen.findByText('Đang học: xong 0/2 bài')).toBeVisible();
    await waitFor(() => expect(app.server.called.filter((call) => call === 'GET learning').length).toBeGreaterThan(1));
    expect(sent(app.server, 'POST learn')).toHaveLength(1);
  });
});

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
      openExternal: async (url) => (opened.push(url), 'done'),
      share: async ({ text }) => (shared.push(text), 'done'),
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
    await app.user.click(screen.getByRole('button', { name: 'Tắt' }));
    expect(document.documentElement.style.fontSize).toBe('');
    expect(await screen.findByRole('heading', { name: 'Bước 3/3' })).toBeVisible();

    await app.reopen('/hoc/bai?ma=lua-dao');
    expect(await screen.findByRole('button', { name: 'Bật học cùng ông bà' })).toBeVisible();
  });
});
