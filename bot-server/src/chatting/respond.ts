import { activityOf, stepAway } from './activity.ts';
import { admit, countOne, isAwaitingStaff, isEmergency } from './admission.ts';
import { reviewNext } from './announcing/approve.ts';
import { beginAnnouncement } from './announcing/begin.ts';
import { askStop, followOwn } from './announcing/follow.ts';
import { askWrong, wishNotices } from './announcing/notices.ts';
import { takeReply } from './announcing/reply.ts';
import { askQuestion } from './ask-question.ts';
import { askWhichToLeave, sayOwnClasses } from './classes/show-classes.ts';
import type { ChatDeps } from './deps.ts';
import { offerMenu, offerWards } from './offer.ts';
import type { Act } from './plan-acts.ts';
import type { ActivityCommand, Courtesy } from './read-line.ts';
import { checkPasted, warn } from './scam/warn.ts';
import * as screenTexts from './screen-texts.ts';
import { TIMES } from './settings.ts';
import { show, takeWords } from './show.ts';
import { again, back, goOn, isStep, stop } from './step.ts';
import { sayProgress } from './studying/progress.ts';
import { stopReminders } from './studying/reminder.ts';
import { note, say, type Talk } from './talk.ts';
import * as texts from './texts.ts';
import { speaksFor, type WardChoice, wardChoices, wardOf } from './wards.ts';
import { answerWork } from './working/begin.ts';

/** Reacts to one act: whether at all, who speaks first, then what is said. */
export async function respond(deps: ChatDeps, talk: Talk, act: Act): Promise<Talk> {
  const admission = admit(act, talk.thread, deps.settings);
  if (admission === 'silent') return talk;
  if (isEmergency(act)) return reply(deps, talk, act);
  const counted = { ...talk, thread: countOne(talk.thread, act) };
  if (admission === 'slow_down') return say(counted, texts.SLOW_DOWN);
  if (act.kind === 'ask' && act.stop === 'abuse') return mute(counted, act.at);
  const greeted = welcome(deps, counted, act.at);
  if (greeted !== counted && isSaidByGreeting(act)) return withWards(deps, greeted);
  // Written before the screen could be read: it means nothing there.
  if (greeted.shown && isStep(act)) return greeted;
  const said = leftFor(greeted, await reply(deps, greeted, act), act);
  // Talked about something else in between, the next picture wants its answer again.
  return act.kind === 'attachments' ? said : note(said, { attachmentAt: null });
}

/** Abuse is answered once a day; nothing else is answered for a while. */
function mute(talk: Talk, at: number): Talk {
  const { abusedAt } = talk.thread;
  const again = abusedAt !== null && at < abusedAt + TIMES.abuseMemory;
  const muted = note(talk, { mutedUntil: at + TIMES.mute, abusedAt: at });
  return again ? muted : say({ ...muted, outcomes: [...muted.outcomes, 'refused'] }, texts.ABUSE);
}

/** Introduces the assistant: once in full, in one line to somebody who has been away for long. */
function welcome(deps: ChatDeps, talk: Talk, at: number): Talk {
  const { greetedAt, lastMessageAt } = talk.thread;
  const who = speaksFor(deps, talk.thread);
  if (greetedAt === null) return note(say(talk, texts.greeting(who)), { greetedAt: at });
  if (at - (lastMessageAt ?? greetedAt) < TIMES.longSilence) return talk;
  return note(say(talk, texts.welcomeBack(who)), { lastMessageAt: at, handedOverAt: null });
}

function isSaidByGreeting(act: Act): boolean {
  return act.kind === 'courtesy' || act.kind === 'arrived';
}

function withWards(deps: ChatDeps, talk: Talk): Talk {
  return wardOf(deps, talk.thread) === null && wardChoices(deps).length > 0 ? offerWards(deps, talk) : talk;
}

