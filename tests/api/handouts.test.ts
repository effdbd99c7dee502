import { LONGEST_MESSAGE } from '@phuong-so/shared/domain/chat';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchAddress } from '../../mini-app/src/app/launch-address.ts';
import { pageAddress } from '../../mini-app/src/pages/addresses.ts';
import { type AnnouncingServer, announcingServer, GROUP, OTHER_GROUP } from '../fakes/announcing-server.ts';
import { pdf, SMALL } from '../fakes/attachment-samples.ts';
import { readWorkbook } from '../fakes/read-workbook.ts';
import { testServer } from '../fakes/test-server.ts';

let desk: AnnouncingServer;
beforeAll(async () => {
  desk = await announcingServer();
});
afterAll(() => desk.close());

const KINDS = ['poster_png', 'poster_pdf', 'script_txt', 'totals_xlsx'] as const;
type Kind = (typeof KINDS)[number];

async function link(id: string, kind: Kind, who = 'leader') {
  const reply = await desk.call(who, 'POST', `/broadcasts/${id}/downloads`, { kind });
  expect(reply.status, reply.text).toBe(200);
  return reply.json as { url: string; name: string; expires_at: string };
}
const open = (address: string) => desk.server.call('GET', address);

async function pdfText(bytes: Uint8Array) {
  const document = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false }).promise;
  const { items } = await (await document.getPage(1)).getTextContent();
  return { pages: document.numPages, text: items.flatMap((item) => ('str' in item ? [item.str] : [])).join(' ') };
}

test('a draft has its text to forward and its script before it goes; a correction is one in both', async () => {
  const event = { starts_at: desk.at(86_400_000), place: 'Nhà văn hóa, số 12/5' };
  const draft = await desk.draft({ title: 'Họp TDP 5', body: 'Mời bà con. Gọi 0912345678.', event });
  const { status, json } = await desk.call('leader', 'GET', `/broadcasts/${draft.id}/handout`);
  expect(status).toBe(200);
  expect(json.forward_text).toContain(`Họp TDP 5\n\nMời bà con. Gọi 0912345678.`);
  expect(json.forward_text).toMatch(new RegExp(`Mã kiểm tra: ${draft.code}$`));
  expect(json.forward_text.length).toBeLessThanOrEqual(LONGEST_MESSAGE);
  expect(json.script).toContain('xin thông báo: Họp tổ dân phố năm.');
  expect(json.script).toContain('Gọi không chín một hai, ba bốn năm, sáu bảy tám.');
  expect(json.script).toContain(
    'Thời gian: tám giờ, thứ tư, ngày hai tháng mười hai năm hai nghìn không trăm hai mươi sáu.',
  );
  expect(json.script).not.toMatch(/\d/);
  const preview = (await desk.call('leader', 'GET', `/broadcasts/${draft.id}/preview`)).json;
  expect(preview.forward_text).toBe(json.forward_text);
  const sent = await desk.published();
  const fixed = { key: 'fix', title: 'Họp tổ', body: 'Đổi sang 20 giờ.', event: null };
  await desk.call('leader', 'POST', `/broadcasts/${sent.id}/correction`, fixed);
  const again = (await desk.call('leader', 'GET', `/broadcasts/${sent.id}/handout`)).json;
  expect(again.forward_text).toMatch(/^ĐÍNH CHÍNH: Họp tổ\n/);
  expect(again.script).toContain('Đây là đính chính, thay cho thông báo đã phát trước.');
});

