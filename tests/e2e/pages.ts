import type { BrowserContext } from 'playwright-core';

/** One screen of the app: what to call it and where it is. */
export interface Screen {
  readonly name: string;
  /** Under /zapps/<id>. */
  readonly address: string;
}

interface Ids {
  readonly plan: string;
  readonly section: string;
  readonly announcement: string | null;
  readonly service: string;
  readonly course: { readonly id: string; readonly lesson: string };
  /** The life situation that brings the most to do. */
  readonly situation: string;
  readonly oneClass: string | null;
}

/** Every page of the app for one ward, with ids that its server really has. */
export async function allScreens(origin: string, ward: string): Promise<readonly Screen[]> {
  const ids = await readIds(origin, ward);
  const of = (name: string, address: string, query: Readonly<Record<string, string>> = {}): Screen => {
    const search = new URLSearchParams(query).toString();
    return { name, address: search === '' ? address : `${address}?${search}` };
  };
  return [
    of('trang-chu', '/'),
    of('chon-phuong', '/chon-phuong'),
    of('hoi-dap', '/hoi-dap'),
    of('ke-hoach', '/ke-hoach'),
    of('muc', '/ke-hoach/muc', { phuong: ward, 'van-ban': ids.plan, muc: ids.section }),
    of('trich-dan', `/trich-dan/${ward}`, { 'van-ban': ids.plan, muc: ids.section }),
    of('nhiem-vu', '/nhiem-vu'),
    of('chi-tieu', '/chi-tieu'),
    of('thong-bao', '/thong-bao'),
    ...(ids.announcement === null ? [] : [of('tin', '/thong-bao/tin', { ma: ids.announcement })]),
    of('kiem-tra', '/thong-bao/kiem-tra'),
    of('tin-den-duoc', '/gui-thong-bao/den-duoc'),
    of('gui-thong-bao', '/gui-thong-bao'),
    of('bang-tien-do', '/bang-tien-do'),
    of('gop-y', '/vuong-mac'),
    of('gui-gop-y', '/vuong-mac/gui'),
    of('cong-viec', '/cong-viec'),
    of('so-lieu', '/cong-viec/chi-tieu/so-lieu'),
    of('bao-cao', '/bao-cao'),
    of('cac-ban', '/bao-cao/cac-ban'),
    of('tong-quan', '/tong-quan'),
    of('dich-vu', '/dich-vu'),
    of('tim-dich-vu', '/dich-vu', { q: 'khai sinh cho con' }),
    of('thu-tuc', '/dich-vu/thu-tuc', { ma: ids.service }),
    of('viec-trong-nha', '/dich-vu/viec', { q: ids.situation }),
    of('hoc', '/hoc'),
    of('bai-hoc', '/hoc/bai', { ma: ids.course.id }),
    of('buoc-hoc', '/hoc/bai', { ma: ids.course.id, muc: ids.course.lesson }),
    of('cau-hoi', '/hoc/cau-hoi', { ma: ids.course.id }),
    of('chung-nhan', '/hoc/chung-nhan'),
    of('chung-nhan-khoa', '/hoc/chung-nhan/khoa', { ma: ids.course.id }),
    of('lua-dao-hay-that', '/hoc/lua-dao-hay-that'),
    of('lop-hoc', '/lop-hoc'),
    ...(ids.oneClass === null ? [] : [of('lop', '/lop-hoc/lop', { ma: ids.oneClass })]),
    of('mo-lop', '/lop-hoc/mo-lop'),
    of('so-nguoi-hoc', '/lop-hoc/ket-qua'),
    of('toi', '/toi'),
    of('lien-ket', '/toi/lien-ket'),
    of('nhan-tin', '/toi/nhan-tin'),
    of('du-lieu', '/toi/du-lieu'),
    of('quyen-rieng-tu', '/toi/quyen-rieng-tu'),
    of('dieu-khoan', '/toi/dieu-khoan'),
  ];
}

interface Section {
  readonly id: string;
  readonly title: string | null;
  readonly paragraphs: readonly unknown[];
}

async function readIds(origin: string, ward: string): Promise<Ids> {
  const read = async (path: string) => (await fetch(`${origin}/api/v1/${path}?ward=${ward}`)).json();
  const [{ plans }, { announcements }, { services }, { courses }, { classes }] = await Promise.all(
    ['plans', 'announcements', 'services', 'courses', 'classes'].map(read),
  );
  const [plan] = plans as { id: string }[];
  const text = await read(`plans/${ward}/${plan?.id}`);
  const { parts } = (await read(`courses/${courses[0]?.id}`)) as { parts: { id: string }[] };
  const section = (text.sections as Section[]).find(({ title, paragraphs }) => title !== null && paragraphs.length > 1);
  return {
    plan: plan?.id ?? '',
    section: section?.id ?? '',
    announcement: announcements[0]?.id ?? null,
    service: services[0]?.id ?? '',
    course: { id: courses[0]?.id ?? '', lesson: parts[0]?.id ?? '' },
    situation: commonest((services as { situations: string[] }[]).flatMap(({ situations }) => situations)),
    oneClass: classes[0]?.id ?? null,
  };
}

function commonest(words: readonly string[]): string {
  const times = (word: string) => words.filter((other) => other === word).length;
  return [...words].sort((a, b) => times(b) - times(a))[0] ?? '';
}

/** The device remembers the ward, as after a first visit. */
export async function rememberWard(context: BrowserContext, origin: string, ward: string): Promise<void> {
  const { wards } = (await (await fetch(`${origin}/api/v1/wards`)).json()) as { wards: { key: string }[] };
  const kept = JSON.stringify(wards.find(({ key }) => key === ward));
  await context.addInitScript(`localStorage.setItem('phuong-so.ward', ${JSON.stringify(kept)})`);
}
