import type { WorkItem } from '@phuong-so/shared/domain/work';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { randomIds } from '../../bot-server/src/adapters/ids/random-ids.ts';
import { stateLinkCodes } from '../../bot-server/src/adapters/state/repos/link-codes.ts';
import { stateReportDrafts } from '../../bot-server/src/adapters/state/repos/report-drafts.ts';
import { stateRights } from '../../bot-server/src/adapters/state/repos/rights.ts';
import { stateWork } from '../../bot-server/src/adapters/state/repos/work.ts';
import type { Service } from '../../bot-server/src/app/compose.ts';
import type { Work } from '../../bot-server/src/ports/work.ts';
import { itemFromPlan, tasksOf } from '../../bot-server/src/work/from-plan.ts';
import { movingClock } from '../fakes/moving-clock.ts';
import { STANDING } from '../fakes/work-samples.ts';
import { acquaintedChat, KEY, type PlayedChat } from '../fixtures/chat.ts';
import { realService } from '../fixtures/real-service.ts';

const WARD = 'nguyen-dai-nang';
const OTHER_WARD = 'tran-lieu';
const UNIT = 'Phòng Kinh tế, Hạ tầng và Đô thị';
const STANDING_UNIT = 'Phòng Văn hóa - Xã hội';
const START = '2026-11-29T10:00:00+07:00';
const LINK = /nhắn LIÊN KẾT để lấy mã/;

let service: Service;
let work: Work;
let people = 0;
beforeAll(async () => {
  service = await realService();
  work = stateWork(service.state, randomIds, { demo: false });
});
afterAll(() => service.close());
/** Every task of the ward's plan, confirmed as it stands. */
beforeEach(async () => {
  const { db, tables } = service.state;
  for (const table of [tables.workItems, tables.workItemUnits, tables.workReports, tables.workLog, tables.reportDrafts])
    await db.delete(table);
  const facts = service.index.current().ward(WARD);
  if (facts === null) throw new Error('no such ward');
  const items = tasksOf(facts).map((fact) => itemFromPlan(WARD, fact, false));
  await work.confirm(items, { ...STANDING, at: Date.parse('2026-01-05T08:00:00+07:00') });
});

interface Who {
  readonly unit?: string | null;
  readonly ward?: string;
  readonly role?: 'official' | 'leader' | 'admin';
  readonly start?: string;
}

/** Somebody who has joined their chat to the Mini App; `who` null = a resident. */
async function chatOf(who: Who | null): Promise<PlayedChat & { readonly subject: string }> {
  people += 1;
  const [person, subject] = [`can-bo-${people}`, `zalo:can-bo-${people}`];
  const chat = await acquaintedChat(service, { start: who?.start ?? START, person });
  const codes = stateLinkCodes(service.state, movingClock(), randomIds);
  await codes.redeem(subject, (await codes.forChat({ ...KEY, userId: person })).code);
  const { unit = UNIT, ward = WARD, role = 'official' } = who ?? {};
  if (who !== null) await rights().give(subject, { role, ward, unit, group: null }, 'x');
  return Object.assign(chat, { subject });
}
const rights = () => stateRights(service.state, movingClock(START), randomIds);
const joined = async (said: Promise<readonly string[]>) => (await said).join('\n====\n');

/** A task by a part of its title. */
async function titled(part: string): Promise<WorkItem> {
  const found = (await work.list({ ward: WARD })).find(({ title }) => title.includes(part));
  if (found === undefined) throw new Error(`no task "${part}"`);
  return found;
}
const LGSP = 'Hoàn thành kết nối, khai thác, chia sẻ hiệu quả dữ liệu';

