/** Cut at the ends of sentences, and of lines; a piece is longer than `most` characters only where one sentence is. */
export function spokenPieces(text: string, most: number): readonly string[] {
  const sentences = text.split(/\n+/).flatMap((line) => line.match(/[^.!?;]+[.!?;]*\s*/g) ?? []);
  const pieces: string[] = [];
  for (const sentence of sentences.map((one) => one.trim()).filter((one) => one !== '')) {
    const last = pieces[pieces.length - 1];
    if (last !== undefined && last.length + sentence.length < most) {
      pieces[pieces.length - 1] = `${last} ${sentence}`;
    } else pieces.push(sentence);
  }
  return pieces;
}
