import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Service } from '../../bot-server/src/app/compose.ts';
import { converse } from '../../bot-server/src/flows/converse.ts';
import { acquaintedChat, bareDeps, eventOf, KEY, type PlayedSettings, playChat } from '../fixtures/chat.ts';
import { realService } from '../fixtures/real-service.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const GREETING = /^Xin chào! Tôi là trợ lý tự động/;

let service: Service;
beforeAll(async () => {
  service = await realService();
});
afterAll(() => service.close());

function play(settings: PlayedSettings = {}) {
  return playChat(service, settings);
}

function acquainted(settings: PlayedSettings = {}) {
  return acquaintedChat(service, settings);
}

describe('somebody who wants a person', () => {
  it.each(['0', 'gặp cán bộ', 'cho toi gap can bo', 'nói chuyện với người thật', 'gặp người'])('“%s”', async (text) => {
    const chat = await acquainted();
    const done = await chat.turn(text);
    expect(done.messages.map((message) => message.text)).toEqual([expect.stringMatching(/trả lời bạn cũng tại đây/)]);
    expect(done.outcomes).toEqual(['handoff']);
    expect(done.messages[0]?.text).not.toMatch(/\d/);
    expect(done.thread.handedOverAt).not.toBeNull();
  });

  it('is told the hours that the ward has configured', async () => {
    const plans = service.index.current();
    const ward = (key: string) => {
      const facts = plans.ward(key);
      return (
        facts && { ...facts, profile: { ...facts.profile, contact: { hours: '8h đến 17h, thứ Hai đến thứ Sáu' } } }
      );
    };
    const chat = await acquainted({ index: { wards: () => plans.wards(), ward } });
    expect((await chat.say('gặp cán bộ'))[0]).toContain('Giờ làm việc: 8h đến 17h, thứ Hai đến thứ Sáu.');
  });

  it('is left in peace while waiting: what is meant for the official is not answered', async () => {
    const chat = await acquainted();
    await chat.say('gặp cán bộ');
    expect(await chat.say('nhà tôi ở tổ 5 bị tắc cống')).toEqual([]);
    expect(await chat.say('bao giờ sửa cái cống')).toEqual([]);
    expect(await chat.say({ kind: 'image' })).toEqual([]);
    expect(await chat.say('chào cháu')).toEqual([]);
    expect((await chat.say('ai ký kế hoạch này'))[0]).toContain('ký ban hành');
    expect((await chat.say('cháy nhà rồi'))[0]).toContain('114');
  });

  it('gets the assistant back with “menu”, or after the waiting time', async () => {
    const chat = await acquainted();
    await chat.say('0');
    expect((await chat.say('menu'))[0]).toMatch(/^Tôi giúp được/);
    expect((await chat.say({ kind: 'image' }))[0]).toMatch(/chưa xem được ảnh/);
    await chat.say('0');
    chat.clock.advance(61 * MINUTE);
    expect((await chat.say('chào cháu'))[0]).toMatch(/^Chào bạn!/);
  });
});

describe('an official who writes', () => {
  it('has the chat to themselves for an hour after their last message', async () => {
    const chat = await acquainted();
    await chat.say('0');
    await chat.say({ kind: 'staff_message' });
    expect(await chat.say('ai ký kế hoạch này?')).toEqual([]);
    chat.clock.advance(50 * MINUTE);
    await chat.say({ kind: 'staff_message' });
    chat.clock.advance(50 * MINUTE);
    expect(await chat.say('cảm ơn', 'hướng dẫn bác với')).toEqual([]);
    chat.clock.advance(11 * MINUTE);
    expect((await chat.say('ai ký kế hoạch này?'))[0]).toContain('ký ban hành');
  });

  it('and a question before the assistant could answer: the official is answering', async () => {
    const chat = await acquainted();
    expect(await chat.say('ai ký kế hoạch này?', { kind: 'staff_message' }, 'cháu trả lời giúp bác')).toEqual([]);
  });

  it('does not keep an emergency from its answer', async () => {
    const chat = await acquainted();
    await chat.say({ kind: 'staff_message' });
    expect((await chat.say('me toi bi nga khong tho duoc'))[0]).toContain('115');
  });

  it.each(['gặp trợ lý', 'menu'])('is left with “%s”', async (word) => {
    const chat = await acquainted();
    await chat.say({ kind: 'staff_message' });
    expect(await chat.say(word)).toHaveLength(1);
    expect((await chat.say('ai ký kế hoạch này?'))[0]).toContain('ký ban hành');
  });

  it('is no greeting: who was never greeted is greeted when the assistant first speaks', async () => {
    const chat = play();
    expect(await chat.say({ kind: 'staff_message' }, 'vâng ạ')).toEqual([]);
    chat.clock.advance(2 * HOUR);
    expect((await chat.say('ai ký kế hoạch này?'))[0]).toMatch(GREETING);
  });
});