describe('an official asks', () => {
  it.each(['việc của phòng tôi', 'viec cua phong toi', 'cho tôi xem việc của đơn vị tôi ạ'])('%s', async (line) => {
    const said = await joined((await chatOf({})).say(line));
    expect(said).toMatch(
      /^Phòng Kinh tế, Hạ tầng và Đô thị: \d+ việc đang mở\. Gõ số để xem từng việc:\n1\. \S+ .+ \(.+\)\n2\. /,
    );
    expect(said).not.toContain(LGSP);
  });

  it('the rest of a long list', async () => {
    const chat = await chatOf({ unit: STANDING_UNIT });
    expect(await joined(chat.say('việc của phòng tôi'))).toMatch(
      /^Phòng Văn hóa - Xã hội: .*\n1\. I\.1 .*\n9\. Xem tiếp$/s,
    );
    const rest = await joined(chat.say('9'));
    expect(rest).toMatch(/^Phòng Văn hóa - Xã hội: .*\n1\. /);
    expect(rest).not.toMatch(/\d\. I\.1 /);
  });

  it('what is overdue, the standing unit for the whole ward, the others for their own unit', async () => {
    const standing = await joined((await chatOf({ unit: STANDING_UNIT })).say('việc nào quá hạn'));
    expect(standing).toMatch(
      /^Cả phường: 5 việc quá hạn theo kế hoạch\. Gõ số để xem từng việc:\n1\. I\.1 .*\(quá hạn 425 ngày, chưa có xác nhận\)/,
    );
    expect(standing).toMatch(/III\.5 Hoàn thành kết nối.*\(quá hạn 60 ngày, chưa có xác nhận\)/);
    expect(await joined((await chatOf({})).say('viec nao qua han'))).toBe(
      `${UNIT}: không có việc quá hạn theo kế hoạch.`,
    );
    const soon = await joined((await chatOf({ unit: STANDING_UNIT })).say('việc nào sắp hết hạn?'));
    expect(soon).toMatch(
      /1 việc hết hạn trong 30 ngày tới\. Gõ số để xem từng việc:\n1\. V\.1-2 .*\(hết hạn hôm nay\)/,
    );
  });

  it('who does something: by the confirmed task, else by the plan', async () => {
    const item = await titled('5G');
    await work.change(
      item,
      { responsible: { subject: null, label: 'Anh Bình' } },
      { act: 'assigned', note: null, changes: [] },
      STANDING,
    );
    const chat = await chatOf({});
    const said = await joined(chat.say('việc 5G ai làm'));
    expect(said).toMatch(/5G/);
    expect(said).toMatch(
      /\nChủ trì: .+; phụ trách: Anh Bình\. Tình trạng: thường xuyên, chưa có báo cáo trong kỳ\.\n\nV\.8 /,
    );
    expect(chat.asked).toEqual([]);
    expect(await joined(chat.say('viec 5g ai lam vay'))).toBe(said);
    await service.state.db.delete(service.state.tables.workItems);
    await chat.say('việc 5G ai làm');
    expect(chat.asked).toEqual(['việc 5G ai làm']);
  });

  it('what is to be reported this week', async () => {
    const said = await joined((await chatOf({})).say('tuần này phải báo cáo gì'));
    expect(said).toMatch(
      /^Báo cáo phải nộp trong 7 ngày tới:\n- Hạn 29\/11\/2026 \(còn 0 ngày\): .*Gửi Ủy ban nhân dân phường/,
    );
    expect(said).toMatch(/Việc của đơn vị cần báo tiến độ: \d+\./);
    expect(await joined((await chatOf({})).say('tuan nay phai bao cao gi'))).toBe(said);
  });

  it('a report whose day has passed is named first, until its hand-in is recorded here', async () => {
    const chat = await chatOf({ start: '2026-12-01T10:00:00+07:00' });
    const said = await joined(chat.say('tuần này phải báo cáo gì'));
    expect(said).toMatch(
      /^Đã quá hạn: .+, hạn 29\/11\/2026, chưa ghi nhận nộp trong Phường Số\. Gửi .+\n\nTrong 7 ngày tới/,
    );
    expect(said).not.toMatch(/chưa nộp/);
    expect(await joined(chat.say('báo cáo nào trễ rồi'))).toMatch(/^Đã quá hạn: /);
    const drafts = stateReportDrafts(service.state, randomIds, { demo: false });
    const mine = { ward: WARD, unit: 'kt-ht-dt', kind: 'yearly', period: '2026', sections: [], demo: false } as const;
    await drafts.change(await drafts.open(mine, STANDING), { state: 'handed_in' }, STANDING);
    expect(await joined(chat.say('tuần này phải báo cáo gì'))).not.toContain('chưa ghi nhận nộp');
    const other = await chatOf({ unit: STANDING_UNIT, start: '2026-12-01T10:00:00+07:00' });
    expect(await joined(other.say('tuần này phải báo cáo gì')), 'the ward’s own is not in').toMatch(/^Đã quá hạn: /);
    await drafts.change(await drafts.open({ ...mine, unit: null }, STANDING), { state: 'handed_in' }, STANDING);
    expect(await joined(other.say('tuần này phải báo cáo gì'))).not.toContain('Đã quá hạn: ');
  });

  it('a report that nobody has handed in is not held up for ever', async () => {
    const spring = await chatOf({ start: '2027-03-15T10:00:00+07:00' });
    expect(await joined(spring.say('tuần này phải báo cáo gì'))).not.toContain('hạn 29/11/2026');
  });

  it('a task is shown whole by its number in the list', async () => {
    const chat = await chatOf({ unit: STANDING_UNIT });
    await chat.say('việc nào quá hạn');
    const said = await joined(chat.say('1'));
    expect(said).toMatch(/^Việc I\.1 /);
    expect(said).toMatch(/Đơn vị tự báo: chưa có\.\nĐã xác nhận: chưa có\./);
  });
});

