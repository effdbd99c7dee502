import { collapseSource } from '@phuong-so/shared/text/source-text';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Service } from '../../bot-server/src/app/compose.ts';
import { realService } from '../fixtures/real-service.ts';

let service: Service;
beforeAll(async () => {
  service = await realService();
});
afterAll(() => service.close());

/** Pieces that have broken search boxes before, beside what people really write. */
const PIECES = [
  'AI',
  'kế hoạch',
  'chuyển đổi số',
  'phòng nào',
  'bao nhiêu %',
  'phụ lục III',
  '"',
  '*',
  'NEAR(',
  'AND OR NOT',
  '^',
  ':',
  '-',
  '(',
  ')',
  '{}',
  "';--",
  '\u0000',
  '\u202E',
  '\u200B',
  '\u0301\u0301',
  '𝔄',
  '🇻🇳',
  '<p>',
  '$\\geq',
  '%%',
  'http://x',
  '999999999999',
  'năm 2030',
  'giấy khai sinh',
  'lệ phí',
  'sao y',
  'học VNeID',
  'mới sinh con',
  'đăng ký cư trú',
  'Trần Liễu',
  'tổ',
];
const odd = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc
    .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 8 })), { maxLength: 40 })
    .map((pieces) => pieces.join(' ')),
);

describe('any text at all', () => {
  it('gets an answer that fits a chat, and every citation is in the source or file that it names', async () => {
    const index = service.index.current();
    const wards = [...index.wards().map(({ key }) => key), null];
    await fc.assert(
      fc.asyncProperty(
        odd,
        fc.constantFrom(...wards),
        fc.constantFrom('resident', 'leader', 'official'),
        async (question, ward, role) => {
          const answer = await service.answer({ ward, role, unit: null, question, conversationId: null });
          expect(answer.text.length).toBeGreaterThan(0);
          expect(answer.text.length).toBeLessThanOrEqual(2_000);
          if (answer.outcome === 'answered' || answer.outcome === 'partial')
            expect(answer.citations.length).toBeGreaterThan(0);
          for (const citation of answer.citations) {
            const documents = index.ward(citation.ward ?? '')?.documents ?? [];
            expect(citation.quote.length).toBeGreaterThanOrEqual(15);
            if (citation.source !== 'plan') {
              expect(service.library.current().source(citation.document)).toContain(citation.quote);
              continue;
            }
            expect(
              documents.some(({ collapsedSource }) => collapsedSource.includes(collapseSource(citation.quote))),
            ).toBe(true);
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it('of 100 kB is answered like a short one', async () => {
    for (const piece of ['a', 'chuyển đổi số ', '\u202E', '((((', '0', 'phòng nào làm gì năm 2030? ']) {
      const question = piece.repeat(Math.ceil(100_000 / piece.length));
      const answer = await service.answer({
        ward: 'tran-lieu',
        role: 'resident',
        unit: null,
        question,
        conversationId: null,
      });
      expect(answer.text.length).toBeGreaterThan(0);
    }
  });
});
