import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Service } from '../../bot-server/src/app/compose.ts';
import { type AnnouncingChat, announcingChat } from '../fakes/announcing-chat.ts';
import { realService } from '../fixtures/real-service.ts';

const START = '2026-11-29T10:00:00+07:00';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MEETING = { title: 'Họp tổ', body: 'Mời bà con đến họp.', asks: 'attending' } as const;
const LAST_LINE =
  'Tham gia, nhắn 1. Không, nhắn 2. Nhà đi 3 người, nhắn THAM GIA 3. Thôi nhận tin, nhắn TẮT THÔNG BÁO.';

let service: Service;
beforeAll(async () => {
  service = await realService();
});
afterAll(() => service.close());

async function play(): Promise<AnnouncingChat> {
  const chat = await announcingChat(service, { start: START });
  await chat.neighbour('bac-4', 'to-5');
  return chat;
}
/** Announced, and on every phone. */
async function told(chat: AnnouncingChat, change: Parameters<AnnouncingChat['announce']>[0] = {}) {
  chat.clock.advance(60_000);
  const one = await chat.announce({ ...MEETING, groups: ['to-5'], ...change });
  await chat.play();
  chat.clock.advance(60_000);
  return one;
}
const joined = async (said: Promise<readonly string[]>) => (await said).join('\n====\n');
const answers = async (chat: AnnouncingChat, { id }: { id: string }) =>
  (await chat.wishes.answers(id)).map(({ answer, count, people }) => `${answer} ${count} ${people}`);

describe('an answer', () => {
  it.each([
    ['1', 'yes 1 1', 'bạn tham gia “Họp tổ”'],
    ['2', 'no 1 0', 'bạn không tham gia “Họp tổ”'],
    ['có', 'yes 1 1', 'bạn tham gia “Họp tổ”'],
    ['không ạ', 'no 1 0', 'bạn không tham gia “Họp tổ”'],
    ['tham gia 3 người', 'yes 1 3', 'bạn tham gia 3 người “Họp tổ”'],
    ['tham gia ba nguoi', 'yes 1 3', 'bạn tham gia 3 người “Họp tổ”'],
    ['khong tham gia duoc', 'no 1 0', 'bạn không tham gia “Họp tổ”'],
  ])('“%s” is noted, and says to which announcement', async (line, total, said) => {
    const chat = await play();
    const one = await told(chat);
    expect(chat.last('bac-4').endsWith(`\n${LAST_LINE}`)).toBe(true);
    expect(await joined(chat.say('bac-4', line))).toContain(said);
    expect(await answers(chat, one)).toEqual([total]);
  });

  it('again replaces the one before', async () => {
    const chat = await play();
    const one = await told(chat);
    for (const line of ['1', 'không', 'tham gia 2', 'có']) await chat.say('bac-4', line);
    expect(await answers(chat, one)).toEqual(['yes 1 1']);
  });

  it('to what is only to be read', async () => {
    const chat = await play();
    const one = await told(chat, { asks: 'confirm_read' });
    expect(chat.last('bac-4')).toMatch(/\nĐọc xong, nhắn 1\. Thôi nhận tin, nhắn TẮT THÔNG BÁO\.$/);
    expect(await joined(chat.say('bac-4', 'tham gia'))).toMatch(/“Họp tổ”, bạn nhắn ĐÃ ĐỌC/);
    expect(await joined(chat.say('bac-4', 'da doc roi'))).toMatch(/Đã ghi: bạn đã đọc “Họp tổ”/);
    expect(await answers(chat, one)).toEqual(['read 1 1']);
  });

  it('is of the last announcement that asks, whatever came after it', async () => {
    const chat = await play();
    const first = await told(chat, { title: 'Họp cũ' });
    const last = await told(chat, { title: 'Họp mới' });
    await told(chat, { title: 'Cắt nước', kind: 'utilities', asks: 'none' });
    expect(await joined(chat.say('bac-4', 'tham gia'))).toContain('“Họp mới”');
    expect([await answers(chat, first), await answers(chat, last)]).toEqual([[], ['yes 1 1']]);
  });

  it('to a quoted message is of that one', async () => {
    const chat = await play();
    const first = await told(chat, { title: 'Họp cũ' });
    const quotes = chat.lastId('bac-4');
    await told(chat, { title: 'Họp mới' });
    expect(await joined(chat.say('bac-4', { text: '2', quotes }))).toContain('“Họp cũ”');
    expect(await answers(chat, first)).toEqual(['no 1 0']);
  });

  it('by number is none where a newer list stands; the word still is one', async () => {
    const chat = await play();
    const one = await told(chat);
    await chat.say('bac-4', 'menu');
    expect(await joined(chat.say('bac-4', '1'))).not.toContain('Họp tổ');
    await chat.say('bac-4', 'thủ tục');
    expect(await joined(chat.say('bac-4', 'không'))).not.toContain('Họp tổ');
    expect(await answers(chat, one)).toEqual([]);
    expect(await joined(chat.say('bac-4', 'tham gia'))).toContain('“Họp tổ”');
    expect(await answers(chat, one)).toEqual(['yes 1 1']);
  });

  it('in the middle of something says how to come back, and the numbers mean that list again', async () => {
    const chat = await play();
    await chat.say('bac-4', 'thủ tục');
    const one = await told(chat);
    expect(await joined(chat.say('bac-4', '1'))).toMatch(/“Họp tổ”.*TIẾP để quay lại phần thủ tục/s);
    expect(await joined(chat.say('bac-4', '1'))).not.toContain('Họp tổ');
    expect(await answers(chat, one)).toEqual(['yes 1 1']);
  });

  it('comes too late once it has begun, or after a week', async () => {
    const chat = await play();
    const startsAt = chat.clock.now().getTime() + 5 * HOUR;
    const one = await told(chat, { event: { startsAt, place: null } });
    chat.clock.advance(6 * HOUR);
    expect(await joined(chat.say('bac-4', 'tham gia'))).toMatch(/“Họp tổ”: Việc này đã diễn ra/);
    const other = await told(chat, { title: 'Họp sau' });
    chat.clock.advance(8 * DAY);
    expect(await joined(chat.say('bac-4', '1'))).not.toContain('Họp sau');
    expect([await answers(chat, one), await answers(chat, other)]).toEqual([[], []]);
  });

  it('of somebody to whom nothing came is none, nor of a question', async () => {
    const chat = await play();
    await chat.neighbour('bac-6', 'to-6');
    const one = await told(chat);
    for (const line of ['1', 'tham gia', 'có']) expect(await joined(chat.say('bac-6', line))).not.toContain('Họp tổ');
    for (const line of ['ai được tham gia', 'có lớp học nào không', '25', 'tham gia 30 người'])
      await chat.say('bac-4', line);
    expect(await answers(chat, one)).toEqual([]);
  });

  it('of somebody who only writes in chat counts, too', async () => {
    const chat = await play();
    await chat.say('bac-9', 'menu');
    const one = await told(chat, { groups: [] });
    expect(await joined(chat.say('bac-9', '1'))).toContain('“Họp tổ”');
    expect(await answers(chat, one)).toEqual(['yes 1 1']);
  });
});

