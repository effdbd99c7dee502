import type { Course } from '@phuong-so/shared/domain/library';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomIds } from '../../bot-server/src/adapters/ids/random-ids.ts';
import { stateChatStore } from '../../bot-server/src/adapters/state/repos/chat-store.ts';
import type { Service } from '../../bot-server/src/app/compose.ts';
import { acquaintedChat, LIBRARY, learningIn, type PlayedChat, type PlayedSettings } from '../fixtures/chat.ts';
import { realService } from '../fixtures/real-service.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

let service: Service;
beforeAll(async () => {
  service = await realService();
});
afterAll(() => service.close());

const COURSE: Course = {
  ...{
    id: 'khoa-mau',
    title: 'Khóa mẫu',
    summary: 'Để thử',
    also: [],
    audiences: ['Người lớn'],
    skillGroups: [1],
    caution: null,
    pictures: [],
  },
  lessons: [
    {
      id: 'bai-1',
      title: 'Bài mở',
      minutes: 2,
      goal: 'Biết mở.',
      steps: ['**Mở máy**\n\n1. Bấm nút.', 'Chờ.'],
      practice: null,
      services: [],
    },
    { id: 'bai-2', title: 'Bài tắt', minutes: 2, goal: 'Biết tắt.', steps: ['Tắt máy.'], practice: null, services: [] },
  ],
  quiz: [
    { question: 'Máy mở bằng gì?', options: ['Nút nguồn', 'Cái thìa'], right: 0, why: 'Nút ở cạnh máy.' },
    {
      question: 'Có người gọi xưng công an bảo đọc mã OTP?',
      options: ['Đọc mã OTP', 'Tắt máy'],
      right: 1,
      why: 'Không ai được hỏi mã.',
    },
  ],
  sources: [{ name: 'Nguồn mẫu', url: null, checked: '2026-07-08' }],
  checked: '2026-07-08',
};
const library = {
  ...LIBRARY,
  courses: [COURSE, { ...LIBRARY.courses[0], id: 'khoa-khac', title: 'Khóa khác' } as Course],
};

let people = 0;
/** Somebody who has learnt nothing yet. */
function learner(settings: PlayedSettings = {}): Promise<PlayedChat> {
  people += 1;
  return acquaintedChat(service, { library, person: `nguoi-hoc-${people}`, ...settings });
}
const only = (texts: readonly string[]): string => {
  expect(texts).toHaveLength(1);
  return texts[0] ?? '';
};
const learnt = async ({ thread }: PlayedChat) => {
  const { learning } = learningIn(service);
  const who = await learning.learnerInChat(thread);
  return {
    progress: await learning.progress(who),
    attempts: await learning.attempts(who, COURSE.id),
    certificates: await learning.certificates(who),
    reminder: await learning.reminderOf(thread),
  };
};
/** Says each line alone; gives what was said to the last. */
async function sayAll(chat: PlayedChat, ...lines: readonly string[]): Promise<string> {
  let said: string[] = [];
  for (const line of lines) said = await chat.say(line);
  return said.join('\n');
}

