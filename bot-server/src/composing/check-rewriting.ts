import type { UnitDirectory } from '@phuong-so/shared/domain/unit-directory';
import { foldedSyllables, padded } from '@phuong-so/shared/text/tokens';
import { ADDRESS } from './check-sentence.ts';
import { figuresIn, isSupported } from './figures.ts';
import { isLightFolded } from './light-words.ts';
import { isOrder } from './orders.ts';

/** What a rewritten question may be made of. */
export interface RewritingGround {
  /** The question as typed, and with its short forms written out. */
  readonly typed: readonly string[];
  /** What the conversation is about, as the plan says it, and the sources that were shown. */
  readonly sources: readonly string[];
  /** The year that the conversation is about. */
  readonly year: string | null;
  /** Names of wards that the question is not about. */
  readonly otherWards: readonly string[];
  readonly units: UnitDirectory;
}

/** Characters; a longer one is not shorter than what people type. */
const LONGEST = 220;
/** Words with which one asks; whatever was asked, they add no fact. Folded. */
const ASKING = new Set('nao gi ai bao nhieu dau may sao the khi luc hoi'.split(' '));
/** Light words that are claims all the same; at the end of a question the first two only ask. Folded. */
const CLAIMING = new Set('khong chua phai da cam dung mien chang het chi moi quy'.split(' '));
const CLOSING = new Set(['khong', 'chua']);

export type RewritingFault = 'form' | 'order' | 'figure' | 'unit' | 'ward' | 'claim' | 'words';

/**
 * Why a rewritten question is not asked; null = nothing. It may say what was typed in other order and put the thing that
 * "việc đó" means in its place, and nothing else: no figure but those typed, no unit and no word that neither the person nor
 * the sources have, no other ward, no denial or duty that was not typed.
 */
export function rewritingFault(
  rewritten: string,
  { typed, sources, year, otherWards, units }: RewritingGround,
): RewritingFault | null {
  if (rewritten.length > LONGEST || /[\n[\]{}<>]/.test(rewritten) || ADDRESS.test(rewritten)) return 'form';
  if (isOrder(rewritten)) return 'order';
  const asked = typed.join('\n');
  const figures = new Set([...figuresIn(asked), ...(year === null ? [] : [year])]);
  if (figuresIn(rewritten).some((figure) => !isSupported(figure, figures))) return 'figure';
  const idsIn = (text: string) => units.find(text).map(({ unit }) => unit.id);
  const known = new Set([asked, ...sources].flatMap(idsIn));
  if (idsIn(rewritten).some((id) => !known.has(id))) return 'unit';
  const [here, there] = [padded(rewritten), typed.map(padded)];
  if (otherWards.map(padded).some((name) => here.includes(name) && !there.some((text) => text.includes(name))))
    return 'ward';
  const words = foldedSyllables(rewritten);
  const typedWords = new Set(typed.flatMap(foldedSyllables));
  if (words.slice(0, -1).some((word) => CLAIMING.has(word) && !typedWords.has(word))) return 'claim';
  const last = words.at(-1) ?? '';
  if (CLAIMING.has(last) && !CLOSING.has(last) && !typedWords.has(last)) return 'claim';
  const ground = new Set([...typedWords, ...sources.flatMap(foldedSyllables)]);
  const heavy = words.filter((word) => !isLightFolded(word) && !ASKING.has(word) && !/\d/.test(word));
  if (heavy.length === 0) return 'form';
  return heavy.every((word) => ground.has(word) || CLOSING.has(word)) ? null : 'words';
}
