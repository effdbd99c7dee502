import http from 'node:http';
import { expect, test } from 'vitest';
import { webhookReceiver } from '../../../../tests/fakes/webhook-receiver.ts';
import { errorOf, type ZaloForTest, zaloForTest } from '../../../../tests/fakes/zalo-caller.ts';

interface Chat {
  messages: { text: string; from: string; seq: number }[];
  after: number;
}

function controller({ url }: ZaloForTest) {
  const headers = { 'content-type': 'application/json' };
  return {
    post: (path: string, body: unknown = {}) =>
      fetch(`${url}/_control${path}`, { method: 'POST', headers, body: JSON.stringify(body) }),
    chat: async (after = 0) =>
      (await (await fetch(`${url}/_control/people/u1/messages?after=${after}`)).json()) as Chat,
  };
}

test('another process can hold a conversation as a person', async () => {
  const zalo = await zaloForTest();
  const receiver = await webhookReceiver();
  const { post, chat } = controller(zalo);
  await post('/webhook', { url: receiver.url });
  expect((await post('/people/u1/say', { text: 'Cấp thẻ ở đâu?' })).status).toBe(200);
  await zalo.control.webhook.idle();
  expect(receiver.posts[0]?.raw).toContain('Cấp thẻ ở đâu?');
  const before = await chat();
  await zalo.call.send('u1', 'Ở bộ phận một cửa');
  const news = await chat(before.after);
  expect(news.messages).toMatchObject([{ text: 'Ở bộ phận một cửa', from: 'account' }]);
  expect((await chat(news.after)).messages).toEqual([]);
});

test.each([
  ['follow', {}, 'follow'],
  ['unfollow', {}, 'unfollow'],
  ['open-chat', {}, 'user_click_chatnow'],
  ['submit-info', {}, 'user_submit_info'],
  ['withdraw', {}, 'user_withdraw'],
  ['send', { kind: 'image', text: 'ổ gà' }, 'user_send_image'],
  ['staff', { text: 'chào bà' }, 'oa_send_text'],
  ['see', {}, 'user_seen_message'],
])('%s', async (gesture, body, name) => {
  const zalo = await zaloForTest();
  const answer = await controller(zalo).post(`/people/u1/${gesture}`, body);
  expect(await answer.json()).toMatchObject({ event: { event_name: name } });
});

test('faults, types and tokens can be set from outside', async () => {
  const zalo = await zaloForTest();
  const { post } = controller(zalo);
  zalo.control.person('u1').writes('chào');
  await post('/outcomes', { operation: 'send', outcomes: [{ kind: 'error', error: -211 }] });
  expect(await errorOf(zalo.call.send('u1', 'a'))).toBe(-211);
  await post('/faults', { error32: 1 });
  expect(await errorOf(zalo.call.send('u1', 'a'))).toBe(-32);
  await post('/faults', {});
  await post('/oa-type', { type: 2 });
  expect(await errorOf(zalo.call.send('u1', 'a'))).toBe(-240);
  await post('/tokens/expire');
  expect(await errorOf(zalo.call.send('u1', 'a'))).toBe(-220);
  const state = await (await fetch(`${zalo.url}/_control`)).json();
  expect(state).toMatchObject({ simulation: true, requests: { '/v2.0/oa/message -240': 1 } });
});

test('what cannot be understood is refused and changes nothing', async () => {
  const zalo = await zaloForTest();
  const { post } = controller(zalo);
  expect((await post('/people/u1/say', { words: 'a' })).status).toBe(400);
  expect((await post('/people/u1/say?oa=none', { text: 'a' })).status).toBe(400);
  expect((await post('/people/u1/press', { title: 'không có' })).status).toBe(400);
  expect((await post('/outcomes', { operation: 'send', outcomes: [{ kind: 'strange' }] })).status).toBe(400);
  expect((await post('/people/u1/jump')).status).toBe(404);
  expect(zalo.control.messages()).toEqual([]);
});

test('a page in a browser cannot speak for people, nor through a name that leads here', async () => {
  const zalo = await zaloForTest();
  const say = { method: 'POST', body: '{"text":"a"}' };
  const path = `${zalo.url}/_control/people/u1/say`;
  expect((await fetch(path, { ...say, headers: { origin: 'https://evil.invalid' } })).status).toBe(403);
  expect(await statusWithHost(`${zalo.url}/_control`, 'evil.invalid')).toBe(403);
  expect(zalo.control.messages()).toEqual([]);
});

function statusWithHost(url: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    http.get(url, { headers: { host } }, (answer) => resolve(answer.resume().statusCode)).on('error', reject);
  });
}
