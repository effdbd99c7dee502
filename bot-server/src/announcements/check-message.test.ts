import { foldMarks } from '@phuong-so/shared/text/fold';
import { describe, expect, test } from 'vitest';
import { announcement } from '../../../tests/fakes/announcement-samples.ts';
import type { Announcement } from '../ports/announcements.ts';
import { adviceOn } from './advice.ts';
import { type Checked, checkMessage, codesIn } from './check-message.ts';

const FEE = announcement({
  ...{ id: 'fee', code: 'TB-7K2M9', title: 'Thu quỹ phòng chống thiên tai', sender: 'UBND phường Sao Mai' },
  body: 'Kính mời bà con nộp quỹ phòng chống thiên tai trước ngày 30/11. Mức nộp: 10.000 đồng mỗi người.\n- Nộp tại nhà văn hóa tổ dân phố, hoặc qua cổng https://nop-quy.example.vn/phuong.\nHỏi thêm: 024 3000 000. Phường không thu qua tài khoản cá nhân.',
});
const MEETING = announcement({
  ...{ id: 'meeting', code: 'TB-XY345', title: 'Họp tổ dân phố', groups: ['to-5'] },
  body: 'Mời bà con tổ 5 đến họp tại nhà văn hóa để bàn việc lắp camera an ninh ngõ.',
  event: { startsAt: Date.parse('2026-11-25T19:30:00+07:00'), place: 'Nhà văn hóa tổ 5' },
});
const ALL = [FEE, MEETING];
const ownLink = 'https://zalo.me/s/123';
const context = ({ groups }: Announcement) => ({
  group: groups.length === 0 ? null : 'Tổ dân phố 5',
  ward: 'phường Sao Mai',
});

function check(text: string): Checked {
  const codes = codesIn(text);
  return checkMessage(text, { coded: ALL.filter(({ code }) => codes.includes(code)), recent: ALL, context, ownLink });
}
const verdict = (text: string) => `${check(text).verdict} ${check(text).announcement?.id ?? ''}`.trim();

describe('the announcement itself', () => {
  test.each([
    ['its body', FEE.body],
    ['title, body, sender and code', `${FEE.title}\n\n${FEE.body}\n${FEE.sender}\nMã: ${FEE.code}`],
    ['without marks', foldMarks(FEE.body)],
    ['in one line', FEE.body.replaceAll('\n', ' ')],
    ['with line breaks lost altogether', FEE.body.replaceAll('\n', '')],
    ['with wide gaps and no final stop', `  ${FEE.body.replaceAll(' ', '   ').replace(/\.$/, '')}  `],
    ['in capital letters', FEE.body.toUpperCase()],
    ['with a picture before it', `📢 Thông báo: ${FEE.title} 👇\n${FEE.body} 🙏`],
    ['with letters typed as letter and mark', FEE.body.normalize('NFD')],
    ['with the app’s own link', `${FEE.body}\nhttps://zalo.me/s/123/?p=thong-bao/tin&ma=fee`],
  ])('%s', (_, text) => expect(verdict(text)).toBe('genuine fee'));

  test('with its time and place', () => {
    const text = `Họp tổ dân phố\nThời gian: 19:30, thứ tư ngày 25/11/2026\nĐịa điểm: Nhà văn hóa tổ 5\n${MEETING.body}\nTổ dân phố 5`;
    expect(verdict(text)).toBe('genuine meeting');
  });

  test.each(['TB-7K2M9', 'tb 7k2m9', ' TB7K2M9. ', 'Tin TB-7K2M9 này có đúng không ạ?', 'mã thông báo: TB – 7K2M9'])(
    'its code alone: %s',
    (text) => {
      expect(verdict(text)).toBe('genuine fee');
      expect(adviceOn(check(text))).toContain('so từng chữ');
    },
  );
});

describe('a real announcement that somebody has changed', () => {
  const changed = (from: string, to: string) => {
    expect(FEE.body).toContain(from);
    return FEE.body.replace(from, to);
  };
  test.each([
    ['another amount', changed('10.000', '100.000')],
    ['an amount with a point moved', changed('10.000', '100.00')],
    ['another link', changed('nop-quy.example.vn', 'nop-quy.example.com')],
    ['a link with one sign changed', changed('nop-quy.example', 'nop.quy.example')],
    ['a link with one letter changed', changed('nop-quy', 'n0p-quy')],
    ['a link with a letter of another alphabet', changed('example', 'exаmple')],
    ['another phone number', changed('3000 000', '3000 001')],
    ['another day', changed('30/11', '30/12')],
    ['a word left out', changed('không thu', 'thu')],
    ['a word with other marks', changed('không thu', 'khống thu')],
    ['a sentence left out', changed(' Phường không thu qua tài khoản cá nhân.', '')],
    ['a sentence added at the end', `${FEE.body} Chuyển tiền vào tài khoản 123456789.`],
    ['a link added before', `https://la.example/x ${FEE.body}`],
    ['a number added', `${FEE.body} 0900000000`],
    ['a strange link on Zalo’s own host', `${FEE.body} https://zalo.me/s/1234`],
    ['a host that only begins like the app’s own link', `${FEE.body} https://zalo.me/s/123.la.example/x`],
    ['the app’s own link glued to a foreign one', `${FEE.body} https://la.example/https://zalo.me/s/123/`],
    ['the right code under another account', `${changed('cá nhân', 'của ông Tư 0123')} Mã: TB-7K2M9`],
    ['without marks and with another amount', foldMarks(changed('10.000', '90.000'))],
    ['the right code under words of another', `Gửi gấp 500.000 đồng cho cán bộ thu quỹ. Mã TB-7K2M9`],
    ['the half of it', FEE.body.slice(0, 100)],
  ])('%s', (_, text) => {
    expect(verdict(text)).toBe('altered fee');
    expect(adviceOn(check(text))).toContain('Đừng chuyển tiền');
  });

  test('the words of one under the code of another', () => {
    expect(check(`${FEE.body} Mã TB-XY345`).verdict).toBe('altered');
  });
});

describe('what is like no announcement', () => {
  test.each([
    'Bạn đã trúng thưởng 100 triệu, bấm vào link để nhận.',
    'Thông báo: điện lực cắt điện khu vực ngày mai.',
    'TB-22222',
    'họp',
    'TB-7K2M99',
    '???',
    '🙏',
  ])('%s', (text) => {
    expect(verdict(text)).toBe('unknown');
    expect(adviceOn(check(text))).toContain('chưa thể coi là tin của phường');
  });

  test('nothing to compare with', () => {
    expect(checkMessage(FEE.body, { coded: [], recent: [], context, ownLink })).toEqual({
      verdict: 'unknown',
      announcement: null,
    });
  });
});

test('a made-up announcement is called so', () => {
  const recent = [{ ...FEE, demo: true }];
  expect(adviceOn(checkMessage(FEE.body, { coded: [], recent, context, ownLink }))).toContain('trình diễn');
});

test('the longest message against a hundred long announcements is compared in well under a second', () => {
  const words = 'bà con tổ dân phố mời họp thu quỹ phòng chống thiên tai '.repeat(80);
  const recent = Array.from({ length: 100 }, (_, at) => announcement({ id: `${at}`, body: `${words} số ${at}` }));
  const start = performance.now();
  checkMessage(`${words.slice(0, 4_900)} x`, { coded: [], recent, context, ownLink });
  expect(performance.now() - start).toBeLessThan(1_500);
});
