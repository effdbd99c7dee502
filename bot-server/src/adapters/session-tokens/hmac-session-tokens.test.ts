import type { Session } from '@phuong-so/shared/domain/session';
import { expect, test } from 'vitest';
import { movingClock } from '../../../../tests/fakes/moving-clock.ts';
import { hmacSessionTokens } from './hmac-session-tokens.ts';

const session: Session = {
  subject: 's1',
  name: null,
  role: 'resident',
  ward: 'a',
  unit: null,
  group: null,
  demo: false,
};

test('a token gives back its session for two hours', () => {
  const clock = movingClock();
  const tokens = hmacSessionTokens('secret', clock);
  const { token } = tokens.issue(session);
  expect(tokens.read(token)).toEqual(session);
  clock.advance(2 * 60 * 60 * 1000);
  expect(tokens.read(token)).toBeNull();
});

test('a token that was changed, or signed with another secret, is worth nothing', () => {
  const tokens = hmacSessionTokens('secret', movingClock());
  const { token } = tokens.issue(session);
  const [payload = '', signature = ''] = token.split('.');
  const promoted = Buffer.from(Buffer.from(payload, 'base64url').toString().replace('resident', 'official')).toString(
    'base64url',
  );
  const forged = [
    `${promoted}.${signature}`,
    `${payload}.`,
    payload,
    `${token}.x`,
    `${token}=`,
    '',
    '.',
    '..',
    'x.y',
    hmacSessionTokens('other', movingClock()).issue(session).token,
  ];
  for (const text of forged) expect(tokens.read(text), text).toBeNull();
});
