import type { ChatScreen, ScreenOf } from '@phuong-so/shared/domain/chat-screen';
import { conclude, type Option, present } from '../activity.ts';
import type { ChatDeps } from '../deps.ts';
import { NEXT_BUTTON } from '../screen-texts.ts';
import type { Talk } from '../talk.ts';
import * as texts from './texts.ts';

/** A made-up message, or what gave it away; after the last one, how many were told apart. */
export function showPractice({ library }: ChatDeps, talk: Talk, at: number, screen: ScreenOf<'practice'>): Talk {
  const { scamPractice: all } = library;
  const message = all[screen.item];
  if (message === undefined) return conclude(talk, texts.practiceEnd(screen.right, all.length), afterAll(all.length));
  if (screen.said === null) {
    const text = texts.practiceMessage(message, screen.item, all.length);
    return present(talk, at, screen, text, { options: answering(screen) });
  }
  return present(talk, at, screen, texts.practiceVerdict(message, screen.said), { buttons: [NEXT_BUTTON] });
}

/** The message after this one. While it is still asked, this one is passed over. */
export function nextMessage({ library }: ChatDeps, screen: ScreenOf<'practice'>): ChatScreen {
  const isRight = screen.said !== null && (screen.said === 'scam') === library.scamPractice[screen.item]?.isScam;
  return { kind: 'practice', item: screen.item + 1, said: null, right: screen.right + Number(isRight) };
}

function answering(screen: ScreenOf<'practice'>): Option[] {
  return [
    { label: texts.SCAM, to: { ...screen, said: 'scam' } },
    { label: texts.REAL, to: { ...screen, said: 'real' } },
  ];
}

function afterAll(count: number): Option[] {
  const check: Option = { label: texts.CHECK_MINE, to: { kind: 'check_message' } };
  if (count === 0) return [check];
  return [{ label: texts.PRACTISE_AGAIN, to: { kind: 'practice', item: 0, said: null, right: 0 } }, check];
}