describe('a lesson', () => {
  it.each(['học', 'cho bác học với', 'hoc ky nang so', 'khóa học'])(
    '“%s” offers the courses by number',
    async (line) => {
      expect(only(await (await learner()).say(line))).toMatch(/1\. Khóa mẫu\n2\. Khóa khác$/);
    },
  );

  it('goes step by step with “tiếp”, one screen each, without markdown, to its end', async () => {
    const chat = await learner();
    await chat.say('học');
    const first = only(await chat.say('1'));
    expect(first).toMatch(/^Khóa mẫu\nBài 1: Bài mở \(phần 1\/2\)\n/);
    expect(first).toMatch(/\nMở máy\n\n1\) Bấm nút\.\n/);
    expect(first).toMatch(/Nhắn TIẾP để học tiếp/);
    expect(only(await chat.say('tiếp'))).toMatch(/phần 2\/2\)\n\nChờ\./);
    const end = only(await chat.say('xong rồi'));
    expect(end).toMatch(/đã xong bài 1[\s\S]*\n1\. Học bài 2: Bài tắt\n2\. Nghỉ, nhờ nhắc tôi học tiếp\n3\. Nghỉ/);
    const { progress } = await learnt(chat);
    expect(progress).toMatchObject([
      { courseId: 'khoa-mau', lessonId: 'bai-1', step: 1, finishedAt: expect.any(Number) },
    ]);
    expect(only(await chat.say('1'))).toMatch(/^Khóa mẫu\nBài 2: Bài tắt \(phần 1\/1\)/);
  });

  it.each(['Bắt đầu học: Khóa mẫu', 'bat dau hoc khoa mau', 'học khóa mẫu'])('“%s” begins it at once', async (line) => {
    expect(only(await (await learner()).say(line))).toMatch(/Bài 1: Bài mở \(phần 1\/2\)/);
  });

  it('“lại” shows the step again, “quay lại” the one before', async () => {
    const chat = await learner();
    await sayAll(chat, 'học khóa mẫu', 'tiếp');
    expect(only(await chat.say('đọc lại'))).toMatch(/phần 2\/2/);
    expect(only(await chat.say('quay lại'))).toMatch(/phần 1\/2/);
    expect((await learnt(chat)).progress).toMatchObject([{ step: 1, finishedAt: null }]);
  });

  it('“nghỉ” stops kindly, and “học” goes on at the step days later', async () => {
    const chat = await learner();
    await sayAll(chat, 'học khóa mẫu', 'tiếp');
    expect(only(await chat.say('thôi nghỉ đã'))).toMatch(/nghỉ ở đây.*nhắn HỌC/);
    chat.clock.advance(3 * DAY);
    expect(only(await chat.say('học'))).toMatch(/1\. Khóa mẫu \(đang học\)/);
    expect(only(await chat.say('1'))).toMatch(/^Lần trước bạn học đến đây\.\n[\s\S]*phần 2\/2/);
    chat.clock.advance(3 * DAY);
    expect(only(await chat.say('tiếp'))).toMatch(/phần 2\/2/);
  });

  it('goes on where the person stopped in the Mini App', async () => {
    const chat = await learner();
    const { learning } = learningIn(service);
    const [id] = await learning.learnerInChat(chat.thread);
    await learning.advance(id, { courseId: COURSE.id, lessonId: 'bai-1', step: 1, finished: true, at: 1 });
    expect(only(await chat.say('học khóa mẫu'))).toMatch(/Bài 2: Bài tắt/);
  });

  it('a question in the middle is answered, and “tiếp” comes back to the step', async () => {
    const chat = await learner();
    await sayAll(chat, 'học khóa mẫu');
    expect(only(await chat.say('ai ký kế hoạch này?'))).toMatch(
      /ký ban hành[\s\S]*\n\nNhắn TIẾP để quay lại bài học\.$/,
    );
    expect(only(await chat.say('tiếp'))).toMatch(/phần 1\/2/);
    expect(only(await chat.say('tiếp'))).toMatch(/phần 2\/2/);
  });

  it('“tiếp” typed twice at once goes one step, and quick reading is not told to slow down', async () => {
    const chat = await learner({ questionsPerMinute: 2 });
    await chat.say('học khóa mẫu');
    expect(only(await chat.say('tiếp', 'tiếp'))).toMatch(/phần 2\/2/);
    await chat.say('quay lại');
    expect(only(await chat.say('tiếp'))).toMatch(/phần 2\/2/);
  });

  it('“ok” to a list of choices is no step, and a number that is none is told', async () => {
    const chat = await learner();
    await sayAll(chat, 'học khóa mẫu', 'tiếp', 'tiếp');
    expect(await chat.say('ok')).toEqual([]);
    expect(only(await chat.say('7'))).toMatch(/các số từ 1 đến 3/);
    expect(only(await chat.say('1 và 2'))).toMatch(/một số thôi/);
    expect(only(await chat.say('hai'))).toMatch(/DỪNG NHẮC/);
  });
});