/** Something else was talked about than what the person is in the middle of: they read how to come back to it. */
function leftFor(before: Talk, said: Talk, act: Act): Talk {
  const { activity } = before.thread;
  // A number that is not there is no other talk: the screen still waits for what it asked.
  const isMissed = act.kind === 'pick' && said.outcomes.length === before.outcomes.length;
  if (said.thread.activity !== activity || STAYS.has(act.kind) || isMissed) return said;
  const away = stepAway(said, act.at);
  const last = away.replies.at(-1);
  const isAnswer = away.outcomes.length > before.outcomes.length && last !== undefined;
  const screen = activityOf(away.thread, act.at)?.screen;
  if (!isAnswer || !screen || isSerious(act)) return away;
  return { ...away, replies: [...away.replies.slice(0, -1), { ...last, foot: screenTexts.comeBack(screen) }] };
}

const STAYS: ReadonlySet<Act['kind']> = new Set(['courtesy', 'number', 'arrived', 'submitted']);

function isSerious(act: Act): boolean {
  return act.kind === 'person' || (act.kind === 'ask' && act.stop !== null);
}

type ActivityAct = Extract<Act, { readonly kind: ActivityCommand | 'course' | 'words' }>;
type AnnouncingAct = Extract<Act, { readonly kind: 'announce' | 'notices' | 'reply' }>;

async function reply(deps: ChatDeps, talk: Talk, act: Act): Promise<Talk> {
  switch (act.kind) {
    case 'ask':
      return act.stop === 'scam' ? warn(deps, talk, act) : askQuestion(deps, talk, { ...act, picked: false }, act);
    case 'pick':
      return pick(deps, talk, act);
    case 'ward':
      return chooseWard(talk, act.ward);
    case 'menu':
    case 'help':
      return offerMenu(deps, backFromStaff(talk), act.at);
    case 'assistant':
      return say(backFromStaff(talk), texts.ASSISTANT_BACK);
    case 'person':
      return handOver(deps, talk, act);
    case 'other_ward':
      return wardChoices(deps).length > 0
        ? offerWards(deps, note(talk, { ward: null }))
        : say(talk, texts.onlyWard(speaksFor(deps, talk.thread)));
    case 'puzzled':
      return say(talk, texts.PUZZLED);
    case 'forget_me':
      return say(talk, texts.FORGET_ME);
    case 'link':
      return say(talk, texts.linkCode(await deps.issueLinkCode(talk.thread)));
    case 'number':
      return say(talk, numberHint(talk, act.at));
    case 'submitted':
      return say(talk, texts.SUBMITTED);
    case 'attachments':
      return isRecent(talk.thread.attachmentAt, act.at) && !act.attachments.includes('identity_paper')
        ? talk
        : note(say(talk, texts.insteadOf(act.attachments)), { attachmentAt: act.at });
    case 'courtesy':
      return answerCourtesy(talk, act.courtesy, act.at);
    case 'arrived':
      return talk;
    case 'announce':
    case 'notices':
    case 'reply':
      return replyAnnouncing(deps, talk, act);
    case 'work':
      return answerWork(deps, talk, act.at, act);
    default:
      return replyInActivity(deps, talk, act);
  }
}

function replyAnnouncing(deps: ChatDeps, talk: Talk, act: AnnouncingAct & { readonly at: number }): Promise<Talk> {
  switch (act.kind) {
    case 'announce':
      return beginAnnouncement(deps, talk, act.at, act);
    case 'notices':
      return wishNotices(deps, talk, act.at, act);
    case 'reply':
      return takeReply(deps, talk, act.at, act);
  }
}

/** What begins something that takes several messages, goes on with it, or ends it. */
async function replyInActivity(deps: ChatDeps, talk: Talk, act: ActivityAct): Promise<Talk> {
  switch (act.kind) {
    case 'course':
      return show(deps, talk, act.at, { kind: 'course', course: act.course });
    case 'study':
      return show(deps, talk, act.at, { kind: 'courses', from: 0 });
    case 'study_progress':
      return sayProgress(deps, talk);
    case 'stop_reminding':
      return stopReminders(deps, talk, act.at);
    case 'procedures':
      return show(deps, talk, act.at, { kind: 'procedure_fields' });
    case 'classes':
      return show(deps, talk, act.at, { kind: 'classes' });
    case 'own_classes':
      return sayOwnClasses(deps, talk, act.at);
    case 'leave_class':
      return askWhichToLeave(deps, talk, act.at);
    case 'practice':
      return show(deps, talk, act.at, { kind: 'practice', item: 0, said: null, right: 0 });
    case 'check_message':
      return show(deps, talk, act.at, { kind: 'check_message' });
    case 'own_announcements':
      return followOwn(deps, talk, act.at);
    case 'stop_sending':
      return askStop(deps, talk, act.at);
    case 'approve_announcements':
      return reviewNext(deps, talk, act.at);
    case 'wrong_notice':
      return askWrong(deps, talk, act.at, act.quoted);
    case 'words':
      return wordsFor(deps, talk, act);
    case 'next':
    case 'done':
      return goOn(deps, talk, act);
    case 'again':
      return again(deps, talk, act.at);
    case 'back':
      return back(deps, talk, act.at);
    case 'stop':
      return stop(talk, act.at);
  }
}