describe('what is not text', () => {
  it('is answered once for an album, with what to do instead', async () => {
    const chat = await acquainted();
    const said = await chat.say({ kind: 'image' }, { kind: 'image' }, { kind: 'image' });
    expect(said).toEqual([expect.stringMatching(/chưa xem được ảnh.*không cần dấu.*tin nhắn lạ/)]);
    expect(await chat.say({ kind: 'image' })).toEqual([]);
    chat.clock.advance(2 * MINUTE);
    expect(await chat.say({ kind: 'image' })).toHaveLength(1);
  });

  it('is told again once something else was talked about', async () => {
    const chat = await acquainted();
    await chat.say({ kind: 'audio' });
    await chat.say('ai ký kế hoạch này?');
    expect(await chat.say({ kind: 'image', text: 'cái này là gì' })).toEqual([
      expect.stringMatching(/chưa xem được ảnh/),
    ]);
  });

  it.each(['audio', 'video', 'file', 'location', 'link', 'business_card', 'gif'] as const)('%s', async (kind) => {
    const chat = await acquainted();
    const said = await chat.say({ kind });
    expect(said).toEqual([expect.stringMatching(/^Tôi (chưa|không) .*Bạn gõ/)]);
    expect(chat.asked).toEqual([]);
  });

  it('with words is answered for its words', async () => {
    const chat = await acquainted();
    const [text] = await chat.say({ kind: 'image', text: 'ai ký kế hoạch này?' });
    expect(text).toMatch(/^Tôi chưa xem được ảnh\. Tôi trả lời theo lời bạn viết:\n[\s\S]*ký ban hành/);
  });

  it('sticker and heart are thanks, and want one reply', async () => {
    const chat = await acquainted();
    await chat.say('ai ký kế hoạch này?');
    expect(await chat.say({ kind: 'sticker' })).toHaveLength(1);
    expect(await chat.say({ kind: 'sticker' })).toEqual([]);
    expect(await chat.say('❤️👍')).toEqual([]);
    expect(await chat.say('/-heart')).toEqual([]);
  });
});

describe('courtesies', () => {
  it('are short, without choices, and not repeated', async () => {
    const chat = await acquainted();
    await chat.say('ai ký kế hoạch này?');
    const [thanks = ''] = await chat.say('cam on chau nhieu nhe');
    expect(thanks.length).toBeLessThan(80);
    expect(thanks).not.toMatch(/1\./);
    expect(await chat.say('cảm ơn')).toEqual([]);
    chat.clock.advance(2 * MINUTE);
    expect(await chat.say('tạm biệt cháu')).toHaveLength(1);
  });

  it.each(['vâng', 'ok', 'dạ vâng ạ', 'bác hiểu rồi', 'thế à'])('“%s” wants no reply', async (text) => {
    const chat = await acquainted();
    await chat.say('ai ký kế hoạch này?');
    expect(await chat.say(text)).toEqual([]);
  });

  it('“có ai ở đó không” does', async () => {
    const chat = await acquainted();
    expect((await chat.say('có ai ở đó không'))[0]).toMatch(/^Chào bạn!/);
  });
});

