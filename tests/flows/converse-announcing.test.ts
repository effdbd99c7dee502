import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Service } from '../../bot-server/src/app/compose.ts';
import { type AnnouncingChat, announcingChat } from '../fakes/announcing-chat.ts';
import { realService } from '../fixtures/real-service.ts';

/** Sunday. */
const START = '2026-11-29T10:00:00+07:00';
const HOUR = 3_600_000;
const MEETING = 'thông báo: Mời bà con họp tổ lúc 19h30 thứ bảy tại nhà văn hóa tổ 5 để bàn việc lắp camera.';

let service: Service;
beforeAll(async () => {
  service = await realService();
});
afterAll(() => service.close());

/** Người 2 leads group 5, người 3 works for the ward, người 4 and 5 live in group 5, người 6 in group 6. */
async function play(options: Parameters<typeof announcingChat>[1] = {}): Promise<AnnouncingChat> {
  const chat = await announcingChat(service, { start: START, ...options });
  await chat.neighbour('to-truong', 'to-5', 'zalo:leader');
  await chat.neighbour('can-bo', null, 'zalo:official');
  await chat.neighbour('bac-4', 'to-5');
  await chat.neighbour('bac-5', 'to-5');
  await chat.neighbour('bac-6', 'to-6');
  return chat;
}
const joined = async (said: Promise<readonly string[]>) => (await said).join('\n====\n');