describe('files', () => {
  test('the poster as a picture for Zalo and as one page to print; the script as a text', async () => {
    const draft = await desk.draft({ title: 'Lớp học số Ạ Ề Ỗ', body: 'Ai chưa biết dùng điện thoại thì đến.' });
    const png = await link(draft.id, 'poster_png');
    const picture = await open(png.url);
    const head = new DataView(picture.bytes.buffer);
    expect([png.name, picture.headers.get('content-type')]).toEqual([`thong-bao-${draft.code}.png`, 'image/png']);
    expect([head.getUint32(16), head.getUint32(20)]).toEqual([1_080, 1_527]);
    const paper = await open((await link(draft.id, 'poster_pdf')).url);
    const { pages, text } = await pdfText(paper.bytes);
    expect([paper.headers.get('content-type'), pages]).toEqual(['application/pdf', 1]);
    for (const said of ['Lớp học số Ạ Ề Ỗ', 'Ai chưa biết dùng điện thoại thì đến.', draft.code])
      expect(text).toContain(said);
    const script = await open((await link(draft.id, 'script_txt')).url);
    expect(script.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(script.bytes)).toMatch(/^\uFEFF\[Đọc chậm/);
  });

  test('the table: sums by channel, state and reason, answers, reads, unreached, each with what it counts; nobody in it', async () => {
    await desk.live(GROUP ?? null, 'lan', 'hung');
    await desk.live(OTHER_GROUP ?? null, 'mai');
    const title = '=HYPERLINK("http://a")';
    const { id } = await desk.published({ groups: [], title, asks: 'attending' }, 'official');
    const answer = { ward: desk.ward, answer: 'yes', people: 3 };
    expect((await desk.call('lan', 'POST', `/announcements/${id}/answer`, answer)).status).toBe(200);
    await desk.call('hung', 'POST', `/announcements/${id}/read`);
    const { url, name } = await link(id, 'totals_xlsx', 'official');
    const reply = await open(url);
    expect(reply.headers.get('content-disposition')).toMatch(/^attachment; filename="so-lieu-TB-/);
    expect(name).toMatch(/^so-lieu-TB-\w{5}\.xlsx$/);
    const book = await readWorkbook(reply.bytes);
    const names = ['Tổng hợp', 'Theo kênh và lý do', 'Trả lời', 'Lượt xem theo giờ', 'Chưa tới, theo tổ'];
    expect(Object.keys(book)).toEqual(names);
    const progress = (await desk.call('official', 'GET', `/broadcasts/${id}/progress`)).json;
    const figure = (what: string) => book['Tổng hợp']?.find(([cell]) => cell === what)?.[1];
    expect(['Người nhận', 'Đã tới', 'Đã xem', 'Đang chờ'].map(figure)).toEqual([
      ...[progress.people, progress.reached, progress.seen, progress.waiting],
    ]);
    expect(figure('Chưa tới')).toBe(progress.people - progress.reached - progress.waiting);
    expect(figure('Thông báo')).toBe(` ${title}`);
    expect(book['Trả lời']).toContainEqual(['Tham gia', 1, 3]);
    const counted = book['Theo kênh và lý do']?.slice(2).reduce((sum, row) => sum + Number(row.at(-1)), 0);
    const totals = await desk.announce.deliveries.totals(id);
    expect(counted).toBe(totals.reduce((sum, { count }) => sum + count, 0));
    const missed = book['Chưa tới, theo tổ']?.slice(2).reduce((sum, row) => sum + Number(row.at(-1)), 0);
    expect(missed).toBe((await desk.announce.deliveries.unreached(id)).reduce((sum, { people }) => sum + people, 0));
    expect(JSON.stringify(book)).not.toMatch(/zalo:|lan|hung/);
    for (const definition of ['mỗi người tính một lần', 'không phải là số người', 'gồm cả họ', 'không có tên'])
      expect(JSON.stringify(book)).toContain(definition);
  });
});

describe('links', () => {
  test('open without a session, are kept by nobody on the way, and end after ten minutes', async () => {
    const draft = await desk.draft();
    for (const kind of KINDS) {
      const { url, expires_at } = await link(draft.id, kind);
      const reply = await open(url);
      expect([reply.status, reply.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
      expect(reply.headers.get('x-content-type-options')).toBe('nosniff');
      expect(reply.headers.get('x-robots-tag')).toContain('noindex');
      expect(Math.abs(Date.parse(expires_at) - Date.now() - 600_000)).toBeLessThan(10_000);
      // The name in the address is for the eye.
      expect((await open(url.replace(/\/[^/]*$/, ''))).status).toBe(200);
    }
  });

  test('one that was changed, made up, or whose announcement is gone says so in plain words', async () => {
    const draft = await desk.draft();
    const { url } = await link(draft.id, 'script_txt');
    const gone = desk.server.deps.downloadLinks.issue({ broadcastId: 'no such', kind: 'poster_png' }).token;
    const session = desk.token('leader');
    for (const address of [
      url.replace('/tai-ve/e', '/tai-ve/f'),
      `/tai-ve/${gone}/x`,
      `/tai-ve/${session}/x`,
      '/tai-ve/x/y',
    ]) {
      const reply = await open(address);
      expect([reply.status, reply.headers.get('cache-control')], address).toEqual([404, 'private, no-store']);
      expect(reply.text).toContain('hết hạn hoặc không đúng');
    }
  });

  test('are whole where the service knows its address; whoever tries too many waits', async () => {
    const whole = await testServer({ DEMO: '1', PUBLIC_URL: 'https://phuong.example' });
    const ward = whole.deps.index.wards()[0]?.key ?? '';
    const token = await whole.signIn('official', ward);
    const body = { ...desk.body({ ward, groups: [] }) };
    const { id } = (await whole.call('POST', '/api/v1/broadcasts', { token, body })).json;
    const asked = await whole.call('POST', `/api/v1/broadcasts/${id}/downloads`, {
      token,
      body: { kind: 'poster_pdf' },
    });
    expect(asked.json.url).toMatch(/^https:\/\/phuong\.example\/tai-ve\//);
    const { text } = await pdfText((await whole.call('GET', new URL(asked.json.url).pathname)).bytes);
    expect(text).toContain('DỮ LIỆU MINH HỌA');
    const tries = await Promise.all(Array.from({ length: 45 }, () => whole.call('GET', '/tai-ve/x/y')));
    expect(tries.filter(({ status }) => status === 429).length).toBeGreaterThan(5);
    // The QR code's address is one that the Mini App opens at the announcement.
    const handout = (await whole.call('GET', `/api/v1/broadcasts/${id}/handout`, { token })).json;
    const address = /https:\S+/.exec(handout.forward_text)?.[0] ?? '';
    expect(launchAddress(new URL(address).searchParams)).toBe(pageAddress('announcement', { ward, id }));
    expect(address).toMatch(/^https:\/\/phuong\.example\/zapps\/demo\/\?p=thong-bao\/tin&/);
    await whole.close();
  });
});

test('a file goes with an announcement from the draft to the reader, and the words say so', async () => {
  const put = (who: string, body: Uint8Array) =>
    desk.server.call('POST', `/api/v1/attachments?ward=${desk.ward}&name=Giấy mời.pdf`, {
      token: desk.token(who),
      body,
    });
  const { id: attachment } = (await put('leader', await pdf())).json;
  const draft = await desk.draft({ attachment });
  expect(draft.attachment).toEqual({ id: attachment, name: 'Giấy mời.pdf', kind: 'pdf' });
  const sent = await desk.published({ attachment });
  const shown = (await desk.call(null, 'GET', `/announcements/${sent.id}?ward=${desk.ward}`)).json;
  expect(shown.attachment).toEqual(draft.attachment);
  expect((await desk.call(null, 'GET', `/attachments/${attachment}`)).status).toBe(200);
  const preview = (await desk.call('leader', 'GET', `/broadcasts/${draft.id}/preview`)).json;
  for (const { text } of preview.texts) expect(text).toContain('Kèm theo: tệp PDF. Xem trong ứng dụng Phường Số.');
  const elsewhere = await desk.server.call('POST', `/api/v1/attachments?ward=${desk.otherWard}`, {
    ...{ token: desk.token('otherOfficial'), body: SMALL.png },
  });
  const stolen = await desk.call('leader', 'POST', '/broadcasts', desk.body({ attachment: elsewhere.json.id }));
  expect(stolen.status).toBeGreaterThanOrEqual(400);
});
