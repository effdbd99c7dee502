import { describe, expect, it } from 'vitest';
import { readRequest } from '../../bot-server/src/scam-check/read-request.ts';
import { replyToReport } from '../../bot-server/src/scam-check/reply-to-report.ts';
import { projectScamSigns } from '../fixtures/scam-signs.ts';

const signs = await projectScamSigns();

describe('a request to check a message', () => {
  it.each([
    'kiểm tra tin nhắn này',
    'tin nhan nay co lua dao khong',
    'Bác nhờ kiểm tra giúp tin này với ạ',
    'Tin này có phải lừa đảo không?',
    'ad ơi cho hỏi tin nhắn này thật hay giả',
  ])('without the message asks for it: %s', (text) => {
    expect(readRequest(text, signs)).toEqual({ isAsked: true, message: null });
    expect(replyToReport(text, signs, null)).toMatchObject({ outcome: 'clarify' });
  });

  it('is parted from the message, before it or after it', () => {
    const message = 'Lịch cắt điện ngày 27 từ 7h đến 11h';
    for (const text of [`tin này có phải lừa đảo không: ${message}`, `"${message}" - tin này có thật không?`])
      expect(readRequest(text, signs)).toEqual({ isAsked: true, message });
  });

  it('a question on the plan is none', () => {
    for (const text of ['Phường có dạy bà con tránh lừa đảo không', 'kế hoạch này có đáng tin không'])
      expect(readRequest(text, signs).isAsked).toBe(false);
  });
});

describe('the reply', () => {
  const of = (text: string, code: string | null = null) => replyToReport(text, signs, code).text;

  it('names at most three signs, what to do and where to report', () => {
    const text = of('Công an đây, đọc mã OTP, chuyển 20 triệu, đừng nói với ai, sẽ bị khóa trong 2 giờ');
    expect(text).toMatch(/^Hãy cẩn thận, đây rất có thể là lừa đảo\.\nDấu hiệu: đòi mã OTP/);
    expect(text.match(/;/g)).toHaveLength(2);
    expect(text).toMatch(/Công an phường[\s\S]*113/);
    expect(text.length).toBeLessThanOrEqual(1200);
  });

  it('never repeats an address, which a chat would make a link of', () => {
    expect(of('Bấm https://vneid-vidu000.top/a để nhận quà')).not.toMatch(/vidu000|https?:/);
  });

  it('without signs says that none is known, never that the message is safe', () => {
    const text = of('tin này có phải lừa đảo không: mai 9h tổ mình quét dọn ngõ nhé');
    expect(text).toMatch(/^Chưa thấy dấu hiệu.*chưa có nghĩa/);
    expect(text).not.toMatch(/an toàn|yên tâm/);
    expect(text).toMatch(/Đừng bấm đường link/);
  });

  it('to a report without words of a message warns all the same', () => {
    expect(of('có ai đó cứ làm phiền bác qua mạng')).toMatch(/^Hãy cẩn thận, đây có thể là lừa đảo/);
  });

  it('points to the check of announcements when the message carries a code of one', () => {
    expect(of('kiểm tra tin này: Mời họp tổ dân phố tối thứ Bảy. TB-7K2M9', 'TB-7K2M9')).toContain('mã TB-7K2M9');
  });
});
