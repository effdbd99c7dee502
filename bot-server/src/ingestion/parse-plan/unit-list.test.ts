import { UnitDirectory } from '@phuong-so/shared/domain/unit-directory';
import { describe, expect, it } from 'vitest';
import { isUnitList, readUnitList, unitsOfCell } from './unit-list.ts';

const units = new UnitDirectory([
  { id: 'kt', name: 'Phòng Kinh tế, Hạ tầng và Đô thị', kind: 'department', spellings: [], nicknames: [] },
  { id: 'hcc', name: 'Trung tâm phục vụ hành chính công', kind: 'centre', spellings: [], nicknames: [] },
  { id: 'tdp', name: 'Tổ dân phố', kind: 'neighbourhood', spellings: [], nicknames: [] },
]);

describe('unitsOfCell', () => {
  it.each([
    ['Phòng Kinh tế, Hạ tầng và Đô thị.', ['Phòng Kinh tế, Hạ tầng và Đô thị']],
    ['Sở Khoa học và Công nghệ, các đơn vị liên quan', ['Sở Khoa học và Công nghệ', 'các đơn vị liên quan']],
    ['Các cơ quan, đơn vị, Tổ dân phố', ['Các cơ quan, đơn vị', 'Tổ dân phố']],
    [
      'Các phòng, ban, ngành, đơn vị thuộc phường, đơn vị liên quan.',
      ['Các phòng, ban, ngành, đơn vị thuộc phường', 'đơn vị liên quan'],
    ],
    ['Các phòng, ban, ngành, đơn vị đơn vị liên quan.', ['Các phòng, ban, ngành, đơn vị đơn vị liên quan']],
    ['Công an phường; Trạm Y tế\nBan Quản lý chợ', ['Công an phường', 'Trạm Y tế', 'Ban Quản lý chợ']],
    ['- Công an phường\n- Hội Nông dân phường', ['Công an phường', 'Hội Nông dân phường']],
    ['Đồng chí phụ trách văn hóa', ['Đồng chí phụ trách văn hóa']],
    ['-', []],
    ['', []],
  ])('%s', (cell, names) => {
    expect(unitsOfCell(cell, units)).toEqual(names);
  });
});

describe('readUnitList', () => {
  const names = (text: string): string[] => readUnitList(text, units).map((unit) => unit.name);

  it('ends a name where the work begins', () => {
    expect(names('Phòng Nội vụ và Dân tộc chủ trì, phối hợp')).toEqual(['Phòng Nội vụ và Dân tộc']);
    expect(names('Thủ trưởng các phòng, ban, ngành thuộc Phường và các đơn vị có liên quan tập trung chỉ đạo')).toEqual(
      ['Thủ trưởng các phòng, ban, ngành thuộc Phường', 'các đơn vị có liên quan'],
    );
  });

  it('knows units of two table columns by the missing separator', () => {
    expect(
      readUnitList('Trung tâm phục vụ hành chính công Các phòng chuyên môn', units).map((unit) => unit.separator),
    ).toEqual(['', '']);
    expect(readUnitList('Các cơ quan, đơn vị, Tổ dân phố', units).map((unit) => unit.separator)).toEqual(['', ',']);
  });

  it.each([
    'Tổ chức tuyên truyền',
    'Ban hành kế hoạch',
    'Phòng, chống lừa đảo',
    'phòng ngừa rủi ro',
    'Hội nghị tổng kết',
    'đoàn viên thanh niên',
  ])('takes "%s" for no unit', (text) => {
    expect(names(text)).toEqual([]);
  });
});

describe('isUnitList', () => {
  it('tells a heading that names units from one that names work', () => {
    expect(
      isUnitList('Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam phường và các tổ chức đoàn thể chính trị - xã hội.', units),
    ).toBe(true);
    expect(isUnitList('Phòng Kinh tế, Hạ tầng và Đô thị', units)).toBe(true);
    expect(isUnitList('Phát triển hạ tầng số', units)).toBe(false);
  });
});
