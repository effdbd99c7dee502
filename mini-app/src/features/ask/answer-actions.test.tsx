import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answer, event, FakeServer, json, NAMED_WARD, NAMELESS_WARD, noNetwork } from '../../../testing/fake-server.ts';
import { type OpenedApp, openApp } from '../../../testing/open-app.tsx';

let app: OpenedApp;

const ask = async (ward = /Phường An Bình/) => {
  app = await openApp(app.server);
  await app.user.click(await screen.findByRole('button', { name: ward }));
  await app.user.type(screen.getByRole('textbox', { name: /Câu hỏi/ }), 'Hạn nộp báo cáo?{Enter}');
  await screen.findByText(answer().text, { selector: 'p' });
};
const press = async (name: string) => app.user.click(await screen.findByRole('button', { name }));

beforeEach(async () => {
  app = await openApp(new FakeServer());
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  Reflect.deleteProperty(window, 'speechSynthesis');
  Reflect.deleteProperty(window.navigator, 'share');
});

describe('sharing an answer', () => {
  it('passes on question, answer and source with a link to ask the same', async () => {
    const share = vi.fn(async (_shared: ShareData) => undefined);
    Object.defineProperty(window.navigator, 'share', { value: share, configurable: true });
    await ask();
    await press('Chia sẻ');
    const [shared] = share.mock.calls[0] ?? [];
    expect(shared?.text).toContain('Hỏi: Hạn nộp báo cáo?');
    expect(shared?.text).toContain(answer().text);
    expect(shared?.text).toContain('43/KH-UBND, mục IV.2');
    const link = new URL(shared?.url ?? '');
    expect(link.searchParams.get('phuong')).toBe('an-binh');
    expect(link.searchParams.get('q')).toBe('Hạn nộp báo cáo?');
  });

  it('puts it on the clipboard where nothing can be shared', async () => {
    await ask();
    await press('Chia sẻ');
    expect(await screen.findByText('Đã sao chép để gửi')).toBeVisible();
    expect(await window.navigator.clipboard.readText()).toContain('hoi-dap?');
  });

  it('the shared link opens Hỏi đáp with the question written, not sent', async () => {
    await ask();
    await app.reopen('/hoi-dap?q=Ai+k%C3%BD%3F');
    expect(await screen.findByRole('textbox', { name: /Câu hỏi/ })).toHaveValue('Ai ký?');
    expect(app.server.asked).toHaveLength(1);
  });
});

describe('reading aloud', () => {
  const withVoice = (lang: string) => {
    const spoken: { text: string; onend?: () => void }[] = [];
    vi.stubGlobal(
      'SpeechSynthesisUtterance',
      class {
        constructor(readonly text: string) {}
      },
    );
    const engine = {
      ...{ getVoices: () => [{ lang }], speak: (one: { text: string }) => spoken.push(one), cancel: () => undefined },
      ...{ addEventListener: () => undefined, removeEventListener: () => undefined },
    };
    Object.defineProperty(window, 'speechSynthesis', { value: engine, configurable: true });
    return spoken;
  };

  it('is offered with a Vietnamese voice, reads the answer and can be stopped', async () => {
    const spoken = withVoice('vi-VN');
    await ask();
    await press('Đọc to');
    expect(spoken.map(({ text }) => text).join(' ')).toBe(answer().text);
    await press('Dừng đọc');
    await press('Đọc to');
    spoken[spoken.length - 1]?.onend?.();
    expect(await screen.findByRole('button', { name: 'Đọc to' })).toBeVisible();
  });

  it('is not offered with a foreign voice only', async () => {
    withVoice('en-US');
    await ask();
    expect(screen.queryByRole('button', { name: 'Đọc to' })).toBeNull();
  });
});