describe('an official reports', () => {
  it.each(['cập nhật việc III.5 60% đã kết nối LGSP', 'cap nhat viec iii.5 60% đã kết nối LGSP'])(
    '%s: read back, and written by number 1 alone',
    async (line) => {
      const chat = await chatOf({ unit: STANDING_UNIT });
      const said = await joined(chat.say(line));
      expect(said).toMatch(/^Việc III\.5 Hoàn thành kết nối.*\nSẽ ghi: Đang làm, 60%\. Ghi chú: đã kết nối LGSP\.\n/);
      expect(said).toMatch(/\n1\. Ghi báo cáo\n2\. Bỏ$/);
      expect((await titled(LGSP)).reported).toBeNull();
      expect(await joined(chat.say('1'))).toMatch(/^Đã ghi việc III\.5 .*: Đang làm, 60%\./);
      const { reported, confirmed } = await titled(LGSP);
      expect(reported).toMatchObject({ state: 'in_progress', percent: 60, note: 'đã kết nối LGSP', unit: 'vhxh' });
      expect(confirmed).toBeNull();
    },
  );

  it('drops it by number 2, and asks the plan what is a question', async () => {
    const chat = await chatOf({ unit: STANDING_UNIT });
    await chat.say('cập nhật việc III.5 xong rồi');
    expect(await joined(chat.say('2'))).toBe('Vâng, tôi không ghi gì.');
    expect((await titled(LGSP)).reported).toBeNull();
    await chat.say('cập nhật việc III.5 xong rồi');
    await chat.say('ai ký kế hoạch?');
    expect((await titled(LGSP)).reported).toBeNull();
  });

  it('is asked which task where a number means several, and numbers of people are masked', async () => {
    const chat = await chatOf({ unit: STANDING_UNIT });
    const said = await joined(chat.say('cập nhật việc 5: 40%, hỏi anh Hai 0912345678'));
    expect(said).toMatch(/^Anh\/chị muốn nói việc nào\? Gõ số:\n1\. \S+\.5 .*\n2\. \S+\.5 /);
    const place = said.split('\n').findIndex((one) => one.includes('III.5'));
    const back = await joined(chat.say(String(place)));
    expect(back).toMatch(/^Việc III\.5 .*\nSẽ ghi: Đang làm, 40%\./);
    expect(back).not.toContain('0912345678');
    await chat.say('1');
    expect((await titled(LGSP)).reported?.note).not.toContain('0912345678');
  });

  it('names a task by words of its title; what nobody can find is said', async () => {
    const chat = await chatOf({ unit: STANDING_UNIT });
    expect(await joined(chat.say('cập nhật việc hoàn thành kết nối 70%'))).toMatch(
      /^Việc III\.5 .*\nSẽ ghi: Đang làm, 70%\./,
    );
    expect(await joined(chat.say('cập nhật việc XX.9 70%'))).toMatch(/không tìm thấy việc/);
    expect(await joined(chat.say('cập nhật việc III.5 170%'))).toMatch(/từ 0 đến 100%/);
    expect(await joined(chat.say('cập nhật việc III.5'))).toMatch(/^III\.5 .*\n\nAnh\/chị nhắn số của việc/);
  });
});

describe('an official ends reminders', () => {
  it('with a reason at once, else it is asked for', async () => {
    const chat = await chatOf({ unit: STANDING_UNIT });
    const line = 'tắt nhắc việc III.5 đến 31/12 vì chờ thành phố hướng dẫn';
    expect(await joined(chat.say(line))).toMatch(/^Đã tạm dừng nhắc việc III\.5 .* đến hết 31\/12\/2026\./);
    expect((await titled(LGSP)).muted).toEqual({ until: '2026-12-31', reason: 'chờ thành phố hướng dẫn' });
    expect(await joined(chat.say('tat nhac viec iii.5 den 15/1'))).toMatch(/đến hết 15\/01\/2027\.\nVì sao/);
    expect(await joined(chat.say('Chưa có máy chủ'))).toMatch(/^Đã tạm dừng nhắc việc III\.5/);
    expect((await titled(LGSP)).muted).toEqual({ until: '2027-01-15', reason: 'Chưa có máy chủ' });
    expect(await joined(chat.say('tắt nhắc việc III.5'))).toMatch(/đến ngày nào/);
  });

  it('and brings them back; what was never paused is not written to', async () => {
    const chat = await chatOf({ unit: STANDING_UNIT });
    expect(await joined(chat.say('bật lại nhắc việc'))).toBe('Không có việc nào đang tạm dừng nhắc.');
    const line = 'tắt nhắc việc III.5 đến 31/12 vì chờ thành phố hướng dẫn';
    expect(await joined(chat.say(line))).toMatch(/anh\/chị nhắn: “bật lại nhắc việc III\.5”\.$/);
    expect(await joined(chat.say('bat lai nhac viec iii.5'))).toMatch(/^Đã bật lại nhắc việc III\.5 /);
    const { muted, version } = await titled(LGSP);
    expect(muted).toBeNull();
    expect(await joined(chat.say('bật lại nhắc việc III.5'))).toMatch(/^Việc III\.5 .* không bị tạm dừng nhắc/);
    expect((await titled(LGSP)).version).toBe(version);
  });

  it('brings back by number what is paused, where no task is named', async () => {
    const chat = await chatOf({ unit: STANDING_UNIT });
    await chat.say('tắt nhắc việc III.5 đến 31/12 vì chờ thành phố hướng dẫn');
    expect(await joined(chat.say('bật lại nhắc việc'))).toMatch(/Gõ số:\n1\. III\.5 /);
    expect((await titled(LGSP)).muted).not.toBeNull();
    expect(await joined(chat.say('1'))).toMatch(/^Đã bật lại nhắc việc III\.5 /);
    expect((await titled(LGSP)).muted).toBeNull();
  });
});