describe('an account for several wards', () => {
  it('asks which, by number or name, and remembers it', async () => {
    const chat = play({ ward: null });
    const [greeting, wards] = await chat.say({ kind: 'follow' });
    expect(greeting).toContain('trợ lý tự động của Phường Số');
    expect(wards).toMatch(/phường nào\?[\s\S]*4\. Phường Trần Liễu/);
    expect((await chat.say('4'))[0]).toContain('phường Trần Liễu');
    chat.clock.advance(2 * DAY);
    expect((await chat.say('ai ky ke hoach'))[0]).toContain('Nguyễn Thị Kha');
    await chat.say('doi phuong');
    expect((await chat.say('nguyen dai nang nhe'))[0]).toContain('phường Nguyễn Đại Năng');
    expect((await chat.say('ai ky ke hoach'))[0]).toContain('Nguyễn Văn Hoàn');
  });

  it('asks for the ward before it answers, and for the question again after', async () => {
    const chat = play({ ward: null });
    const said = await chat.say('hạn nộp báo cáo là khi nào');
    expect(said[1]).toMatch(/phường nào\?[\s\S]*gửi lại câu hỏi/);
    const both = await chat.say('phường Trần Liễu', 'hạn nộp báo cáo là khi nào');
    expect(both.at(-1)).toContain('05/12');
  });

  it('takes the ward that a question names', async () => {
    const chat = play({ ward: null });
    const said = await chat.say('ở phường Trần Liễu ai ký kế hoạch');
    expect(said[1]).toMatch(/Nguyễn Thị Kha[\s\S]*ĐỔI PHƯỜNG/);
    expect((await chat.say('hạn nộp báo cáo là khi nào'))[0]).toContain('05/12');
  });

  it('one ward’s own account has no other to change to', async () => {
    const chat = await acquainted();
    expect((await chat.say('đổi phường'))[0]).toContain('chỉ trả lời về kế hoạch của phường Nguyễn Đại Năng');
  });
});

describe('what is not said to the assistant', () => {
  it('contact details sent by form are thanked for and left to the officials', async () => {
    const chat = await acquainted();
    expect(await chat.say({ kind: 'submitted_info' })).toEqual([expect.stringMatching(/Cảm ơn.*Cán bộ.*không lưu/)]);
  });

  it('who withdraws is erased without a word', async () => {
    const chat = await acquainted();
    await chat.say('Trợ lý ảo cho người dân do ai chủ trì?');
    const done = await chat.turn('xin xóa dữ liệu', { kind: 'withdrawn' });
    expect(done).toMatchObject({ erase: true, messages: [] });
    expect(done.thread).toMatchObject({ ...KEY, greetedAt: null, choices: [] });
    expect((await chat.say('thế hạn khi nào?')).join()).not.toContain('trợ lý ảo');
  });

  it('receipts and our own messages are passed on and answered with nothing', async () => {
    const chat = await acquainted();
    const before = chat.thread;
    const done = await chat.turn({ kind: 'own_message', text: 'x' }, { kind: 'seen', messageIds: ['a', 'b'] });
    expect(done.messages).toEqual([]);
    expect(done.receipts).toMatchObject([{ kind: 'seen', messageIds: ['a', 'b'] }]);
    expect(done.thread).toEqual(before);
  });

  it('the same claim again gives the same messages', async () => {
    const chat = play();
    const at = chat.clock.now().getTime();
    const events = ['ai ký kế hoạch này?', 'hạn nộp báo cáo khi nào?'].map((text, n) =>
      eventOf(`e${n}`, at + n, { kind: 'text', text }),
    );
    const claim = { thread: chat.thread, events, now: at + 5_000 };
    const [first, second] = [await converse(bareDeps(service), claim), await converse(bareDeps(service), claim)];
    expect(first.messages).toHaveLength(3);
    expect(second).toEqual(first);
  });
});
