import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { json, noNetwork, signedIn } from '../../testing/fake-server.ts';
import { openAt, openKnown, SIGNED_IN_PHONE, sent } from '../../testing/open-learning.ts';
import { FINISHED, learning, progress } from '../../testing/sample-learning.ts';
import { course } from '../../testing/sample-library.ts';

afterEach(cleanup);

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
  }, 30_000);

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
