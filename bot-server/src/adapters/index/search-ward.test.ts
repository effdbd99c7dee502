import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallPlan, smallProfile, sourceOf } from '../../../../tests/fixtures/small-plans.ts';
import { buildIndex } from '../../ingestion/build-index/build-index.ts';
import { SqlitePlanIndex } from './sqlite-plan-index.ts';

const PARAGRAPHS = [
  'Tuyên truyền chuyển đổi số trên hệ thống truyền thanh.',
  'Kể chuyện đời sống ở khu phố cho thiếu nhi.',
  'Hòa giải ở cơ sở và trợ giúp pháp lý.',
  'Nâng cấp đường Thụy Khuê, lát lại vỉa hè.',
  'Thanh toán không dùng tiền mặt tại chợ.',
  'Triển khai kế hoạch bồi dưỡng cán bộ, công chức.',
  'Trồng cây xanh ven đường.',
  'Tập huấn phòng cháy, chữa cháy.',
];

let folder: string;
let index: SqlitePlanIndex;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'search-ward-'));
  const plan = smallPlan([
    { id: 'I', title: 'Nhiệm vụ', paragraphs: PARAGRAPHS },
    {
      id: 'II',
      title: 'An toàn thông tin mạng',
      paragraphs: ['Rà soát định kỳ hằng quý.', 'Báo cáo định kỳ hằng năm.'],
    },
  ]);
  const ward = { key: 'w', profile: smallProfile('w'), plans: [{ documentId: 'd', plan, sourceText: sourceOf(plan) }] };
  buildIndex({ wards: [ward], outDir: folder, builtAt: '2026-11-21T00:00:00Z' });
  index = SqlitePlanIndex.open(folder);
});
afterAll(() => {
  index.close();
  rmSync(folder, { recursive: true, force: true });
});

const first = (query: string): string | undefined => index.search({ ward: 'w', query, limit: 3 })[0]?.text;

describe('Vietnamese as people type it', () => {
  it.each([
    ['without tone marks', 'chuyen doi so tren truyen thanh', 0],
    ['đ as d', 'lat via he duong', 3],
    ['new-style tone place', 'hoà giải', 2],
    ['old-style tone place', 'hòa giải', 2],
    ['new-style tone place on uy', 'đường Thuỵ Khuê', 3],
    ['decomposed letters', 'hòa giải cơ sở'.normalize('NFD'), 2],
    ['capitals', 'TIỀN MẶT', 4],
    ['a letter left out', 'tiền mặt ở chợ, thanh ton', 4],
    ['two letters swapped', 'tuyne truyền trên loa', 0],
    ['a letter doubled', 'bồi dưỡngg cán bộ', 5],
    ['a misspelt word that is a word too, told by its neighbour', 'kế hoach bồi dường', 5],
  ])('%s', (_name, query, expected) => {
    expect(first(query)).toBe(PARAGRAPHS[expected]);
  });

  it('ranks the spelling with the typed marks first', () => {
    expect(first('chuyển')).toBe(PARAGRAPHS[0]);
    expect(first('chuyện')).toBe(PARAGRAPHS[1]);
  });

  it('finds a paragraph through its heading', () => {
    const hits = index.search({ ward: 'w', query: 'an toàn thông tin mạng', limit: 2 });
    expect(hits.map((hit) => hit.sectionId)).toEqual(['II', 'II']);
    expect(hits[0]?.heading).toBe('An toàn thông tin mạng');
  });
});

describe('what the index does not guess', () => {
  it('short words, and words that are Vietnamese and simply not in the plan', () => {
    for (const query of ['xz', 'bóng', 'trang', 'bitcoin']) {
      expect(index.search({ ward: 'w', query, limit: 3 }).filter((hit) => hit.matchedShare > 0.5)).toEqual([]);
    }
  });
});

describe('how much of the question was found', () => {
  const share = (query: string): number => index.search({ ward: 'w', query, limit: 1 })[0]?.matchedShare ?? 0;

  it('is whole when every word is there, and falls with every word that is not', () => {
    expect(share('tiền mặt tại chợ')).toBeCloseTo(1);
    expect(share('tiền mặt tại siêu thị')).toBeLessThan(share('tiền mặt tại chợ'));
    expect(share('giá vàng hôm nay')).toBeLessThan(0.35);
  });

  it('hardly counts question words and politeness', () => {
    expect(share('cho em hỏi tiền mặt tại chợ với ạ')).toBeGreaterThan(0.75);
  });
});

describe('expansions', () => {
  const cash = { term: 'không dùng tiền mặt', weight: 0.6 };

  it('find what is worded differently, and weigh less than what was typed', () => {
    const hits = index.search({ ward: 'w', query: 'quẹt thẻ', expansions: [cash], limit: 1 });
    expect(hits[0]?.text).toBe(PARAGRAPHS[4]);
    expect(hits[0]?.matchedShare).toBe(0);
    const both = index.search({ ward: 'w', query: 'trồng cây', expansions: [cash], limit: 2 });
    expect(both[0]?.text).toBe(PARAGRAPHS[6]);
  });

  it('are credited with the typed words that they stand for', () => {
    const expansions = [{ ...cash, weight: 0.9, replaces: 'quẹt thẻ' }];
    const [hit] = index.search({ ward: 'w', query: 'quẹt thẻ ở chợ', expansions, limit: 1 });
    expect(hit?.text).toBe(PARAGRAPHS[4]);
    expect(hit?.matchedShare).toBeGreaterThan(0.8);
    expect(hit?.sentences[0]?.matchedShare).toBeGreaterThan(0.8);
  });
});