describe('a leader', () => {
  it('sees the exact words, whom they reach and when, and nothing goes before “Gửi”', async () => {
    const chat = await play();
    const [read, facts, ...others] = await chat.say('to-truong', MEETING);
    expect(others).toEqual([]);
    expect(read).toContain(
      [
        'Thông báo họp\n\nMời bà con họp tổ lúc 19h30 thứ bảy tại nhà văn hóa tổ 5 để bàn việc lắp camera.\n',
        'Thời gian: 19:30 thứ bảy 05/12/2026\nĐịa điểm: nhà văn hóa tổ 5',
        'Nguồn: Tổ trưởng tổ dân phố 5, phường Sao Mai',
      ].join('\n'),
    );
    expect(facts).toMatch(/^Gửi tới: Tổ dân phố 5\. Loại tin: họp\.\nTới được 3\/3 người\./);
    expect(facts).toMatch(
      /Bạn gõ số:\n1\. Gửi\n2\. Sửa lời\n3\. Hỏi bà con có tham gia không\n4\. Hẹn giờ\n5\. Lưu nháp\n6\. Bỏ$/,
    );
    await chat.play();
    expect(chat.last('bac-4')).not.toContain('camera');
    expect(await joined(chat.say('to-truong', '1'))).toMatch(/đang được gửi \(mã TB-.{5}\)/);
    await chat.play();
    expect(chat.last('bac-4')).toBe(read?.split('\n\n').slice(1).join('\n\n'));
    expect(chat.last('bac-6')).not.toContain('camera');
  });

  it('is understood without tone marks and without a colon, in lower and upper case', async () => {
    const chat = await play();
    for (const line of [
      'thong bao toi mai 7h moi ba con hop to o nha van hoa',
      'TB: tối mai 7h mời bà con họp tổ ở nhà văn hóa',
    ]) {
      const [read] = await chat.say('to-truong', line);
      expect(read).toMatch(/Thời gian: 19:00 thứ hai 30\/11\/2026\nĐịa điểm: nh[aà] v[aă]n h[oó]a\n/);
    }
  });

  it('gives the words when they are asked for, in the next message or right after', async () => {
    const chat = await play();
    expect(await joined(chat.say('to-truong', 'gửi thông báo'))).toMatch(/gõ lời thông báo/);
    expect(await joined(chat.say('to-truong', 'Mai dọn vệ sinh ngõ 7.'))).toContain('Mai dọn vệ sinh ngõ 7.');
    expect(await joined(chat.say('to-truong', 'thông báo:', 'Mai dọn vệ sinh ngõ 9.'))).toContain('ngõ 9.');
    expect(await chat.all()).toHaveLength(2);
  });

  it('is asked what nobody can be sure of, by number, and may type it', async () => {
    const chat = await play();
    const line = 'thông báo: họp tổ bàn việc thu quỹ, 7h tối mai hoặc 8h tối mai ở nhà văn hóa';
    expect(await joined(chat.say('to-truong', line))).toMatch(
      /loại nào.*\n1\. Họp\n2\. Thu phí\n3\. Thông báo chung$/s,
    );
    const times = await joined(chat.say('to-truong', '1'));
    expect(times).toMatch(/\n1\. Thứ Hai 30\/11, 19h\n2\. Thứ Hai 30\/11, 20h\n3\. Không ghi giờ/);
    expect(await joined(chat.say('to-truong', '2'))).toMatch(/Thông báo họp.*Thời gian: 20:00 thứ hai 30\/11\/2026/s);
    expect(await joined(chat.say('to-truong', 'thông báo: tối thứ bảy họp tổ'))).toMatch(
      /chưa rõ mấy giờ ngày Thứ Bảy 5\/12/,
    );
    expect(await joined(chat.say('to-truong', '5'))).toMatch(/chỉ có số 1/);
    expect(await joined(chat.say('to-truong', '19h30'))).toContain('Thời gian: 19:30 thứ bảy 05/12/2026');
    expect(await joined(chat.say('to-truong', 'thong bao: hop to toi thu bay'))).toMatch(/mấy giờ ngày Thứ Bảy 5\/12/);
    expect(await joined(chat.say('to-truong', '7h30 toi'))).toContain('Thời gian: 19:30 thứ bảy 05/12/2026');
    await chat.say('to-truong', 'thông báo: họp tổ tối thứ bảy');
    expect(await joined(chat.say('to-truong', '1'))).not.toContain('Thời gian');
  });

  it('changes the words, asks for an answer, sets the time, keeps, drops', async () => {
    const chat = await play();
    await chat.say('to-truong', MEETING);
    expect(await joined(chat.say('to-truong', '2'))).toMatch(/gõ lại toàn bộ lời/);
    const changed = await joined(chat.say('to-truong', 'Họp tổ\nMời bà con họp lúc 19h thứ sáu.'));
    expect(changed).toMatch(/Họp tổ\n\nMời bà con họp lúc 19h thứ sáu\.\n\nThời gian: 19:00 thứ sáu 04\/12/);
    expect(await joined(chat.say('to-truong', '3'))).toMatch(/Tham gia, nhắn 1\. Không, nhắn 2\..*3\. Thôi hỏi/s);
    expect(await joined(chat.say('to-truong', '4'))).toMatch(/Gửi lúc nào/);
    expect(await joined(chat.say('to-truong', '7 giờ mai'))).toMatch(
      /giờ nào.*\n1\. Thứ Hai 30\/11, 7h\n2\. Thứ Hai 30\/11, 19h$/s,
    );
    expect(await joined(chat.say('to-truong', '7 giờ sáng mai'))).toMatch(/Bắt đầu gửi: Thứ Hai 30\/11, 7h\./);
    expect(await joined(chat.say('to-truong', '5'))).toMatch(/Đã lưu nháp, chưa gửi/);
    expect(await joined(chat.say('to-truong', 'thông báo của tôi'))).toMatch(/Bản nháp.*1\. Xem bản nháp/s);
    await chat.say('to-truong', '1');
    expect(await joined(chat.say('to-truong', '1'))).toMatch(/tin bắt đầu gửi lúc Thứ Hai 30\/11, 7h/);
    await chat.play();
    expect(chat.last('bac-4')).not.toContain('thứ sáu');
    chat.clock.advance(21 * HOUR);
    await chat.play();
    expect(chat.last('bac-4')).toContain('thứ sáu');
    await chat.say('to-truong', 'thông báo: sáng mai dọn vệ sinh ngõ');
    await chat.say('to-truong', '4');
    expect(await joined(chat.say('to-truong', '7h sáng mai'))).toMatch(/có “nay” hoặc “mai”.*Nên sửa lời/);
    expect(await joined(chat.say('to-truong', '6'))).toMatch(/Đã bỏ/);
    expect((await chat.all()).map(({ state }) => state)).toEqual(['cancelled', 'sent']);
  });

  it('presses twice and has sent once; the number means nothing afterwards', async () => {
    const chat = await play();
    await chat.say('to-truong', MEETING);
    await chat.say('to-truong', '1', '1');
    expect(await joined(chat.say('to-truong', '1'))).toMatch(/không có danh sách nào/);
    await chat.play();
    expect((await chat.all()).map(({ state }) => state)).toEqual(['sent']);
    expect(chat.arrived('bac-4').filter((text) => text.includes('camera'))).toHaveLength(1);
  });

  it('who breaks off has sent nothing, and finds the draft again', async () => {
    const chat = await play();
    await chat.say('to-truong', MEETING);
    expect(await joined(chat.say('to-truong', 'thôi'))).toMatch(/chưa gửi gì thêm/);
    expect(await joined(chat.say('to-truong', '1'))).toMatch(/không có danh sách nào/);
    expect((await chat.all()).map(({ state }) => state)).toEqual(['draft']);
  });

  it('cannot send a number that was masked on its way in, and reads why', async () => {
    const chat = await play();
    const said = await joined(chat.say('to-truong', 'thông báo: hỏi thêm gọi [số điện thoại]'));
    expect(said).toMatch(/Chưa gửi được: .*\[ \].*\nKhi nhắn vào đây, số điện thoại.*bị che.*\n1\. Sửa lời/s);
    expect(said).not.toMatch(/\. Gửi\n/);
  });

  it('whose right is taken away between seeing and sending sends nothing', async () => {
    const chat = await play();
    await chat.say('to-truong', MEETING);
    await chat.rights.take('zalo:leader');
    expect(await joined(chat.say('to-truong', '1'))).toMatch(/không có quyền/);
    await chat.play();
    expect((await chat.all()).map(({ state }) => state)).toEqual(['draft']);
  });

  it('sees how far it came, what was answered and whom to tell in person, and stops what runs', async () => {
    const chat = await play();
    chat.control.person('bac-5').set({ lastInteractionAt: 0 });
    await chat.people.choose('zalo:app-only', { ward: 'w', group: 'to-5' });
    await chat.say('to-truong', MEETING);
    await chat.say('to-truong', '3');
    await chat.say('to-truong', '1');
    expect(await joined(chat.say('to-truong', 'dừng gửi'))).toMatch(
      /Hủy “Thông báo họp”\?.*\n1\. Hủy, không gửi\n2\. Để nguyên/s,
    );
    expect(await joined(chat.say('to-truong', '2'))).toMatch(/Hẹn gửi lúc/);
    await chat.play();
    await chat.say('bac-4', 'tham gia 2 người');
    const said = await joined(chat.say('to-truong', 'ai chưa nhận'));
    expect(said).toMatch(
      /đã gửi xong\.\nTới được 2\/4 người, đã xem \d người\.\nTham gia: 1 người trả lời, tổng cộng 2 người đi\./,
    );
    expect(said).toMatch(/Cần báo trực tiếp: 2 người\.\n- 1 người: .*\n- 1 người: /);
    expect(await joined(chat.say('to-truong', 'dừng gửi'))).toMatch(/Không có thông báo nào đang gửi/);
  });
});

