import { mkdirSync } from 'node:fs';
import { findBrowser, launchBrowser, openPhone } from './browser.ts';
import { startDemoServer } from './demo-server.ts';
import { rememberWard } from './pages.ts';

const folder = '/tmp/app-screens';
mkdirSync(folder, { recursive: true });
const [ward = 'nguyen-dai-nang', variant = 'sang'] = process.argv.slice(2);
const server = await startDemoServer();
const browser = await launchBrowser(findBrowser() ?? '');
const { origin } = server;
const call = async (token: string | null, method: string, path: string, body?: unknown) => {
  const r = await fetch(`${origin}/api/v1/${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await r.text();
  if (!r.ok) console.log(method, path, r.status, text.slice(0, 300));
  return JSON.parse(text);
};
const signIn = async (unit: string) =>
  (await call(null, 'POST', 'session/demo', { persona: 'official', ward, unit })).token as string;
try {
  const { wards } = await call(null, 'GET', 'wards');
  console.log(wards.map((w: { key: string }) => w.key).join(' '));
  const vh = await signIn('Phòng Văn hóa - Xã hội');
  const kt = await signIn('Phòng Kinh tế, Hạ tầng và Đô thị');
  const { context, page, complaints } = await openPhone(browser, origin, variant === 'toi' ? { colorScheme: 'dark' } : {});
  await rememberWard(context, origin, ward);
  const look = JSON.stringify({ textSize: variant === '200' ? 200 : 100, theme: 'auto' });
  await context.addInitScript(`localStorage.setItem('phuong-so.appearance', ${JSON.stringify(look)})`);
  await page.goto(`${origin}/zapps/demo/toi`);
  await page.getByRole('combobox', { name: 'Vai muốn thử' }).selectOption({ label: 'Cán bộ phường' });
  await page.getByRole('button', { name: 'Vào vai này' }).click();
  await page.getByText('Đang dùng với vai: Cán bộ phường').first().waitFor();
  let n = 0;
  const shot = async (name: string, full = false) => {
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(300);
    n += 1;
    if (full) {
      const h = await page.evaluate(() => {
        const m = document.querySelector('main');
        return (m?.scrollHeight ?? 0) + window.innerHeight - (m?.clientHeight ?? 0);
      });
      await page.setViewportSize({ width: 390, height: Math.min(h + 10, 4000) });
    }
    await page.screenshot({ path: `${folder}/${String(n).padStart(2, '0')}-${name}-${variant}.png` });
    if (full) await page.setViewportSize({ width: 390, height: 844 });
  };
  const go = async (address: string) => {
    await page.evaluate((to) => {
      window.history.pushState({ idx: 1, key: Math.random().toString(36) }, '', `/zapps/demo${to}`);
      window.dispatchEvent(new PopStateEvent('popstate', { state: { idx: 1 } }));
    }, address);
    await page.waitForTimeout(400);
  };
  await shot('toi');
  await go('/');
  await shot('trang-chu');
  await go('/cong-viec/xac-nhan');
  await shot('xac-nhan');
  await page.locator('.headed-group__button').first().click().catch(() => undefined);
  await page.waitForTimeout(200);
  await shot('xac-nhan-mo', true);
  const p = await call(vh, 'GET', `work-proposals?ward=${ward}`);
  const ids = (some: { from: { document_id: string; fact_id: string } }[]) =>
    some.map(({ from }) => ({ document_id: from.document_id, fact_id: from.fact_id }));
  await call(vh, 'POST', 'work', { ward, tasks: ids(p.tasks), targets: ids(p.targets) });
  const list = await call(vh, 'GET', `work?ward=${ward}`);
  console.log(list.counts, list.standing_unit, list.unit);
  const mine = await call(vh, 'GET', `work?ward=${ward}&unit=${encodeURIComponent('Phòng Văn hóa - Xã hội')}`);
  const one = mine.work.find((w: { may: string[]; standing: string }) => w.may.includes('report_lead') && w.standing === 'overdue') ??
    mine.work.find((w: { may: string[] }) => w.may.includes('report_lead'));
  if (one) {
    await call(vh, 'POST', `work/${one.id}/reports`, {
      key: 'k1', state: 'in_progress', percent: 60, count: null, note: 'Đã mở 12 lớp, còn 3 lớp chưa có giáo viên.',
      obstacle: 'Thiếu máy chiếu ở hai nhà văn hóa.',
      evidence: [{ kind: 'link', title: 'Bài đăng khai giảng', value: 'https://example.org/lop' }, { kind: 'figure', title: 'Số lớp', value: '12/15 lớp' }],
    });
  }
  await go('/cong-viec');
  await shot('cong-viec', true);
  if (one) {
    await go(`/cong-viec/viec?ma=${encodeURIComponent(one.id)}`);
    await shot('viec', true);
    await go(`/cong-viec/bao-tien-do?ma=${encodeURIComponent(one.id)}`);
    await shot('bao-tien-do', true);
    await go(`/cong-viec/sua?ma=${encodeURIComponent(one.id)}`);
    await shot('sua', true);
  }
  await go('/cong-viec/chi-tieu');
  await shot('chi-tieu', true);
  await go('/bao-cao');
  await shot('bao-cao', true);
  await page.getByRole('button', { name: 'Mở bản dự thảo' }).click().catch(() => undefined);
  await page.waitForTimeout(800);
  await shot('du-thao', true);
  await go('/vuong-mac');
  await shot('vuong-mac', true);
  await go('/vuong-mac/gui');
  await shot('vuong-mac-gui', true);
  await go('/bang-tien-do');
  await shot('bang', true);
  await go('/tong-quan');
  await shot('tong-quan', true);
  console.log(complaints, kt.length);
} finally {
  await browser.close();
  await server.stop();
}
