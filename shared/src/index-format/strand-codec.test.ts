import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeStrands, encodeStrands, strandWords } from './strand-codec.ts';

it('gives back every text word for word, empty ones too', () => {
  const word = fc.string({ minLength: 1 }).filter((text) => !text.includes(' '));
  fc.assert(
    fc.property(fc.array(fc.array(word, { maxLength: 6 }), { maxLength: 50 }), (strands) => {
      const read = decodeStrands(encodeStrands(strands));
      expect(strands.map((_, at) => strandWords(read, at))).toEqual(strands);
      expect(read.starts).toHaveLength(strands.length + 1);
    }),
  );
});