describe('who may', () => {
  const LINES = [
    'việc của phòng tôi',
    'cập nhật việc III.5 60%',
    'tắt nhắc việc III.5 đến 31/12 vì chờ',
    'bật lại nhắc việc',
  ];

  it.each<[string, Who | null]>([
    ['a resident', null],
    ['a leader of a neighbourhood', { role: 'leader', unit: null }],
    ['an official of another ward', { ward: OTHER_WARD, unit: STANDING_UNIT }],
  ])('%s reads how to link, and nothing is written', async (_, who) => {
    const chat = await chatOf(who);
    for (const line of LINES) expect(await joined(chat.say(line)), line).toMatch(LINK);
    expect(await titled(LGSP)).toMatchObject({ reported: null, muted: null });
  });

  it('whoever has not linked their chat reads how to, and is answered from the plan otherwise', async () => {
    const chat = await acquaintedChat(service, { start: START, person: 'la' });
    expect(await joined(chat.say('cập nhật việc III.5 60%'))).toMatch(LINK);
    await chat.say('việc nào quá hạn');
    await chat.say('việc 5G ai làm');
    await chat.say('báo cáo việc cống hỏng ngõ 7');
    expect(chat.asked).toEqual(['việc nào quá hạn', 'việc 5G ai làm', 'báo cáo việc cống hỏng ngõ 7']);
  });

  it('another unit of the ward sees it, and writes nothing', async () => {
    const chat = await chatOf({ unit: UNIT });
    const item = await titled(LGSP);
    await work.change(
      item,
      { leads: ['vhxh'], coordinating: [] },
      { act: 'edited', note: null, changes: [] },
      STANDING,
    );
    expect(await joined(chat.say('cập nhật việc III.5 60%'))).toMatch(/không ghi báo cáo được/);
    expect(await joined(chat.say('tắt nhắc việc III.5 đến 31/12 vì chờ'))).toMatch(/Chỉ đơn vị chủ trì/);
    expect(await titled(LGSP)).toMatchObject({ reported: null, muted: null });
    const muted = { until: '2026-12-31', reason: 'chờ' };
    await work.change(await titled(LGSP), { muted }, { act: 'muted', note: null, changes: [] }, STANDING);
    expect(await joined(chat.say('bật lại nhắc việc III.5'))).toMatch(/Chỉ đơn vị chủ trì/);
    expect(await joined(chat.say('bật lại nhắc việc'))).toBe('Không có việc nào đang tạm dừng nhắc.');
    expect((await titled(LGSP)).muted).toEqual(muted);
  });

  it('whoever lost the right between reading back and number 1 writes nothing', async () => {
    const chat = await chatOf({ unit: STANDING_UNIT });
    await chat.say('cập nhật việc III.5 60% đã kết nối LGSP');
    await rights().take(chat.subject);
    expect(await joined(chat.say('1'))).toMatch(LINK);
    expect((await titled(LGSP)).reported).toBeNull();
    const moved = await chatOf({ unit: STANDING_UNIT });
    await moved.say('cập nhật việc III.5 60% đã kết nối LGSP');
    await rights().give(moved.subject, { role: 'official', ward: OTHER_WARD, unit: STANDING_UNIT, group: null }, 'x');
    expect(await joined(moved.say('1'))).toMatch(LINK);
    expect((await titled(LGSP)).reported).toBeNull();
  });
});