describe('a reminder', () => {
  it('is set only by who chose it, moves on with their learning, and ends with “dừng nhắc”', async () => {
    const chat = await learner();
    await sayAll(chat, 'học khóa mẫu', 'tiếp', 'tiếp');
    expect((await learnt(chat)).reminder).toBeNull();
    await chat.say('2');
    const { reminder } = await learnt(chat);
    expect(reminder).toMatchObject({ courseId: 'khoa-mau', sent: 0 });
    chat.clock.advance(DAY);
    await sayAll(chat, 'học khóa mẫu');
    expect((await learnt(chat)).reminder?.dueAt).toBeGreaterThan(reminder?.dueAt ?? 0);
    expect(only(await chat.say('đừng nhắc nữa nhé'))).toMatch(/không nhắc/);
    expect((await learnt(chat)).reminder).toBeNull();
  });

  it('ends with the last lesson', async () => {
    const chat = await learner();
    await sayAll(chat, 'học khóa mẫu', 'tiếp', 'tiếp', '2', 'học khóa mẫu');
    expect(await sayAll(chat, 'tiếp')).not.toMatch(/nhờ nhắc/);
    expect((await learnt(chat)).reminder).toBeNull();
  });
});

const THROUGH = ['học khóa mẫu', 'tiếp', 'tiếp', '1', 'tiếp'];

describe('the quiz and the certificate', () => {
  it('explains each answer, by number or by its words, and notes one attempt', async () => {
    const chat = await learner();
    expect(await sayAll(chat, ...THROUGH)).toMatch(/bài cuối[\s\S]*1\. Trả lời 2 câu hỏi cuối khóa/);
    expect(only(await chat.say('1'))).toMatch(/Câu 1\/2: Máy mở bằng gì\?[\s\S]*1\. Nút nguồn\n2\. Cái thìa$/);
    expect(only(await chat.say('2'))).toMatch(
      /^Chưa đúng\. Trả lời đúng là: Nút nguồn\.\nNút ở cạnh máy\.\n\nCâu 2\/2:/,
    );
    expect(only(await chat.say('đọc mã otp'))).toMatch(/^Chưa đúng\. Trả lời đúng là: Tắt máy\.[\s\S]*đúng 0\/2 câu/);
    const { attempts } = await learnt(chat);
    expect(attempts).toMatchObject([{ answers: [1, 0], right: 0, total: 2 }]);
  });

  it('a number sent twice at once answers one question', async () => {
    const chat = await learner();
    await sayAll(chat, ...THROUGH, '1');
    expect(only(await chat.say('1', '1'))).toMatch(/Câu 2\/2/);
    expect(only(await chat.say('2', 'cảm ơn cháu'))).toMatch(/đúng 2\/2 câu/);
    expect((await learnt(chat)).attempts).toHaveLength(1);
  });

  it('passing gives a certificate in the name that the person confirmed, with the address of its page', async () => {
    const chat = await learner({ publicUrl: 'https://so.example.vn' });
    expect(await sayAll(chat, ...THROUGH, '1', '1', '2')).toMatch(/đúng 2\/2 câu[\s\S]*1\. Nhận giấy chứng nhận/);
    expect(only(await chat.say('1'))).toMatch(/họ tên/);
    expect(only(await chat.say('tên bác là Nguyen Thi Ai, cccd 001234567890'))).toMatch(/Nguyen Thi Ai/);
    expect(JSON.stringify(chat.thread)).not.toContain('001234567890');
    expect(only(await chat.say('à nhầm, Nguyễn Thị Ái'))).toMatch(/: Nguyễn Thị Ái\n/);
    const given = only(await chat.say('1'));
    const { certificates } = await learnt(chat);
    expect(certificates).toMatchObject([{ courseId: 'khoa-mau', ward: 'nguyen-dai-nang', name: 'Nguyễn Thị Ái' }]);
    expect(given).toContain(`https://so.example.vn/chung-nhan/${certificates[0]?.code}`);
    expect(JSON.stringify(chat.thread)).not.toContain('Nguyễn Thị Ái');
    expect(await sayAll(chat, 'học khóa mẫu')).toContain(certificates[0]?.code);
    expect(only(await chat.say('bài của tôi'))).toMatch(/Khóa mẫu: xong 2\/2 bài, giấy chứng nhận CN-/);
  });

  it('a question where the name is asked for is answered, not printed', async () => {
    const chat = await learner();
    await sayAll(chat, ...THROUGH, '1', '1', '2', '1');
    expect(only(await chat.say('ai ký kế hoạch này?'))).toMatch(/ký ban hành[\s\S]*TIẾP/);
    expect(only(await chat.say('tiếp'))).toMatch(/họ tên/);
    expect(only(await chat.say('Trần Văn Hai'))).toMatch(/Trần Văn Hai[\s\S]*1\. Đúng/);
    expect((await learnt(chat)).certificates).toEqual([]);
  });

  it('a claim that is repeated after a crash says the same, and notes one attempt and one certificate', async () => {
    const chat = await learner();
    await sayAll(chat, ...THROUGH, '1', '1');
    for (const line of ['2', '1', 'Lê Thị Lan', '1']) {
      const before = chat.thread;
      const at = chat.clock.now().getTime();
      const first = await chat.turn({ kind: 'text', text: line, id: `crash-${line}`, at });
      chat.thread = before;
      const second = await chat.turn({ kind: 'text', text: line, id: `crash-${line}`, at });
      expect(second.messages.map(({ id, text }) => [id, text])).toEqual(
        first.messages.map(({ id, text }) => [id, text]),
      );
      expect({ ...second.thread, choicesAt: 0 }).toEqual({ ...first.thread, choicesAt: 0 });
    }
    const { attempts, certificates } = await learnt(chat);
    expect([attempts.length, certificates.length]).toEqual([1, 1]);
  });
});

