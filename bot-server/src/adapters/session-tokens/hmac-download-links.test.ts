import { expect, test } from 'vitest';
import { movingClock } from '../../../../tests/fakes/moving-clock.ts';
import { hmacDownloadLinks } from './hmac-download-links.ts';
import { hmacSessionTokens } from './hmac-session-tokens.ts';

const wanted = { broadcastId: 'b1', kind: 'poster_pdf' } as const;

test('a link stands for one file of one announcement, for ten minutes', () => {
  const clock = movingClock();
  const links = hmacDownloadLinks('secret', clock);
  const { token, expiresAt } = links.issue(wanted);
  expect(links.read(token)).toEqual(wanted);
  expect(expiresAt.getTime() - clock.now().getTime()).toBe(600_000);
  clock.advance(600_000);
  expect(links.read(token)).toBeNull();
});

test('one that was changed, or signed with another secret or for another purpose, is worth nothing', () => {
  const clock = movingClock();
  const links = hmacDownloadLinks('secret', clock);
  const { token } = links.issue(wanted);
  const [payload = '', signature = ''] = token.split('.');
  const other = Buffer.from(Buffer.from(payload, 'base64url').toString().replace('b1', 'b2')).toString('base64url');
  const none = { name: null, ward: null, unit: null, group: null, demo: false };
  const session = hmacSessionTokens('secret', clock).issue({ subject: 's', role: 'admin', ...none }).token;
  const elsewhere = hmacDownloadLinks('other', clock).issue(wanted).token;
  for (const text of [`${other}.${signature}`, payload, `${token}=`, `${token}.x`, '', '.', session, elsewhere])
    expect(links.read(text), text).toBeNull();
  expect(hmacSessionTokens('secret', clock).read(token)).toBeNull();
});
