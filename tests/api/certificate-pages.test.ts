import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestServer, testServer } from '../fakes/test-server.ts';

let server: TestServer;
let ward: string;
let code: string;
beforeAll(async () => {
  server = await testServer();
  ward = server.deps.index.wards()[0]?.key ?? '';
  code = await certified(server);
});
afterAll(() => server.close());

async function certified({ deps }: TestServer, name = 'Nguyễn Thị <Hồng> & Hạnh'): Promise<string> {
  const courseId = deps.library.courses[0]?.id ?? '';
  const at = new Date('2026-11-29T23:30:00+07:00').getTime();
  const wanted = { courseId, ward: deps.index.wards()[0]?.key ?? '', name, at };
  return (await deps.learning.certify([`demo:${name}`], wanted)).code;
}

test('the page says what is certified, by whom and when, and that a demonstration’s is worth nothing', async () => {
  const { status, text, headers } = await server.call('GET', `/chung-nhan/${code}`);
  expect(status).toBe(200);
  expect(text).toContain('Nguyễn Thị &lt;Hồng&gt; &amp; Hạnh');
  expect(text).not.toContain('<Hồng>');
  expect(text).toContain(server.deps.library.courses[0]?.title);
  const name = server.deps.index.ward(ward)?.profile.name ?? '';
  expect(text).toContain(name.charAt(0).toUpperCase() + name.slice(1));
  expect(text).toContain('29/11/2026');
  expect(text).toContain('MẪU TRÌNH DIỄN');
  expect(text).toContain(`href="/chung-nhan/${code}/giay.pdf"`);
  expect(text).toContain('không thay cho văn bằng');
  expect(text).toMatch(/<html lang="vi">/);
  expect(text).not.toMatch(/<script|https?:\/\//);
  expect(headers.get('x-robots-tag')).toContain('noindex');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
});

test('the code may be typed as it comes, into the address or the form', async () => {
  const bare = code.replace('-', '');
  const addresses = [code.toLowerCase(), bare, `${bare.slice(0, 6)}-${bare.slice(6)}`].map(
    (one) => `/chung-nhan/${one}`,
  );
  for (const address of [...addresses, `/chung-nhan?ma=%20${bare.toLowerCase()}%20`])
    expect((await server.call('GET', address)).text, address).toContain(code);
});

test('without a code the page asks for one', async () => {
  for (const address of ['/chung-nhan', '/chung-nhan?ma=']) {
    const { status, text } = await server.call('GET', address);
    expect(status).toBe(200);
    expect(text).toContain('Nhập mã ghi trên giấy');
    expect(text).toMatch(/<label for="ma">/);
  }
});

describe('a code that nobody was given', () => {
  test.each([
    '/chung-nhan/CN-22222222',
    '/chung-nhan?ma=xyz',
    '/chung-nhan/CN-22222222/giay.pdf',
    '/chung-nhan/CN-22222222/giay.png',
  ])('%s', async (address) => {
    const { status, text } = await server.call('GET', address);
    expect(status).toBe(404);
    expect(text).toContain('Không có giấy chứng nhận nào mang mã này');
  });

  test('is repeated as text, and not without end', async () => {
    const hostile = encodeURIComponent('<script>alert(1)</script>'.repeat(40));
    const { status, text } = await server.call('GET', `/chung-nhan?ma=${hostile}`);
    expect(status).toBe(404);
    expect(text).not.toContain('<script');
    expect(text.length).toBeLessThan(6_000);
  });
});

test('the certificate is a PDF and a picture that a page on Zalo’s host may show', async () => {
  const app = async (kind: string) => server.call('GET', `/chung-nhan/${code}/giay.${kind}`);
  const [pdf, png] = [await app('pdf'), await app('png')];
  expect([pdf.status, pdf.headers.get('content-type'), pdf.text.slice(0, 5)]).toEqual([
    200,
    'application/pdf',
    '%PDF-',
  ]);
  expect([png.status, png.headers.get('content-type'), png.text.slice(1, 4)]).toEqual([200, 'image/png', 'PNG']);
  expect(png.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  expect(pdf.headers.get('content-disposition')).toContain(`chung-nhan-${code}.pdf`);
});

test('addresses are whole where the service knows its own', async () => {
  const open = await testServer({ DEMO: '1', PUBLIC_URL: 'https://phuong.example/' });
  const found = await open.call('GET', `/api/v1/certificates/${await certified(open, 'Bà Năm')}`);
  expect(found.json.page).toMatch(/^https:\/\/phuong\.example\/chung-nhan\/CN-/);
  expect(found.json.png).toBe(`${found.json.page}/giay.png`);
  await open.close();
});

test('somebody who tries out codes is slowed down', async () => {
  const tried = await testServer();
  const replies = await Promise.all(Array.from({ length: 90 }, () => tried.call('GET', '/chung-nhan/CN-22222222')));
  const slowed = replies.filter(({ status }) => status === 429);
  expect(slowed.length).toBeGreaterThan(20);
  expect(Number(slowed[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(slowed[0]?.text).toContain('chờ');
  expect((await tried.call('GET', '/api/v1/certificates/CN-22222222')).status).toBe(429);
  await tried.close();
});
