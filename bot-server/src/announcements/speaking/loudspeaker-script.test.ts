import { spokenWordsSchema } from '@phuong-so/shared/content/spoken-words';
import { beforeAll, expect, test } from 'vitest';
import { readYaml } from '../../adapters/content/yaml-file.ts';
import { loudspeakerScript, type ScriptParts } from './loudspeaker-script.ts';
import { compileSpokenWords, type SpokenWords } from './spoken-words.ts';

let words: SpokenWords;
beforeAll(async () => {
  words = compileSpokenWords(await readYaml('data/spoken-words.yaml', spokenWordsSchema));
});

const MEETING: ScriptParts = {
  ...{ title: 'Họp TDP 5 quý IV/2026', sender: 'Tổ trưởng tổ dân phố 5', ward: 'phường Sao Mai', code: 'TB-7K2M9' },
  body: 'Mời bà con đến họp.\n- Mang CCCD; thu 50.000đ/hộ\n- Xem tại https://zalo.me/s/1/?p=thong-bao',
  event: { startsAt: Date.parse('2026-11-25T19:30:00+07:00'), place: 'Nhà văn hóa, số 12/5' },
  ...{ groups: ['Tổ dân phố 5'], corrects: false, emergency: false, attachment: null, link: null },
  ...{ asks: 'none', demo: false },
};

test('the whole, word for word: greeting, twice the same, closing with the office and the code', () => {
  const said = [
    'Tổ trưởng tổ dân phố năm, phường Sao Mai xin thông báo: Họp tổ dân phố năm quý bốn năm hai nghìn không trăm hai mươi sáu.',
    'Mời bà con đến họp.',
    'Mang căn cước công dân, thu năm mươi nghìn đồng mỗi hộ.',
    'Xem trong ứng dụng.',
    'Thời gian: mười chín giờ ba mươi phút, thứ tư, ngày hai mươi lăm tháng mười một năm hai nghìn không trăm hai mươi sáu.',
    'Địa điểm: Nhà văn hóa, số mười hai trên năm.',
  ];
  expect(loudspeakerScript(MEETING, words).split('\n')).toEqual([
    ...['[Đọc chậm, rõ. Lần thứ nhất]', 'Kính thưa bà con tổ dân phố năm, phường Sao Mai!', ...said, ''],
    ...['[Nghỉ một lát. Lần thứ hai]', 'Xin nhắc lại thông báo.', ...said, ''],
    'Trên đây là thông báo của Tổ trưởng tổ dân phố năm, phường Sao Mai. Mã kiểm tra trong ứng dụng Phường Số: tê bê, bảy ca hai mờ chín.',
    'Xin cảm ơn bà con đã lắng nghe.',
  ]);
});

test('says what is urgent, what corrects, what is asked and what is beside; what is made up is not to be read', () => {
  const parts = {
    ...MEETING,
    corrects: true,
    emergency: true,
    attachment: 'pdf',
    asks: 'attending',
    demo: true,
  } as const;
  const script = loudspeakerScript({ ...parts, groups: [], event: null }, words);
  expect(script).toMatch(/^\[DỮ LIỆU MINH HỌA/);
  expect(script).toContain('Kính thưa bà con toàn phường Sao Mai!');
  expect(script.match(/xin thông báo khẩn:/g)).toHaveLength(2);
  for (const sentence of ['Đây là đính chính', 'Tệp kèm theo, xem trong ứng dụng', 'trả lời có tham gia hay không'])
    expect(script.split(sentence), sentence).toHaveLength(3);
  expect(script).not.toContain('Thời gian');
});

test('a ward that nobody has named is not given a name', () => {
  const script = loudspeakerScript({ ...MEETING, ward: null, groups: [] }, words);
  expect(script).toContain('Kính thưa bà con toàn phường!');
  expect(script).toContain('thông báo của Tổ trưởng tổ dân phố năm. Mã');
});
