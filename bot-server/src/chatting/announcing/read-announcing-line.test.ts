import type { LanguageData } from '@phuong-so/shared/domain/language';
import { beforeAll, describe, expect, test } from 'vitest';
import { projectLanguage } from '../../../../tests/fixtures/language.ts';
import { mayReply, readAnnounce, readNoticeWish, readReply } from './read-announcing-line.ts';

let language: LanguageData;
beforeAll(async () => {
  language = await projectLanguage();
});

describe('an announcement is begun', () => {
  test.each([
    ['thông báo: mời bà con họp', '', 'mời bà con họp', true],
    ['Thông báo : Mời họp lúc 19:30', '', 'Mời họp lúc 19:30', true],
    ['THONG BAO: moi ba con hop', '', 'moi ba con hop', true],
    ['tb: mai cắt nước', '', 'mai cắt nước', true],
    ['gửi thông báo: mai cắt nước', '', 'mai cắt nước', true],
    ['thông báo tổ 5: mai cắt nước', 'tổ 5', 'mai cắt nước', true],
    ['dạ thông báo:', '', '', true],
    ['Thông báo\nMai cắt nước', '', 'Mai cắt nước', true],
    ['gửi thông báo', '', '', true],
    ['cho tôi gửi thông báo với', '', '', true],
    ['soan thong bao', '', '', true],
    ['thong bao 19h30 toi thu 7 moi ba con di hop', '', '19h30 toi thu 7 moi ba con di hop', false],
    [
      'thông báo 19:30 tối mai mời bà con đi họp: ai cũng đến',
      '',
      '19:30 tối mai mời bà con đi họp: ai cũng đến',
      false,
    ],
    ['gửi thông báo mai cắt nước cả ngày', '', 'mai cắt nước cả ngày', true],
  ])('%s', (text, head, words, explicit) => {
    expect(readAnnounce(text, language)).toEqual({ kind: 'announce', head, words, explicit });
  });

  test.each([
    'thông báo',
    'thông báo của tôi',
    'tb 43',
    'có thông báo gì mới không',
    'xem thông báo',
    'bác muốn hỏi thông báo: họp',
  ])('not by “%s”', (text) => expect(readAnnounce(text, language)).toBeNull());
});

describe('what somebody wants to be sent', () => {
  test.each([
    ['tắt thông báo', false, []],
    ['tat thong bao', false, []],
    ['không nhận thông báo thu phí nữa', false, ['fee']],
    ['khong nhan thong bao thu phi nua', false, ['fee']],
    ['đừng gửi thông báo họp tổ với cắt điện nữa nhé', false, ['meeting', 'utilities']],
    ['tôi không muốn nhận thông báo nữa', false, []],
    ['bật lại', true, []],
    ['bat lai thong bao', true, []],
    ['bật lại thông báo tiêm chủng', true, ['health']],
  ])('%s', (text, on, kinds) => expect(readNoticeWish(text, language)).toEqual({ kind: 'notices', on, kinds }));

  test.each(['tắt thông báo của Facebook thế nào', 'thông báo của phường có gì mới', 'sao không nhận được thông báo'])(
    'not by “%s”',
    (text) => expect(readNoticeWish(text, language)).toBeNull(),
  );
});

describe('an answer', () => {
  const meeting = { asks: 'attending', byNumber: true, byShortWord: true } as const;
  const said = (text: string, change = {}) => {
    const reply = readReply(text, { ...meeting, ...change }, /^ai | gì$/u.test(text), language);
    return reply && [reply.answer, reply.people].filter((part) => part !== null).join(' ');
  };
  test.each([
    ['1', 'yes'],
    ['số 1 ạ', 'yes'],
    ['2', 'no'],
    ['có', 'yes'],
    ['dạ có ạ', 'yes'],
    ['không', 'no'],
    ['khong a', 'no'],
    ['tham gia', 'yes'],
    ['THAM GIA 3', 'yes 3'],
    ['tham gia 3 người', 'yes 3'],
    ['tham gia ba nguoi', 'yes 3'],
    ['tôi có tham gia nhé', 'yes'],
    ['nhà tôi đi 2 người', null],
    ['2 người tham gia', 'yes 2'],
    ['không tham gia', 'no'],
    ['khong tham gia duoc', 'no'],
    ['không đi được', 'no'],
    ['đã đọc', ''],
    ['3', ''],
    ['tham gia thì được gì', null],
    ['0', null],
    ['1 và 2', null],
    ['ai được tham gia', null],
  ])('“%s” → %s', (text, expected) => {
    expect(said(text)).toBe(expected);
    if (expected !== null) expect(mayReply(text, language)).toBe(true);
  });

  test('where a newer list stands, a number is none, and the word still is', () => {
    expect(said('1', { byNumber: false })).toBeNull();
    expect(said('có', { byShortWord: false })).toBeNull();
    expect(said('tham gia', { byNumber: false, byShortWord: false })).toBe('yes');
  });

  test.each([
    ['1', 'read'],
    ['đã đọc', 'read'],
    ['da doc roi a', 'read'],
    ['2', ''],
    ['tham gia', ''],
  ])('to what only is to be read: “%s” → %s', (text, expected) => {
    expect(said(text, { asks: 'confirm_read' })).toBe(expected);
  });

  test.each(['phường có lớp học không', 'ai ký kế hoạch', 'không hiểu', 'năm 2026'])(
    '“%s” is not looked up',
    (text) => {
      expect(mayReply(text, language)).toBe(false);
    },
  );
});
