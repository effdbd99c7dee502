import { AI_NOTICE } from '@phuong-so/shared/domain/ai-notice';
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answer, event, FakeServer, json, noNetwork, notFound } from '../../../testing/fake-server.ts';
import { type OpenedApp, openApp } from '../../../testing/open-app.tsx';

const FIRST = 'Báo cáo gửi trước ngày 30/11 hằng năm.';
const SECOND = 'Gửi về Phòng Văn hóa - Xã hội.';
const [CITATION] = answer().citations;
const WORDED = answer({ text: `${FIRST}\n${SECOND}\n${AI_NOTICE}`, generated: true });
const MARK = 'Do AI diễn đạt từ nguồn được dẫn';

let app: OpenedApp;
/** What the server sends of the answer that is on its way. */
let send: (text: string) => void;
let end: () => void;
let breakOff: () => void;

beforeEach(async () => {
  app = await openApp(new FakeServer());
  await app.user.click(await screen.findByRole('button', { name: /Phường An Bình/ }));
  app.server.askStream = (_request, signal) => {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        const encoder = new TextEncoder();
        send = (text) => controller.enqueue(encoder.encode(text));
        end = () => controller.close();
        breakOff = () => controller.error(new TypeError('network error'));
        signal.addEventListener('abort', () => controller.error(new DOMException('aborted', 'AbortError')));
      },
    });
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  };
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const ask = async () => {
  await app.user.type(screen.getByRole('textbox', { name: /Câu hỏi/ }), 'Hạn nộp báo cáo?{Enter}');
  await waitFor(() => expect(app.server.asked).toHaveLength(1));
};
const tell = (text: string) => send(event('sentence', { text, citation: CITATION }));
const turn = () => screen.getByRole('heading', { name: /Hạn nộp báo cáo/ }).closest('li') as HTMLElement;
const calls = () => app.server.called.filter((call) => / ask/.test(call));

describe('while an answer is made', () => {
  it('tells what is done, shows checked sentences, then the answer in their place, and reads it out once', async () => {
    await ask();
    const heard: string[] = [];
    const status = screen.getByRole('status');
    new MutationObserver(() => heard.push(status.textContent ?? '')).observe(status, {
      ...{ childList: true, characterData: true, subtree: true },
    });
    send(event('step', { step: 'searching' }));
    expect(await screen.findByText('Đang tìm trong kế hoạch…')).toBeVisible();
    send(`: \n\n${event('step', { step: 'reading' })}`);
    expect(await screen.findByText('Đang đọc các đoạn tìm được…')).toBeVisible();
    send(event('step', { step: 'writing' }));
    tell(FIRST);
    expect(await screen.findByText(FIRST)).toBeVisible();
    expect(screen.getByText(MARK)).toBeVisible();
    expect(screen.getByText('Đang viết và kiểm tra từng câu…')).toBeVisible();
    tell(SECOND);
    await waitFor(() => expect(turn()).toHaveTextContent(SECOND));
    send(event('answer', WORDED));
    expect(await screen.findByRole('button', { name: 'Sao chép' })).toBeVisible();
    expect(turn()).toHaveTextContent(`${MARK}${FIRST} ${SECOND}Căn cứ trong văn bản`);
    expect(screen.queryByRole('button', { name: 'Dừng' })).toBeNull();
    await waitFor(() => expect(heard).toEqual([`Đã có câu trả lời. ${WORDED.text}`]));
    expect(calls()).toEqual(['POST askStream']);
  });

  it('stopped before a sentence: may be asked again. After one: what was shown stays, as a part of an answer', async () => {
    await ask();
    await app.user.click(screen.getByRole('button', { name: 'Dừng' }));
    await app.user.click(await screen.findByRole('button', { name: 'Hỏi lại' }));
    await waitFor(() => expect(app.server.asked).toHaveLength(2));
    tell(FIRST);
    await screen.findByText(FIRST);
    await app.user.click(screen.getByRole('button', { name: 'Dừng' }));
    expect(await screen.findByText('Mới trả lời được một phần')).toBeVisible();
    expect(turn()).toHaveTextContent(FIRST);
    expect(turn()).toHaveTextContent(MARK);
    expect(screen.getByRole('button', { name: /43\/KH-UBND/ })).toBeVisible();
    // Among the questions to begin with, and as the way to ask it again.
    expect(screen.getAllByRole('button', { name: 'Hạn nộp báo cáo?' })).toHaveLength(2);
    expect(calls()).toEqual(['POST askStream', 'POST askStream']);
  });
});

