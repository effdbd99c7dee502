import { mkdirSync, writeFileSync } from 'node:fs';
import { cp, mkdtemp } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Answer } from '@phuong-so/shared/domain/answer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readLibrary } from '../../bot-server/src/adapters/content/read-library.ts';
import { randomIds } from '../../bot-server/src/adapters/ids/random-ids.ts';
import type { Service } from '../../bot-server/src/app/compose.ts';
import { answerQuestion } from '../../bot-server/src/flows/answer-question.ts';
import type { Library } from '../../bot-server/src/ports/library.ts';
import { realService } from '../fixtures/real-service.ts';

let service: Service;
beforeAll(async () => {
  service = await realService();
});
afterAll(() => service.close());

const WARD = 'hoang-mai';
function ask(question: string, ward: string | null = WARD, conversationId: string | null = null): Promise<Answer> {
  return service.answer({ ward, role: 'resident', unit: null, question, conversationId });
}
const firstOf = ({ citations }: Answer) => citations[0]?.documentId ?? null;

/** Every quote is an exact piece of the file that it names, in collapsed form. */
function expectTrueQuotes({ citations }: Answer): void {
  const { source } = service.library.current();
  for (const { source: kind, document, quote } of citations) {
    if (kind !== 'service' && kind !== 'course') continue;
    expect(quote.length).toBeGreaterThanOrEqual(15);
    expect(source(document)).toContain(quote);
  }
}

describe('a procedure', () => {
  it.each([
    ['lam giay khai sinh cho con can gi', 'dang-ky-khai-sinh'],
    ['mất căn cước làm lại ở đâu', 'the-can-cuoc'],
    ['xin xổ hộ ngèo', 'ho-ngheo'],
    ['dang ky tam tru', 'dang-ky-tam-tru'],
  ])('is found by everyday words: %s', async (question, id) => {
    const answer = await ask(question);
    expect(answer.outcome).toBe('answered');
    expect(firstOf(answer)).toBe(id);
    expect(answer.citations[0]).toMatchObject({ source: 'service', ward: WARD, document: `data/services/${id}.md` });
    expectTrueQuotes(answer);
  });

  it('gives an overview that fits a chat, with its legal basis and the day on which it was checked', async () => {
    const answer = await ask('Đăng ký tạm trú làm thế nào?');
    for (const part of ['Ai làm được', 'Giấy tờ', 'Nơi nộp', 'Thời gian', 'Lệ phí', 'Căn cứ: Luật Cư trú'])
      expect(answer.text).toContain(part);
    expect(answer.text).toContain('Thông tin kiểm tra ngày 18/7/2026.');
    expect(answer.text.length).toBeLessThanOrEqual(1_200);
    expect(answer.suggestions).toContain('Các bước làm trên mạng: Đăng ký tạm trú');
  });

  it('tells the part that is asked for first, and whole', async () => {
    const answer = await ask('đăng ký tạm trú hết bao nhiêu tiền');
    expect(answer.text.split('\n')[1]).toMatch(/^- Lệ phí: 15\.000 đồng nộp trực tiếp, 7\.000 đồng nộp trên mạng\./);
    expect(answer.text).not.toContain('Giấy tờ cần có');
  });

  it('says of what nobody verified that it is not verified, and guesses nothing', async () => {
    const answer = await ask('làm sổ đỏ lần đầu mất bao lâu');
    expect(answer.text).toContain('hỏi lại Trung tâm Phục vụ hành chính công của phường');
    expect(answer.text).not.toMatch(/ngày làm việc/);
  });

  it('is answered for no ward in particular with the common facts, and says so', async () => {
    const answer = await ask('tách khẩu cần giấy tờ gì', null);
    expect(answer.citations[0]).toMatchObject({ source: 'service', ward: null, documentId: 'tach-ho' });
    expect(answer.text).toContain('hướng dẫn chung');
  });

  it('names what the ward’s own plan commits itself to about filing online, and quotes the plan for it', async () => {
    const answer = await ask('Đăng ký tạm trú', 'nguyen-dai-nang');
    const fromPlan = answer.citations.find(({ source }) => source === 'plan');
    expect(answer.text).toMatch(/Kế hoạch của phường đặt chỉ tiêu: .*trực tuyến/i);
    expect(fromPlan).toMatchObject({ source: 'plan', ward: 'nguyen-dai-nang' });
  });

  it('that every title, name on a button and offered part leads back to', async () => {
    const { services } = service.library.current();
    for (const { id, title } of services(WARD).filter((_, at) => at % 6 === 0)) {
      const overview = await ask(title);
      expect(firstOf(overview), title).toBe(id);
      for (const suggestion of overview.suggestions) expect(firstOf(await ask(suggestion)), suggestion).toBe(id);
    }
  });
});

describe('what is not answered from a file', () => {
  it('is a procedure that no file covers, though another has its words', async () => {
    for (const question of ['gia hạn hộ chiếu ở đâu', 'nhan con nuoi can giay to gi', 'mở công ty nộp hồ sơ ở đâu']) {
      const answer = await ask(question);
      expect(answer.outcome, question).toBe('not_found');
      expect(answer.citations, question).toEqual([]);
      expect(answer.text, question).not.toMatch(/\d/);
    }
  });

  it('is a question about the plan, whatever procedure it names', async () => {
    for (const question of [
      'kế hoạch nói gì về dịch vụ công trực tuyến',
      'chỉ tiêu người dân có chữ ký số là bao nhiêu',
      'ai chủ trì việc cấp căn cước trong kế hoạch',
    ]) {
      const answer = await ask(question);
      expect(
        answer.citations.filter(({ source }) => source !== 'plan'),
        question,
      ).toEqual([]);
    }
  });

  it('is danger: the numbers to call come first', async () => {
    const answer = await ask('cháy nhà tôi rồi, giấy phép xây dựng cũng cháy');
    expect(answer.outcome).toBe('handoff');
    expect(answer.text).toMatch(/^Nếu đang nguy hiểm, bạn gọi ngay: 113/);
  });
});

