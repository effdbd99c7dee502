import { describe, expect, it } from 'vitest';
import { cleanQuestion } from '../../bot-server/src/understanding/clean-question.ts';
import { CueReading } from '../../bot-server/src/understanding/cue-reading.ts';
import { resolveWards } from '../../bot-server/src/understanding/resolve-wards.ts';
import { projectLanguage } from '../fixtures/language.ts';

const language = await projectLanguage();
const WARDS = [
  { key: 'sao-mai', name: 'phường Sao Mai' },
  { key: 'binh-minh', name: 'phường Bình Minh' },
  { key: 'khong-ten', name: null },
];
function resolve(own: string | null, text: string) {
  const question = cleanQuestion(text, language);
  return resolveWards(own, question, new CueReading(question, language), WARDS);
}

describe('whose plan answers', () => {
  it('is the asker’s own ward unless another is named', () => {
    expect(resolve('sao-mai', 'ai ky ke hoach')).toMatchObject({ asked: ['sao-mai'], compare: false });
    expect(resolve('sao-mai', 'o phuong binh minh thi ai ky')).toMatchObject({ asked: ['binh-minh'] });
    expect(resolve('sao-mai', 'kế hoạch p BM ai ký')).toMatchObject({ asked: ['binh-minh'] });
  });

  it('is both when the question compares', () => {
    expect(resolve('sao-mai', 'Phường tôi và phường Bình Minh, bên nào sớm hơn?')).toMatchObject({
      asked: ['sao-mai', 'binh-minh'],
      compare: true,
    });
    expect(resolve('sao-mai', 'o sao mai nhung toi muon hoi ben phuong binh minh')).toMatchObject({
      asked: ['binh-minh'],
    });
  });

  it('is both when the second is set against the first', () => {
    const text =
      'Tôi chuyển từ Sao Mai sang Bình Minh. Nguồn tiền ở Bình Minh lấy từ đâu, còn ở Sao Mai thì phòng nào lo?';
    expect(resolve('sao-mai', text)).toMatchObject({ asked: ['sao-mai', 'binh-minh'], compare: true });
  });

  it('is one’s own when the question comes back to it after another', () => {
    const text = 'Bạn tôi ở phường Bình Minh bảo tháng 11, tôi ở Sao Mai, vậy chỗ tôi nộp ngày nào?';
    expect(resolve('sao-mai', text)).toMatchObject({ asked: ['sao-mai'], compare: false });
  });

  it('is asked for when nobody knows it, and a ward that is not ours is said to be none', () => {
    expect(resolve(null, 'ai ký kế hoạch')).toEqual({ kind: 'ask' });
    expect(resolve('sao-mai', 'phường Trăng Rằm ai ký kế hoạch')).toEqual({
      kind: 'unknown',
      name: 'phường Trăng Rằm',
    });
  });

  it('takes no words in capitals for a ward', () => {
    expect(resolve('sao-mai', 'AI KÝ KẾ HOẠCH CỦA PHƯỜNG NÀY VẬY')).toMatchObject({ asked: ['sao-mai'] });
    expect(resolve('sao-mai', 'cán bộ phường VNeID mức 2')).toMatchObject({ asked: ['sao-mai'] });
  });

  it('does not doubt the name that people give a ward whose plan has none', () => {
    expect(resolve('khong-ten', 'phường Trăng Rằm ai ký kế hoạch')).toMatchObject({ asked: ['khong-ten'] });
  });
});
