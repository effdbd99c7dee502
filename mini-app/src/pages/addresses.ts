import type { PassageAddress } from '../api/phuong-so-api.ts';

/** Route patterns, under the app's base path. Ids stand in the query: they may hold dots and slashes. */
export const ROUTES = {
  home: '/',
  ask: '/hoi-dap',
  ward: '/chon-phuong',
  passage: '/trich-dan/:ward',
  plan: '/ke-hoach',
  section: '/ke-hoach/muc',
  tasks: '/nhiem-vu',
  targets: '/chi-tieu',
  announcements: '/thong-bao',
  announcement: '/thong-bao/tin',
  checkMessage: '/thong-bao/kiem-tra',
  sending: '/gui-thong-bao',
  writeSending: '/gui-thong-bao/soan',
  previewSending: '/gui-thong-bao/xem-truoc',
  oneSending: '/gui-thong-bao/tin',
  correctSending: '/gui-thong-bao/dinh-chinh',
  unreached: '/gui-thong-bao/bao-truc-tiep',
  handouts: '/gui-thong-bao/ban-in',
  loudScript: '/gui-thong-bao/bai-doc-loa',
  reach: '/gui-thong-bao/den-duoc',
  work: '/cong-viec',
  oneWork: '/cong-viec/viec',
  reportWork: '/cong-viec/bao-tien-do',
  manageWork: '/cong-viec/sua',
  confirmWork: '/cong-viec/xac-nhan',
  workTargets: '/cong-viec/chi-tieu',
  workTarget: '/cong-viec/chi-tieu/so-lieu',
  reports: '/bao-cao',
  reportDraft: '/bao-cao/ban',
  reportVersions: '/bao-cao/cac-ban',
  obstacles: '/vuong-mac',
  obstacle: '/vuong-mac/viec',
  raiseObstacle: '/vuong-mac/gui',
  board: '/bang-tien-do',
  dashboard: '/tong-quan',
  services: '/dich-vu',
  service: '/dich-vu/thu-tuc',
  situation: '/dich-vu/viec',
  courses: '/hoc',
  course: '/hoc/bai',
  scamPractice: '/hoc/lua-dao-hay-that',
  classes: '/lop-hoc',
  oneClass: '/lop-hoc/lop',
  openClass: '/lop-hoc/mo-lop',
  roll: '/lop-hoc/diem-danh',
  classCode: '/lop-hoc/ma-diem-danh',
  classCounts: '/lop-hoc/ket-qua',
  quiz: '/hoc/cau-hoi',
  certificates: '/hoc/chung-nhan',
  certificate: '/hoc/chung-nhan/khoa',
  me: '/toi',
  link: '/toi/lien-ket',
  notices: '/toi/nhan-tin',
  myData: '/toi/du-lieu',
  privacy: '/toi/quyen-rieng-tu',
  terms: '/toi/dieu-khoan',
} as const;

const WARD = 'phuong';
const DOCUMENT = 'van-ban';
const SECTION = 'muc';
const QUOTE = 'trich';
const ID = 'ma';
const QUESTION = 'q';
const CODE = 'diem-danh';
/** The query parts that a link into Zalo may carry beside the page itself. */
export const PAGE_PARAMETERS = [WARD, DOCUMENT, SECTION, QUOTE, ID, QUESTION, CODE] as const;

/** The page of a cited passage; can be shared and opened again. */
export function passageAddress({ ward, documentId, sectionId, quote }: PassageAddress): string {
  const query = new URLSearchParams({ [DOCUMENT]: documentId, [SECTION]: sectionId });
  if (quote !== '') query.set(QUOTE, quote);
  return `/trich-dan/${encodeURIComponent(ward)}?${query.toString()}`;
}

/** The other way round; a part that the address lacks is empty, and the server then finds no passage. */
export function readPassageAddress(ward: string | undefined, query: URLSearchParams): PassageAddress {
  return {
    ward: ward ?? '',
    documentId: query.get(DOCUMENT) ?? '',
    sectionId: query.get(SECTION) ?? '',
    quote: query.get(QUOTE) ?? '',
  };
}

/** Which part of a page an address names; a part that it lacks is null. */
export interface PageParts {
  readonly ward: string | null;
  readonly documentId: string | null;
  readonly sectionId: string | null;
  readonly id: string | null;
  readonly question: string | null;
  /** Of a class's check-in. */
  readonly code: string | null;
}

const NAMES: Readonly<Record<keyof PageParts, string>> = {
  ward: WARD,
  documentId: DOCUMENT,
  sectionId: SECTION,
  id: ID,
  question: QUESTION,
  code: CODE,
};

/** "/dich-vu/thu-tuc?ma=khai-sinh". With a ward in it, the address opens for that ward on another phone too. */
export function pageAddress(page: keyof typeof ROUTES, parts: Partial<PageParts> = {}): string {
  const query = new URLSearchParams();
  for (const [part, value] of Object.entries(parts)) {
    if (value !== null) query.set(NAMES[part as keyof PageParts], value);
  }
  const text = query.toString();
  return text === '' ? ROUTES[page] : `${ROUTES[page]}?${text}`;
}

export function readPageParts(query: URLSearchParams): PageParts {
  const part = (name: string) => query.get(name) || null;
  return {
    ward: part(WARD),
    documentId: part(DOCUMENT),
    sectionId: part(SECTION),
    id: part(ID),
    question: part(QUESTION),
    code: part(CODE),
  };
}
