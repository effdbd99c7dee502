import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Service } from '../../bot-server/src/app/compose.ts';
import { converse } from '../../bot-server/src/flows/converse.ts';
import { acquaintedChat, bareDeps, eventOf, type PlayedSettings, playChat } from '../fixtures/chat.ts';
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

describe('the first contact', () => {
  it('greets who follows, once, and not again when they open the chat', async () => {
    const chat = play();
    expect(await chat.say({ kind: 'follow' })).toEqual([expect.stringMatching(GREETING)]);
    expect(await chat.say({ kind: 'opened_chat' })).toEqual([]);
    expect(await chat.say({ kind: 'unfollow' })).toEqual([]);
    expect(await chat.say({ kind: 'follow' })).toEqual([]);
  });

  it('greets and answers when it begins with a question', async () => {
    const [greeting, answer, ...more] = await play().say('han nop bao cao la khi nao vay chau');
    expect(greeting).toMatch(GREETING);
    expect(greeting).toContain('phường Nguyễn Đại Năng');
    expect(answer).toContain('trước ngày 30/11');
    expect(more).toEqual([]);
  });

  it('takes “alo”, “cho bác hỏi” and the question for one question', async () => {
    const chat = play();
    const said = await chat.say('alo', 'em ơi', 'cho bác hỏi', 'hạn nộp báo cáo là ngày nào');
    expect(said).toHaveLength(2);
    expect(said[1]).toContain('30/11');
    expect(chat.asked).toEqual(['hạn nộp báo cáo là ngày nào']);
  });

  it('waits a moment after “cho bác hỏi chút”, then invites to ask', async () => {
    const chat = play();
    const at = chat.clock.now().getTime();
    const events = [eventOf('e1', at, { kind: 'text', text: 'cho bác hỏi chút' })];
    const waiting = await converse(bareDeps(service), { thread: chat.thread, events, now: at + 1_000 });
    expect(waiting).toMatchObject({ postponeUntil: at + 4_000, messages: [], thread: chat.thread });
    const done = await converse(bareDeps(service), { thread: chat.thread, events, now: at + 4_000 });
    expect(done.postponeUntil).toBeUndefined();
    expect(done.messages.map(({ text }) => text)).toEqual([expect.stringMatching(GREETING)]);
  });

  it('greets again in one line after more than a month', async () => {
    const chat = await acquainted();
    chat.clock.advance(31 * DAY);
    const said = await chat.say('ai ký kế hoạch', 'hạn nộp báo cáo khi nào?');
    expect(said.filter((text) => text.startsWith('Chào bạn trở lại!'))).toHaveLength(1);
    expect(said.filter((text) => GREETING.test(text))).toHaveLength(0);
    expect(said).toHaveLength(3);
  });
});

