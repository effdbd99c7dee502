import type { Understanding } from '@phuong-so/shared/domain/understanding';
import type { PlanIndex, SearchHit } from '../ports/plan-index.ts';
import type { Snippet, WardFacts } from '../ports/ward-facts.ts';
import { type Ranked, rankSnippets } from './rank-snippets.ts';
import { lexiconOf } from './ward-lexicon.ts';

/** Passages that the index gives to be ranked; a ward's plan has some hundreds. */
const CANDIDATES = 150;
/** A fact that the question before named needs no proof that it is meant. In units of a snippet's score. */
const SURE = 20;
/** A wording of plans counts this much against a typed word when the index looks for candidates. */
const EXPANSION_WEIGHT = 0.8;

/**
 * What the ward's plans say about the question, best first: the index finds candidates, their wording decides. `meaning`:
 * the question in the index's own numbers; it lets near ones of nearly the same wording go first, and adds nothing that
 * shares no word with the question: an answer needs words to show.
 */
export function gatherEvidence(
  index: PlanIndex,
  facts: WardFacts,
  understanding: Understanding,
  meaning: Float32Array | null = null,
): Ranked[] {
  const { about } = understanding;
  if (about)
    return facts.snippets
      .filter((snippet) => isAbout(snippet, about))
      .map((snippet) => ({ snippet, score: SURE, coverage: 1, ownCoverage: 1 }));
  const hits = index.search({
    ward: facts.profile.key,
    query: understanding.topic,
    expansions: understanding.concepts.flatMap(({ means }) =>
      means.map((words) => ({ term: words.join(' '), weight: EXPANSION_WEIGHT })),
    ),
    ...{ limit: CANDIDATES, meaning },
  });
  const found = new Set<number | null>(hits.map(({ passageId }) => passageId));
  const candidates = facts.snippets.filter(({ inSection, passageId }) => !inSection || found.has(passageId));
  const ranked = rankSnippets(understanding.concepts, candidates, lexiconOf(facts));
  return meaning === null ? ranked : nearFirst(ranked, hits);
}

/** A snippet may go before one that its wording puts at most this much above it, by share of the best score. */
const MEANING = 0.15;

/** Near in meaning goes first among nearly the same; what says all of the question stays where its words put it. */
function nearFirst(ranked: readonly Ranked[], hits: readonly SearchHit[]): Ranked[] {
  const places = new Map<number | null, number>(hits.map(({ passageId }, place) => [passageId, place]));
  const best = ranked[0]?.score ?? 1;
  let ceiling = Number.POSITIVE_INFINITY;
  const keyed = ranked.map((one) => {
    const place = one.snippet.passageId === null ? undefined : places.get(one.snippet.passageId);
    const near = place === undefined ? 0 : 1 - place / hits.length;
    const key = Math.min(one.score / best + MEANING * near, ceiling);
    if (one.coverage >= 1) ceiling = key;
    return { one, key };
  });
  return keyed.sort((a, b) => b.key - a.key).map(({ one }) => one);
}

function isAbout(snippet: Snippet, about: NonNullable<Understanding['about']>): boolean {
  if (snippet.kind === 'task') return about.taskIds.includes(snippet.task.id);
  return snippet.kind === 'target' && about.targetIds.includes(snippet.target.id);
}
