import { describe, expect, test } from 'vitest';
import { LARGEST_PICTURE, PictureError, parsePicture } from './picture.ts';

const svg = (inner: string, more = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"${more}>${inner}</svg>\n`;

test('a drawing is read as its elements', () => {
  const root = parsePicture(svg('\n  <g fill="none"><circle cx="1" cy="2" r="3"/>\n</g><text x="1">Gọi</text>'));
  expect(root).toMatchObject({ name: 'svg', attributes: { viewBox: '0 0 10 10' } });
  expect(root.children).toMatchObject([
    { name: 'g', children: [{ name: 'circle', attributes: { cx: '1', cy: '2', r: '3' } }] },
    { name: 'text', children: ['Gọi'] },
  ]);
});

describe('what a drawing must not hold is refused', () => {
  test.each([
    ['a script', svg('<script>alert(1)</script>')],
    ['HTML inside', svg('<foreignObject><p>a</p></foreignObject>')],
    ['a foreign picture', svg('<image href="https://la.example/a.png"/>')],
    ['an event', svg('<path d="M0 0" onload="alert(1)"/>')],
    ['an event on top', svg('', ' onload="alert(1)"')],
    ['a link in an attribute', svg('<path d="M0 0" xlink:href="x"/>')],
    ['a style', svg('<style>*{fill:red}</style>')],
    ['a fill from elsewhere', svg('<path d="M0 0" fill="url(https://la.example/a)"/>')],
    ['a colour that no theme changes', svg('<path d="M0 0" fill="#ff0000"/>')],
    ['a comment', svg('<!-- a -->')],
    ['an entity', svg('<text x="1">&lt;</text>')],
    ['a document type', `<!DOCTYPE svg>${svg('')}`],
    ['an attribute without quotes', svg('<circle r=1 />')],
    ['an element that is not closed', svg('<g>')],
    ['an element closed twice', svg('</g>')],
    ['words outside of text', svg('abc')],
    ['two pictures', svg('') + svg('')],
    ['nothing', ''],
    ['no size', '<svg xmlns="http://www.w3.org/2000/svg"></svg>'],
    ['too much', svg('<path d="M0 0"/>'.repeat(LARGEST_PICTURE / 16))],
  ])('%s', (_what, text) => {
    expect(() => parsePicture(text)).toThrow(PictureError);
  });
});
