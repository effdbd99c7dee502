import { convertMillimetersToTwip, type IRunPropertiesOptions } from 'docx';

/**
 * Measures of Nghị định 30/2020/NĐ-CP, phụ lục I, phần I: A4; upper and lower margin 20 to 25 mm, left 30 to 35, right 15 to
 * 20; Times New Roman, black; the text 13 to 14 points, first lines 1 or 1.27 cm in, at least 6 points between paragraphs.
 */
export const FONT = 'Times New Roman';
export const PAGE = {
  size: { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) },
  margin: {
    top: convertMillimetersToTwip(20),
    bottom: convertMillimetersToTwip(20),
    left: convertMillimetersToTwip(30),
    right: convertMillimetersToTwip(15),
    header: convertMillimetersToTwip(10),
    footer: convertMillimetersToTwip(10),
  },
};
/** Between the margins, in twentieths of a point, as every length here. */
export const TEXT_WIDTH = PAGE.size.width - PAGE.margin.left - PAGE.margin.right;
export const FIRST_LINE = convertMillimetersToTwip(12.7);
export const points = (value: number) => value * 20;

/** A run of letters of so many points. */
export function letters(size: number, more: Omit<IRunPropertiesOptions, 'size' | 'font'> = {}): IRunPropertiesOptions {
  // docx counts halves of a point.
  return { font: FONT, size: size * 2, ...more };
}

/** Where nobody has said what belongs there. */
export const OPEN = '……………………';
export const OPEN_SHORT = '……';

/** XML holds neither control signs nor halves of signs. */
const UNWRITABLE = /[\p{Cc}\p{Cs}\p{Cn}\u{fffe}\u{ffff}]/gu;

/** One line of text as XML can hold it; line breaks and tabs become spaces. */
export function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\n\r\t\v\f]+/gu, ' ')
    .replace(UNWRITABLE, '');
}
