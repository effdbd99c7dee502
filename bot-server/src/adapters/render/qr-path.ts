import qrcode from 'qrcode-generator';
import type { QrCode } from '../../ports/renderer.ts';

/** Light modules around the code. Source: ISO/IEC 18004, four on each side. */
const QUIET = 4;

/** The dark modules as one SVG path, absolute in the sheet; modules beside each other are one rectangle. */
export function qrPath({ text, x, y, size }: QrCode): string {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const count = code.getModuleCount();
  const module = size / (count + 2 * QUIET);
  const parts: string[] = [];
  for (let row = 0; row < count; row += 1) {
    for (let from = 0; from < count; from += 1) {
      if (!code.isDark(row, from)) continue;
      let to = from;
      while (to < count && code.isDark(row, to)) to += 1;
      const [left, top] = [x + (QUIET + from) * module, y + (QUIET + row) * module];
      parts.push(
        `M${point(left)} ${point(top)}h${point((to - from) * module)}v${point(module)}h${point((from - to) * module)}z`,
      );
      from = to;
    }
  }
  return parts.join('');
}

const point = (value: number) => Number(value.toFixed(3));
