import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { LibraryHolder } from './library-holder.ts';
import { readLibrary } from './read-library.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'library-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(file: string, text: string): string {
  const place = path.join(folder, file);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, text);
  return place;
}

const HEAD = `title: Đăng ký mẫu
summary: Để thử
field: Hộ tịch
codes: ["1.000001"]
also: [mẫu]
who: Mọi người
papers:
  - { name: Tờ khai, original: no }
time: 3 ngày làm việc.
fee: 8.000 đồng mỗi bản.
result: null
mistakes: [Quên ký.]
sources:
  - { name: Cổng, checked: 2026-07-18 }
confidence: recent
`;
const BODY = `
## Làm trên mạng
1. Mở trang.
2. Điền mẫu:
   - họ tên
   - ngày sinh

## Nộp ở đâu
Ở **phường**.

Hoặc trên mạng.
`;
const service = (head = HEAD, body = BODY) => `---\n${head}---\n${body}`;

async function only() {
  const [first] = (await readLibrary(folder)).services('moi');
  if (first === undefined) throw new Error('no service');
  return first;
}

test('a data folder without services and courses has an empty library', async () => {
  const library = await readLibrary(folder);
  expect([library.services('moi'), library.courses, library.links]).toEqual([[], [], []]);
});

test('a service file gives what it says and nothing else', async () => {
  write('services/dang-ky-mau.md', service());
  expect(await only()).toMatchObject({
    id: 'dang-ky-mau',
    papers: [{ name: 'Tờ khai', original: false, note: null }],
    stepsOnline: ['Mở trang.', 'Điền mẫu:\n- họ tên\n- ngày sinh'],
    stepsCounter: [],
    where: 'Ở **phường**.\n\nHoặc trên mạng.',
    result: null,
    checked: '2026-07-18',
    caution: null,
  });
});

test('what nobody has verified is not there, whatever kind of fact it is', async () => {
  const guess = '{ text: Đoán, confidence: unverified }';
  const head = HEAD.replace('who: Mọi người', `who: ${guess}`)
    .replace('fee: 8.000 đồng mỗi bản.', `fee: ${guess}`)
    .replace('[Quên ký.]', `[Quên ký., ${guess}]`)
    .replace('{ name: Tờ khai, original: no }', '{ name: Đoán, confidence: unverified }');
  write('services/dang-ky-mau.md', service(head));
  const shown = await only();
  expect(JSON.stringify(shown)).not.toContain('Đoán');
  expect(shown).toMatchObject({ who: null, fee: null, papers: [], mistakes: ['Quên ký.'], time: '3 ngày làm việc.' });
});

test.each([
  ['the whole file', HEAD.replace('confidence: recent', 'confidence: before_reform')],
  ['one fact', HEAD.replace('time: 3 ngày làm việc.', 'time: { text: 3 ngày., confidence: before_reform }')],
])('a fact from before 1/7/2025 brings a caution: %s', async (_what, head) => {
  write('services/dang-ky-mau.md', service(`${head}caution: Sắp đổi.\n`));
  expect((await only()).caution).toMatch(/^Sắp đổi\. .*1\/7\/2025.*hỏi lại/);
});

test('the day of the check is that of the source that was read longest ago', async () => {
  const more = HEAD.replace('checked: 2026-07-18 }', 'checked: 2026-07-18 }\n  - { name: Luật, checked: 2026-11-21 }');
  write('services/dang-ky-mau.md', service(more));
  expect((await only()).checked).toBe('2026-07-18');
});

