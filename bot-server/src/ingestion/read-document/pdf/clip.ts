import { apply, type Matrix } from './matrix.ts';
import { isList, type OperatorCodes } from './replay.ts';

/** The part of the page in which drawing shows, in page points. */
export interface Clip {
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
}

export const EVERYWHERE: Clip = { x0: -Infinity, x1: Infinity, y0: -Infinity, y1: Infinity };

/** Follows the clip operators: a clip takes hold with the path that comes after it. */
export class ClipTracker {
  readonly #codes: OperatorCodes;
  readonly #saved: Clip[] = [];
  #pending = false;
  current = EVERYWHERE;

  constructor(codes: OperatorCodes) {
    this.#codes = codes;
  }

  saved(): void {
    this.#saved.push(this.current);
  }

  restored(): void {
    this.current = this.#saved.pop() ?? EVERYWHERE;
  }

  drawn(code: number, args: ArrayLike<unknown>, matrix: Matrix): void {
    if (code === this.#codes.clip || code === this.#codes.eoClip) this.#pending = true;
    else if (code === this.#codes.constructPath && this.#pending) {
      this.#pending = false;
      const box = isList(args[2]) ? boxOf(args[2], matrix) : null;
      if (box !== null) this.current = intersection(this.current, box);
    }
  }
}

function boxOf(bounds: ArrayLike<unknown>, matrix: Matrix): Clip | null {
  const [x0, y0, x1, y1] = [Number(bounds[0]), Number(bounds[1]), Number(bounds[2]), Number(bounds[3])];
  const a = apply(matrix, x0, y0);
  const b = apply(matrix, x1, y1);
  const box = { x0: Math.min(a.x, b.x), x1: Math.max(a.x, b.x), y0: Math.min(a.y, b.y), y1: Math.max(a.y, b.y) };
  return Object.values(box).every(Number.isFinite) ? box : null;
}

function intersection(a: Clip, b: Clip): Clip {
  return { x0: Math.max(a.x0, b.x0), x1: Math.min(a.x1, b.x1), y0: Math.max(a.y0, b.y0), y1: Math.min(a.y1, b.y1) };
}

/** Whether a point shows; a hair outside still does. */
export function shows(clip: Clip, x: number, y: number): boolean {
  return x > clip.x0 - 1 && x < clip.x1 + 1 && y > clip.y0 - 1 && y < clip.y1 + 1;
}
