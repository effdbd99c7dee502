import type { CleanQuestion } from './clean-question.ts';
import type { CueReading } from './cue-reading.ts';
import { findUnknownWard, findWards, type WardMention, type WardName } from './find-wards.ts';

export type ResolvedWards =
  | {
      readonly kind: 'known';
      readonly asked: readonly string[];
      readonly mentions: readonly WardMention[];
      readonly compare: boolean;
    }
  | { readonly kind: 'ask' }
  | { readonly kind: 'unknown'; readonly name: string };

/**
 * Whose plan the answer comes from: the asker's own ward unless another is named; several only when the question
 * compares them. Another ward's facts are never given to someone who did not name it.
 */
export function resolveWards(
  own: string | null,
  question: CleanQuestion,
  cues: CueReading,
  wards: readonly WardName[],
): ResolvedWards {
  const mentions = findWards(question, wards);
  const named = [...new Set(mentions.map(({ key }) => key))];
  const ownName = wards.find(({ key }) => key === own)?.name ?? null;
  const stranger = own === null || ownName !== null ? findUnknownWard(question, mentions) : null;
  if (stranger && named.length === 0) return { kind: 'unknown', name: stranger };
  if (named.length === 0) return own ? known([own], mentions, false) : { kind: 'ask' };
  const others = named.filter((key) => key !== own);
  if (others.length === 0) return known(named, mentions, false);
  if (own && !cues.has('compare') && comesBackTo(own, cues, mentions)) return known([own], mentions, false);
  const ownMeant =
    own !== null && !named.includes(own) && (cues.has('own_ward') || (cues.has('compare') && others.length === 1));
  if (ownMeant) return known([own, ...others], mentions, true);
  if (cues.has('compare')) return known(named, mentions, named.length > 1);
  // "Tôi ở A, hỏi kế hoạch của B": where one lives is told, not asked, unless the two are named together.
  if (named.length > others.length && !namedTogether(question, mentions) && !setAgainst(question, mentions))
    return known(others, mentions, others.length > 1);
  return known(named, mentions, named.length > 1);
}

function known(asked: readonly string[], mentions: readonly WardMention[], compare: boolean): ResolvedWards {
  return { kind: 'known', asked, mentions, compare };
}

/** "Bạn tôi ở A bảo …, tôi ở B, vậy chỗ tôi thì …": what is asked comes last, of one's own ward. */
function comesBackTo(own: string, cues: CueReading, mentions: readonly WardMention[]): boolean {
  const last = mentions.at(-1);
  return last?.key === own && cues.at('own_ward').some(({ from }) => from >= last.to);
}

/** "… ở A lấy từ đâu, còn ở B thì …": the second is asked as much as the first. */
function setAgainst(question: CleanQuestion, mentions: readonly WardMention[]): boolean {
  return mentions
    .slice(1)
    .some(({ from }) =>
      question.tokens
        .slice(Math.max(0, from - 3), from)
        .some(({ marked, mayLackMarks }) => marked === 'còn' || (mayLackMarks && marked === 'con')),
    );
}

const AND = new Set(['va', 'voi', 'cung', 'lan']);

/** Two wards joined by "và", "với" or a comma. */
function namedTogether(question: CleanQuestion, mentions: readonly WardMention[]): boolean {
  return mentions.slice(1).some((mention, index) => {
    const before = mentions[index];
    if (!before || before.key === mention.key) return false;
    const between = question.tokens.slice(before.to, mention.from).map(({ folded }) => folded);
    return between.length <= 3 && (between.length === 0 || between.some((word) => AND.has(word)));
  });
}
