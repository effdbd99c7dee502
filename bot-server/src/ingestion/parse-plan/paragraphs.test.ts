import type { SourceLine } from '@phuong-so/shared/domain/source-document';
import { describe, expect, it } from 'vitest';
import { readFlow, wrapWidth } from './paragraphs.ts';
import { RepairLog } from './repair.ts';

function line(text: string, more: Partial<SourceLine> = {}): SourceLine {
  return { kind: 'line', text, whole: false, blankBefore: true, bold: false, centred: false, page: null, ...more };
}

function paragraphs(lines: readonly SourceLine[]): string[] {
  return readFlow(lines, wrapWidth(lines), new RepairLog()).map((item) =>
    item.kind === 'table'
      ? 'table'
      : [item.label?.text ?? item.marker, item.text].filter((part) => part !== '').join(' | '),
  );
}

const WIDE = 'phường phối hợp với các cơ quan, đơn vị trên địa bàn tổ chức thực hiện hiệu quả';

describe('readFlow', () => {
  it('joins the lines of a sentence although each is followed by an empty line', () => {
    expect(
      paragraphs([line(`- Ủy ban nhân dân ${WIDE}`), line('các nhiệm vụ được giao.'), line('- Việc khác.')]),
    ).toEqual([`- | Ủy ban nhân dân ${WIDE} các nhiệm vụ được giao.`, '- | Việc khác.']);
  });

  it('closes up a document number that is broken at its hyphen', () => {
    expect(
      paragraphs([line(`1. Thực hiện ${WIDE} số 71/NQ-`), line(`CP ngày 01/4/2025 và ${WIDE}`), line('khác.')])[0],
    ).toContain('71/NQ-CP ngày');
  });

  it('ends a heading before its text, whose first word had room on the line', () => {
    expect(paragraphs([line('1. Mục đích'), line(`Triển khai ${WIDE}`), line('các nhiệm vụ.')])).toEqual([
      '1 | Mục đích',
      `Triển khai ${WIDE} các nhiệm vụ.`,
    ]);
  });

  it('takes no hyphen inside a name for a bullet', () => {
    expect(paragraphs([line(`2. Giao ${WIDE} cho Phòng Văn hóa`), line('- Xã hội chủ trì.')])).toEqual([
      `2 | Giao ${WIDE} cho Phòng Văn hóa - Xã hội chủ trì.`,
    ]);
  });

  it('parts a bullet that is printed on the line of the bullet before it', () => {
    expect(paragraphs([line('- Xây dựng chợ số, cửa hàng số. - Triển khai cơ sở dữ liệu.')])).toEqual([
      '- | Xây dựng chợ số, cửa hàng số.',
      '- | Triển khai cơ sở dữ liệu.',
    ]);
  });

  it('never joins whole paragraphs', () => {
    expect(paragraphs([line('một đoạn', { whole: true }), line('đoạn khác', { whole: true })])).toEqual([
      'một đoạn',
      'đoạn khác',
    ]);
  });

  it('goes on over a page break where every line is a paragraph', () => {
    const long = `${WIDE}, ${WIDE}, ${WIDE}`;
    expect(
      paragraphs([line(`- Yêu cầu ${long} kiểm tra,`), line(`giám sát ${long}.`), line(`Đoạn sau ${long}.`)]),
    ).toHaveLength(2);
  });
});