describe('a ward’s own files', () => {
  beforeEach(() => write('services/dang-ky-mau.md', service()));
  const sources = 'sources: [{ name: Nghị quyết của tỉnh, checked: 2026-11-20 }]\n';

  test('change what they name, for that ward alone', async () => {
    write('wards/moi/services/dang-ky-mau.md', `---\nfee: 5.000 đồng.\n${sources}---\n\n## Nộp ở đâu\nSố 1 phố Mới.\n`);
    const library = await readLibrary(folder);
    const [changed] = library.services('moi');
    expect(changed).toMatchObject({ fee: '5.000 đồng.', where: 'Số 1 phố Mới.', title: 'Đăng ký mẫu' });
    expect(changed?.stepsOnline).toHaveLength(2);
    expect(changed?.sources.map(({ name }) => name)).toEqual(['Nghị quyết của tỉnh', 'Cổng']);
    expect(library.services('khac')[0]).toMatchObject({ fee: '8.000 đồng mỗi bản.', where: /phường/ });
  });

  test('may be plain YAML, and take a fact back', async () => {
    write('wards/moi/services/dang-ky-mau.yaml', `fee: null\n${sources}`);
    expect((await only()).fee).toBeNull();
  });

  test('add a service that only this ward has', async () => {
    write('wards/moi/services/rieng.md', service(HEAD.replace('Đăng ký mẫu', 'A riêng')));
    const library = await readLibrary(folder);
    expect(library.services('moi').map(({ id }) => id)).toEqual(['rieng', 'dang-ky-mau']);
    expect(library.services('khac').map(({ id }) => id)).toEqual(['dang-ky-mau']);
  });

  test.each([
    ['rieng.yaml', `fee: null\n${sources}`, /rieng\.yaml.*không có "rieng"/],
    ['dang-ky-mau.yaml', 'fee: null\n', /dang-ky-mau\.yaml.*"sources"/],
    ['dang-ky-mau.yaml', `phi: null\n${sources}`, /dang-ky-mau\.yaml/],
  ])('%s that cannot be used is refused: %j', async (name, text, message) => {
    write(`wards/moi/services/${name}`, text);
    await expect(readLibrary(folder)).rejects.toThrow(message);
  });
});

const LESSON = '---\ntitle: Bài\nminutes: 3\ngoal: Biết.\npractice: Thử đi.\n---\nMột.\n\n---\nHai.\n';
const COURSE = `title: Khóa
summary: Để thử
order: 1
audiences: [Người lớn]
skill_groups: [6]
lessons: [bai-mot]
sources: [{ name: Nguồn, checked: 2026-11-21 }]
confidence: recent
quiz:
  - { question: Hỏi?, options: [A, B], right: 2, why: Vì thế. }
`;

test('a course is its lessons, one step a screen, the practice last', async () => {
  write('courses/khoa/course.yaml', COURSE);
  write('courses/khoa/bai-mot.md', LESSON);
  const [course] = (await readLibrary(folder)).courses;
  expect(course?.lessons).toMatchObject([
    { id: 'bai-mot', minutes: 3, goal: 'Biết.', practice: 'Thử đi.', steps: ['Một.', 'Hai.', /Thử đi\./] },
  ]);
  expect(course?.quiz).toMatchObject([{ right: 1 }]);
});

describe('the drawings of a course', () => {
  const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0"/></svg>';
  const withPicture = LESSON.replace('Một.', '![Ba nút](ba-nut.svg)\n\nMột.');
  beforeEach(() => {
    write('courses/khoa/course.yaml', COURSE);
    write('courses/khoa/bai-mot.md', withPicture);
  });

  test('are those that its steps name', async () => {
    write('courses/khoa/pictures/ba-nut.svg', `${SVG}\n`);
    expect((await readLibrary(folder)).courses[0]?.pictures).toEqual([{ name: 'ba-nut', svg: SVG }]);
  });

  test('are refused when a name has no file, a file no name, or a file is not one of our drawings', async () => {
    await expect(readLibrary(folder)).rejects.toThrow(/pictures: không có hình ba-nut\.svg mà bài "bai-mot" cần/);
    write('courses/khoa/pictures/ba-nut.svg', SVG.replace('<path', '<script/><path'));
    await expect(readLibrary(folder)).rejects.toThrow(/ba-nut\.svg: không dùng được thẻ script/);
    write('courses/khoa/pictures/ba-nut.svg', SVG);
    write('courses/khoa/pictures/la.svg', SVG);
    await expect(readLibrary(folder)).rejects.toThrow(/la\.svg: chưa bài nào dùng/);
  });

  test('do not stand for the words of a step', async () => {
    write('courses/khoa/bai-mot.md', LESSON.replace('Một.', '![Ba nút](ba-nut.svg)'));
    await expect(readLibrary(folder)).rejects.toThrow(/bai-mot\.md: dòng \d+: .*trống/);
  });
});