describe('an answer in the chat', () => {
  it('ends with its source in one line and numbered questions, without markdown', async () => {
    const chat = await acquainted();
    const [text = ''] = await chat.say('Trợ lý ảo cho người dân do ai chủ trì?');
    expect(text).toContain('Trung tâm phục vụ hành chính công');
    expect(text).toMatch(/\(Phụ lục III, mục V\.6\)[\s\S]*\nTrích nguồn: Kế hoạch 43\/KH-UBND\n/);
    expect(text).toMatch(/Gõ 1 để hỏi tiếp:\n1\. \S/);
    expect(text).not.toMatch(/\*\*|^#|\]\(/m);
  });

  it.each(['1', 'số 1', 'mot', 'cái đầu tiên nhé', '1️⃣'])('“%s” asks the first of them', async (choice) => {
    const chat = await acquainted();
    await chat.say('Trợ lý ảo cho người dân do ai chủ trì?');
    const [text = ''] = await chat.say(choice);
    expect(text).toMatch(/^Bạn hỏi: Việc này hạn khi nào\?/);
    expect(text).toContain('Năm 2025');
  });

  it('says which numbers there are when another is typed', async () => {
    const chat = await acquainted();
    await chat.say('Trợ lý ảo cho người dân do ai chủ trì?');
    const before = chat.asked.length;
    expect((await chat.say('7'))[0]).toContain('chỉ có số 1');
    expect(chat.asked).toHaveLength(before);
  });

  it('takes a number for nothing when no list stands, or when the list is half an hour old', async () => {
    const chat = await acquainted();
    expect((await chat.say('2'))[0]).toMatch(/không có danh sách/);
    expect((await chat.say('0912 345 678'))[0]).toMatch(/không có danh sách/);
    await chat.say('Trợ lý ảo cho người dân do ai chủ trì?');
    chat.clock.advance(31 * MINUTE);
    expect((await chat.say('1'))[0]).toMatch(/không có danh sách/);
    expect(chat.asked).toEqual(['Trợ lý ảo cho người dân do ai chủ trì?']);
  });

  it('offers only what gets an answer when it is chosen, and no list that a newer question has made stale', async () => {
    const chat = await acquainted();
    for (const question of [
      'phong nao lo viec dich vu cong truc tuyen',
      'chi tieu phu song 5G nam 2030 la bao nhieu',
    ]) {
      const [text = ''] = await chat.say(question);
      if (/^1\. /m.test(text)) expect((await chat.say('1'))[0]).toContain('Trích nguồn:');
    }
    await chat.say('Trợ lý ảo cho người dân do ai chủ trì?');
    await chat.say('wifi nha van hoa co chua');
    expect((await chat.say('1'))[0]).toMatch(/không có danh sách/);
  });

  it('understands what leans on it, for half an hour', async () => {
    const chat = await acquainted();
    await chat.say('tro ly ao cho nguoi dan do ai chu tri');
    expect((await chat.say('the han khi nao'))[0]).toContain('Năm 2025');
    chat.clock.advance(31 * MINUTE);
    expect((await chat.say('the han khi nao'))[0]).not.toContain('trợ lý ảo');
  });

  it('does not number its own lines and the next questions both', async () => {
    const chat = await acquainted();
    const [text = ''] = await chat.say('Công an phường chủ trì những nhiệm vụ nào?');
    expect(text).toMatch(/^1\. /m);
    expect(text).not.toMatch(/để hỏi tiếp/);
    expect((await chat.say('2'))[0]).toMatch(/không có danh sách/);
  });

  it('that cannot help says how to reach a person', async () => {
    const chat = await acquainted();
    expect((await chat.say('bị chó cắn thì đi tiêm ở đâu'))[0]).toMatch(/gõ 0/);
  });

  it.each(['số điện thoại phường', 'cháu là ai đấy'])('“%s” offers only what gets an answer', async (text) => {
    const chat = await acquainted();
    const [reply = ''] = await chat.say(text);
    expect(reply).toMatch(/^1\. /m);
    for (const choice of ['1', '2', '3'])
      expect((await chat.say(choice))[0], choice).not.toMatch(/chưa có hướng dẫn|không nói đến|không có danh sách/);
  });

  it('about a procedure offers its other parts by number', async () => {
    const chat = await acquainted();
    const [reply = ''] = await chat.say('thủ tục làm căn cước thế nào');
    expect(reply).toMatch(/^2\. Các bước làm trên mạng$/m);
    expect((await chat.say('2'))[0]).toContain('Cấp, đổi, cấp lại thẻ căn cước');
  });

  it('remembers what each message was about, so that a quoted one can be asked about', async () => {
    const chat = await acquainted();
    await chat.say('Trợ lý ảo cho người dân do ai chủ trì?');
    const quoted = chat.lastMessageId();
    await chat.say('ai ký kế hoạch này?');
    chat.clock.advance(2 * HOUR);
    const [text] = await chat.say({ kind: 'text', text: 'cái này hạn khi nào', quotedMessageId: quoted });
    expect(text).toMatch(/trợ lý ảo[\s\S]*Năm 2025/);
  });
});

describe('several lines at once', () => {
  it('that make one question are one question', async () => {
    const chat = await acquainted();
    const said = await chat.say('tro ly ao', 'cho nguoi dan', 'do ai chu tri');
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('Trung tâm phục vụ hành chính công');
  });

  it('that ask two things get two answers in order, and choices once', async () => {
    const chat = await acquainted();
    const said = await chat.say('ai ký kế hoạch này?', 'hạn nộp báo cáo là khi nào?', 'cảm ơn cháu');
    expect(said).toHaveLength(2);
    expect(said[0]).toContain('ký ban hành');
    expect(said[0]).not.toContain('để hỏi tiếp');
    expect(said[1]).toContain('30/11');
  });

  it('that repeat a question get one answer', async () => {
    const chat = await acquainted();
    expect(await chat.say('ai ký kế hoạch này', 'Ai ký kế hoạch này')).toHaveLength(1);
  });

  it('that correct a line are answered as corrected', async () => {
    const chat = await acquainted();
    const said = await chat.say('Phòng Văn hóa - Xã hội chủ trì những nhiệm vụ nào?', 'à nhầm, công an phường');
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/^Công an phường .* chủ trì 7 nhiệm vụ/);
    const starred = await chat.say('phủ sóng 5G năm 2025 là bao nhiêu phần trăm', '*năm 2030');
    expect(starred).toHaveLength(1);
    expect(starred[0]).toContain('năm 2030 là 100%');
  });

  it('corrected after the answer, it is asked of another', async () => {
    const chat = await acquainted();
    await chat.say('Phòng Văn hóa - Xã hội chủ trì những nhiệm vụ nào?');
    expect((await chat.say('a nham, cong an phuong'))[0]).toMatch(/^Công an phường .* chủ trì 7 nhiệm vụ/);
  });
});

