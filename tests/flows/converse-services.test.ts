import type { Answer } from '@phuong-so/shared/domain/answer';
import type { Service as Procedure } from '@phuong-so/shared/domain/library';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Service } from '../../bot-server/src/app/compose.ts';
import { acquaintedChat, LIBRARY, type PlayedSettings } from '../fixtures/chat.ts';
import { realService } from '../fixtures/real-service.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let service: Service;
beforeAll(async () => {
  service = await realService();
});
afterAll(() => service.close());

const DEED: Procedure = {
  ...{ id: 'lam-giay-mau', title: 'Làm giấy mẫu', summary: 'Giấy để thử', field: 'Giấy thử', codes: [], also: [] },
  ...{
    situations: [],
    who: 'Người có nhà.',
    result: 'Giấy mẫu',
    mistakes: ['Quên ký tên.'],
    lookAlikes: [],
    related: [],
  },
  papers: [
    { name: 'Đơn xin', original: true, note: null },
    { name: 'Bản chụp sổ', original: false, note: 'Chụp rõ **cả hai mặt**.' },
    { name: 'Giấy hẹn', original: null, note: null },
  ],
  stepsOnline: ['Mở trang.', 'Điền mẫu:\n1. họ tên\n2. ngày sinh', 'Gửi đi.'],
  stepsCounter: ['Mang giấy đến quầy.'],
  ...{ where: 'Quầy số **2**.', time: null, fee: '12.345 đồng mỗi bản.', legal: ['Luật Mẫu 1/2026'] },
  sources: [{ name: 'Trang mẫu', url: null, checked: '2026-07-08' }],
  ...{ checked: '2026-07-08', caution: null },
};
const OTHER: Procedure = { ...DEED, id: 'lam-giay-khac', title: 'Làm giấy khác', papers: [], stepsOnline: [] };

/** The answering step has found this procedure. */
function answerAbout({ id, title }: Procedure): Answer {
  const citation = { source: 'service' as const, ward: null, document: title, section: 'Lệ phí', sectionId: null };
  return {
    ...{ id: 'a', outcome: 'answered', text: `${title}: câu trả lời.`, items: [], suggestions: [], asOf: '2026-11-21' },
    ...{ generated: false, tookMs: 0, citations: [{ ...citation, quote: '12.345 đồng mỗi bản.', documentId: id }] },
  };
}

function play(settings: PlayedSettings = {}) {
  return acquaintedChat(service, {
    library: { ...LIBRARY, services: () => [DEED, OTHER] },
    answers: (question) => (question === 'lam giay mau the nao' ? answerAbout(DEED) : null),
    ...settings,
  });
}

const only = (texts: readonly string[]): string => {
  expect(texts).toHaveLength(1);
  return texts[0] ?? '';
};

describe('after an answer about a procedure', () => {
  it('its parts are offered by number, and a part that it has not is not', async () => {
    const chat = await play();
    expect(only(await chat.say('lam giay mau the nao'))).toMatch(
      /Gõ số để xem tiếp:\n1\. Giấy tờ cần mang\n2\. Các bước làm trên mạng\n3\. Các bước làm tại quầy\n4\. Nơi làm, thời gian, lệ phí\n5\. Đi một lần là xong$/,
    );
    const other = await play({ answers: () => answerAbout(OTHER) });
    expect(only(await other.say('lam giay khac the nao'))).toMatch(
      /:\n1\. Các bước làm tại quầy\n2\. Nơi làm, thời gian, lệ phí$/,
    );
  });

  it('every fact stands as the file has it, and what is not known is to be asked for', async () => {
    const chat = await play();
    await chat.say('lam giay mau the nao');
    const papers = only(await chat.say('1'));
    expect(papers).toContain(
      '- Đơn xin (bản chính)\n- Bản chụp sổ (không cần bản chính). Chụp rõ cả hai mặt.\n- Giấy hẹn\n',
    );
    expect(papers).toContain('hỏi lại Trung tâm Phục vụ hành chính công');
    expect(papers).toContain('Nguồn: Trang mẫu. Thông tin kiểm tra ngày 8/7/2026.');
    const where = only(await chat.say('nơi làm, thời gian, lệ phí'));
    expect(where).toContain('Nơi làm: Quầy số 2.');
    expect(where).toContain('Lệ phí: 12.345 đồng mỗi bản.');
    expect(where).toContain('Bao lâu có kết quả: hỏi lại Trung tâm Phục vụ hành chính công.');
    expect(where).toContain('Căn cứ: Luật Mẫu 1/2026');
  });

  it('the steps come one a message, “tiếp” goes on, and the other parts are offered with the last', async () => {
    const chat = await play();
    await chat.say('lam giay mau the nao');
    expect(only(await chat.say('2'))).toMatch(/bước 1\/3:\n\nMở trang\.\n\nNhắn TIẾP/);
    const second = only(await chat.say('tiếp'));
    expect(second).toMatch(/bước 2\/3:\n\nĐiền mẫu:\n1\) họ tên\n2\) ngày sinh\n/);
    expect(chat.sent.at(-1)?.choices).toEqual(['Tiếp']);
    expect(only(await chat.say('xong rồi cháu'))).toMatch(/bước 3\/3/);
    expect(only(await chat.say('quay lại'))).toMatch(/bước 2\/3/);
    await chat.say('tiếp');
    const last = only(await chat.say('ok'));
    expect(last).toMatch(/Chỗ hay nhầm:\n- Quên ký tên\.\n[\s\S]*Gõ số để xem tiếp:\n1\. Giấy tờ cần mang/);
    expect(only(await chat.say('tiếp'))).toMatch(/gõ một trong các số/);
  });

  it('the numbers of the parts mean the same in the middle of one', async () => {
    const chat = await play();
    await chat.say('lam giay mau the nao');
    await chat.say('2');
    expect(only(await chat.say('3'))).toMatch(/tại quầy, bước 1\/1/);
    expect((await chat.say('5'))[0]).toMatch(/^ĐI MỘT LẦN LÀ XONG/);
    expect(only(await chat.say('2'))).toMatch(/trên mạng, bước 1\/3/);
  });

  it('the check list is one message to hand on, with the ward’s hours where they are known', async () => {
    const profile = service.index.current().ward('nguyen-dai-nang');
    const contact = { address: '1 Đường Mẫu', hours: '7h30 đến 16h30' };
    const index = {
      wards: () => service.index.current().wards(),
      ward: () => profile && { ...profile, profile: { ...profile.profile, contact } },
    };
    for (const settings of [{}, { index }]) {
      const chat = await play(settings);
      await chat.say('lam giay mau the nao');
      const [list = '', after = ''] = await chat.say('5');
      expect(list).toMatch(/^ĐI MỘT LẦN LÀ XONG: Làm giấy mẫu\nMang theo:\n☐ Đơn xin \(bản chính\)\n/);
      expect(list).not.toMatch(/Gõ số|TIẾP/);
      expect(list.includes('Giờ làm việc: 7h30 đến 16h30')).toBe('index' in settings);
      expect(after).toMatch(/chuyển tiếp cho người nhà[\s\S]*\n1\. Giấy tờ cần mang/);
    }
  });

  it('a question in between is answered, and “tiếp” comes back to the step', async () => {
    const chat = await play();
    await chat.say('lam giay mau the nao');
    await chat.say('2');
    await chat.say('tiếp');
    const between = only(await chat.say('ai ký kế hoạch này?'));
    expect(between).toContain('ký ban hành');
    expect(between).toMatch(/\n\nNhắn TIẾP để quay lại phần thủ tục\.$/);
    expect(only(await chat.say('tiếp'))).toMatch(/bước 2\/3/);
    expect(only(await chat.say('tiếp'))).toMatch(/bước 3\/3/);
  });

  it('0 calls an official in the middle, and a long silence ends it', async () => {
    const chat = await play();
    await chat.say('lam giay mau the nao');
    await chat.say('2');
    expect(only(await chat.say('0'))).toMatch(/Cán bộ phường đọc được/);
    expect(await chat.say('tiếp')).toEqual([]);
    const other = await play();
    await other.say('lam giay mau the nao');
    await other.say('2');
    other.clock.advance(13 * HOUR);
    expect(only(await other.say('tiếp'))).toMatch(/^Tôi giúp được những việc sau/);
  });
});