describe('reading aloud with recordings of the server', () => {
  const READING = { token: 'token-1', parts: 3 };
  const played: HTMLAudioElement[] = [];
  /** The parts that were asked for. */
  const asked: unknown[] = [];

  beforeEach(() => {
    played.length = 0;
    asked.length = 0;
    const media = window.HTMLMediaElement.prototype;
    vi.spyOn(media, 'load').mockImplementation(() => undefined);
    vi.spyOn(media, 'pause').mockImplementation(() => undefined);
    vi.spyOn(media, 'play').mockImplementation(function (this: HTMLMediaElement) {
      played.push(this as HTMLAudioElement);
      return Promise.resolve();
    });
    vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:1', revokeObjectURL: () => undefined }));
    app.server.askStream = async () =>
      new Response(event('reading', READING) + event('answer', answer()), {
        headers: { 'content-type': 'text/event-stream' },
      });
    app.server.replies.readAloud = (_url, body) => {
      asked.push(body);
      return new Response(new Blob(['sound']), { headers: { 'content-type': 'audio/mpeg' } });
    };
  });
  afterEach(() => {
    cleanup();
    vi.restoreAllMocks();
  });
  const endPart = (part: number) =>
    waitFor(() => expect(played).toHaveLength(part)).then(() => played[part - 1]?.onended?.(new Event('ended')));

  it('is offered where the device has no voice of its own: part after part, the next fetched while one sounds', async () => {
    await ask();
    await press('Đọc to');
    expect(await screen.findByText('Giọng đọc do máy tạo.')).toBeVisible();
    expect(asked).toEqual([0, 1].map((part) => ({ token: 'token-1', part })));
    await endPart(1);
    await waitFor(() => expect(asked).toHaveLength(3));
    await endPart(2);
    expect(screen.getByRole('button', { name: 'Dừng đọc' })).toBeVisible();
    await endPart(3);
    expect(await screen.findByRole('button', { name: 'Đọc to' })).toBeVisible();
    expect(screen.queryByText('Giọng đọc do máy tạo.')).toBeNull();
    expect(asked).toHaveLength(3);
  });

  it('stops at once when it is told to, and when the answer goes from the screen', async () => {
    await ask();
    await press('Đọc to');
    await press('Dừng đọc');
    expect(await screen.findByRole('button', { name: 'Đọc to' })).toBeVisible();
    await press('Đọc to');
    await screen.findByRole('button', { name: 'Dừng đọc' });
    const pause = vi.mocked(window.HTMLMediaElement.prototype.pause);
    const before = pause.mock.calls.length;
    cleanup();
    expect(pause.mock.calls.length).toBe(before + 1);
  });

  it('what the server says against it is shown, and it can be tried again', async () => {
    const words = 'Hiện chưa đọc to được. Bạn thử lại sau ít phút.';
    const works = app.server.replies.readAloud ?? noNetwork;
    app.server.replies.readAloud = () => json({ error: { code: 'reading_unavailable', message: words } }, 503);
    await ask();
    await press('Đọc to');
    expect(await screen.findByText(words)).toBeVisible();
    app.server.replies.readAloud = works;
    await press('Đọc lại');
    expect(await screen.findByText('Giọng đọc do máy tạo.')).toBeVisible();
    app.server.replies.readAloud = noNetwork;
    await endPart(1);
    await endPart(2);
    expect(await screen.findByText('Chưa tải được giọng đọc. Bạn kiểm tra mạng rồi bấm lại.')).toBeVisible();
  });

  it('the way to hear it is not kept on the device', async () => {
    await ask();
    await screen.findByRole('button', { name: 'Đọc to' });
    await app.reopen('/hoi-dap');
    await screen.findByText(answer().text, { selector: 'p' });
    expect(screen.queryByRole('button', { name: 'Đọc to' })).toBeNull();
    expect(JSON.stringify(window.localStorage)).not.toContain('token-1');
  });
});

describe('asking a person', () => {
  it('a ward with an account and a hotline: both ways, what happens then, and when', async () => {
    const open = vi.fn();
    vi.stubGlobal('open', open);
    window.open = open;
    await ask();
    await press('Hỏi cán bộ');
    const dialog = screen.getByRole('dialog', { name: 'Hỏi cán bộ' });
    expect(dialog).toHaveTextContent('“Hạn nộp báo cáo?”');
    expect(dialog).toHaveTextContent('Trợ lý không tự gửi');
    expect(dialog).toHaveTextContent('Cán bộ trả lời trong giờ làm việc: Thứ Hai đến thứ Sáu');
    expect(within(dialog).getByRole('button', { name: /Gọi 0225 300 1234/ })).toBeVisible();
    expect(dialog).not.toHaveTextContent('chưa cấu hình');
    await app.user.click(within(dialog).getByRole('button', { name: 'Mở Zalo của phường' }));
    expect(open.mock.calls[0]?.[0]).toBe(`https://zalo.me/${NAMED_WARD.oa_id}`);
  });

  it('a ward that has configured nothing says so plainly', async () => {
    app.server.ask = () => json(answer({ citations: [] }));
    await ask(/chưa có tên/);
    expect(NAMELESS_WARD.oa_id).toBeNull();
    await press('Hỏi cán bộ');
    const dialog = screen.getByRole('dialog', { name: 'Hỏi cán bộ' });
    expect(dialog).toHaveTextContent('Phường chưa cấu hình kênh liên hệ trực tuyến. Xin đến trụ sở UBND phường.');
    expect(within(dialog).getAllByRole('button')).toHaveLength(1);
  });

  it('keeps the focus inside, closes with Escape, and gives the focus back', async () => {
    await ask();
    await press('Hỏi cán bộ');
    const dialog = screen.getByRole('dialog', { name: 'Hỏi cán bộ' });
    for (let step = 0; step < 6; step += 1) {
      await app.user.tab();
      expect(dialog).toContainElement(document.activeElement as HTMLElement);
    }
    await app.user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByRole('button', { name: 'Hỏi cán bộ' })).toHaveFocus();
  });
});

describe('what an answer rests on', () => {
  it('an announcement opens as its page', async () => {
    const [first] = answer().citations;
    if (first === undefined) throw new Error('the fixture has a citation');
    const citation = { ...first, source: 'announcement', document: 'Mời họp', document_id: 'tin-1', section_id: null };
    app.server.ask = () => json(answer({ citations: [citation as typeof first] }));
    await ask();
    await app.user.click(await screen.findByRole('button', { name: /Mời họp/ }));
    const address = '/thong-bao/tin?phuong=an-binh&ma=tin-1';
    await waitFor(() => expect(window.location.pathname + window.location.search).toBe(address));
  });
});

it('the ward’s own questions stand ready, and general ones when they cannot be had', async () => {
  await ask();
  expect(await screen.findByRole('button', { name: 'Có lớp học số không?' })).toBeVisible();
  cleanup();
  app.server.replies.home = () => json({ error: { code: 'not_found', message: 'x' } }, 404);
  await ask();
  expect(await screen.findByRole('button', { name: 'Kế hoạch gồm những phần nào?' })).toBeVisible();
});
