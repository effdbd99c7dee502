import { statSync } from 'node:fs';
import path from 'node:path';
import { syllables } from '@phuong-so/shared/text/tokens';
import Database from 'better-sqlite3';
import { type Arm, wholeText } from './arm.ts';
import { foldedPairs } from './folded-pairs.ts';

/** Plain FTS5: any word, bm25, and the scope as a condition. */
function fts5(tokenizer: string, toDocument: (text: string) => string, toWords: (query: string) => string[]): Arm {
  return {
    build(passages, folder) {
      const file = path.join(folder, 'fts5.sqlite');
      const db = new Database(file);
      db.exec(`CREATE VIRTUAL TABLE f USING fts5(id UNINDEXED, scope UNINDEXED, t, tokenize="${tokenizer}")`);
      const insert = db.prepare('INSERT INTO f VALUES (?, ?, ?)');
      db.transaction(() => {
        for (const passage of passages) insert.run(passage.id, passage.scope, toDocument(wholeText(passage)));
      })();
      db.exec("INSERT INTO f (f) VALUES ('optimize')");
      const select = db
        .prepare<[string, string, number], string>(
          'SELECT id FROM f WHERE f MATCH ? AND scope = ? ORDER BY bm25(f) LIMIT ?',
        )
        .pluck();
      return {
        bytes: statSync(file).size,
        search(query, scope, limit) {
          const words = [...new Set(toWords(query))];
          return words.length === 0 ? [] : select.all(words.map((word) => `"${word}"`).join(' OR '), scope, limit);
        },
      };
    },
  };
}

/** The floor: generated tokens, folded syllables and pairs. */
export const fts5FoldedPairs = fts5(
  "unicode61 remove_diacritics 0 tokenchars '_'",
  (text) => foldedPairs(text).join(' '),
  foldedPairs,
);

export const fts5Default = fts5('unicode61', (text) => text, syllables);
