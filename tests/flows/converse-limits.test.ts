import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Service } from '../../bot-server/src/app/compose.ts';
import { converse } from '../../bot-server/src/flows/converse.ts';
import { acquaintedChat, bareDeps, eventOf, type PlayedSettings, playChat } from '../fixtures/chat.ts';
import { realService } from '../fixtures/real-service.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
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

describe('limits', () => {
  it('asks to slow down once, then says nothing until the minute is over', async () => {
    const chat = await acquainted({ questionsPerMinute: 3 });
    chat.clock.advance(MINUTE);
    for (const number of ['I', 'II', 'III']) expect(await chat.say(`phụ lục ${number} có gì?`)).toHaveLength(1);
    expect((await chat.say('ai ký kế hoạch này?'))[0]).toMatch(/đợi khoảng một phút/);
    expect(await chat.say('ai ký kế hoạch này?')).toEqual([]);
    expect((await chat.say('co trom vao nha'))[0]).toContain('113');
    chat.clock.advance(MINUTE);
    expect((await chat.say('ai ký kế hoạch này?'))[0]).toContain('ký ban hành');
  });

  it('answers abuse once, then nothing for ten minutes but an emergency', async () => {
    const chat = await acquainted();
    expect(await chat.say('đồ ngu', 'ai ký kế hoạch này?')).toEqual([expect.stringMatching(/tạm dừng 10 phút/)]);
    expect(await chat.say('ai ký kế hoạch này?')).toEqual([]);
    expect((await chat.say('cháy nhà rồi cứu với'))[0]).toContain('114');
    chat.clock.advance(11 * MINUTE);
    expect((await chat.say('ai ký kế hoạch này?'))[0]).toContain('ký ban hành');
    expect(await chat.say('đồ ngu')).toEqual([]);
  });

  it('danger comes first and alone, before any greeting', async () => {
    const chat = play();
    const said = await chat.say('ai ký kế hoạch này?', 'cháy nhà rồi cứu với');
    expect(said).toEqual([expect.stringMatching(/^Nếu đang nguy hiểm/)]);
    expect((await chat.say('ai ký kế hoạch này?'))[0]).toMatch(GREETING);
  });

  it('a warning of fraud offers nothing else', async () => {
    const chat = await acquainted();
    const [text] = await chat.say('có người gọi điện xưng công an', 'bảo bác đọc mã OTP');
    expect(text).toMatch(/lừa đảo/);
    expect(text).not.toMatch(/hỏi tiếp/);
  });

  it('a second suspicious message gets what to do now instead of the same warning', async () => {
    const chat = await acquainted();
    const [warning] = await chat.say('số lạ nhắn bác bấm link, có phải lừa đảo không');
    const [next] = await chat.say('toi lo doc ma otp cho no roi');
    expect(warning).toMatch(/lừa đảo/);
    expect(next).toMatch(/ngân hàng.*113/);
    chat.clock.advance(HOUR);
    expect(await chat.say('số lạ nhắn bác bấm link, có phải lừa đảo không')).toEqual([warning]);
  });

  it('a whole message is looked at however soon after another', async () => {
    const chat = await acquainted();
    await chat.say('số lạ nhắn bác bấm link, có phải lừa đảo không');
    const [said] = await chat.say(
      'Tai khoan VNeID cua ong ba chua dong bo, trong 2 gio khong cap nhat se bi khoa, bam vneid-vidu000.top nhap mat khau',
    );
    expect(said).toMatch(/rất có thể là lừa đảo[\s\S]*Dấu hiệu:/);
  });

  it('asked to check a message, the words are asked for, and what comes next is those words', async () => {
    const chat = await acquainted();
    await chat.say('có người gọi bảo bác đọc mã OTP');
    expect((await chat.say('kiểm tra tin nhắn này giúp bác'))[0]).toMatch(/dán.*chuyển tiếp/);
    expect((await chat.say('Mai 9h tổ mình quét dọn ngõ nhé bà con'))[0]).toMatch(/^Chưa thấy dấu hiệu/);
    expect((await chat.say('ai ký kế hoạch này?'))[0]).not.toMatch(/dấu hiệu/i);
  });

  it('a question in place of the words is answered', async () => {
    const chat = await acquainted();
    await chat.say('tin nhan nay co lua dao khong');
    expect((await chat.say('ai ký kế hoạch này?'))[0]).not.toMatch(/dấu hiệu/i);
  });

  it('after an outage the answer begins with an apology; past the free window nothing is sent', async () => {
    const chat = await acquainted();
    const at = chat.clock.now().getTime();
    const events = [eventOf('late', at, { kind: 'text', text: 'ai ký kế hoạch này?' })];
    const late = await converse(bareDeps(service), { thread: chat.thread, events, now: at + 25 * HOUR });
    expect(late.messages[0]?.text).toMatch(/^Xin lỗi bạn[\s\S]*ký ban hành/);
    expect(late.messages[0]?.expiresAt).toBe(at + 47 * HOUR);
    const tooLate = await converse(bareDeps(service), { thread: chat.thread, events, now: at + 48 * HOUR });
    expect(tooLate.messages).toEqual([]);
  });
});
