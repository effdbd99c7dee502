/** The bytes are not what they should be there: cut off or broken. */
export class Damaged extends Error {}

/** Reads numbers and pieces from bytes in order. @throws Damaged past the end */
export class ByteReader {
  at: number;
  private readonly view: DataView;

  constructor(
    readonly bytes: Uint8Array,
    from = 0,
  ) {
    this.at = from;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get isAtEnd(): boolean {
    return this.at >= this.bytes.length;
  }

  take(length: number): Uint8Array {
    if (length < 0 || this.at + length > this.bytes.length) throw new Damaged('cut off');
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  /** Big-endian, of 1, 2 or 4 bytes. */
  number(bytes: 1 | 2 | 4): number {
    this.take(bytes);
    const from = this.at - bytes;
    if (bytes === 1) return this.view.getUint8(from);
    return bytes === 2 ? this.view.getUint16(from) : this.view.getUint32(from);
  }

  /** Little-endian, four bytes. */
  littleNumber(): number {
    this.take(4);
    return this.view.getUint32(this.at - 4, true);
  }
}

export function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

export function startsWith(bytes: Uint8Array, text: string, from = 0): boolean {
  return latin(bytes.subarray(from, from + text.length)) === text;
}
