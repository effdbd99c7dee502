import { splitStep } from '@phuong-so/shared/content/step-pictures';

/**
 * Simple markdown as a chat shows it: without drawings and marks of emphasis, lists as lines. Numbers of a list get a bracket, "1)",
 * so that they are not taken for the choices below a message, "1.".
 */
export function plainText(markdown: string): string {
  return splitStep(markdown)
    .text.split(/\r?\n/u)
    .map((line) =>
      line
        .replace(/^\s*[-*•]\s+/u, '- ')
        .replace(/^\s*(\d{1,3})[.)]\s+/u, '$1) ')
        .replace(/\*\*([^*\n]+)\*\*/gu, '$1')
        .trimEnd(),
    )
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}

/** Room of one screen of a telephone. In UTF-16 units. */
export const SCREEN_ROOM = 520;

/** Lines packed into screens; a line that is longer than a screen has one for itself. No line gives no screen. */
export function intoScreens(lines: readonly string[], room = SCREEN_ROOM): string[] {
  const screens: string[] = [];
  for (const line of lines) {
    const last = screens.at(-1);
    if (last === undefined || last.length + 1 + line.length > room) screens.push(line);
    else screens[screens.length - 1] = `${last}\n${line}`;
  }
  return screens;
}

/** "2026-07-18" as people write it: "18/7/2026". */
export function dayText(isoDate: string): string {
  const [year, month, day] = isoDate.split('-').map(Number);
  return `${day}/${month}/${year}`;
}
