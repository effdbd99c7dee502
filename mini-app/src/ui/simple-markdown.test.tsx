import '@testing-library/jest-dom/vitest';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { addressesIn } from './addresses-in.ts';
import { SimpleMarkdown } from './simple-markdown.tsx';

afterEach(cleanup);
const show = (text: string) => render(<SimpleMarkdown text={text} />).container;

it('draws paragraphs, lists and bold words', () => {
  const page = show(
    'Mở **VNeID**.\nĐăng nhập.\n\n1. Chọn thủ tục\n2. Điền **tờ khai**\n\n- mang căn cước\n  bản chính\n- mang bút',
  );
  expect(page.querySelector('p')).toHaveTextContent('Mở VNeID. Đăng nhập.');
  expect([...page.querySelectorAll('strong')].map(({ textContent }) => textContent)).toEqual(['VNeID', 'tờ khai']);
  expect([...page.querySelectorAll('ol > li')].map(({ textContent }) => textContent)).toEqual([
    'Chọn thủ tục',
    'Điền tờ khai',
  ]);
  expect(page.querySelector('ul > li')).toHaveTextContent('mang căn cước bản chính');
});

it('goes on counting where a list was parted by an empty line', () => {
  const page = show('1. một\n\n2. hai');
  expect(page.querySelectorAll('ol')[1]).toHaveAttribute('start', '2');
});

it.each([
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '[bấm đây](javascript:alert(1))',
  '**<a href="javascript:alert(1)">x</a>**',
  '- <iframe src="https://evil.example"></iframe>',
])('shows %s as the text that it is', (text) => {
  const page = show(text);
  expect(page.querySelector('a, img, script, iframe')).toBeNull();
  expect(screen.getByText((_, element) => element?.className === 'prose')).toHaveTextContent(
    text.replace(/^- |\*\*/g, ''),
  );
});

it('finds addresses once, without what follows them, and no e-mail', () => {
  expect(
    addressesIn([
      'Mở dichvucong.gov.vn. Xem (https://vneid.gov.vn/huong-dan?a=1), rồi **dichvucong.gov.vn**.',
      'Thư: canbo@phuong.gov.vn; javascript:alert(1); 3.000.000 đồng',
    ]),
  ).toEqual(['dichvucong.gov.vn', 'https://vneid.gov.vn/huong-dan?a=1']);
});
