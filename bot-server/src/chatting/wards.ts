import type { ChatThread } from '@phuong-so/shared/domain/chat';
import { foldedSyllables } from '@phuong-so/shared/text/tokens';
import type { WardCard } from '../ports/plan-index.ts';
import type { ChatDeps } from './deps.ts';

/** A ward as it is offered for choice. */
export interface WardChoice {
  readonly key: string;
  readonly label: string;
}

const BEFORE_NAME = new Set('phuong p xa ubnd o ben tai toi minh em bac chau chon hoi la cho ve'.split(' '));
const AFTER_NAME = new Set('a ah nhe nha nhi oi day do di'.split(' '));

/** All wards as they are offered and answered for. */
export function wardLabels({ index }: ChatDeps): WardChoice[] {
  return index.wards().map(toChoice);
}

/** Wards to choose from; none where the account is one ward's own or there is only one. */
export function wardChoices(deps: ChatDeps): WardChoice[] {
  const labels = wardLabels(deps);
  return deps.settings.ward === null && labels.length > 1 ? labels : [];
}

function toChoice({ key, name }: WardCard): WardChoice {
  const label = name ?? `Phường chưa có tên trong kế hoạch (${key})`;
  return { key, label: label.charAt(0).toLocaleUpperCase('vi') + label.slice(1) };
}

/** The ward that answers in this chat; null while the person has not chosen one. A ward that is gone counts as none. */
export function wardOf({ index, settings }: ChatDeps, thread: ChatThread): string | null {
  const cards = index.wards();
  const chosen = cards.some(({ key }) => key === thread.ward) ? thread.ward : null;
  return settings.ward ?? chosen ?? (cards.length === 1 ? (cards[0]?.key ?? null) : null);
}

/** "phường Sao Mai" inside a sentence; the account's own name, or simply "phường", where no ward is known. */
export function speaksFor(deps: ChatDeps, thread: ChatThread): string {
  const key = wardOf(deps, thread);
  return key === null ? deps.settings.oaName : (deps.index.ward(key)?.profile.name ?? 'phường');
}

/** The ward that a line names and does nothing else: "phường Sao Mai", "sao mai nhé"; null when it says more. */
export function wardNamed(text: string, choices: readonly WardChoice[]): WardChoice | null {
  const said = ownName(foldedSyllables(text));
  if (said === '') return null;
  return choices.find(({ key, label }) => ownName(foldedSyllables(label)) === said || key === said) ?? null;
}

function ownName(syllables: readonly string[]): string {
  const from = syllables.findIndex((syllable) => !BEFORE_NAME.has(syllable));
  const to = syllables.findLastIndex((syllable) => !AFTER_NAME.has(syllable));
  return from < 0 ? '' : syllables.slice(from, to + 1).join(' ');
}
