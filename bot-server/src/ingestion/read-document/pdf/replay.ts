import { type Matrix, multiply, toMatrix } from './matrix.ts';

/** A page's drawing operators with their arguments, as the library lists them. */
export interface Operators {
  readonly fnArray: ArrayLike<number>;
  readonly argsArray: ArrayLike<unknown>;
}

export type OperatorCodes = Readonly<Record<string, number>>;

/** What follows the drawing: gets every operator with the transformation to page points that holds there. */
export interface Follower {
  saved(): void;
  restored(): void;
  drawn(code: number, args: ArrayLike<unknown>, matrix: Matrix): void;
}

/** Goes through the operators in order and keeps track of the transformation. */
export function replay(operators: Operators, codes: OperatorCodes, toPage: Matrix, follower: Follower): void {
  const stack: Matrix[] = [];
  let matrix = toPage;
  const save = (): void => {
    stack.push(matrix);
    follower.saved();
  };
  const restore = (): void => {
    matrix = stack.pop() ?? matrix;
    follower.restored();
  };
  for (let index = 0; index < operators.fnArray.length; index += 1) {
    const code = operators.fnArray[index] ?? 0;
    const given = operators.argsArray[index];
    const args = isList(given) ? given : [];
    if (code === codes.save) save();
    else if (code === codes.restore) restore();
    else if (code === codes.transform) matrix = multiply(matrix, toMatrix(args));
    else if (code === codes.paintFormXObjectBegin) {
      save();
      if (isList(args[0])) matrix = multiply(matrix, toMatrix(args[0]));
    } else if (code === codes.paintFormXObjectEnd) restore();
    else follower.drawn(code, args, matrix);
  }
}

export function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
}
