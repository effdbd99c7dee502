import { expect, test } from 'vitest';
import { movingClock } from '../../../../tests/fakes/moving-clock.ts';
import { hmacDownloadLinks } from './hmac-download-links.ts';
import { hmacSpokenTexts } from './hmac-spoken-texts.ts';

const said = { ward: 'a', parts: ['Hạn là ngày hai mươi chín.', 'Ủy ban chủ trì.'] };

test('gives back what was said, for two hours', () => {
  const clock = movingClock();
  const texts = hmacSpokenTexts('secret', clock);
  const token = texts.issue(said);
  expect(texts.read(token)).toEqual(said);
  clock.advance(2 * 60 * 60 * 1000);
  expect(texts.read(token)).toBeNull();
});

test('other words, another ward, another secret or another purpose: nothing', () => {
  const clock = movingClock();
  const texts = hmacSpokenTexts('secret', clock);
  const [payload = '', signature = ''] = texts.issue(said).split('.');
  const changed = (from: string, to: string) =>
    `${Buffer.from(Buffer.from(payload, 'base64url').toString().replace(from, to)).toString('base64url')}.${signature}`;
  const elsewhere = hmacDownloadLinks('secret', clock).issue({ attachmentId: 'a' }).token;
  const forged = [changed('hai mươi chín', 'ba mươi'), changed('"a"', '"b"'), payload, '', '.', elsewhere];
  for (const token of [...forged, hmacSpokenTexts('other', clock).issue(said)]) expect(texts.read(token)).toBeNull();
});
