import type { Answer } from '@phuong-so/shared/domain/answer';
import { spokenText } from '@phuong-so/shared/domain/spoken-answer';
import type { WardContact, WardProfile } from '@phuong-so/shared/domain/ward';
import { maskPersonal } from '@phuong-so/shared/text/mask-personal';
import { spokenPieces } from '@phuong-so/shared/text/spoken-pieces';
import { ended, sayText } from '../../announcements/speaking/say-text.ts';
import type { ReadAloudDeps } from './deps.ts';

/** Some twenty seconds of speech: the first is soon there, and whoever has heard enough does not cost the rest. Characters. */
const PART = 300;
/** Five minutes; nobody listens to more, and servers take some 4,096 characters at once. */
const MOST = 4_000;

/** A way to hear this answer. */
export interface Reading {
  readonly token: string;
  readonly parts: number;
}

/**
 * null where it is not to be spoken by a server: the ward has models switched off, the answer is long, or holds a number that
 * may be a person's (the ward's own contact is none). Figures and abbreviations are put in words here, by rules.
 */
export function offerReading(deps: ReadAloudDeps, answer: Answer, ward: string | null): Reading | null {
  const profile = ward === null ? null : deps.profileOf(ward);
  if (ward === null || !isSwitchedOn(profile)) return null;
  const text = spokenText(answer);
  if (text === '' || holdsPersonal(text, profile.contact)) return null;
  const lines = sayText(text, deps.words).split('\n').filter(Boolean);
  const said = lines.map(ended).join('\n');
  if (said.length > MOST) return null;
  const parts = spokenPieces(said, PART);
  return { token: deps.texts.issue({ ward, parts }), parts: parts.length };
}

export function isSwitchedOn(profile: WardProfile | null): profile is WardProfile {
  return profile?.languageModel === true;
}

function holdsPersonal(text: string, contact: WardContact = {}): boolean {
  const known = Object.values(contact).filter((one) => typeof one === 'string');
  const rest = known.reduce((left, one) => left.replaceAll(one, ' '), text).normalize('NFC');
  return maskPersonal(rest) !== rest;
}
