/**
 * Makes a picture or a printable file of a sheet. Both have the same lines at the same places, in a font that has every
 * Vietnamese letter; text in the PDF can be selected, searched and read aloud.
 */
export interface Renderer {
  /** `pixels`: how wide; the height follows. */
  png(sheet: Sheet, pixels: number): Promise<Uint8Array>;
  pdf(sheet: Sheet): Promise<Uint8Array>;
  /** How high the text will be once it is broken into lines, in points. */
  heightOf(block: TextBlock): number;
}

/** One page. All measures in points, 72 to the inch, from its upper left corner; later items lie on earlier ones. */
export interface Sheet {
  /** What a reader of the file is told that it is. */
  readonly title: string;
  readonly author: string;
  /** Written into the file, so that the same sheet is the same bytes. */
  readonly madeAt: Date;
  readonly width: number;
  readonly height: number;
  readonly items: readonly SheetItem[];
}

/** A4 standing. */
export const A4_PORTRAIT = { width: 595.28, height: 841.89 } as const;
/** A4 lying. */
export const A4_LANDSCAPE = { width: 841.89, height: 595.28 } as const;

export type SheetItem = Box | Shape | TextBlock | QrCode;

export interface Box {
  readonly kind: 'box';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** "#rrggbb", here and below; absent = none. */
  readonly fill?: string;
  readonly stroke?: string;
  readonly lineWidth?: number;
  readonly radius?: number;
}

/** Anything else that is drawn; decoration, which is not read aloud. */
export interface Shape {
  readonly kind: 'shape';
  /** An SVG path, absolute in the sheet. */
  readonly path: string;
  readonly fill?: string;
  readonly stroke?: string;
  readonly lineWidth?: number;
}

/** Broken into lines where it is wider than `width`, never beyond it; "\n" breaks too. */
export interface TextBlock {
  readonly kind: 'text';
  readonly text: string;
  readonly x: number;
  /** Upper edge of the first line. */
  readonly y: number;
  readonly width: number;
  readonly align: 'left' | 'center' | 'right';
  readonly size: number;
  readonly weight: 'regular' | 'bold';
  readonly colour: string;
  /** Distance of lines as a multiple of the size; absent = 1.4. */
  readonly leading?: number;
  /** The size shrinks, down to half, until the text takes no more lines than these. */
  readonly mostLines?: number;
  /** Part of the drawing, such as a watermark: not read aloud. */
  readonly decoration?: boolean;
}

/** Square, with the quiet zone around it that scanners need. */
export interface QrCode {
  readonly kind: 'qr';
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}
