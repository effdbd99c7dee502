import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answer, FakeServer, json, neverReplies, noNetwork } from '../../../testing/fake-server.ts';
import { type OpenedApp, openApp } from '../../../testing/open-app.tsx';

let app: OpenedApp;

beforeEach(async () => {
  app = await openApp(new FakeServer());
  await app.user.click(await screen.findByRole('button', { name: /Phường An Bình/ }));
});
afterEach(cleanup);

const box = () => screen.getByRole('textbox', { name: /Câu hỏi/ });
const ask = async (question: string) => {
  await app.user.type(box(), `${question}{Enter}`);
};
const firstAnswer = () => screen.findByText(answer().text, { selector: 'p' });

describe('asking', () => {
  it('sends with Enter, starts a new line with Shift+Enter, and empties the box', async () => {
    await app.user.type(box(), 'Hạn nộp{Shift>}{Enter}{/Shift}báo cáo?');
    expect(app.server.asked).toHaveLength(0);
    await app.user.type(box(), '{Enter}');
    expect(app.server.asked[0]).toMatchObject({ ward: 'an-binh', question: 'Hạn nộp\nbáo cáo?' });
    expect(box()).toHaveValue('');
  });

  it('does not send while a Vietnamese syllable is being composed', async () => {
    await app.user.type(box(), 'Hạn nôp');
    fireEvent.keyDown(box(), { key: 'Enter', isComposing: true });
    fireEvent.keyDown(box(), { key: 'Enter', keyCode: 229 });
    expect(app.server.asked).toHaveLength(0);
    expect(box()).toHaveValue('Hạn nôp');
  });

  it('asks an example and a suggestion with one tap', async () => {
    await app.user.click(await screen.findByRole('button', { name: 'Ai ký kế hoạch?' }));
    await app.user.click(await screen.findByRole('button', { name: 'Báo cáo gửi cho ai?' }));
    await waitFor(() =>
      expect(app.server.asked.map(({ question }) => question)).toEqual(['Ai ký kế hoạch?', 'Báo cáo gửi cho ai?']),
    );
  });

  it('keeps one conversation over follow-up questions', async () => {
    await ask('Hạn nộp báo cáo?');
    await firstAnswer();
    await ask('thế gửi cho ai?');
    const [first, second] = app.server.asked;
    expect(second?.conversationId).toBe(first?.conversationId);
    expect(first?.conversationId).toMatch(/^[\w-]{1,64}$/);
  });

  it('shows that it is searching, sends nothing else meanwhile, and can be stopped and asked again', async () => {
    const { ask: working } = app.server;
    app.server.ask = neverReplies;
    await ask('Hạn nộp báo cáo?');
    expect(screen.getByText('Đang tìm trong kế hoạch…')).toBeVisible();
    await ask('Câu thứ hai');
    expect(app.server.asked).toHaveLength(1);
    await app.user.click(screen.getByRole('button', { name: 'Dừng' }));
    app.server.ask = working;
    await app.user.click(await screen.findByRole('button', { name: 'Hỏi lại' }));
    expect(await firstAnswer()).toBeVisible();
    expect(screen.getAllByRole('heading', { name: /Hạn nộp báo cáo\?/ })).toHaveLength(1);
  });
});

describe('when no answer comes', () => {
  const failures: [string, FakeServer['ask'], RegExp][] = [
    ['no network', noNetwork, /Không kết nối được.*Câu hỏi vẫn còn/],
    [
      'the server is broken',
      () => json({ error: { code: 'internal', message: 'x' } }, 500),
      /Hệ thống đang gặp trục trặc/,
    ],
    ['a proxy answers instead', () => new Response('<html>bad gateway</html>', { status: 502 }), /Hệ thống đang gặp/],
    ['the reply has another shape', () => json({ text: 'Phạt 500.000 đồng' }), /Hệ thống đang gặp trục trặc/],
    [
      'too many questions',
      () => json({ error: { code: 'rate_limited', message: 'Quá nhiều' } }, 429, { 'retry-after': '120' }),
      /Xin hỏi lại sau 09:02/,
    ],
    [
      'the question itself is declined',
      () => json({ error: { code: 'too_long', message: 'Câu hỏi dài quá, xin hỏi ngắn hơn.' } }, 400),
      /Câu hỏi dài quá, xin hỏi ngắn hơn/,
    ],
  ];

  it.each(failures)('%s: says what happened and what to do', async (_name, respond, words) => {
    app.server.ask = respond;
    await ask('Hạn nộp báo cáo?');
    const turn = (await screen.findByRole('heading', { name: /Hạn nộp báo cáo/ })).closest('li');
    await waitFor(() => expect(turn).toHaveTextContent(words));
    expect(document.body).not.toHaveTextContent('500.000');
  });
});

