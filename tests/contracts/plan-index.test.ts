import { rmSync } from 'node:fs';
import type { ParsedPlan } from '@phuong-so/shared/domain/plan';
import { strandWords } from '@phuong-so/shared/index-format/strand-codec';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SqlitePlanIndex } from '../../bot-server/src/adapters/index/sqlite-plan-index.ts';
import { buildSmallIndex, makeIndexFolder, SMALL_WARDS } from '../fixtures/small-index.ts';
import { sourceOf } from '../fixtures/small-plans.ts';

let folder: string;

beforeEach(() => {
  folder = makeIndexFolder();
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('what a plan index gives', () => {
  it('lists its wards, and gives back each plan exactly as it was parsed', () => {
    buildSmallIndex(folder);
    const index = SqlitePlanIndex.open(folder);
    expect(index.wards().map((ward) => ward.key)).toEqual(['an-hai', 'bo-de', 'dong-ba']);
    for (const [key, plan] of Object.entries(SMALL_WARDS)) {
      expect(structuredClone(index.ward(key)?.documents[0]?.plan)).toEqual(plan);
      expect(index.ward(key)?.profile.key).toBe(key);
    }
    expect(index.ward('no-such-ward')).toBeNull();
    index.close();
  });

  it('finds tasks and paragraphs, with sentences whose quotes are in the source', () => {
    buildSmallIndex(folder);
    const index = SqlitePlanIndex.open(folder);
    const hits = index.search({ ward: 'bo-de', query: 'lớp kỹ năng số', limit: 5 });
    expect(hits[0]).toMatchObject({ kind: 'task', ref: 't1', documentId: 'plan', ward: 'bo-de' });
    const source = index.ward('bo-de')?.documents[0]?.collapsedSource ?? '';
    for (const sentence of hits.flatMap((hit) => hit.sentences)) expect(source).toContain(sentence.quote);
    expect(index.search({ ward: 'bo-de', query: 'lớp kỹ năng số', kinds: ['section'], limit: 5 })).not.toContainEqual(
      expect.objectContaining({ kind: 'task' }),
    );
    index.close();
  });

  it('gives what answers are made of, ready to be ranked: a snippet a fact, with its words and the passage it is found by', () => {
    buildSmallIndex(folder);
    const index = SqlitePlanIndex.open(folder);
    const ward = index.ward('bo-de');
    const { snippets = [], strands, documents = [], units } = ward ?? {};
    expect(snippets.map(({ kind, text }) => [kind, text])).toEqual([
      ['sentence', 'Lắp Internet công cộng tại nhà văn hóa.'],
      ['sentence', 'Phủ sóng 5G toàn phường.'],
      ['task', 'Mở lớp kỹ năng số cho người dân'],
      ['task', 'Trang bị loa truyền thanh thông minh'],
    ]);
    const [, coverage, lesson] = snippets;
    expect(coverage).toMatchObject({ own: ' phu song 5 g toan phuong ', inSection: true, sectionId: 'I' });
    const words = (strand = 0) => (strands ? strandWords(strands, strand).join(' ') : '');
    expect(words(coverage?.strands.ownMarked)).toBe('phủ sóng 5 g toàn phường');
    expect(words(coverage?.strands.near)).toBe('lap internet cong cong tai nha van hoa phu song 5 g toan phuong');
    expect(words(coverage?.strands.far)).toBe('ha tang so');
    for (const { quotes } of snippets)
      for (const quote of quotes) expect(documents[0]?.collapsedSource).toContain(quote);
    const found = index.search({ ward: 'bo-de', query: 'lớp kỹ năng số', limit: 1 })[0];
    expect(lesson?.passageId).toBe(found?.passageId);
    expect(lesson?.kind === 'task' && lesson.task.id).toBe('t1');
    expect(units).toEqual({ printed: ['Phòng Văn hóa - Xã hội'], ids: ['vhxh'] });
    expect(documents[0]?.outline).toEqual([{ id: 'I', parentId: null, level: 1, label: 'I', title: 'Hạ tầng số' }]);
    expect(documents[0]?.foldedSource).toContain(' tai nha van hoa phu song 5 g ');
    index.close();
  });

  it('scores the sentence that answers above its neighbour', () => {
    buildSmallIndex(folder);
    const index = SqlitePlanIndex.open(folder);
    const hit = index.search({ ward: 'bo-de', query: 'phủ sóng 5G', kinds: ['section'], limit: 1 })[0];
    const [internet, coverage] = hit?.sentences ?? [];
    expect(coverage?.score).toBeGreaterThan(internet?.score ?? 0);
    expect(coverage?.matchedShare).toBeCloseTo(1);
    index.close();
  });
});

describe('wards stay apart', () => {
  it('never returns another ward’s passage, whatever is asked', () => {
    buildSmallIndex(folder);
    const index = SqlitePlanIndex.open(folder);
    const words = fc.constantFrom(
      'Internet',
      'chợ',
      'bến xe',
      'nhà văn hóa',
      'tiền mặt',
      'bo-de',
      'dong-ba',
      'ward',
      '*',
      '"',
      'OR',
    );
    const query = fc.oneof(
      fc.array(words, { maxLength: 8 }).map((list) => list.join(' ')),
      fc.string({ unit: 'grapheme' }),
    );
    const sources = Object.fromEntries(Object.entries(SMALL_WARDS).map(([key, plan]) => [key, sourceOf(plan)]));
    fc.assert(
      fc.property(query, fc.constantFrom(...Object.keys(SMALL_WARDS)), (text, ward) => {
        for (const hit of index.search({ ward, query: text, limit: 50 })) {
          expect(hit.ward).toBe(ward);
          for (const sentence of hit.sentences) expect(sources[ward]).toContain(sentence.quote);
        }
      }),
      { numRuns: 300 },
    );
    index.close();
  });

  it('gives the same passages and shares however many other wards stand in the index', () => {
    const alone = makeIndexFolder();
    buildSmallIndex(folder);
    buildSmallIndex(alone, { 'bo-de': SMALL_WARDS['bo-de'] as ParsedPlan });
    const ask = (from: string) => {
      const index = SqlitePlanIndex.open(from);
      const hits = index.search({ ward: 'bo-de', query: 'internet ở nhà văn hóa', limit: 10 });
      index.close();
      return hits.map(({ ref, score, matchedShare }) => ({ ref, score, matchedShare }));
    };
    expect(ask(folder)).toEqual(ask(alone));
    expect(ask(folder).length).toBeGreaterThan(0);
    rmSync(alone, { recursive: true, force: true });
  });
});

describe('any text is a question', () => {
  it('never throws, and gives shares between 0 and 1', () => {
    buildSmallIndex(folder);
    const index = SqlitePlanIndex.open(folder);
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.string({ unit: 'grapheme', maxLength: 400 }),
    );
    fc.assert(
      fc.property(
        text,
        fc.array(fc.record({ term: text, weight: fc.double() }), { maxLength: 3 }),
        (query, expansions) => {
          for (const hit of index.search({ ward: 'bo-de', query, expansions, limit: 5 })) {
            expect(hit.matchedShare).toBeGreaterThanOrEqual(0);
            expect(hit.matchedShare).toBeLessThanOrEqual(1);
            expect(Number.isFinite(hit.score)).toBe(true);
          }
        },
      ),
      { numRuns: 300 },
    );
    index.close();
  });

  it.each([
    ['full-text syntax', '"NEAR( OR ) * ^ {a b}: -5G" AND NOT'],
    ['100 kB', 'phủ sóng 5G '.repeat(8_000)],
    ['right to left', '\u202Ephủ sóng 5G\u202C مرحبا'],
    ['zero width and NUL', 'p\u200Bhủ\u0000 só\u200Dng 5G'],
  ])('%s still finds what is there', (_name, query) => {
    buildSmallIndex(folder);
    const index = SqlitePlanIndex.open(folder);
    expect(index.search({ ward: 'bo-de', query, limit: 3 })[0]?.text).toContain('5G');
    index.close();
  });

  it('nothing that can be looked up gives nothing', () => {
    buildSmallIndex(folder);
    const index = SqlitePlanIndex.open(folder);
    for (const query of ['', '   ', '?!…', '\u0000', 'xyzzy']) {
      expect(index.search({ ward: 'bo-de', query, limit: 5 })).toEqual([]);
    }
    for (const limit of [0, -1, Number.NaN]) expect(index.search({ ward: 'bo-de', query: '5G', limit })).toEqual([]);
    index.close();
  });
});
