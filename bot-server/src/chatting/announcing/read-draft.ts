import type { AnnouncementKind } from '@phuong-so/shared/domain/broadcast';
import type { LanguageData } from '@phuong-so/shared/domain/language';
import { padded } from '@phuong-so/shared/text/tokens';
import { readTyped } from '@phuong-so/shared/text/typed-text';
import { saysOnly } from '../says-only.ts';
import { readPlace } from './read-place.ts';
import { readWhen, type When } from './read-when.ts';

/** What is read from the words of an announcement. What is not surely there is left open, or asked about. */
export interface DraftReading {
  /** null: the words have no line of their own for it. */
  readonly title: string | null;
  readonly body: string;
  /** One: it is that. None: an announcement like any other. Several: nobody can be sure. */
  readonly kinds: readonly AnnouncementKind[];
  readonly when: When;
  readonly place: string | null;
}

export const KIND_CUES = [
  ['meeting', 'kind_meeting'],
  ['class', 'kind_class'],
  ['utilities', 'kind_utilities'],
  ['health', 'kind_health'],
  ['fee', 'kind_fee'],
  ['urgent', 'kind_urgent'],
] as const;
/** In characters, as the contract has it. */
const LONGEST_TITLE = 120;
const SHORTEST = 3;

/** Reads an announcement as a leader types it. `now`: epoch ms. Never throws. */
export function readDraft(typed: string, now: number, language: LanguageData): DraftReading {
  const text = typed.normalize('NFC').trim();
  const when = readWhen(text, now);
  return { ...splitTitle(text), kinds: kindsOf(text, language), when, place: readPlace(text, language) };
}

/** The first line is the title where other lines follow it and it is short enough to be one. */
function splitTitle(text: string): Pick<DraftReading, 'title' | 'body'> {
  const [first = '', ...others] = text.split('\n');
  const title = first.trim();
  const body = others.join('\n').trim();
  const isTitle = title.length >= SHORTEST && title.length <= LONGEST_TITLE && body.length >= SHORTEST;
  return isTitle ? { title, body } : { title: null, body: text };
}

/** Of several kinds the one that the first sentence names alone: "Mời họp tổ. Bàn việc thu quỹ" is about a meeting. */
function kindsOf(text: string, language: LanguageData): AnnouncementKind[] {
  const all = kindsIn(text, language);
  if (all.length < 2) return all;
  const [first = ''] = text.split(/[.!?\n]/u);
  const named = kindsIn(first, language);
  return named.length === 1 ? named : all;
}

/** Kinds that are named, in the order in which they are listed everywhere. */
export function kindsIn(text: string, { cues }: LanguageData): AnnouncementKind[] {
  const { tokens } = readTyped(text);
  return KIND_CUES.filter(([, cue]) => cues[cue].find(tokens).length > 0).map(([kind]) => kind);
}

/** What stands between "thông báo" and the colon: "tổ 5", "họp". null where it is more than that, so that it belongs to the words. */
export interface Head {
  readonly groups: readonly string[];
  readonly isWard: boolean;
  readonly kinds: readonly AnnouncementKind[];
}

/** Groups are known by their short names, too: "tổ 5" of "Tổ dân phố 5". */
export function readHead(
  head: string,
  groups: readonly { readonly id: string; readonly name: string }[],
  language: LanguageData,
): Head | null {
  const said = padded(head);
  const named = groups.filter(({ name }) => namesOf(name).some((one) => said.includes(one))).map(({ id }) => id);
  const isWard = WHOLE_WARD.some((one) => said.includes(one));
  const kinds = kindsIn(head, language);
  if (named.length > 0 || isWard) return { groups: named, isWard: isWard && named.length === 0, kinds };
  const isShort = kinds.length === 1 && readTyped(head).tokens.length <= LONGEST_KIND;
  const isNothing = said.trim() === '' || saysOnly(head, 'chatter', language);
  return isShort || isNothing ? { groups: [], isWard: false, kinds } : null;
}

/** "họp tổ dân phố", "về việc thu phí": more words say something of their own. */
const LONGEST_KIND = 5;
const WHOLE_WARD = [' ca phuong ', ' toan phuong ', ' toan the phuong '];

function namesOf(name: string): string[] {
  const whole = padded(name);
  return [whole, whole.replace(/^ (to|khu|thon|xom) (?:dan pho|pho|dan cu) /u, ' $1 ')];
}
