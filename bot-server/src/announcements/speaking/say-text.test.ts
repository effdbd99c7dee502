import { spokenWordsSchema } from '@phuong-so/shared/content/spoken-words';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { readYaml } from '../../adapters/content/yaml-file.ts';
import { sayText } from './say-text.ts';
import { compileSpokenWords, type SpokenWords } from './spoken-words.ts';

let words: SpokenWords;
beforeAll(async () => {
  words = compileSpokenWords(await readYaml('data/spoken-words.yaml', spokenWordsSchema));
});

const ROWS: Record<string, readonly (readonly [written: string, said: string])[]> = {
  'days and years': [
    ['năm 2026', 'năm hai nghìn không trăm hai mươi sáu'],
    ['ngày 29/11/2026', 'ngày hai mươi chín tháng mười một năm hai nghìn không trăm hai mươi sáu'],
    ['29/11/2026', 'ngày hai mươi chín tháng mười một năm hai nghìn không trăm hai mươi sáu'],
    ['ngày 05/4/2027', 'ngày năm tháng tư năm hai nghìn không trăm hai mươi bảy'],
    ['ngày 01-12-2026', 'ngày một tháng mười hai năm hai nghìn không trăm hai mươi sáu'],
    ['ngày 15.8.2026', 'ngày mười lăm tháng tám năm hai nghìn không trăm hai mươi sáu'],
    ['Thứ tư, 25/11', 'Thứ tư, ngày hai mươi lăm tháng mười một'],
    ['dịp lễ 30/4 và 1/5', 'dịp lễ ngày ba mươi tháng tư và ngày một tháng năm'],
    ['Quốc khánh 2/9', 'Quốc khánh ngày hai tháng chín'],
    ['tháng 4', 'tháng tư'],
    ['tháng 11/2026', 'tháng mười một năm hai nghìn không trăm hai mươi sáu'],
    ['tháng 01 năm 2027', 'tháng một năm hai nghìn không trăm hai mươi bảy'],
    ['ngày 21 tháng 5', 'ngày hai mươi mốt tháng năm'],
    ['từ 29/11 đến 2/12', 'từ ngày hai mươi chín tháng mười một đến ngày hai tháng mười hai'],
    ['29/11-2/12', 'ngày hai mươi chín tháng mười một đến ngày hai tháng mười hai'],
    ['giai đoạn 2025-2030', 'giai đoạn hai nghìn không trăm hai mươi lăm đến hai nghìn không trăm ba mươi'],
    ['ngày 31/13/2026', 'ngày ba mươi mốt mười ba hai nghìn không trăm hai mươi sáu'],
    ['sáng thứ 7', 'sáng thứ bảy'],
    ['thứ 2, thứ 4', 'thứ hai, thứ tư'],
    ['T7 và CN', 'thứ bảy và chủ nhật'],
    ['T2, T4, T6 và CN', 'thứ hai, thứ tư, thứ sáu và chủ nhật'],
    ['tối T4', 'tối thứ tư'],
  ],
  'parts of documents': [
    ['mục IV.2', 'mục bốn chấm hai'],
    ['Phụ lục III, mục V.6', 'Phụ lục ba, mục năm chấm sáu'],
    ['(mục III.3).', 'mục ba chấm ba.'],
  ],
  'times of day': [
    ['19 giờ 30', 'mười chín giờ ba mươi phút'],
    ['19h30', 'mười chín giờ ba mươi phút'],
    ['19:30', 'mười chín giờ ba mươi phút'],
    ['19g30', 'mười chín giờ ba mươi phút'],
    ["7h30'", 'bảy giờ ba mươi phút'],
    ['7 giờ 15 phút', 'bảy giờ mười lăm phút'],
    ['19h', 'mười chín giờ'],
    ['19h00', 'mười chín giờ'],
    ['08:00', 'tám giờ'],
    ['8h05', 'tám giờ năm phút'],
    ['lúc 7g', 'lúc bảy giờ'],
    ['từ 7h30 đến 11h', 'từ bảy giờ ba mươi phút đến mười một giờ'],
    ['7h30-11h', 'bảy giờ ba mươi phút đến mười một giờ'],
    ['7:30 – 11:00', 'bảy giờ ba mươi phút đến mười một giờ'],
    ["trong 45'", 'trong bốn mươi lăm phút'],
    ['trực 24/7', 'trực hai mươi tư trên bảy'],
    ['ngày 24/7', 'ngày hai mươi tư tháng bảy'],
    ['24/24 giờ', 'hai mươi tư trên hai mươi tư giờ'],
  ],
  money: [
    ['1.250.000 đồng', 'một triệu hai trăm năm mươi nghìn đồng'],
    ['1.250.000đ', 'một triệu hai trăm năm mươi nghìn đồng'],
    ['50.000 VNĐ', 'năm mươi nghìn đồng'],
    ['50k', 'năm mươi nghìn đồng'],
    ['1,5 triệu đồng', 'một phẩy năm triệu đồng'],
    ['2tr', 'hai triệu'],
    ['50.000đ/hộ/tháng', 'năm mươi nghìn đồng mỗi hộ mỗi tháng'],
    ['24.000 đồng/người', 'hai mươi tư nghìn đồng mỗi người'],
    ['10-15 triệu', 'mười đến mười lăm triệu'],
    ['2 tỷ 500 triệu', 'hai tỷ năm trăm triệu'],
  ],
  'telephones, accounts and codes': [
    ['gọi 0912345678', 'gọi không chín một hai, ba bốn năm, sáu bảy tám'],
    ['0912 345 678', 'không chín một hai, ba bốn năm, sáu bảy tám'],
    ['0912.345.678', 'không chín một hai, ba bốn năm, sáu bảy tám'],
    ['0912-345-678', 'không chín một hai, ba bốn năm, sáu bảy tám'],
    ['+84912345678', 'không chín một hai, ba bốn năm, sáu bảy tám'],
    ['(028) 3822 1234', 'không hai tám ba, tám hai hai, một hai ba, bốn'],
    ['02838221234', 'không hai tám ba, tám hai hai, một hai ba, bốn'],
    ['1900 1234', 'một chín không không, một hai ba bốn'],
    ['19006068', 'một chín không không, sáu không sáu tám'],
    ['gọi 115', 'gọi một một năm'],
    ['tổng đài 1022', 'tổng đài một không hai hai'],
    ['gọi số 113', 'gọi số một một ba'],
    ['tài khoản 123456789', 'tài khoản một hai ba bốn, năm sáu bảy, tám chín'],
    ['Mã kiểm tra: TB-7K2M9', 'Mã kiểm tra: tê bê, bảy ca hai mờ chín'],
  ],
  'numbers, shares and units': [
    ['80%', 'tám mươi phần trăm'],
    ['12,5 %', 'mười hai phẩy năm phần trăm'],
    ['≥ 80%', 'ít nhất tám mươi phần trăm'],
    ['80 - 90%', 'tám mươi đến chín mươi phần trăm'],
    ['5-7 người', 'năm đến bảy người'],
    ['60-80 tuổi', 'sáu mươi đến tám mươi tuổi'],
    ['từ 60+', 'từ sáu mươi trở lên'],
    ['05 hộ', 'năm hộ'],
    ['số 05', 'số không năm'],
    ['1.005 hộ', 'một nghìn không trăm linh năm hộ'],
    ['1/2 số hộ', 'một phần hai số hộ'],
    ['nhà số 12/5', 'nhà số mười hai trên năm'],
    ['hẻm 12/5A', 'hẻm mười hai trên năm A'],
    ['5kg', 'năm ki lô gam'],
    ['100 m2', 'một trăm mét vuông'],
    ['3m³ nước', 'ba mét khối nước'],
    ['40 km/h', 'bốn mươi ki lô mét một giờ'],
    ['37,5°C', 'ba mươi bảy phẩy năm độ xê'],
    ['giấy A4', 'giấy a bốn'],
    ['mạng 5G', 'mạng năm gờ'],
    ['công nghiệp 4.0', 'công nghiệp bốn chấm không'],
    ['2 x 3 m', 'hai nhân ba mét'],
  ],
  'Roman letters': [
    ['quý I năm 2027', 'quý một năm hai nghìn không trăm hai mươi bảy'],
    ['Quý IV/2026', 'Quý bốn năm hai nghìn không trăm hai mươi sáu'],
    ['Đại hội lần thứ XIV', 'Đại hội lần thứ mười bốn'],
    ['khóa XVI', 'khóa mười sáu'],
    ['Phụ lục II', 'Phụ lục hai'],
    ['khu phố V', 'khu phố năm'],
    ['vitamin C', 'vitamin C'],
  ],
  'numbers of papers': [
    ['Nghị quyết 57-NQ/TW', 'Nghị quyết năm mươi bảy của Trung ương'],
    ['Nghị định số 30/2025/NĐ-CP', 'Nghị định số ba mươi năm hai nghìn không trăm hai mươi lăm của Chính phủ'],
    ['Kế hoạch số 43/KH-UBND', 'Kế hoạch số bốn mươi ba của Ủy ban nhân dân'],
    ['theo số 43/KH-UBND', 'theo số bốn mươi ba, kế hoạch của Ủy ban nhân dân'],
    ['Luật số 45/2019/QH14', 'Luật số bốn mươi lăm năm hai nghìn không trăm mười chín của Quốc hội khóa mười bốn'],
    ['Quyết định 06/QĐ-TTg', 'Quyết định sáu của Thủ tướng Chính phủ'],
  ],
  'what is written short': [
    ['UBND phường', 'Ủy ban nhân dân phường'],
    ['UBND P.5', 'Ủy ban nhân dân phường năm'],
    ['P. Sao Mai, TP. Thủ Đức', 'phường Sao Mai, thành phố Thủ Đức'],
    ['Q.1, TP.HCM', 'quận một, thành phố Hồ Chí Minh'],
    ['TDP 5', 'tổ dân phố năm'],
    ['mang CCCD, thẻ BHYT', 'mang căn cước công dân, thẻ bảo hiểm y tế'],
    ['cài VNeID, quét mã QR', 'cài vi en i ai đi, quét mã quy a'],
    ['V/v tiêm chủng', 'về việc tiêm chủng'],
    ['phòng chống COVID-19', 'phòng chống cô vít mười chín'],
    ['CA phường', 'công an phường'],
    ['ông/bà', 'ông bà'],
    ['bàn, ghế v.v.', 'bàn, ghế vân vân'],
    ['KHẨN CẤP: MỜI HỌP TDP 5', 'khẩn cấp: mời họp tổ dân phố năm'],
    ['công ty ABXD', 'công ty a bê xờ dê'],
  ],
  'links and signs': [
    ['Xem tại https://zalo.me/s/123/?p=thong-bao.', 'xem trong ứng dụng.'],
    ['Đăng ký tại: https://a.gov.vn/x?y=1', 'Đăng ký, xem trong ứng dụng'],
    ['Trang dichvucong.gov.vn, mục 3', 'Trang xem trong ứng dụng, mục ba'],
    ['viết cho a.b@c.vn', 'viết cho xem trong ứng dụng'],
    ['Họp 😊 nhé!!', 'Họp nhé!!'],
    ['- Mang giấy mời', 'Mang giấy mời'],
    ['1. Khai mạc', 'Một, Khai mạc'],
    ['"Ngày hội" (lần 2)', 'Ngày hội, lần hai'],
    ['một\n\n\nhai\n- ba', 'một\n\nhai\nba'],
  ],
};

describe.each(Object.entries(ROWS))('%s', (_kind, rows) => {
  test.each(rows)('%j', (written, said) => {
    expect(sayText(written, words)).toBe(said);
  });
});

test('whatever is written, no figure, link or sign that cannot be said is left, and it takes no time', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(...Object.values(ROWS).flatMap((rows) => rows.map(([written]) => written))),
    fc.stringMatching(/^[\d.,/:hđ% -]{1,12}$/),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const said = sayText(pieces.join(' '), words);
      expect(said).not.toMatch(/\p{Nd}|https?:|www\.|[%/@&=<>()_*#]/u);
    }),
    { numRuns: 300 },
  );
  const long = '1'.repeat(1_500);
  const begin = performance.now();
  for (const text of [long, '1.'.repeat(750), '1-'.repeat(750), 'a.'.repeat(750), '0 '.repeat(750), 'x@'.repeat(750)])
    sayText(text, words);
  expect(performance.now() - begin).toBeLessThan(2_000);
});
