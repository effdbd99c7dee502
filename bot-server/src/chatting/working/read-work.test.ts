import type { LanguageData } from '@phuong-so/shared/domain/language';
import { beforeAll, describe, expect, test } from 'vitest';
import { projectLanguage } from '../../../../tests/fixtures/language.ts';
import { readProgress } from './read-progress.ts';
import { isCalled, readTaskName } from './read-task-name.ts';
import { isForOfficialsAlone, readWorkLine } from './read-work-line.ts';

let language: LanguageData;
beforeAll(async () => {
  language = await projectLanguage();
});

describe('a line about work', () => {
  test.each([
    ['việc của phòng tôi', 'list own'],
    ['cho tôi xem việc của phòng tôi với ạ', 'list own'],
    ['viec cua phong toi', 'list own'],
    ['việc nào sắp hết hạn', 'list soon'],
    ['viec nao sap het han a', 'list soon'],
    ['Việc nào quá hạn?', 'list overdue'],
    ['viec nao qua han roi', 'list overdue'],
    ['tuần này phải báo cáo gì', 'reports'],
    ['bao cao nao tre roi', 'reports'],
    ['đơn vị tôi còn nợ báo cáo nào', 'reports'],
    ['tuan nay phai bao cao gi', 'reports'],
    ['việc 5G ai làm', 'who 5G'],
    ['viec 5g ai lam vay', 'who 5g'],
    ['nhiệm vụ kết nối LGSP giao cho ai ạ', 'who kết nối LGSP'],
    ['cập nhật việc III.5 60% đã kết nối LGSP', 'update III.5 60% đã kết nối LGSP'],
    ['cap nhat viec iii.5 60%', 'update iii.5 60%'],
    ['dạ cập nhật tiến độ việc 2.2: xong rồi', 'update 2.2: xong rồi'],
    ['tắt nhắc việc III.5 đến 31/12', 'mute III.5 đến 31/12'],
    ['tat nhac viec iii.5 den 31/12', 'mute iii.5 den 31/12'],
    ['bật lại nhắc việc III.5', 'unmute III.5'],
    ['bat lai nhac viec', 'unmute'],
  ])('%s', (text, expected) => {
    const line = readWorkLine(text, language);
    const { kind: _, what, ...rest } = line ?? { kind: '', what: 'nothing' };
    expect(
      [what, 'of' in rest ? rest.of : 'words' in rest ? rest.words : 'rest' in rest ? rest.rest : ''].join(' ').trim(),
    ).toBe(expected);
  });

  test.each([
    ...[
      'Xin giấy khai sinh ai làm',
      'việc ai làm',
      'Kế hoạch có việc nào quá hạn trong năm 2025 của phòng Kinh tế không',
    ],
    ...['tuần này phường có lớp học gì', 'nhắc việc học', 'bật lại thông báo', 'cập nhật VNeID thế nào'],
    'việc đăng ký kinh doanh hộ gia đình ở tổ dân phố tôi thì phải hỏi ai làm bây giờ',
  ])('%s is something else', (text) => {
    expect(readWorkLine(text, language)).toBeNull();
  });

  test('what no resident would ask is told apart from what they may', () => {
    const alone = (text: string) => {
      const line = readWorkLine(text, language);
      return line !== null && isForOfficialsAlone(line);
    };
    expect(['việc của phòng tôi', 'cập nhật việc III.5 60%', 'tắt nhắc việc 2.2'].map(alone)).toEqual([
      true,
      true,
      true,
    ]);
    expect(['việc nào quá hạn', 'việc 5G ai làm', 'báo cáo việc cống hỏng ngõ 7'].map(alone)).toEqual([
      false,
      false,
      false,
    ]);
  });
});

describe('a task’s number', () => {
  test.each([
    ['III.5 60% đã kết nối', 'III.5', '60% đã kết nối'],
    ['iii.5, xong rồi', 'iii.5', 'xong rồi'],
    ['III 5 60%', 'III.5', '60%'],
    ['số 2.2: xong', '2.2', 'xong'],
    ['V.1-2 đang làm', 'V.1-2', 'đang làm'],
    ['II.2.2.b 40%', 'II.2.2.b', '40%'],
    ['5 xong', '5', 'xong'],
    ['III.5', 'III.5', ''],
    ['60% rồi', null, '60% rồi'],
    ['kết nối LGSP 60%', null, 'kết nối LGSP 60%'],
    ['xong rồi', null, 'xong rồi'],
    ['III 60%', 'III', '60%'],
  ])('%s', (text, name, rest) => {
    expect(readTaskName(text)).toEqual({ name, rest });
  });

  test('a number alone means every task that has it', () => {
    expect(['III.5', 'IV.5', 'III.15', '5', null].map((name) => isCalled(name, '5'))).toEqual([
      true,
      true,
      false,
      true,
      false,
    ]);
    expect([isCalled('III.5', 'iii.5'), isCalled('2.2', '2.2'), isCalled('2.2', '2')]).toEqual([true, true, true]);
  });
});

describe('how far it is', () => {
  const NOTHING = { percent: null, count: null, note: '', obstacle: '' };
  test.each([
    ['60% đã kết nối LGSP', { state: 'in_progress', percent: 60, note: 'đã kết nối LGSP' }],
    ['60 phần trăm', { state: 'in_progress', percent: 60 }],
    ['60 phan tram da ket noi', { state: 'in_progress', percent: 60, note: 'da ket noi' }],
    ['hoàn thành 60%', { state: 'in_progress', percent: 60 }],
    ['xong rồi ạ', { state: 'done' }],
    ['da hoan thanh', { state: 'done' }],
    ['100%', { state: 'done', percent: 100 }],
    ['chưa xong, còn chờ máy chủ', { state: 'in_progress', note: 'chưa xong, còn chờ máy chủ' }],
    ['chưa làm', { state: 'not_started' }],
    [
      'không còn phù hợp vì đã có hệ thống của thành phố',
      { state: 'not_applicable', note: 'không còn phù hợp vì đã có hệ thống của thành phố' },
    ],
    ['chậm, vướng kinh phí', { state: 'late', obstacle: 'vướng kinh phí' }],
    [
      'đã mở 12/15 lớp học',
      { state: 'in_progress', count: { value: 12, of: 15, what: 'lớp học' }, note: 'đã mở 12/15 lớp học' },
    ],
    ['họp ngày 5/12 xong', { state: 'done', note: 'họp ngày 5/12 xong' }],
    ['gọi anh Hai 0912345678 để hỏi', { state: 'in_progress', note: expect.not.stringContaining('0912345678') }],
  ])('%s', (text, expected) => {
    expect(readProgress(text, language)).toEqual({ kind: 'said', said: { ...NOTHING, ...expected } });
  });

  test('nothing, and more than a hundred', () => {
    expect(readProgress('', language)).toEqual({ kind: 'nothing' });
    expect(readProgress('160%', language)).toEqual({ kind: 'beyond' });
  });
});
