import { createInterface } from 'node:readline';
import { END, GESTURES, helpText } from './gestures.ts';
import { Inbox } from './inbox.ts';
import type { Scene } from './scene.ts';
import { Screen } from './screen.ts';

/**
 * Plays what is typed until the input ends or "/thoat". Whoever sits at the keyboard sees answers as they come; lines from
 * a pipe wait for the answer to the line before, except after a line that ends in "\": the next follows it at once.
 */
export async function playConversation(scene: Scene): Promise<void> {
  const atKeyboard = process.stdin.isTTY === true;
  const output = atKeyboard ? { output: process.stdout, prompt: 'Bạn: ' } : {};
  const lines = createInterface({ input: process.stdin, ...output });
  const screen = new Screen(atKeyboard ? lines : null);
  const inbox = new Inbox(scene, screen);
  screen.open(scene.name);
  let isWaiting = false;
  try {
    for await (const line of lines) {
      if (line.trim() === `/${END}`) break;
      await say(scene, screen, line.replace(/\s*\\$/u, ''));
      isWaiting = !atKeyboard;
      if (!isWaiting || line.endsWith('\\')) continue;
      await inbox.answered();
      isWaiting = false;
    }
    if (isWaiting) await inbox.answered();
  } finally {
    inbox.close();
    lines.close();
  }
}

async function say(scene: Scene, screen: Screen, line: string): Promise<void> {
  const [, name, words = ''] = /^\/(\S*)\s*(.*)$/u.exec(line.trim()) ?? [];
  if (name === undefined) write(scene, screen, line);
  else if (Object.hasOwn(GESTURES, name)) {
    const gesture = GESTURES[name];
    screen.show(gesture?.speaker ?? '', gesture?.shown(words) ?? '');
    await gesture?.act(scene, words);
  } else screen.remark(helpText());
}

function write({ person }: Scene, screen: Screen, line: string): void {
  const isText = line.trim() !== '';
  if (isText) screen.echo('Bạn', line);
  screen.ask();
  if (isText) person.writes(line);
}
