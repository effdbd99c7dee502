import { activityOf, hasChoices } from '../activity.ts';
import type { ChatDeps } from '../deps.ts';
import { comeBack } from '../screen-texts.ts';
import { note, say, type Talk } from '../talk.ts';
import * as texts from './notice-texts.ts';
import type { AnnouncementReplyLine } from './read-announcing-line.ts';

/** As the contract has it. */
const MOST_PEOPLE = 20;

/** An answer to the announcement that was last asked, or is quoted. Which one it was, the person reads. */
export async function takeReply(
  deps: ChatDeps,
  talk: Talk,
  at: number,
  { answer, people, quoted }: AnnouncementReplyLine & { readonly quoted: string | null },
): Promise<Talk> {
  const last = await deps.notices.last(talk.thread, at, { asking: true, quoted });
  if (last === null || last.asks === 'none') return talk;
  if (answer === null) return say(talk, texts.howToAnswer(last.title, last.asks));
  if (people !== null && (people < 1 || people > MOST_PEOPLE)) return say(talk, texts.tooMany(MOST_PEOPLE));
  const fault = await deps.notices.answer(talk.thread, last.id, { answer, people });
  const text = fault === null ? texts.answered(last.title, answer, people) : texts.notTaken(last.title, fault);
  const activity = activityOf(talk.thread, at);
  const said = say(talk, text, activity === null || activity.away ? {} : { foot: comeBack(activity.screen) });
  // A number means the list before it again.
  return hasChoices(talk.thread, at) ? note(said, { choicesAt: at }) : said;
}