describe('where no stream comes through', () => {
  const broken: [string, () => void][] = [
    ['the connection breaks', () => breakOff()],
    ['the stream ends before the answer', () => end()],
    ['what comes is not JSON', () => send('event: answer\ndata: {"text\n\n')],
    ['what comes has another shape', () => send(event('answer', { text: 'Phạt 500.000 đồng' }))],
  ];
  it.each(broken)(
    '%s: the question is asked without one, in the same conversation, and shown once',
    async (_, fail) => {
      await ask();
      send(event('step', { step: 'searching' }));
      await screen.findByText('Đang tìm trong kế hoạch…');
      fail();
      expect(await screen.findByText(answer().text, { selector: 'p' })).toBeVisible();
      expect(calls()).toEqual(['POST askStream', 'POST ask']);
      expect(app.server.asked[1]).toEqual(app.server.asked[0]);
      expect(screen.getAllByText(answer().text, { selector: 'p' })).toHaveLength(1);
      expect(document.body).not.toHaveTextContent('500.000');
    },
  );

  it('an older server, and a proxy with a page of its own', async () => {
    for (const reply of [notFound, () => new Response('<html>', { status: 502 }), () => new Response('<html>')]) {
      app.server.askStream = reply;
      const before = app.server.asked.length;
      await app.user.type(screen.getByRole('textbox', { name: /Câu hỏi/ }), 'Hạn?{Enter}');
      await waitFor(() => expect(app.server.asked).toHaveLength(before + 2));
      await waitFor(() => expect(screen.queryByRole('button', { name: 'Dừng' })).toBeNull());
      expect(screen.queryByRole('button', { name: 'Hỏi lại' })).toBeNull();
    }
  });

  it('after a sentence: it stays, and what is answered without a stream follows it', async () => {
    await ask();
    tell(FIRST);
    await screen.findByText(FIRST);
    breakOff();
    await screen.findByRole('button', { name: 'Sao chép' });
    expect(turn()).toHaveTextContent(`${MARK}${FIRST}${answer().text}`);
    expect(screen.getAllByRole('button', { name: /43\/KH-UBND/ })).toHaveLength(1);
  });

  it('after a sentence that the other answer has, too: shown once', async () => {
    app.server.ask = () => json(WORDED);
    await ask();
    tell(FIRST);
    await screen.findByText(FIRST);
    breakOff();
    await screen.findByRole('button', { name: 'Sao chép' });
    expect(turn()).toHaveTextContent(`${MARK}${FIRST} ${SECOND}Căn cứ`);
  });

  it('after a sentence, and then no network at all: it stays', async () => {
    app.server.ask = noNetwork;
    await ask();
    tell(FIRST);
    await screen.findByText(FIRST);
    breakOff();
    expect(await screen.findByText('Mới trả lời được một phần')).toBeVisible();
    expect(turn()).toHaveTextContent(FIRST);
  });

  it('an error in the server’s own words is not asked again', async () => {
    await ask();
    send(event('error', { error: { code: 'internal', message: 'Hệ thống đang gặp trục trặc.' } }));
    await screen.findByRole('button', { name: 'Hỏi lại' });
    expect(turn()).toHaveTextContent('Hệ thống đang gặp trục trặc, không phải do điện thoại này');
    expect(calls()).toEqual(['POST askStream']);
  });
});

describe('whose words an answer is in', () => {
  const answeredBy = async (reply: Parameters<typeof answer>[0]) => {
    app.server.askStream = () => notFound();
    app.server.ask = () => json(answer(reply));
    await askAndWait();
  };
  const askAndWait = async () => {
    await app.user.type(screen.getByRole('textbox', { name: /Câu hỏi/ }), 'Hạn nộp báo cáo?{Enter}');
    await screen.findByRole('button', { name: 'Sao chép' });
  };
  const copied = async () => {
    await app.user.click(screen.getByRole('button', { name: 'Sao chép' }));
    await screen.findByRole('button', { name: 'Đã sao chép' });
    return navigator.clipboard.readText();
  };

  it('a model’s: said once on the screen, also when the app opens again, and once in what is passed on', async () => {
    await answeredBy(WORDED);
    expect(screen.getByText(MARK)).toBeVisible();
    expect(turn()).not.toHaveTextContent(AI_NOTICE);
    expect((await copied()).split(AI_NOTICE)).toHaveLength(2);
    await app.reopen();
    expect(await screen.findByText(MARK)).toBeVisible();
    expect(screen.queryByText('Trích từ kế hoạch')).toBeNull();
  });

  it('the plan’s own', async () => {
    await answeredBy({});
    expect(screen.getByText('Trích từ kế hoạch')).toBeVisible();
    expect(screen.queryByText(MARK)).toBeNull();
    expect(await copied()).toMatch(/\n\nTrích từ kế hoạch\.$/);
    await app.reopen();
    expect(await screen.findByText('Trích từ kế hoạch')).toBeVisible();
  });

  it('those of a procedure, and the assistant’s own, which quote nothing', async () => {
    await answeredBy({ citations: answer().citations.map((one) => ({ ...one, source: 'service' as const })) });
    expect(screen.getByText('Trích từ nguồn được dẫn')).toBeVisible();
    cleanup();
    app = await openApp(new FakeServer());
    await app.user.click(await screen.findByRole('button', { name: /Phường An Bình/ }));
    await answeredBy({ outcome: 'not_found' });
    expect(screen.queryByText(/^Trích từ/)).toBeNull();
    expect(await copied()).not.toContain('Trích từ');
  });
});
