import type { Arm } from './arm.ts';
import { fts5Default, fts5FoldedPairs } from './fts5.ts';
import { miniSearchDefault, miniSearchFoldedPairs } from './minisearch.ts';
import { oramaDefault } from './orama.ts';
import { ours } from './ours.ts';
import { oursByMeaning } from './ours-by-meaning.ts';

export const FLOOR = 'fts5-fold-bi';
export const OURS = 'ours';

export const BY_MEANING = 'ours-by-meaning';

/** Beside each other in every run. */
export const ARMS: Readonly<Record<string, Arm>> = {
  [OURS]: ours,
  [FLOOR]: fts5FoldedPairs,
  'fts5-default': fts5Default,
  'minisearch-default': miniSearchDefault,
  'minisearch-fold-bi': miniSearchFoldedPairs,
  'orama-default': oramaDefault,
};

/** Measured in a section of its own, because it needs a server to say anything. */
export const FURTHER_ARMS: Readonly<Record<string, Arm>> = { [BY_MEANING]: oursByMeaning };
