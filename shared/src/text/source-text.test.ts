import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collapseSource, SourceText } from './source-text.ts';

describe('quoting a source', () => {
  const source = new SourceText(
    'Nghị quyết số 71/NQ-\n CP **ngày 1/4**. Tỷ lệ\t$\\geq 75\\%$\t<p>Một đoạn.</p>\n\n<p>Đoạn hai.</p> Pho\u0300ng VH-XH',
  );

  it('finds the source’s own characters for a repaired text', () => {
    expect(source.locate('Nghị quyết số 71/NQ-CP ngày 1/4')?.quote).toBe('Nghị quyết số 71/NQ- CP ngày 1/4');
    expect(source.locate('Tỷ lệ ≥75%')?.quote).toBe('Tỷ lệ $\\geq 75\\%');
    expect(source.locate('Phòng VH-XH')?.quote).toBe('Pho\u0300ng VH-XH');
  });

  it('never quotes over the end of a paragraph tag', () => {
    expect(source.locate('Một đoạn. Đoạn hai.')).toBeNull();
    expect(source.locate('Đoạn hai.')?.quote).toBe('Đoạn hai.');
  });

  it('says that what is not there is not there', () => {
    expect(source.locate('Nghị quyết số 72')).toBeNull();
    expect(source.locate('')).toBeNull();
    expect(source.contains('')).toBe(false);
  });

  it('gives only exact substrings, whatever the source holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.nat(200), fc.nat(40), (raw, start, length) => {
        const text = new SourceText(raw);
        const part = collapseSource(raw).slice(start, start + length);
        const found = text.locate(part);
        if (found) expect(text.collapsed).toContain(found.quote);
      }),
    );
  });
});
