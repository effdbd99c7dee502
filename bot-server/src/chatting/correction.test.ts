import { describe, expect, it } from 'vitest';
import { projectLanguage } from '../../../tests/fixtures/language.ts';
import { amend, readCorrection } from './correction.ts';

const language = await projectLanguage();

describe('a typed correction', () => {
  it.each<[string, string]>([
    ['à nhầm, ý tôi là hạn nộp báo cáo', 'hạn nộp báo cáo'],
    ['a nham y toi la phong kinh te', 'phong kinh te'],
    ['sửa lại: ai ký kế hoạch', 'ai ký kế hoạch'],
    ['*2030', '2030'],
    ['* phòng Kinh tế *', 'phòng Kinh tế '],
    ['xin lỗi, viết nhầm, 5G', '5G'],
    ['à nhầm', ''],
  ])('%s → “%s”', (text, rest) => {
    expect(readCorrection(text, language)).toBe(rest);
  });

  it.each([
    'sửa lại đường ống khi nào xong',
    'phường có nhầm phụ lục không',
    'nhầm lẫn số liệu thì báo ai',
    '***',
    'ai ký',
  ])('is not “%s”', (text) => {
    expect(readCorrection(text, language)).toBeNull();
  });

  it.each<[string, string, string | null]>([
    ['Phòng Văn hóa - Xã hội làm những việc gì?', 'công an phường', 'công an phường làm những việc gì?'],
    ['phủ sóng 5G năm 2025 là bao nhiêu', 'năm 2030', 'phủ sóng 5G năm 2030 là bao nhiêu'],
    ['phu song 5G nam 2025 la bao nhieu', '2030', 'phu song 5G nam 2030 la bao nhieu'],
    ['chỉ tiêu 4G là bao nhiêu', '5G', 'chỉ tiêu 5G là bao nhiêu'],
    ['ai ký kế hoạch', 'chuyển đổi', null],
  ])('%s, %s', (before, words, amended) => {
    expect(amend(before, words, false, language)).toBe(amended);
  });

  it('that is a question takes the place of the whole line', () => {
    expect(amend('ai ký kế hoạch', 'hạn nộp khi nào', true, language)).toBe('hạn nộp khi nào');
  });
});
