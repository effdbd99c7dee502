import { expect, it } from 'vitest';
import { launchAddress, launchWard } from './launch-address.ts';

it.each([
  [
    'p=trich-dan/an-binh&van-ban=plan-1&muc=IV.2&trich=b%C3%A1o',
    '/trich-dan/an-binh?van-ban=plan-1&muc=IV.2&trich=b%C3%A1o',
  ],
  ['p=chon-phuong&env=TESTING', '/chon-phuong'],
  ['p=dich-vu/thu-tuc&ma=khai-sinh&phuong=an-binh', '/dich-vu/thu-tuc?phuong=an-binh&ma=khai-sinh'],
  ['', null],
  ['van-ban=plan-1&muc=IV.2', null],
  ['p=https://evil.example/', null],
  ['p=//evil.example/trich-dan/x', null],
  ['p=trich-dan/../../x', null],
  ['p=javascript:alert(1)', null],
])('?%s opens %s', (query, address) => {
  expect(launchAddress(new URLSearchParams(query))).toBe(address);
});

it.each([
  ['phuong=an-binh', 'an-binh'],
  ['p=hoi-dap&phuong=an-binh', 'an-binh'],
  ['p=ke-hoach/muc&phuong=an-binh&van-ban=plan-1&muc=I', null],
  ['p=chi-tieu&phuong=an-binh', null],
])('?%s chooses the ward %s', (query, ward) => {
  expect(launchWard(new URLSearchParams(query))).toBe(ward);
});