describe('words that fit several procedures', () => {
  it('are asked about once, with the difference; the choice typed back is answered', async () => {
    const answer = await ask('xin bản sao giấy khai sinh');
    expect(answer.outcome).toBe('clarify');
    expect(answer.text.match(/\?/g)).toHaveLength(1);
    expect(answer.text).toContain('có bản chính trong tay');
    expect(answer.suggestions).toContain('Chứng thực bản sao từ bản chính ("sao y")');
    const ids = await Promise.all(answer.suggestions.map(async (choice) => firstOf(await ask(choice))));
    expect(ids).toEqual(expect.arrayContaining(['chung-thuc-ban-sao', 'ban-sao-trich-luc-ho-tich']));
  });

  it('are answered where the words decide', async () => {
    expect(firstOf(await ask('sao y bản chính giấy khai sinh'))).toBe('chung-thuc-ban-sao');
    expect(firstOf(await ask('trích lục khai sinh từ sổ hộ tịch'))).toBe('ban-sao-trich-luc-ho-tich');
  });
});

describe('a life event', () => {
  it.each([
    ['nhà tôi mới có em bé', 'lien-thong-khai-sinh'],
    ['nguoi than mat thi lam gi', 'lien-thong-khai-tu'],
    ['sắp chuyển nhà', 'dang-ky-thuong-tru'],
    ['sắp 60 tuổi', 'huu-tri-xa-hoi'],
  ])('lists its procedures in order, each a choice: %s', async (question, first) => {
    const answer = await ask(question);
    expect(answer.outcome).toBe('answered');
    expect(answer.suggestions.length).toBeGreaterThan(2);
    expect(firstOf(answer)).toBe(first);
    expect(answer.text).not.toMatch(/^\d+\. /m);
    expectTrueQuotes(answer);
    expect(firstOf(await ask(answer.suggestions[1] ?? ''))).not.toBeNull();
  });
});

describe('a course', () => {
  it.each([
    ['học dùng VNeID', 'vneid-cho-nguoi-moi'],
    ['tôi muốn học thanh toán điện thoại', 'thanh-toan-khong-tien-mat'],
    ['day toi cach nhan ra lua dao', 'nhan-ra-lua-dao'],
  ])('is found by who wants to learn, with how to begin: %s', async (question, id) => {
    const answer = await ask(question);
    expect(answer.citations[0]).toMatchObject({ source: 'course', ward: WARD, documentId: id });
    expect(answer.citations[0]?.document).toMatch(new RegExp(`^data/courses/${id}/`));
    expect(answer.suggestions[0]).toMatch(/^Bắt đầu học: /);
    expect(answer.text).toMatch(/\d+ phút/);
    expectTrueQuotes(answer);
  });
});

describe('a conversation', () => {
  it('goes on about the procedure until another is named', async () => {
    const talk = 'library-talk';
    await ask('đăng ký kết hôn', WARD, talk);
    const fee = await ask('lệ phí bao nhiêu', WARD, talk);
    expect(firstOf(fee)).toBe('dang-ky-ket-hon');
    expect(fee.text).toContain('Lệ phí');
    expect(firstOf(await ask('cần giấy tờ gì', WARD, talk))).toBe('dang-ky-ket-hon');
    expect(firstOf(await ask('còn tách hộ thì cần giấy tờ gì', WARD, talk))).toBe('tach-ho');
    expect(firstOf(await ask('làm ở đâu', WARD, talk))).toBe('tach-ho');
  });

  it('does not lean on anything before it was about a procedure', async () => {
    expect(firstOf(await ask('lệ phí bao nhiêu', WARD, 'new-talk'))).toBeNull();
  });
});

describe('a ward’s own facts', () => {
  let library: Library;
  beforeAll(async () => {
    const dataDir = path.join(await mkdtemp(path.join(os.tmpdir(), 'library-')), 'data');
    await cp('data', dataDir, { recursive: true });
    const folder = path.join(dataDir, 'wards', WARD, 'services');
    mkdirSync(folder, { recursive: true });
    const own =
      'fee: "Phường này thu 9.000 đồng mỗi hồ sơ."\nsources: [{ name: Thông báo của phường, checked: 2026-11-01 }]\n';
    writeFileSync(path.join(folder, 'tach-ho.yaml'), own);
    library = await readLibrary(dataDir);
  });

  it('win, and are quoted from the ward’s file; what it leaves alone is quoted from the common one', async () => {
    const { clock, memory, language, scamSigns } = service;
    const deps = { index: service.index.current(), library, clock, ids: randomIds, memory, language, scamSigns };
    const request = { role: 'resident', unit: null, conversationId: null } as const;
    const answer = await answerQuestion(deps, { ...request, ward: WARD, question: 'tách hộ lệ phí và thời gian' });
    expect(answer.text).toContain('9.000 đồng');
    const named = answer.citations.map(({ document }) => document);
    expect(named[0]).toBe(`data/wards/${WARD}/services/tach-ho.yaml`);
    expect(named).toContain('data/services/tach-ho.md');
    const other = await answerQuestion(deps, { ...request, ward: 'yen-hoa', question: 'tách hộ lệ phí' });
    expect(other.text).not.toContain('9.000');
  });
});
