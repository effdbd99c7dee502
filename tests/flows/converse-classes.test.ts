import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Service } from '../../bot-server/src/app/compose.ts';
import type { NewClass } from '../../bot-server/src/ports/classes.ts';
import { newClass } from '../fakes/class-samples.ts';
import { acquaintedChat, learningIn, type PlayedChat, type PlayedSettings } from '../fixtures/chat.ts';
import { realService } from '../fixtures/real-service.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Saturday, 28 November 2026, 8:30 in Vietnam. */
const SATURDAY = Date.parse('2026-11-28T08:30:00+07:00');

let service: Service;
beforeAll(async () => {
  service = await realService();
});
afterAll(() => service.close());

let wards = 0;
/** A ward of its own for each test, so that no class of another test is in it; it says what the first real one says. */
function newWard() {
  wards += 1;
  const ward = `phuong-thu-${wards}`;
  const plans = service.index.current();
  const real = plans.wards()[0]?.key ?? '';
  const facts = plans.ward(real);
  const groups = [
    { id: 'to-1', name: 'Tổ 1' },
    { id: 'to-2', name: 'Tổ 2' },
  ];
  const index = {
    wards: () => [{ ...plans.wards()[0], key: ward, name: 'phường Thử' }] as ReturnType<typeof plans.wards>,
    ward: () => facts && { ...facts, profile: { ...facts.profile, key: ward, groups } },
  };
  const open = (change: Partial<NewClass> = {}) =>
    learningIn(service).classes.open(newClass({ ward, startsAt: SATURDAY, endsAt: SATURDAY + 2 * HOUR, ...change }));
  const chat = (person: string, settings: PlayedSettings = {}) =>
    acquaintedChat(service, { ward, index, person: `${person}-${ward}`, ...settings });
  return { ward, open, chat };
}
const only = (texts: readonly string[]): string => {
  expect(texts).toHaveLength(1);
  return texts[0] ?? '';
};
async function sayAll(chat: PlayedChat, ...lines: readonly string[]): Promise<string> {
  let said: string[] = [];
  for (const line of lines) said = await chat.say(line);
  return said.join('\n');
}
const placesOf = (id: string) => learningIn(service).classes.places(id);

describe('“lớp học”', () => {
  it.each(['lớp học', 'dang ky lop', 'phường có lớp học nào không'])('“%s” offers the coming classes', async (line) => {
    const { open, chat } = newWard();
    await open();
    await open({ title: 'Trả tiền bằng điện thoại', startsAt: SATURDAY + DAY, endsAt: SATURDAY + DAY + HOUR });
    expect(only(await (await chat('a')).say(line))).toMatch(
      /:\n1\. Thứ Bảy 28\/11, 8h30: Dùng VNeID\n2\. Chủ nhật 29\/11, 8h30: Trả tiền bằng điện thoại$/,
    );
  });

  it('says that there is none, and how to learn all the same', async () => {
    expect(only(await (await newWard().chat('a')).say('lớp học'))).toMatch(/chưa mở lớp nào.*HỌC/);
  });

  it('shows neither another ward’s class, nor one that was cancelled or has begun, nor another group’s', async () => {
    const { open, chat } = newWard();
    await newWard().open({ title: 'Của phường khác' });
    await open({ title: 'Lớp tổ 1', group: 'to-1' });
    await open({ title: 'Lớp tổ 2', group: 'to-2', startsAt: SATURDAY + HOUR });
    const gone = await open({ title: 'Đã hủy' });
    await learningIn(service).classes.cancel(gone.id, 'mưa', 1);
    await open({ title: 'Đã qua', startsAt: 10_000, endsAt: 20_000 });
    const own = only(await (await chat('a', { group: 'to-2' })).say('lớp học'));
    expect([...own.matchAll(/\d\. .*: (.*)$/gm)].map((match) => match[1])).toEqual(['Lớp tổ 2']);
    const stranger = await chat('b');
    expect(only(await stranger.say('lớp học'))).toMatch(/Lớp tổ 1\n2\. .*Lớp tổ 2$/);
    expect(only(await stranger.say('1'))).toContain('Dành cho: Tổ 1');
  });
});