it('“bài của tôi” tells what was learnt, and offers to go on', async () => {
  const chat = await learner();
  expect(only(await chat.say('tôi học đến đâu rồi'))).toMatch(/chưa học bài nào/);
  await sayAll(chat, 'học khóa mẫu', 'tiếp', 'tiếp');
  expect(only(await chat.say('bài của tôi'))).toMatch(/- Khóa mẫu: xong 1\/2 bài\n[\s\S]*1\. Khóa mẫu/);
  expect(only(await chat.say('1'))).toMatch(/Bài 2/);
});

it('who withdraws leaves nothing of what they learnt', async () => {
  const chat = await learner();
  await sayAll(chat, ...THROUGH, '1', '1', '2', '1', 'Lan', '1', 'học', '2', 'tiếp');
  const gone = await chat.turn({ kind: 'withdrawn' });
  expect(gone).toMatchObject({ erase: true, messages: [], thread: { activity: null, choiceScreens: [] } });
  await stateChatStore(service.state, chat.clock, randomIds).erase(chat.thread);
  expect(await learnt(chat)).toEqual({ progress: [], attempts: [], certificates: [], reminder: null });
});

it('every lesson of the library fits a screen', async () => {
  const chat = await learner({ library: LIBRARY, questionsPerMinute: 100_000 });
  for (const course of LIBRARY.courses) {
    let said = await chat.say(`bắt đầu học: ${course.title}`);
    const most = course.lessons.reduce((sum, { steps }) => sum + steps.length + 1, 0);
    for (let step = 0; step <= most && !said[0]?.includes('Câu 1/'); step += 1) said = await chat.say('tiếp');
    expect(said[0], course.title).toContain('Câu 1/');
  }
  for (const { text } of chat.sent) {
    expect(text.length, text).toBeLessThanOrEqual(600);
    expect(text).not.toMatch(/\*\*|undefined|null/);
  }
});
