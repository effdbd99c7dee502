import MiniSearch from 'minisearch';
import { type Arm, wholeText } from './arm.ts';
import { foldedPairs } from './folded-pairs.ts';

function miniSearch(tokenize?: (text: string) => string[]): Arm {
  return {
    build(passages) {
      const index = new MiniSearch({
        fields: ['text'],
        storeFields: ['scope'],
        ...(tokenize === undefined ? {} : { tokenize, processTerm: (term: string) => term }),
      });
      index.addAll(passages.map((passage) => ({ id: passage.id, scope: passage.scope, text: wholeText(passage) })));
      return {
        bytes: null,
        search(query, scope, limit) {
          const found = index.search(query, { filter: (result) => result.scope === scope });
          return found.slice(0, limit).map((result) => String(result.id));
        },
      };
    },
  };
}

export const miniSearchDefault = miniSearch();
export const miniSearchFoldedPairs = miniSearch(foldedPairs);