describe('what somebody wants to be sent', () => {
  it('is chosen by number, and heeded', async () => {
    const chat = await play();
    const list = await joined(chat.say('bac-4', 'tat thong bao'));
    expect(list).toMatch(/đang nhận mọi loại thông báo\..*\n2\. Tắt: Họp\n.*\n8\. Tắt tất cả$/s);
    expect(await joined(chat.say('bac-4', '2'))).toMatch(/không nhắn cho bạn thông báo loại: họp.*nhắn BẬT LẠI/);
    const one = await told(chat);
    expect(await chat.totals(one)).toContain('oa failed muted 1');
    expect(await joined(chat.say('bac-4', 'bật lại'))).toMatch(
      /đang tắt: họp.*2\. Bật lại: Họp.*9\. Nhận lại tất cả$/s,
    );
    expect(await joined(chat.say('bac-4', '9'))).toMatch(/lại nhận mọi loại/);
    expect(await chat.wishes.choices('zalo:app-bac-4')).toEqual({ muted: [], chat: true });
  });

  it('is understood with the kind named', async () => {
    const chat = await play();
    expect(await joined(chat.say('bac-4', 'không nhận thông báo thu phí nữa'))).toMatch(/loại: thu phí/);
    expect((await chat.wishes.choices('zalo:app-bac-4')).muted).toEqual(['fee']);
    await chat.say('bac-4', 'bat lai thong bao thu phi');
    expect((await chat.wishes.choices('zalo:app-bac-4')).muted).toEqual([]);
  });

  it('may be nothing at all, and all again', async () => {
    const chat = await play();
    await chat.say('bac-4', 'đừng gửi thông báo nữa');
    expect(await joined(chat.say('bac-4', '8'))).toMatch(/mọi loại thông báo/);
    const one = await told(chat);
    expect(await chat.totals(one)).toContain('oa failed no_consent 1');
    expect(await joined(chat.say('bac-4', 'bật lại'))).toMatch(/đang tắt mọi thông báo.*1\. Nhận lại tất cả$/s);
    await chat.say('bac-4', '1');
    expect((await chat.wishes.choices('zalo:app-bac-4')).chat).toBe(true);
  });
});

describe('“tin này sai”', () => {
  it('is of the last announcement, with the reason by number', async () => {
    const chat = await play();
    const one = await told(chat, { asks: 'none' });
    expect(await joined(chat.say('bac-4', 'tin này sai rồi'))).toMatch(/“Họp tổ”.*\n1\. Nội dung chưa đúng\n/s);
    expect(await chat.wishes.wrongReports(one.id)).toEqual([]);
    expect(await joined(chat.say('bac-4', '3'))).toMatch(/không thấy tên bạn.*đừng chuyển tiền/s);
    expect(await chat.wishes.wrongReports(one.id)).toEqual([{ why: 'suspicious', people: 1 }]);
  });

  it('where nothing came, one may have a message checked', async () => {
    expect(await joined((await play()).say('bac-4', 'thong bao nay sai'))).toMatch(/KIỂM TRA TIN NHẮN/);
  });
});
