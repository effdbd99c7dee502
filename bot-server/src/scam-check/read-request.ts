import { readTyped } from '@phuong-so/shared/text/typed-text';
import type { ScamSigns } from './compile-signs.ts';
import { findLinks } from './find-links.ts';

/** "Tin này có phải lừa đảo không: …" */
export interface CheckRequest {
  readonly isAsked: boolean;
  /** The message itself, without the request around it; null where there is none. The whole text where nothing is asked. */
  readonly message: string | null;
}

/** Fewer words than this beside the request are no message. */
const SHORTEST_MESSAGE = 4;
const EDGES = /^[\s:;,.?!"“”'–-]+|[\s:?!"“”'–-]+$/gu;

/** Parts a request to check a message from the message. */
export function readRequest(typed: string, signs: ScamSigns): CheckRequest {
  const { text, tokens } = readTyped(typed.slice(0, LONGEST));
  const requests = signs.requests.find(tokens);
  if (requests.length === 0) return { isAsked: false, message: typed };
  let rest = '';
  let from = 0;
  for (const request of requests) {
    rest += `${text.slice(from, tokens[request.from]?.start)} `;
    from = tokens[request.to - 1]?.end ?? from;
  }
  rest = (rest + text.slice(from)).replaceAll(EDGES, '');
  return { isAsked: true, message: isMessage(rest, signs) ? rest : null };
}

/** As long as the longest message, with room for the request. In UTF-16 units. */
const LONGEST = 6_000;

function isMessage(rest: string, signs: ScamSigns): boolean {
  if (findLinks(rest, signs.links).length > 0) return true;
  const { tokens } = readTyped(rest);
  const filled = signs.fillers.find(tokens).reduce((sum, { from, to }) => sum + to - from, 0);
  return tokens.length - filled >= SHORTEST_MESSAGE;
}
