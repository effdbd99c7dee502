import { describe, expect, it } from 'vitest';
import { UnitDirectory } from './unit-directory.ts';
import type { Unit } from './units.ts';

const unit = (
  id: string,
  name: string,
  kind: Unit['kind'],
  spellings: string[] = [],
  nicknames: string[] = [],
): Unit => ({
  id,
  name,
  kind,
  spellings,
  nicknames,
});

const units = new UnitDirectory([
  unit('vhxh', 'Phòng Văn hóa - Xã hội', 'department', ['Phòng VH-XH', 'VHXH'], ['văn xã']),
  unit('kinh-te', 'Phòng Kinh tế', 'department'),
  unit('kt-ht-dt', 'Phòng Kinh tế, Hạ tầng và Đô thị', 'department', [], ['ktht']),
  unit('van-phong', 'Văn phòng HĐND và UBND', 'department', [], ['văn phòng']),
  unit('cong-an', 'Công an phường', 'police', ['Công an']),
  unit('cong-an-tp', 'Công an thành phố', 'higher'),
  unit('to-dan-pho', 'Tổ dân phố', 'neighbourhood', ['Thôn'], ['tdp']),
  unit('truong-hoc', 'Các trường học trên địa bàn phường', 'school', ['các trường học']),
  unit('cac-phong-ban', 'Các phòng, ban, ngành', 'group', ['các phòng, ban', 'các phòng, ngành']),
  unit('co-quan-don-vi', 'Các cơ quan, đơn vị', 'group', ['đơn vị liên quan', 'các đơn vị']),
]);

describe('resolve', () => {
  it.each([
    ['Phòng Văn hoá – Xã hội', ['vhxh']],
    ['phòng Văn hóa xã hội phường', ['vhxh']],
    ['PHÒNG VH-XH', ['vhxh']],
    ['Pho\u0300ng VH-XH', ['vhxh']],
    ['Phòng Kinh tế, Hạ tầng & Đô thị', ['kt-ht-dt']],
    ['Phòng Kinh tế', ['kinh-te']],
    ['Văn phòng HĐND & UBND phường', ['van-phong']],
    ['Công an thành phố', ['cong-an-tp']],
    ['công an phường', ['cong-an']],
    ['Thủ trưởng các phòng, ban, ngành thuộc Phường', ['cac-phong-ban']],
    ['Các phòng, ban, ngành, đơn vị đơn vị liên quan', ['cac-phong-ban']],
    ['các tổ dân phố, trường học', ['to-dan-pho', 'truong-hoc']],
    ['Các phòng, ban; công an phường; đơn vị liên quan', ['cac-phong-ban', 'cong-an', 'co-quan-don-vi']],
  ])('%s → %s', (printed, ids) => {
    expect(units.resolve(printed)).toEqual(ids);
  });

  it('takes no longer name for the unit it begins with', () => {
    expect(units.resolve('Phòng Kinh tế Môi trường')).toEqual([]);
    expect(units.resolve('Ban Quản lý chợ')).toEqual([]);
  });
});

describe('find', () => {
  const found = (typed: string): string[] => units.find(typed).map((mention) => mention.unit.id);

  it('finds units with and without tone marks, the longest name first', () => {
    expect(found('phong kinh te, ha tang va do thi lam gi')).toEqual(['kt-ht-dt']);
    expect(found('Phòng Kinh tế và công an phường')).toEqual(['kinh-te', 'cong-an']);
    expect(found('phong van hoa xa hoi co bao nhieu viec')).toEqual(['vhxh']);
  });

  it('says where the name stands', () => {
    const [mention] = units.find('Việc của tdp là gì?');
    expect(mention).toMatchObject({ matched: 'tdp', start: 9, end: 12 });
  });

  it('takes no other word for a unit', () => {
    expect(found('thon thả')).toEqual([]);
    expect(found('các đơn vị nào chủ trì')).toEqual(['co-quan-don-vi']);
    expect(found('đơn vị nào chủ trì')).toEqual([]);
  });
});

describe('withPrinted', () => {
  it('gives unknown units an id of their own and keeps known ones', () => {
    const more = units.withPrinted(['Trung tâm Văn hóa phường', 'Phòng Văn hoá - Xã hội']);
    expect(more.resolve('trung tâm văn hoá')).toEqual(['trung-tam-van-hoa']);
    expect(more.get('trung-tam-van-hoa')?.kind).toBe('centre');
    expect(more.units).toHaveLength(units.units.length + 1);
  });
});

describe('withinWard', () => {
  it('lets the short name mean the ward’s own unit', () => {
    const ward = units.withinWard(['vhxh', 'kt-ht-dt', 'cong-an']);
    expect(ward.find('phòng kinh tế').map((mention) => mention.unit.id)).toEqual(['kt-ht-dt']);
    expect(
      units
        .withinWard(['kinh-te'])
        .find('phòng kinh tế')
        .map((mention) => mention.unit.id),
    ).toEqual(['kinh-te']);
  });
});
