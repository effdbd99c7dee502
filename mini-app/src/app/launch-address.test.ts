import { expect, it } from 'vitest';
import { launchAddress } from './launch-address.ts';

it.each([
  [
    'p=trich-dan/an-binh/plan-1/IV.2&quote=b%C3%A1o%20c%C3%A1o',
    '/trich-dan/an-binh/plan-1/IV.2?quote=b%C3%A1o%20c%C3%A1o',
  ],
  ['p=/chon-phuong', '/chon-phuong'],
  ['', null],
  ['p=https://evil.example/', null],
  ['p=//evil.example/trich-dan/', null],
  ['p=javascript:alert(1)', null],
])('?%s opens %s', (query, address) => {
  expect(launchAddress(new URLSearchParams(query))).toBe(address);
});
