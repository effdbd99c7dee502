import { describe, expect, it } from 'vitest';
import type { ServiceCard } from '../../api/phuong-so-api.ts';
import { findServices } from './find-services.ts';

const card = (id: string, title: string, also: string[], situations: string[] = []): ServiceCard => ({
  ...{ id, title, also, situations },
  summary: '',
  field: 'Khác',
});

const ALL = [
  card('khai-sinh', 'Đăng ký khai sinh', ['làm giấy khai sinh', 'khai sinh cho con'], ['mới sinh con']),
  card('ket-hon', 'Đăng ký kết hôn', ['giấy kết hôn'], ['sắp cưới']),
  card('tam-tru', 'Đăng ký tạm trú', ['ở trọ'], ['thuê nhà']),
  card('sao-y', 'Chứng thực bản sao', ['sao y', 'photo công chứng']),
  card('bao-hiem', 'Tham gia bảo hiểm y tế hộ gia đình', ['mua thẻ bảo hiểm'], ['mất việc']),
  card('ho-ngheo', 'Công nhận hộ nghèo, hộ cận nghèo', ['sổ hộ nghèo']),
];
const idsOf = (sought: string) => findServices(ALL, sought).map(({ id }) => id);

describe('finding a procedure by what somebody types', () => {
  it.each([
    ['lam giay khai sinh cho con', 'khai-sinh'],
    ['xin so ho ngheo', 'ho-ngheo'],
    ['tôi sắp cưới thì phải làm gì', 'ket-hon'],
    // As it sounds, and as people abbreviate.
    ['xao i giấy tờ', 'sao-y'],
    ['đăng kí tạm chú', 'tam-tru'],
    ['gia hạn bhyt', 'bao-hiem'],
    ['dk ket hon', 'ket-hon'],
    // While it is being typed.
    ['khai si', 'khai-sinh'],
  ])('%s', (sought, id) => expect(idsOf(sought)[0]).toBe(id));

  it('offers nothing for something else', () => {
    expect(idsOf('đèn đường hỏng')).toEqual([]);
    expect(idsOf('giấy phép kinh doanh')).not.toContain('khai-sinh');
  });

  it('leaves the list as it is while nothing is sought', () => expect(idsOf('  ')).toHaveLength(ALL.length));
});