describe('whoever may not announce', () => {
  it('is told how one gets to, and nothing is stored', async () => {
    const chat = await play();
    expect(await joined(chat.say('bac-4', 'thông báo: mai cắt nước cả ngõ'))).toMatch(
      /nhắn LIÊN KẾT.*KIỂM TRA TIN NHẮN/s,
    );
    expect(await joined(chat.say('bac-4', 'duyệt thông báo'))).toMatch(/LIÊN KẾT/);
    expect(await chat.all()).toEqual([]);
    expect(JSON.stringify(await chat.chats.thread({ oaId: 'sim-oa-1', userId: 'bac-4' }))).not.toContain('cắt nước');
  });

  it.each([
    'thông báo của phường có gì mới',
    'thong bao cua phuong co gi moi khong',
    'phường có thông báo gì',
    'thong bao hop to dan pho nay la that a',
  ])('who asks “%s” is answered as ever', async (line) => {
    const chat = await play();
    expect(await joined(chat.say('bac-4', line))).not.toMatch(/LIÊN KẾT/);
  });

  it('who pastes a message to be warned of is warned', async () => {
    const chat = await play();
    const scam = 'THÔNG BÁO: Tài khoản của bạn bị khóa, bấm ngay https://vneid-capnhat.top và đọc mã OTP để mở lại';
    expect(await joined(chat.say('bac-4', scam))).toMatch(/lừa đảo/);
    await chat.say('bac-4', 'kiểm tra tin này');
    expect(await joined(chat.say('bac-4', 'Thông báo: mời bà con họp tổ dân phố tối thứ bảy'))).not.toMatch(/LIÊN KẾT/);
  });
});