describe('registering', () => {
  it('asks what to call the person and nothing else, and tells the seat', async () => {
    const { open, chat } = newWard();
    const held = await open();
    const person = await chat('a', { group: 'to-1' });
    await person.say('lớp học');
    const details = only(await person.say('1'));
    expect(details).toMatch(
      /Thứ Bảy 28\/11, 8h30 đến 10h30\nNơi học: Nhà văn hóa\nNgười dạy: Tổ công nghệ số\nCòn 2 chỗ\./,
    );
    expect(details).toMatch(/1\. Đăng ký\n2\. Thôi/);
    expect(only(await person.say('1'))).toMatch(/gọi bạn là gì/);
    expect(only(await person.say('bác Hai'))).toMatch(/đã có chỗ[\s\S]*sẽ gọi: bác Hai/);
    expect(await placesOf(held.id)).toMatchObject([
      {
        state: 'seated',
        calledName: 'bác Hai',
        group: 'to-1',
        ageBand: null,
        learner: person.thread.userId && expect.stringContaining('chat:oa-1:'),
      },
    ]);
    expect(JSON.stringify(person.thread)).not.toContain('bác Hai');
    expect(only(await person.say('lớp học'))).toContain('(bạn đã có chỗ)');
  });

  it.each([
    ['tôi là Nguyễn Văn Ba, sđt 0912345678', 'Nguyễn Văn Ba'],
    ['Lan ạ', 'Lan ạ'],
    ['012345678901 Tư', 'Tư'],
  ])('of “%s” keeps “%s”', async (typed, kept) => {
    const { open, chat } = newWard();
    const held = await open();
    expect(await sayAll(await chat('a'), 'lớp học', '1', '1', typed)).toMatch(/đã có chỗ/);
    expect((await placesOf(held.id)).map(({ calledName }) => calledName)).toEqual([kept]);
  });

  it('a full class gives a place among those who wait, and “hủy lớp” lets the first of them up', async () => {
    const { open, chat } = newWard();
    const held = await open({ seats: 1 });
    const [first, second] = [await chat('a'), await chat('b')];
    await sayAll(first, 'lớp học', '1', '1', 'bác An');
    await second.say('lớp học');
    expect(only(await second.say('1'))).toMatch(/Đã hết chỗ[\s\S]*1\. Đăng ký chờ/);
    expect(await sayAll(second, '1', 'bác Bình')).toMatch(/đứng thứ 1 trong danh sách chờ/);
    expect(only(await first.say('hủy lớp'))).toMatch(/1\. Bỏ đăng ký\n2\. Giữ chỗ của tôi$/);
    expect(only(await first.say('1'))).toMatch(/không còn giữ chỗ/);
    expect((await placesOf(held.id)).map(({ calledName, state }) => [calledName, state])).toContainEqual([
      'bác Bình',
      'seated',
    ]);
    expect(only(await second.say('lớp của tôi'))).toContain('(bạn đã có chỗ)');
    expect(only(await first.say('lớp của tôi'))).toMatch(/chưa đăng ký lớp nào/);
  });

  it('a question where the name is asked for is answered, and “tiếp” asks for the name again', async () => {
    const { open, chat } = newWard();
    const held = await open();
    const person = await chat('a');
    await sayAll(person, 'lớp học', '1', '1');
    expect(only(await person.say('kế hoạch gồm những phần nào?'))).toMatch(/TIẾP để quay lại phần lớp học/);
    expect(await placesOf(held.id)).toEqual([]);
    expect(only(await person.say('tiếp'))).toMatch(/gọi bạn là gì/);
    expect(only(await person.say('Cô Năm', 'à nhầm, cô Năm Lan'))).toMatch(/sẽ gọi: cô Năm Lan/);
  });

  it('“thôi” and “0” register nobody', async () => {
    const { open, chat } = newWard();
    const held = await open();
    const person = await chat('a');
    expect(await sayAll(person, 'lớp học', '1', '1', 'thôi')).toMatch(/dừng ở đây/);
    await sayAll(person, 'lớp học', '1', '1', '0', 'bác An');
    expect(await placesOf(held.id)).toEqual([]);
  });

  it('a claim that is repeated after a crash takes one place and says the same', async () => {
    const { open, chat } = newWard();
    const held = await open();
    const person = await chat('a');
    await sayAll(person, 'lớp học', '1', '1');
    for (const line of ['bác An', 'bỏ đăng ký', '1']) {
      const before = person.thread;
      const event = {
        kind: 'text',
        text: line,
        id: `crash-${held.id}-${line}`,
        at: person.clock.now().getTime(),
      } as const;
      const first = await person.turn(event);
      person.thread = before;
      const second = await person.turn(event);
      expect(second.messages.map(({ id, text }) => [id, text])).toEqual(
        first.messages.map(({ id, text }) => [id, text]),
      );
    }
    expect(await placesOf(held.id)).toEqual([]);
  });
});
