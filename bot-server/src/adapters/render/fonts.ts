import { createRequire } from 'node:module';
import type { TextBlock } from '../../ports/renderer.ts';

const file = (name: string) => createRequire(import.meta.url).resolve(`@expo-google-fonts/noto-sans/${name}`);

/** Noto Sans (SIL Open Font License) has the letters of Vietnamese and of the Central Highlands' languages. */
export const FAMILY = 'Noto Sans';
export const FONT_FILES: Readonly<Record<TextBlock['weight'], string>> = {
  regular: file('400Regular/NotoSans_400Regular.ttf'),
  bold: file('600SemiBold/NotoSans_600SemiBold.ttf'),
};
export const FONT_WEIGHTS: Readonly<Record<TextBlock['weight'], number>> = { regular: 400, bold: 600 };
/** Of a line, above and below its baseline, as multiples of the size. Both weights have the same. */
export const [ASCENT, DESCENT] = [1.069, 0.293];