describe('a wrong file is refused in one line that names it and the place in it', () => {
  test.each<[string, string, string, RegExp]>([
    ['no front matter', 'services/a.md', '# Tiêu đề', /a\.md: đầu tệp/],
    ['a missing fact', 'services/a.md', service(HEAD.replace(/^fee: .*\n/m, '')), /a\.md: mục "fee"/],
    [
      'a missing day',
      'services/a.md',
      service(HEAD.replace('2026-07-18', 'hôm qua')),
      /"sources\.0\.checked".*2026-07-18/,
    ],
    ['no source', 'services/a.md', service(HEAD.replace(/sources:\n.*\n/, 'sources: []\n')), /"sources".*nguồn/],
    ['an unknown field', 'services/a.md', service(HEAD.replace('Hộ tịch', 'Khác')), /"field"/],
    ['an unknown heading', 'services/a.md', service(HEAD, '\n## Cách làm\n1. Một.\n'), /dòng 19: mục "Cách làm"/],
    ['a wrong number', 'services/a.md', service(HEAD, '\n## Làm trên mạng\n1. Một.\n3. Ba.\n'), /dòng 21: .*số 2/],
    ['a stranger', 'services/a.md', service(`${HEAD}related: [b]\n`), /a\.md: không có thủ tục "b"/],
    [
      'an address off the list',
      'services/a.md',
      service(HEAD.replace('Cổng,', 'Cổng, url: https://la.example,')),
      /la\.example/,
    ],
    ['a bad file name', 'services/Giấy.md', service(), /gạch nối/],
    ['a lesson without a file', 'courses/khoa/course.yaml', COURSE, /course\.yaml.*bai-mot\.md/],
    [
      'an answer that is not there',
      'courses/khoa/course.yaml',
      COURSE.replace('right: 2', 'right: 3'),
      /"quiz\.0\.right"/,
    ],
  ])('%s', async (_what, file, text, message) => {
    write(file, text);
    const reading = readLibrary(folder);
    await expect(reading).rejects.toThrow(message);
    await expect(reading).rejects.not.toThrow(/\n/);
  });

  test('a lesson that course.yaml does not name, and a step that no screen holds', async () => {
    write('courses/khoa/course.yaml', COURSE);
    write('courses/khoa/bai-mot.md', LESSON.replace('Hai.', 'Hai. '.repeat(120)));
    await expect(readLibrary(folder)).rejects.toThrow(/bai-mot\.md: dòng \d+: .*dài quá/);
    write('courses/khoa/bai-mot.md', LESSON);
    write('courses/khoa/bai-hai.md', LESSON);
    await expect(readLibrary(folder)).rejects.toThrow(/thiếu bài "bai-hai"/);
  });
});

test('a source below a listed address is good, one that only begins alike is not', async () => {
  write(
    'links.yaml',
    'links: [{ id: a, name: A, url: "https://a.example/x", what_for: Thử, source: { name: A, checked: 2026-11-21 } }]\nphones: []\n',
  );
  write('services/a.md', service(HEAD.replace('Cổng,', 'Cổng, url: https://a.example/x/y,')));
  expect((await only()).sources[0]?.url).toBe('https://a.example/x/y');
  write('services/a.md', service(HEAD.replace('Cổng,', 'Cổng, url: https://a.example/xyz,')));
  await expect(readLibrary(folder)).rejects.toThrow('https://a.example/xyz');
});

test('a running service reads changed files, and keeps what it had when they are wrong', async () => {
  const file = write('services/dang-ky-mau.md', service());
  const holder = await LibraryHolder.open(folder);
  expect(await holder.reload()).toBe('unchanged');
  write('services/dang-ky-mau.md', 'hỏng');
  await expect(holder.reload()).rejects.toThrow(/đầu tệp/);
  expect(holder.current().services('moi')[0]?.title).toBe('Đăng ký mẫu');
  write('services/dang-ky-mau.md', service(HEAD.replace('Đăng ký mẫu', 'Đăng ký khác')));
  utimesSync(file, 1, 1);
  expect(await holder.reload()).toBe('changed');
  expect(holder.current().services('moi')[0]?.title).toBe('Đăng ký khác');
});

describe('messages for practice', () => {
  const FILE = `sources: { nguon: { name: Nguồn, checked: 2026-11-21 } }
items:
  - { id: mot, from: Số lạ, text: Đọc mã đi, is_scam: true, signs: [Đòi mã], what_to_do: Tắt máy., where_to_report: Công an phường., sources: [nguon] }
`;

  test('are read with the sources that they name', async () => {
    write('scam-practice.yaml', FILE);
    const { scamPractice } = await readLibrary(folder);
    expect(scamPractice).toMatchObject([{ id: 'mot', isScam: true, sources: [{ name: 'Nguồn', url: null }] }]);
  });

  test.each([
    [FILE.replace('[nguon]', '[khac]'), /scam-practice\.yaml: tin "mot".*"khac"/],
    [FILE + FILE.slice(FILE.indexOf('  - {')), /tin "mot" viết hai lần/],
    [FILE.replace('signs: [Đòi mã]', 'signs: []'), /items\.0\.signs/],
  ])('%# that are wrong are refused', async (text, message) => {
    write('scam-practice.yaml', text);
    await expect(readLibrary(folder)).rejects.toThrow(message);
  });
});
