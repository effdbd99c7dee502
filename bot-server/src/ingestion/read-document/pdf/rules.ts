import { apply, type Matrix } from './matrix.ts';
import { type Follower, isList, type OperatorCodes } from './replay.ts';

/** A drawn straight line: `at` is its y (horizontal) or x (vertical), `from` and `to` its ends on the other axis. */
export interface Rule {
  readonly direction: 'horizontal' | 'vertical';
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Borders drawn as filled boxes are thinner than this; what is thicker is shading. */
const MAX_RULE_THICKNESS = 3;
const MIN_RULE_LENGTH = 4;
/** A page with more strokes is a map or a chart. */
const MAX_RULES = 8_000;
const MOVE = 0;
const LINE = 1;
const CURVE = 2;

/** Collects the horizontal and vertical lines that a page draws, by strokes or by thin filled boxes. */
export class RuleCollector implements Follower {
  readonly rules: Rule[] = [];
  readonly #codes: OperatorCodes;

  constructor(codes: OperatorCodes) {
    this.#codes = codes;
  }

  saved(): void {}

  restored(): void {}

  drawn(code: number, args: ArrayLike<unknown>, matrix: Matrix): void {
    if (code !== this.#codes.constructPath || this.rules.length >= MAX_RULES) return;
    const data = isList(args[1]) ? args[1][0] : null;
    if (!isList(data)) return;
    const paint = Number(args[0]);
    for (const points of subpaths(data, matrix)) {
      if (this.#strokes(paint)) addStroke(this.rules, points);
      else if (paint === this.#codes.fill || paint === this.#codes.eoFill) addThinBox(this.rules, points);
    }
  }

  #strokes(paint: number): boolean {
    const { stroke, closeStroke, fillStroke, eoFillStroke, closeFillStroke, closeEOFillStroke } = this.#codes;
    return [stroke, closeStroke, fillStroke, eoFillStroke, closeFillStroke, closeEOFillStroke].includes(paint);
  }
}

/** Corner points of each subpath, closed ones with their first point again at the end. A curve ends the reading of its subpath. */
function subpaths(data: ArrayLike<unknown>, matrix: Matrix): Point[][] {
  const paths: Point[][] = [];
  let current: Point[] = [];
  let index = 0;
  const take = (): Point => {
    const point = apply(matrix, Number(data[index]), Number(data[index + 1]));
    index += 2;
    return point;
  };
  while (index < data.length) {
    const code = Number(data[index]);
    index += 1;
    if (code === MOVE) {
      current = [take()];
      paths.push(current);
    } else if (code === LINE) current.push(take());
    else if (code === CURVE) {
      index += 4;
      current = [take()];
      paths.push(current);
    } else if (current[0] !== undefined) current.push(current[0]);
  }
  return paths;
}

function addStroke(rules: Rule[], points: readonly Point[]): void {
  const box = boxOf(points);
  if (points.length > 3 && addThin(rules, box)) return;
  for (let index = 1; index < points.length; index += 1) {
    const start = points[index - 1];
    const end = points[index];
    if (start !== undefined && end !== undefined) addThin(rules, boxOf([start, end]), 0.8);
  }
}

function addThinBox(rules: Rule[], points: readonly Point[]): void {
  if (points.length >= 4) addThin(rules, boxOf(points));
}

interface Box {
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
}

function boxOf(points: readonly Point[]): Box {
  const xs = points.map((point) => point.x);
  const ys = points.map((point) => point.y);
  return { x0: Math.min(...xs), x1: Math.max(...xs), y0: Math.min(...ys), y1: Math.max(...ys) };
}

function addThin(rules: Rule[], box: Box, thickness = MAX_RULE_THICKNESS): boolean {
  const width = box.x1 - box.x0;
  const height = box.y1 - box.y0;
  if (height <= thickness && width >= MIN_RULE_LENGTH) {
    rules.push({ direction: 'horizontal', at: (box.y0 + box.y1) / 2, from: box.x0, to: box.x1 });
    return true;
  }
  if (width <= thickness && height >= MIN_RULE_LENGTH) {
    rules.push({ direction: 'vertical', at: (box.x0 + box.x1) / 2, from: box.y0, to: box.y1 });
    return true;
  }
  return false;
}
