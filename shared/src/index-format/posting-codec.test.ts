import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeNumbers, decodePosting, encodeNumbers, encodePosting } from './posting-codec.ts';

it('gives back every occurrence, in order', () => {
  const occurrence = fc.record({ passage: fc.nat(5_000), position: fc.nat(200_000), variant: fc.nat(6) });
  fc.assert(
    fc.property(fc.uniqueArray(occurrence, { selector: (o) => `${o.passage} ${o.position}` }), (list) => {
      const entries = list.sort((left, right) => left.passage - right.passage || left.position - right.position);
      const posting = decodePosting(encodePosting(entries, 7), 7);
      const found = posting.passages.flatMap((passage, at) => {
        const slots = [...posting.positions.keys()].slice(posting.starts[at], posting.starts[at + 1]);
        return slots.map((slot) => ({ passage, position: posting.positions[slot], variant: posting.variants[slot] }));
      });
      expect(found).toEqual(entries);
    }),
  );
});

it('keeps whole numbers of any size as plain ASCII', () => {
  fc.assert(
    fc.property(fc.array(fc.nat()), (numbers) => {
      const text = encodeNumbers(numbers);
      expect(decodeNumbers(text)).toEqual(numbers);
      expect(text).toMatch(/^[\x30-\x6f]*$/);
    }),
  );
});