describe('how answers are shown', () => {
  it.each([
    ['partial', 'Mới trả lời được một phần'],
    ['not_found', 'Kế hoạch không nêu điều này'],
    ['out_of_scope', 'Ngoài phạm vi kế hoạch của phường'],
    ['refused', 'Trợ lý không trả lời được câu này'],
    ['handoff', 'Cần gặp người có trách nhiệm'],
  ] as const)('%s is labelled', async (outcome, label) => {
    app.server.ask = () => json(answer({ outcome, citations: [] }));
    await ask('Câu hỏi');
    expect(await screen.findByText(label)).toBeVisible();
  });

  it('a question back offers its choices as buttons', async () => {
    app.server.ask = () => json(answer({ outcome: 'clarify', text: 'Phòng nào ạ?', suggestions: ['Phòng Kinh tế'] }));
    await ask('phòng làm gì');
    expect(await screen.findByText('Bấm để chọn:')).toBeVisible();
    await app.user.click(screen.getByRole('button', { name: 'Phòng Kinh tế' }));
    expect(app.server.asked[1]?.question).toBe('Phòng Kinh tế');
  });

  it('a long list shows five, then all, each with who, when and its state', async () => {
    const items = Array.from({ length: 8 }, (_, index) => ({
      title: `Việc số ${index + 1}`,
      lead: ['Tổ dân phố'],
      coordinating: ['Đoàn Thanh niên'],
      due: 'Tháng 9/2025',
      state: 'overdue' as const,
    }));
    app.server.ask = () => json(answer({ items }));
    await ask('Tổ dân phố làm gì?');
    expect(await screen.findByText('Việc số 5')).toBeVisible();
    expect(screen.queryByText('Việc số 6')).toBeNull();
    await app.user.click(screen.getByRole('button', { name: 'Xem tất cả (8)' }));
    const last = screen.getByText('Việc số 8').closest('li');
    expect(last).toHaveTextContent('Chủ trì: Tổ dân phố');
    expect(last).toHaveTextContent('Phối hợp: Đoàn Thanh niên');
    expect(last).toHaveTextContent('Thời hạn: Tháng 9/2025 Đã quá hạn');
  });

  it('never lets markup in an answer become a part of the page', async () => {
    app.server.ask = () => json(answer({ text: '<img src=x onerror=alert(1)>\n- mục một\n- mục hai' }));
    await ask('thử');
    expect(await screen.findByText('<img src=x onerror=alert(1)>', { selector: 'p' })).toBeVisible();
    expect(document.querySelector('img')).toBeNull();
    expect(screen.getByText('mục hai').tagName).toBe('LI');
  });

  it('makes emergency numbers callable, and no part of a document number', async () => {
    app.server.ask = () =>
      json(answer({ outcome: 'handoff', text: 'Gọi 114 ngay. Xem 113/KH-UBND.', citations: [], suggestions: [] }));
    await ask('cháy nhà');
    expect(await screen.findByRole('button', { name: 'Gọi 114' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Gọi 113' })).toBeNull();
  });

  it('copies the answer with its source and date', async () => {
    await ask('Hạn nộp báo cáo?');
    await app.user.click(await screen.findByRole('button', { name: 'Sao chép' }));
    expect(await screen.findByRole('button', { name: 'Đã sao chép' })).toBeVisible();
    const copied = await navigator.clipboard.readText();
    expect(copied).toContain('chậm nhất là ngày 29/11');
    expect(copied).toContain('43/KH-UBND, mục IV.2');
    expect(copied).toContain('21/11/2026');
  });
});

describe('memory and announcements', () => {
  it('keeps the conversation on the device until it is deleted', async () => {
    await ask('Hạn nộp báo cáo?');
    await firstAnswer();
    await app.reopen();
    expect(await firstAnswer()).toBeVisible();
    await app.user.click(screen.getByRole('button', { name: 'Xóa lịch sử hỏi đáp' }));
    const dialog = screen.getByRole('alertdialog', { name: 'Xóa lịch sử hỏi đáp?' });
    expect(within(dialog).getByRole('button', { name: 'Giữ lại' })).toHaveFocus();
    await app.user.click(within(dialog).getByRole('button', { name: 'Xóa hết' }));
    expect(screen.queryByText(answer().text)).toBeNull();
    await app.reopen();
    await screen.findByRole('textbox', { name: /Câu hỏi/ });
    expect(screen.queryByText(answer().text)).toBeNull();
  });

  it('changes nothing when deletion is cancelled with Escape', async () => {
    await ask('Hạn nộp báo cáo?');
    await firstAnswer();
    await app.user.click(screen.getByRole('button', { name: 'Xóa lịch sử hỏi đáp' }));
    await app.user.keyboard('{Escape}');
    expect(screen.queryByRole('alertdialog')).toBeNull();
    expect(screen.getByRole('button', { name: 'Xóa lịch sử hỏi đáp' })).toHaveFocus();
    expect(await firstAnswer()).toBeVisible();
  });

  it('announces a new answer, and stays silent about old ones', async () => {
    await ask('Hạn nộp báo cáo?');
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent(`Đã có câu trả lời. ${answer().text}`));
    await app.reopen();
    await firstAnswer();
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
  });
});