function backFromStaff(talk: Talk): Talk {
  return note(talk, { quietUntil: null, handedOverAt: null });
}

/** Each number in turn; one that is not there is told kindly, and nothing is asked. */
async function pick(deps: ChatDeps, talk: Talk, act: Act & { kind: 'pick' }): Promise<Talk> {
  const { choices, choiceScreens } = talk.thread;
  if (act.picks.length > 1 && choiceScreens.some((screen) => screen !== null)) return say(talk, screenTexts.ONE_NUMBER);
  const [only = 0] = act.picks;
  const screen = choiceScreens.at(only > 0 ? only - 1 : only);
  if (screen && only !== 0) return show(deps, talk, act.at, screen);
  const texted = act.picks.map((position) => choices.at(position > 0 ? position - 1 : position));
  if (act.picks.includes(0) || texted.some((choice) => choice === undefined)) {
    return say(talk, texts.numbersThere(choices.length));
  }
  let picked = talk;
  for (const choice of texted) picked = await takeChoice(deps, picked, choice ?? '', act);
  return picked;
}

async function takeChoice(deps: ChatDeps, talk: Talk, choice: string, act: Act): Promise<Talk> {
  const ward = wardChoices(deps).find(({ label }) => label === choice);
  if (ward) return chooseWard(talk, ward);
  if (choice === texts.MEET_OFFICIAL) return handOver(deps, talk, act);
  const asked = { at: act.at, text: choice, stop: null, attachment: null, quotedMessageId: null, picked: true };
  return askQuestion(deps, talk, asked, act);
}

function wordsFor(deps: ChatDeps, talk: Talk, act: Act & { kind: 'words' }): Promise<Talk> | Talk {
  const activity = activityOf(talk.thread, act.at);
  if (activity === null) return talk;
  if (activity.screen.kind === 'check_message') return checkPasted(deps, talk, act);
  return takeWords(deps, talk, act.at, activity.screen, act.text);
}

function numberHint({ thread }: Talk, at: number): string {
  const activity = activityOf(thread, at);
  if (activity === null) return texts.NO_CHOICES;
  return activity.away ? screenTexts.comeBack(activity.screen) : screenTexts.goOn('để đi tiếp');
}

function chooseWard(talk: Talk, { key, label }: WardChoice): Talk {
  return say(note(talk, { ward: key, choices: [], choicesAt: null }), texts.askNow(label));
}

function handOver(deps: ChatDeps, talk: Talk, act: Act): Talk {
  const ward = wardOf(deps, talk.thread);
  const contact = ward === null ? undefined : deps.index.ward(ward)?.profile.contact;
  const isWaiting = isAwaitingStaff(talk.thread, act, deps.settings);
  const said = say(talk, isWaiting ? texts.STILL_WAITING : texts.handover(contact));
  return note({ ...said, outcomes: [...said.outcomes, 'handoff'] }, { handedOverAt: act.at });
}

/** Thanked twice in a row, and "vâng", want no reply. */
function answerCourtesy(talk: Talk, courtesy: Courtesy, at: number): Talk {
  if (courtesy === 'acknowledge') return talk;
  if (courtesy === 'greeting') return say(talk, texts.INVITATION);
  if (isRecent(talk.thread.thankedAt, at)) return talk;
  return note(say(talk, courtesy === 'thanks' ? texts.THANKS : texts.GOODBYE), { thankedAt: at });
}

function isRecent(since: number | null, at: number): boolean {
  return since !== null && at < since + TIMES.courtesy;
}