describe('a procedure found by everyday words', () => {
  it('leads to its parts, and its look-alikes are told apart by number', async () => {
    const chat = await acquaintedChat(service);
    const which = only(await chat.say('dang ky cu tru'));
    const number = /(\d)\. Đăng ký tạm trú/.exec(which)?.[1] ?? '';
    expect(which).toMatch(/1\. .*\n2\. /);
    const answer = only(await chat.say(number));
    expect(answer).toMatch(
      /:\n1\. Giấy tờ cần mang\n2\. Các bước làm trên mạng\n3\. Các bước làm tại quầy\n[\s\S]*5\. Đi một lần là xong$/,
    );
    expect(only(await chat.say('tiếp'))).toMatch(/một trong các số/);
    expect(only(await chat.say('1'))).toMatch(/^Đăng ký tạm trú\nGiấy tờ cần mang:\n- Tờ khai thay đổi/);
  });
});

describe('“thủ tục hay hỏi”', () => {
  it('leads over the field to every procedure, and no screen is longer than a message', {
    timeout: 60_000,
  }, async () => {
    const chat = await acquaintedChat(service, { questionsPerMinute: 1_000 });
    const fields = only(await chat.say('thủ tục hay hỏi'));
    const labels = [...fields.matchAll(/^\d+\. (.+)$/gm)].map((match) => match[1]);
    const services = LIBRARY.services('nguyen-dai-nang');
    expect(labels).toEqual([...new Set(services.map(({ field }) => field))]);
    const inFirst = services.filter(({ field }) => field === labels[0]);
    expect(only(await chat.say('1'))).toContain(`\n${inFirst.length}. ${inFirst.at(-1)?.title}`);
    const overview = only(await chat.say('cái đầu tiên'));
    expect(overview).toContain(inFirst[0]?.title);
    expect(overview).toMatch(/Nguồn: /);
  });

  it('reads every procedure of the library through to the end', { timeout: 120_000 }, async () => {
    const long: string[] = [];
    for (const { id, title } of LIBRARY.services('nguyen-dai-nang')) {
      const chat = await acquaintedChat(service, {
        questionsPerMinute: 1_000,
        answers: () => answerAbout({ ...DEED, id }),
      });
      const offered = only(await chat.say('thu tuc nay the nao'));
      for (const [, number = '', label] of offered.matchAll(/^(\d)\. (.+)$/gm)) {
        await chat.say('thu tuc nay the nao');
        let said = await chat.say(number);
        for (let page = 0; page < 20 && said.at(-1)?.includes('Nhắn TIẾP'); page += 1) said = await chat.say('tiếp');
        expect(said.at(-1), `${title}: ${label}`).not.toContain('Nhắn TIẾP');
      }
      const room = (text: string) => (text.startsWith('ĐI MỘT LẦN') ? 1_500 : 800);
      long.push(...chat.sent.map(({ text }) => text).filter((text) => text.length > room(text)));
      expect(
        chat.sent.some(({ text }) => /\*\*|null|undefined/.test(text)),
        title,
      ).toBe(false);
    }
    expect(long).toEqual([]);
  });
});
