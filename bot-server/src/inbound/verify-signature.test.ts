import { createHash, createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { readEnvelope } from './envelope.ts';
import { likelyCause, type RefusedSignature } from './likely-cause.ts';
import { isSignedByZalo } from './verify-signature.ts';

const event = {
  ...{ app_id: '360846524940903967', event_name: 'user_send_text', timestamp: '1717061839659' },
  ...{ sender: { id: '246845883529197922' }, recipient: { id: '388613280878808645' } },
  message: { text: 'Ổ gà trước số 12', msg_id: '96d3cdf3af150460909' },
};
const raw = Buffer.from(JSON.stringify(event));
const parts = { raw, appId: event.app_id, timestamp: event.timestamp, oaSecret: 'khóa của OA' };
const sha256 = (...texts: (string | Buffer)[]) =>
  texts.reduce((hash, text) => hash.update(text), createHash('sha256')).digest('hex');
const mac = sha256(event.app_id, raw, event.timestamp, 'khóa của OA');

test.each([`mac=${mac}`, mac, `mac = ${mac.toUpperCase()}`, ` MAC=${mac} `])(
  'a signature by the rule is taken: %s',
  (header) => {
    expect(isSignedByZalo({ ...parts, header })).toBe(true);
  },
);

test('no header, a shortened one, other bytes, another secret, app or time are refused', () => {
  const header = `mac=${mac}`;
  for (const wrong of [undefined, '', 'mac=', `mac=${mac.slice(2)}`, `mac=${mac}00`, `mac=${'z'.repeat(64)}`]) {
    expect(isSignedByZalo({ ...parts, header: wrong })).toBe(false);
  }
  const changed = Buffer.from(JSON.stringify(event).replace('12"', '13"'));
  expect(isSignedByZalo({ ...parts, header, raw: changed })).toBe(false);
  expect(isSignedByZalo({ ...parts, header, oaSecret: 'other' })).toBe(false);
  expect(isSignedByZalo({ ...parts, header, appId: '1' })).toBe(false);
  expect(isSignedByZalo({ ...parts, header, timestamp: '1' })).toBe(false);
});

test('an account without a secret accepts nothing, not even what is signed with an empty one', () => {
  const header = sha256(event.app_id, raw, event.timestamp);
  expect(isSignedByZalo({ ...parts, header, oaSecret: '' })).toBe(false);
});

const refused: RefusedSignature = {
  ...parts,
  header: `mac=${sha256('x')}`,
  bodyAppId: event.app_id,
  appSecret: 'app secret',
  oaId: event.recipient.id,
};
const spaced = JSON.stringify(event, null, 1).replace(/\n\s*/g, ' ').replaceAll('{ ', '{').replaceAll(' }', '}');

test.each([
  ['missing_header', { header: undefined }],
  ['malformed_header', { header: 'mac=abc' }],
  ['app_secret', { header: sha256(event.app_id, raw, event.timestamp, 'app secret') }],
  ['oa_id_first', { header: sha256(event.recipient.id, raw, event.timestamp, parts.oaSecret) }],
  ['hmac_of_body', { header: createHmac('sha256', parts.oaSecret).update(raw).digest('hex') }],
  ['secret_with_spaces', { header: `mac=${mac}`, oaSecret: '"khóa của OA" ' }],
  ['other_app', { header: sha256('77', raw, event.timestamp, parts.oaSecret), bodyAppId: '77' }],
  ['other_app', { bodyAppId: '77' }],
  ['body_changed', { header: `mac=${mac}`, raw: Buffer.from(spaced) }],
  ['body_changed', { header: `mac=${mac}`, raw: Buffer.from(JSON.stringify(event, null, 4)) }],
  ['body_changed', { header: sha256(event.app_id, spaced, event.timestamp, parts.oaSecret) }],
  ['unknown', {}],
  ['unknown', { raw: Buffer.from('not json'), appSecret: null }],
])('the likely cause is named: %s', (name, change) => {
  const cause = likelyCause({ ...refused, ...change });
  expect(cause.name).toBe(name);
  expect(cause.advice).toMatch(/[Hh]ãy|chép lại/);
  expect(cause.advice).not.toContain(parts.oaSecret);
});

test('an envelope is read off the bytes; what is none gives nothing', () => {
  expect(readEnvelope(raw)).toMatchObject({
    appId: event.app_id,
    eventName: 'user_send_text',
    timestamp: event.timestamp,
  });
  expect(
    readEnvelope(Buffer.from('{"app_id":360846524940903967,"event_name":"x","timestamp":1717061839659}')),
  ).toMatchObject({
    appId: '360846524940903967',
    timestamp: '1717061839659',
  });
  for (const none of ['', '[]', 'null', '{}', '{"event_name":7}', '{"event_name":"x"']) {
    expect(readEnvelope(Buffer.from(none))).toBeNull();
  }
  expect(readEnvelope(Buffer.from([0x7b, 0xff, 0x7d]))).toBeNull();
});
