import type { Understanding } from '@phuong-so/shared/domain/understanding';
import type { PlanIndex } from '../ports/plan-index.ts';
import type { Snippet, WardFacts } from '../ports/ward-facts.ts';
import { type Ranked, rankSnippets } from './rank-snippets.ts';
import { lexiconOf } from './ward-lexicon.ts';

/** Passages that the index gives to be ranked; a ward's plan has some hundreds. */
const CANDIDATES = 150;
/** A fact that the question before named needs no proof that it is meant. In units of a snippet's score. */
const SURE = 20;
/** A wording of plans counts this much against a typed word when the index looks for candidates. */
const EXPANSION_WEIGHT = 0.8;

/** What the ward's plans say about the question, best first: the index finds candidates, their wording decides. */
export function gatherEvidence(index: PlanIndex, facts: WardFacts, understanding: Understanding): Ranked[] {
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
    limit: CANDIDATES,
  });
  const found = new Set<number | null>(hits.map(({ passageId }) => passageId));
  const candidates = facts.snippets.filter(({ inSection, passageId }) => !inSection || found.has(passageId));
  return rankSnippets(understanding.concepts, candidates, lexiconOf(facts));
}

function isAbout(snippet: Snippet, about: NonNullable<Understanding['about']>): boolean {
  if (snippet.kind === 'task') return about.taskIds.includes(snippet.task.id);
  return snippet.kind === 'target' && about.targetIds.includes(snippet.target.id);
}