describe('an official', () => {
  it('is asked to whom, or has said it before the colon', async () => {
    const chat = await play();
    const asked = await joined(chat.say('can-bo', 'thông báo: Mai phun thuốc muỗi từ 8h sáng mai.'));
    expect(asked).toMatch(/Gửi cho ai\?.*\n1\. Cả phường\n2\. Tổ dân phố 5\n3\. Tổ dân phố 6$/s);
    expect(await joined(chat.say('can-bo', '3'))).toMatch(/Nguồn: Văn phòng.*Gửi tới: Tổ dân phố 6\. Loại tin: y tế/s);
    expect(await joined(chat.say('can-bo', 'thông báo tổ 5: Mai cắt nước.'))).toMatch(/Gửi tới: Tổ dân phố 5\./);
    const whole = await joined(chat.say('can-bo', 'thông báo cả phường: Mai cắt nước.'));
    expect(whole).toMatch(/Gửi tới: cả phường\. Loại tin: điện, nước/);
    await chat.say('can-bo', '1');
    await chat.play();
    expect([chat.last('bac-4'), chat.last('bac-6')]).toEqual([
      expect.stringContaining('cắt nước'),
      expect.stringContaining('cắt nước'),
    ]);
  });

  it('approves what a leader wrote, or gives it back with the reason; nobody else does', async () => {
    const chat = await play({ approval: { ofLeaders: true } });
    expect(await joined(chat.say('can-bo', 'duyệt thông báo'))).toMatch(/Không có thông báo nào chờ duyệt/);
    expect(await joined(chat.say('to-truong', MEETING))).toMatch(/duyệt xong mới gửi.*1\. Gửi cán bộ duyệt/s);
    expect(await joined(chat.say('to-truong', '1'))).toMatch(/Đã chuyển cán bộ phường duyệt/);
    expect(await joined(chat.say('to-truong', 'duyệt thông báo'))).toMatch(/Cán bộ phường mới duyệt/);
    const review = await joined(chat.say('can-bo', 'duyet thong bao'));
    expect(review).toMatch(/lắp camera.*Người gửi: Tổ trưởng tổ dân phố 5\..*\n1\. Duyệt\n2\. Trả lại$/s);
    expect(await joined(chat.say('can-bo', '2'))).toMatch(/lý do trả lại/);
    expect(await joined(chat.say('can-bo', 'Ghi rõ họp tầng nào giúp tôi'))).toMatch(/Đã trả lại/);
    const returned = await joined(chat.say('to-truong', 'thông báo của tôi'));
    expect(returned).toMatch(/Được trả lại: Ghi rõ họp tầng nào giúp tôi.*1\. Xem và gửi lại/s);
    await chat.say('to-truong', '1');
    await chat.say('to-truong', '1');
    await chat.say('can-bo', 'có gì cần duyệt không');
    expect(await joined(chat.say('can-bo', '1'))).toMatch(/Đã duyệt/);
    await chat.play();
    expect(chat.last('bac-4')).toContain('lắp camera');
  });

  it('who stops a running one ends it for those who have not got it', async () => {
    const chat = await play();
    await chat.say('can-bo', 'thông báo cả phường: Mai cắt nước.');
    await chat.say('can-bo', '1');
    await chat.advance();
    expect(await joined(chat.say('can-bo', 'dung gui'))).toMatch(/Dừng gửi “Thông báo về điện, nước”\?/);
    expect((await chat.all())[0]?.state).toBe('sending');
    expect(await joined(chat.say('can-bo', '1'))).toMatch(/Đã dừng gửi/);
    expect((await chat.all())[0]?.state).toBe('stopped');
  });
});

it('a turn that is repeated after a crash writes one draft, and sends once', async () => {
  const chat = await play();
  const key = { oaId: 'sim-oa-1', userId: 'to-truong' };
  for (const line of [MEETING, '1']) {
    const before = await chat.chats.thread(key);
    const at = chat.clock.now().getTime();
    if (before === null) throw new Error('no thread');
    const event = {
      ...key,
      id: `crash ${line}`,
      kind: 'text' as const,
      text: line,
      messageIds: [],
      quotedMessageId: null,
      at,
    };
    const first = await chat.turn(before, event);
    const again = await chat.turn(before, event);
    expect(again.messages.map(({ id, text }) => [id, text])).toEqual(first.messages.map(({ id, text }) => [id, text]));
    await chat.say('to-truong', line);
  }
  expect((await chat.all()).filter(({ state }) => state !== 'draft')).toHaveLength(1);
});

it('of a leader who is erased no draft stays', async () => {
  const chat = await play();
  await chat.say('to-truong', MEETING);
  await chat.people.erase('zalo:leader');
  await chat.chats.erase({ oaId: 'sim-oa-1', userId: 'to-truong' });
  expect(await chat.all()).toEqual([]);
});