describe('the menu', () => {
  it.each(['menu', 'MENU', 'hướng dẫn', 'giup bac voi', '?'])(
    '“%s” lists questions that the plan answers',
    async (word) => {
      const chat = await acquainted();
      const [text = ''] = await chat.say(word);
      const questions = [...text.matchAll(/^\d\. (.*\?)$/gm)].map((match) => match[1] ?? '');
      expect(questions.length).toBeGreaterThanOrEqual(2);
      expect(text).toMatch(/\d\. Gặp cán bộ/);
      for (const question of questions) {
        const ask = { ward: 'nguyen-dai-nang', role: 'resident', unit: null, question, conversationId: null } as const;
        expect((await service.answer(ask)).outcome, question).toBe('answered');
      }
    },
  );

  it('is chosen from by number, the last item being an official', async () => {
    const chat = await acquainted();
    await chat.say('menu');
    expect((await chat.say('số 2'))[0]).toMatch(/^Bạn hỏi: /);
    await chat.say('menu');
    expect((await chat.say('cái cuối'))[0]).toMatch(/Cán bộ phường đọc được cuộc trò chuyện này/);
  });
});

describe('what old people also type', () => {
  it.each<[string, RegExp]>([
    ['sao không trả lời', /^Chào bạn!/],
    ['cháu ơi', /^Chào bạn!/],
    ['tra loi sai roi', /^Tôi xin lỗi.*gõ 0/],
    ['bác không hiểu', /^Tôi xin lỗi/],
    ['k hỉu j', /^Tôi xin lỗi/],
    ['cho bác gặp chủ tịch', /trả lời bạn cũng tại đây/],
    ['cháu là ai đấy', /trợ lý tự động \(máy trả lời/],
    ['còn gì nữa không', /^Tôi giúp được/],
    ['xóa dữ liệu của tôi', /không giữ lại.*gõ 0/],
    ['không cần đâu cháu', /^Vâng, chào bạn/],
    ['https://lua-dao.top/abc', /lừa đảo/],
    ['...', /chưa đọc được câu hỏi/],
  ])('“%s”', async (text, reply) => {
    const chat = await acquainted();
    await chat.say('ai ký kế hoạch này?');
    expect(await chat.say(text)).toEqual([expect.stringMatching(reply)]);
  });
});
