import type { ScamSignsFile } from '@phuong-so/shared/content/scam-signs';
import type { Span } from './read-message.ts';

export type LinkKind = keyof ScamSignsFile['links']['why'];

export interface FoundLink extends Span {
  /** null = an official place. */
  readonly kind: LinkKind | null;
}

export interface KnownLinks {
  readonly rules: ScamSignsFile['links'];
  /** Hosts of data/links.yaml, lower case. */
  readonly official: ReadonlySet<string>;
}

const STATE = '.gov.vn';
const EDGES = /^[([{"'“‘<]+|[)\]}"'”’>.,;:!?…]+$/gu;
const SCHEME = /^h(?:tt|xx)ps?:\/\//i;
/** "vidu[.]top", "vidu . top", "vidu chấm com": a dot written so that it is no link. Bounded, so that time is, too. */
const HIDDEN_DOT =
  /(?<![a-z\d-])([a-z\d-]{3,40})(?:\s?(?:\[\.\]|\(\.\)|\[dot\]|\(dot\)|\(chấm\)|\[chấm\])\s?|\s(?:\.|chấm|cham|dot)\s)([a-z]{2,12})(?![a-z\d])/giu;

/** Every address of a text in order, none of them over another. */
export function findLinks(text: string, known: KnownLinks): FoundLink[] {
  const plain = [...text.matchAll(/\S+/gu)].flatMap((match) => readChunk(match[0], match.index, known));
  const hidden = [...text.matchAll(HIDDEN_DOT)].flatMap(({ 0: whole, 1: name = '', 2: ending = '', index }) => {
    const span = { start: index, end: index + whole.length };
    const isOver = plain.some(({ start, end }) => start < span.end && span.start < end);
    return isOver || !isEnding(ending, known) ? [] : [{ ...span, kind: kindOf(`${name}.${ending}`, '', known) }];
  });
  return [...plain, ...hidden].sort((a, b) => a.start - b.start);
}

function readChunk(chunk: string, at: number, known: KnownLinks): FoundLink[] {
  if (!chunk.includes('.') && !SCHEME.test(chunk)) return [];
  // "vào:https://…", "(vidu.top/x)": what stands before and after the address is none of it.
  const from = Math.max(0, chunk.search(/h(?:tt|xx)ps?:\/\//i));
  const bare = chunk.slice(from);
  const lead = from > 0 ? 0 : (/^[([{"'“‘<]+/u.exec(bare)?.[0].length ?? 0);
  const address = bare.slice(lead).replace(EDGES, '');
  const hasScheme = SCHEME.test(address);
  const rest = address.replace(SCHEME, '');
  const [authority = ''] = rest.split(/[/?#]/);
  const path = rest.slice(authority.length);
  const host = authority
    .slice(authority.lastIndexOf('@') + 1)
    .replace(/:\d+$/, '')
    .toLowerCase();
  const isLink = hasScheme ? host !== '' : isHost(host, path, known);
  if (!isLink && !/\.apk$/i.test(address)) return [];
  const isUserTrick = authority.includes('@') && (hasScheme || path !== '');
  if (!hasScheme && authority.includes('@') && !isUserTrick) return [];
  const start = at + from + lead;
  const kind = isUserTrick ? 'disguised' : kindOf(host, path, known);
  return [{ start, end: start + address.length, kind }];
}

/** Last labels that are also Vietnamese syllables: a full stop without a space after it makes no address. */
const SYLLABLES = new Set([
  'me',
  'ai',
  'la',
  'to',
  'co',
  'in',
  'cc',
  'ga',
  'one',
  'men',
  'win',
  'us',
  'su',
  'ly',
  'vip',
  'app',
  'run',
  'fun',
  'link',
  'page',
  'ml',
  'ru',
]);

/** Written without "https://": it is an address when it is ASCII, ends in a known label and cannot be two sentences. */
function isHost(host: string, path: string, known: KnownLinks): boolean {
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(host)) return path !== '';
  const labels = host.split('.');
  const ending = labels.at(-1) ?? '';
  if (labels.length < 2 || !labels.every((label) => /^[a-z\d](?:[a-z\d-]*[a-z\d])?$/.test(label))) return false;
  if (!isEnding(ending, known)) return false;
  const clear = path !== '' || host.includes('-') || /\d/.test(host) || host.startsWith('www.');
  return clear || !SYLLABLES.has(ending);
}

function isEnding(ending: string, { rules }: KnownLinks): boolean {
  const lower = ending.toLowerCase();
  return rules.usual.includes(lower) || rules.odd.includes(lower);
}

function kindOf(host: string, path: string, { rules, official }: KnownLinks): LinkKind | null {
  const isBelow = (root: string) => host === root || host.endsWith(`.${root}`);
  if (/\.apk$/i.test(path) || host.endsWith('.apk')) return 'app_file';
  if (host.endsWith(STATE) || [...official].some(isBelow)) return null;
  if (/^[\d.]+$/.test(host) || host.startsWith('[') || /^(?:0x[\da-f]+|\d{8,10})$/.test(host)) return 'number';
  if (/[^\p{ASCII}]/u.test(host) || host.split('.').some((label) => label.startsWith('xn--'))) return 'disguised';
  if (rules.shorteners.some(isBelow)) return 'short';
  const parts = new Set(host.split(/[.-]/));
  const ending = host.slice(host.lastIndexOf('.') + 1);
  if (rules.names.some((name) => parts.has(name) || (name.length > 4 && host.includes(name)))) return 'look_alike';
  return rules.odd.includes(ending) ? 'odd' : 'unlisted';
}
