import { admit, countOne, isAwaitingStaff, isEmergency } from './admission.ts';
import { askQuestion } from './ask-question.ts';
import type { ChatDeps } from './deps.ts';
import { offerMenu, offerWards } from './offer.ts';
import type { Act, AskAct } from './plan-acts.ts';
import type { Courtesy } from './read-line.ts';
import { TIMES } from './settings.ts';
import { note, say, type Talk } from './talk.ts';
import * as texts from './texts.ts';
import { speaksFor, type WardChoice, wardChoices, wardOf } from './wards.ts';

/** Whoever tells of a suspicious message in their own words uses at most so many. */
const LONGEST_REPORT = 12;

/** Reacts to one act: whether at all, who speaks first, then what is said. */
export async function respond(deps: ChatDeps, talk: Talk, act: Act): Promise<Talk> {
  const admission = admit(act, talk.thread, deps.settings);
  if (admission === 'silent') return talk;
  if (isEmergency(act)) return reply(deps, talk, act);
  const counted = { ...talk, thread: countOne(talk.thread, act.at) };
  if (admission === 'slow_down') return say(counted, texts.SLOW_DOWN);
  if (act.kind === 'ask' && act.stop === 'abuse') return mute(counted, act.at);
  const greeted = welcome(deps, counted, act.at);
  if (greeted !== counted && isSaidByGreeting(act)) return withWards(deps, greeted);
  const said = await reply(deps, greeted, act);
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

async function reply(deps: ChatDeps, talk: Talk, act: Act): Promise<Talk> {
  switch (act.kind) {
    case 'ask':
      return ask(deps, talk, act);
    case 'pick':
      return pick(deps, talk, act);
    case 'ward':
      return chooseWard(talk, act.ward);
    case 'menu':
    case 'help':
      return offerMenu(deps, backFromStaff(talk));
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
      return say(talk, texts.NO_CHOICES);
    case 'submitted':
      return say(talk, texts.SUBMITTED);
    case 'attachments':
      return isRecent(talk.thread.attachmentAt, act.at)
        ? talk
        : note(say(talk, texts.insteadOf(act.attachments)), { attachmentAt: act.at });
    case 'courtesy':
      return answerCourtesy(talk, act.courtesy, act.at);
    case 'arrived':
      return talk;
  }
}

/** What comes after the words of a suspicious message were asked for is those words, unless it is plainly a question. */
async function ask(deps: ChatDeps, talk: Talk, act: AskAct & { readonly at: number }): Promise<Talk> {
  const { messageAskedAt } = talk.thread;
  const isAwaited = messageAskedAt !== null && act.at < messageAskedAt + TIMES.warned;
  const isOther = act.stop === 'scam' || act.stop === 'emergency' || (act.asks && !isWholeMessage(act.text));
  const told = note(talk, { messageAskedAt: null });
  if (isAwaited && !isOther) return warn(deps, told, { ...act, stop: 'scam', text: `${texts.CHECK_THIS} ${act.text}` });
  return act.stop === 'scam' ? warn(deps, told, act) : askQuestion(deps, told, { ...act, picked: false }, act);
}

async function warn(deps: ChatDeps, talk: Talk, act: AskAct & { readonly at: number }): Promise<Talk> {
  const warned = await askQuestion(deps, talk, { ...act, picked: false }, act);
  if (warned.outcomes.at(-1) === 'clarify') return note(warned, { messageAskedAt: act.at });
  const { warnedAt } = talk.thread;
  const again = warnedAt !== null && act.at < warnedAt + TIMES.warned && !isWholeMessage(act.text);
  const said = again ? say({ ...talk, outcomes: [...talk.outcomes, 'handoff'] }, texts.IF_DECEIVED) : warned;
  return note(said, { warnedAt: act.at });
}

/** A message that was pasted, not a few words about one: it is looked at however soon after another. */
function isWholeMessage(text: string): boolean {
  return text.trim().split(/\s+/u).length > LONGEST_REPORT;
}

function backFromStaff(talk: Talk): Talk {
  return note(talk, { quietUntil: null, handedOverAt: null });
}

/** Each number in turn; one that is not there is told kindly, and nothing is asked. */
async function pick(deps: ChatDeps, talk: Talk, act: Act & { kind: 'pick' }): Promise<Talk> {
  const { choices } = talk.thread;
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
