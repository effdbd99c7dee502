import { LONGEST_MESSAGE } from '@phuong-so/shared/domain/chat';
import { expect, test } from 'vitest';
import { announcement } from '../../../tests/fakes/announcement-samples.ts';
import { announcementLink } from './announcement-link.ts';
import { checkMessage } from './check-message.ts';
import { forwardText, messageText } from './message-text.ts';

const WARD = 'phường Sao Mai';
const MEETING = announcement({
  ...{ title: 'Họp tổ dân phố', body: 'Mời bà con đến họp.\nĐi đúng giờ.', sender: 'Tổ trưởng tổ dân phố 5' },
  event: { startsAt: Date.parse('2026-11-25T19:30:00+07:00'), place: 'Nhà văn hóa' },
});
const plain = { ...MEETING, ward: WARD, corrects: false, emergency: false, attachment: null, link: null };
const LINK = announcementLink('https://zalo.me/s/1234567890123456789', { id: MEETING.id, ward: 'sao-mai' });

test('names who says it, what, when, where and the code', () => {
  expect(messageText(plain)).toBe(
    [
      ...['Họp tổ dân phố', '', 'Mời bà con đến họp.\nĐi đúng giờ.', '', 'Thời gian: 19:30 thứ tư 25/11/2026'],
      ...['Địa điểm: Nhà văn hóa', 'Nguồn: Tổ trưởng tổ dân phố 5, phường Sao Mai', 'Mã kiểm tra: TB-7K2M9'],
    ].join('\n'),
  );
});

test('a correction says so first; an emergency, too; a ward without a name is not given one', () => {
  expect(messageText({ ...plain, corrects: true })).toMatch(
    /^ĐÍNH CHÍNH: Họp tổ dân phố\nTin này thay cho tin trước cùng mã\./,
  );
  expect(messageText({ ...plain, emergency: true })).toMatch(/^KHẨN CẤP: Họp tổ dân phố\n\n/);
  expect(messageText({ ...plain, ward: null })).toContain('Nguồn: Tổ trưởng tổ dân phố 5\n');
});

test('what the longest announcement makes fits into one message', () => {
  const event = { startsAt: 0, place: 'x'.repeat(200) };
  const long = { ...plain, title: 'x'.repeat(120), body: 'x'.repeat(1_500), sender: 'x'.repeat(60), event };
  const text = messageText({ ...long, corrects: true, emergency: true });
  const withFile = { ...long, attachment: 'pdf', link: LINK, corrects: true, emergency: true } as const;
  for (const one of [messageText(withFile), forwardText(withFile, true)]) {
    expect(one.length).toBeLessThanOrEqual(LONGEST_MESSAGE);
    expect(one).toContain('x'.repeat(1_500));
    expect(one).toMatch(/Kèm theo: tệp PDF\.[\s\S]*Mã kiểm tra: TB-7K2M9$/);
  }
  expect(text.length).toBeLessThanOrEqual(LONGEST_MESSAGE);
  expect(text).toContain('x'.repeat(1_500));
  expect(text).toMatch(/Địa điểm: x{100,}…\nNguồn: x{60}, phường Sao Mai\nMã kiểm tra: TB-7K2M9$/);
});

test('says what goes with it and where to see it; without an address, in which app', () => {
  const withPicture = { ...plain, attachment: 'image' } as const;
  expect(messageText({ ...withPicture, link: LINK })).toContain(`\nKèm theo: ảnh. Xem tại: ${LINK}\nNguồn:`);
  expect(messageText(withPicture)).toContain('\nKèm theo: ảnh. Xem trong ứng dụng Phường Số.\nNguồn:');
  expect(messageText({ ...plain, link: LINK })).not.toContain('zalo.me');
});

test('to be forwarded it leads to the original, and what is made up says so first', () => {
  expect(forwardText({ ...plain, link: LINK }, false)).toContain(`\nXem tại: ${LINK}\nNguồn:`);
  expect(forwardText({ ...plain, attachment: 'pdf' }, false)).toContain('Kèm theo: tệp PDF. Xem trong ứng dụng');
  expect(forwardText(plain, true)).toMatch(/^\(Bản trình diễn, không phải thông báo thật\)\nHọp tổ dân phố\n/);
});

test('whoever pastes it in to have it checked hears that it is genuine, and altered with one digit changed', () => {
  const context = () => ({ group: null, ward: WARD });
  const ownLink = 'https://zalo.me/s/1234567890123456789';
  const check = (text: string) => checkMessage(text, { coded: [MEETING], recent: [MEETING], context, ownLink }).verdict;
  const changes = [{}, { corrects: true }, { emergency: true }, { attachment: 'pdf', link: LINK }] as const;
  const texts = changes.flatMap((change) => {
    const told = { ...plain, ...change };
    return [messageText(told), forwardText(told, false), forwardText({ ...told, link: LINK }, false)];
  });
  for (const text of texts) {
    expect([check(text), check(text.replace('19:30', '19:31')), check(`${text}\nChuyển tiền vào số 123`)]).toEqual([
      ...['genuine', 'altered', 'altered'],
    ]);
  }
});
