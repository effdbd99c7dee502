import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { answer } from '../../../testing/fake-server.ts';
import { browserStorage } from '../../zalo/browser-platform.ts';
import { KEPT_TURNS } from './conversation.ts';
import { ConversationStore, SLOW_AFTER_MS } from './conversation-store.ts';

const storage = browserStorage(window);
let now = 0;
let ids = 0;

type Ask = ConstructorParameters<typeof ConversationStore>[0]['ask'];
const open = async (ask: Ask = async () => answer()) => {
  const store = new ConversationStore({ ask, storage, now: () => now, newId: () => `id-${++ids}` });
  await store.load();
  return store;
};
const last = (store: ConversationStore) => store.snapshot().turns.slice(-1)[0];

beforeEach(() => {
  window.localStorage.clear();
  now = 1_000_000;
});
afterEach(() => {
  vi.useRealTimers();
});

it('says that it is slow only after the time for it has passed', async () => {
  vi.useFakeTimers();
  let reply: (value: ReturnType<typeof answer>) => void = () => undefined;
  const store = await open(() => new Promise((resolve) => (reply = resolve)));
  const asked = store.ask('an-binh', 'Hạn?');
  vi.advanceTimersByTime(SLOW_AFTER_MS - 1);
  expect(last(store)?.state).toEqual({ kind: 'pending', slow: false, step: 'searching', told: [] });
  vi.advanceTimersByTime(1);
  expect(last(store)?.state).toEqual({ kind: 'pending', slow: true, step: 'searching', told: [] });
  reply(answer());
  await asked;
  expect(last(store)?.state.kind).toBe('answered');
});

it('keeps a bounded number of turns on the device, the newest ones', async () => {
  const store = await open();
  for (let count = 1; count <= KEPT_TURNS + 5; count++) await store.ask('an-binh', `Câu ${count}`);
  const reopened = await open();
  expect(reopened.snapshot().turns).toHaveLength(KEPT_TURNS);
  expect(reopened.snapshot().turns[0]?.question).toBe('Câu 6');
  expect(last(reopened)?.question).toBe(`Câu ${KEPT_TURNS + 5}`);
});

it.each([
  'not json',
  '{}',
  '{"version":1,"conversationId":"x","turns":[{"id":1},null,"?"]}',
  '{"version":99,"turns":[]}',
])('opens with nothing when the device kept something unreadable: %s', async (kept) => {
  window.localStorage.setItem('phuong-so.conversation', kept);
  const store = await open();
  expect(store.snapshot()).toEqual({ ready: true, turns: [] });
});

it('offers a question again whose kept answer can no longer be read', async () => {
  const turn = {
    id: 'a',
    wardKey: 'w',
    question: 'Hạn?',
    askedAt: 1,
    state: { kind: 'answered', answer: { text: 1 } },
  };
  window.localStorage.setItem(
    'phuong-so.conversation',
    JSON.stringify({ version: 1, conversationId: 'x', turns: [turn] }),
  );
  const store = await open();
  expect(last(store)?.state).toEqual({ kind: 'failed', failure: { reason: 'stopped' } });
});

it('begins a new conversation after half an hour of silence, on another ward, and after deletion', async () => {
  const used: string[] = [];
  const api = {
    ask: async ({ conversationId }: { conversationId: string }) => {
      used.push(conversationId);
      return answer();
    },
  };
  const store = new ConversationStore({ ask: api.ask, storage, now: () => now, newId: () => `id-${++ids}` });
  await store.ask('a', 'một');
  now += 29 * 60_000;
  await store.ask('a', 'hai');
  now += 31 * 60_000;
  await store.ask('a', 'ba');
  await store.ask('b', 'bốn');
  await store.clear();
  await store.ask('b', 'năm');
  expect(used[1]).toBe(used[0]);
  expect(new Set(used).size).toBe(4);
});

it('does not bring an answer back that arrives after deletion', async () => {
  let reply: (value: ReturnType<typeof answer>) => void = () => undefined;
  const store = await open(() => new Promise((resolve) => (reply = resolve)));
  const asked = store.ask('an-binh', 'Hạn?');
  await store.clear();
  reply(answer());
  await asked;
  expect(store.snapshot().turns).toEqual([]);
  expect(window.localStorage).toHaveLength(0);
});

it('goes on working on a device that stores nothing', async () => {
  const refusing = {
    read: async () => null,
    write: async () => false,
    remove: async () => undefined,
    clear: async () => undefined,
  };
  const store = new ConversationStore({
    ask: async () => answer(),
    storage: refusing,
    now: () => now,
    newId: () => 'id',
  });
  await store.load();
  await store.ask('an-binh', 'Hạn?');
  expect(last(store)?.state.kind).toBe('answered');
});

it('shows what is told of an answer, and drops what is told after the stop', async () => {
  let tell: Parameters<Ask>[2] = () => undefined;
  const store = await open(
    (_question, signal, hear) =>
      new Promise((_resolve, reject) => {
        tell = hear;
        signal.addEventListener('abort', () => reject(new DOMException('stopped', 'AbortError')));
      }),
  );
  const [citation] = answer().citations;
  if (citation === undefined) throw new Error('the fixture has a citation');
  const asked = store.ask('an-binh', 'Hạn?');
  tell({ kind: 'step', step: 'writing' });
  tell({ kind: 'sentence', sentence: { text: 'Báo cáo', citation } });
  const told = [{ text: 'Báo cáo', citation }];
  expect(last(store)?.state).toEqual({ kind: 'pending', slow: false, step: 'writing', told });
  store.stop();
  await asked;
  tell({ kind: 'sentence', sentence: { text: 'gửi', citation } });
  expect(last(store)?.state).toEqual({ kind: 'failed', failure: { reason: 'stopped' } });
});
