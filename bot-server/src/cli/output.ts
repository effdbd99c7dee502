/** Standard output carries results only; everything else goes to standard error. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

export function complain(text: string): void {
  process.stderr.write(`${text.replaceAll(/\s*\n\s*/g, ' ')}\n`);
}
