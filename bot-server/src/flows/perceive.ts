import type { ChatEvent } from '@phuong-so/shared/domain/chat';
import type { LanguageData } from '@phuong-so/shared/domain/language';
import type { Perceived } from '../chatting/perceived.ts';
import type { Breaker } from '../composing/breaker.ts';
import type { Budget } from '../composing/budget.ts';
import { pictureType, soundFormat } from '../perceiving/file-kind.ts';
import { isIdentityPaper } from '../perceiving/identity-paper.ts';
import { asTyped } from '../perceiving/words.ts';
import type { Clock } from '../ports/clock.ts';
import { ModelFailure, type PictureReader, type Voice } from '../ports/language-model.ts';
import { MediaFailure, type MediaFiles, type SoundConverter, type SoundFormat } from '../ports/media.ts';
import { cleanQuestion } from '../understanding/clean-question.ts';
import { CueReading } from '../understanding/cue-reading.ts';

/** What listens and looks; null: nothing of that kind is configured. */
export interface PerceiveDeps {
  readonly files: MediaFiles;
  readonly voice: Voice | null;
  /** null: sound goes to the server as it came. */
  readonly converter: SoundConverter | null;
  readonly eyes: PictureReader | null;
  /** What is said to the model beside a picture. */
  readonly told: string;
  readonly language: LanguageData;
  /** Counts files, one each. */
  readonly budget: Budget;
  readonly breaker: Breaker;
  readonly clock: Clock;
  /** For everything that came in one turn, from the first byte to the last word. Milliseconds. */
  readonly waitMs: number;
  /** Told once of every file. */
  readonly record: (record: PerceiveRecord) => void;
}

/** What became of one file. No words and no address. */
export interface PerceiveRecord {
  readonly kind: 'audio' | 'image';
  readonly ward: string;
  readonly outcome: Perceived['kind'] | 'not';
  /** Why nothing came of it; null where something did. */
  readonly why: NotReason | null;
  readonly bytes: number;
  readonly ms: number;
}

type NotReason = MediaFailure['kind'] | ModelFailure['kind'] | 'budget' | 'resting' | 'empty';

/** More files of one turn are not opened. */
const MOST_FILES = 3;
/** Two minutes of AMR are some 200 kB; other formats need more. Bytes. */
const LARGEST_SOUND = 2 * 1024 * 1024;
/** Zalo sends photographs made smaller. Bytes. */
const LARGEST_PICTURE = 5 * 1024 * 1024;
/** A screen full of words. */
const PICTURE_TOKENS = 900;
/** As data/prompts/read-picture.md asks for. */
const IS_IDENTITY = '[[giay_to]]';
const NO_WORDS = '[[khong_co_chu]]';

/**
 * Listens to recordings and reads pictures: fetch → what is it → convert → transcribe or read → words as if typed, masked.
 * What came of each event, by its id; an event without an entry is answered as one that cannot be understood. Nothing is
 * kept: a crash in between begins anew. Never throws for what a server does.
 */
export async function perceive(
  deps: PerceiveDeps,
  events: readonly ChatEvent[],
  ward: string,
): Promise<ReadonlyMap<string, Perceived>> {
  const signal = AbortSignal.timeout(deps.waitMs);
  const wanted = events.filter(({ kind, media }) => media !== undefined && senseOf(deps, kind) !== null);
  const done = await Promise.all(
    wanted.slice(0, MOST_FILES).map(async (event) => [event.id, await perceiveOne(deps, event, ward, signal)] as const),
  );
  return new Map(done.flatMap(([id, perceived]) => (perceived === null ? [] : [[id, perceived] as const])));
}

type Sense = (
  deps: PerceiveDeps,
  address: string,
  signal: AbortSignal,
  seen: (bytes: number) => void,
) => Promise<Perceived | null>;

function senseOf({ voice, eyes }: PerceiveDeps, kind: ChatEvent['kind']): Sense | null {
  if (kind === 'audio' && voice !== null) return (deps, ...rest) => hear(deps, voice, ...rest);
  return kind === 'image' && eyes !== null ? (deps, ...rest) => look(deps, eyes, ...rest) : null;
}

async function perceiveOne(
  deps: PerceiveDeps,
  { kind, media = [] }: ChatEvent,
  ward: string,
  signal: AbortSignal,
): Promise<Perceived | null> {
  const sense = senseOf(deps, kind);
  if (sense === null || (kind !== 'audio' && kind !== 'image')) return null;
  const { budget, breaker, clock, record } = deps;
  const started = clock.ticks();
  let bytes = 0;
  const tell = (outcome: PerceiveRecord['outcome'], why: NotReason | null) =>
    record({ kind, ward, outcome, why, bytes, ms: Math.round(clock.ticks() - started) });
  const day = clock.today();
  const stopped = !budget.allows(ward, day) ? 'budget' : !breaker.allows(started) ? 'resting' : null;
  if (stopped !== null) {
    tell('not', stopped);
    return null;
  }
  budget.spend(ward, day, { prompt: 1, completion: 0 });
  try {
    const all = await Promise.all(
      media.slice(0, MOST_FILES).map((address) => sense(deps, address, signal, (size) => (bytes += size))),
    );
    const perceived = joined(all);
    breaker.worked();
    tell(perceived?.kind ?? 'not', perceived === null ? 'empty' : null);
    return perceived;
  } catch (error) {
    if (!(error instanceof MediaFailure || error instanceof ModelFailure)) throw error;
    if (error instanceof ModelFailure) breaker.failed(clock.ticks());
    tell('not', error.kind);
    return null;
  }
}

/** Several pictures of one message are one text; one identity paper among them, and none is used. */
function joined(all: readonly (Perceived | null)[]): Perceived | null {
  const found = all.flatMap((one) => one ?? []);
  const paper = found.find(({ kind }) => kind === 'identity_paper');
  const [first] = found;
  if (paper || !first || first.kind === 'identity_paper') return paper ?? null;
  return { kind: first.kind, words: found.flatMap((one) => ('words' in one ? [one.words] : [])).join('\n') };
}

async function hear(
  { files, converter }: PerceiveDeps,
  voice: Voice,
  address: string,
  signal: AbortSignal,
  seen: (bytes: number) => void,
): Promise<Perceived | null> {
  const sound = await files.fetch(address, LARGEST_SOUND, signal);
  seen(sound.length);
  const format = soundFormat(sound);
  if (format === null) throw new MediaFailure('kind', 'no recording');
  const name = (ending: SoundFormat) => `tin-nhan-thoai.${ending}`;
  const said =
    converter === null
      ? await voice.transcribe(sound, name(format), signal)
      : await voice.transcribe(await converter.toWav(sound, format, signal), name('wav'), signal);
  const words = asTyped(said);
  return words === null ? null : { kind: 'heard', words };
}

async function look(
  { files, language, told }: PerceiveDeps,
  eyes: PictureReader,
  address: string,
  signal: AbortSignal,
  seen: (bytes: number) => void,
): Promise<Perceived | null> {
  const picture = await files.fetch(address, LARGEST_PICTURE, signal);
  seen(picture.length);
  const type = pictureType(picture);
  if (type === null) throw new MediaFailure('kind', 'no picture');
  const said = await eyes.read(picture, type, told, PICTURE_TOKENS, signal);
  const cues = new CueReading(cleanQuestion(said, language), language);
  const paper = { hasTitle: cues.has('paper_title'), hasLabel: cues.has('paper_label') };
  if (said.includes(IS_IDENTITY) || isIdentityPaper(said, paper)) return { kind: 'identity_paper' };
  const words = asTyped(said.replaceAll(NO_WORDS, ' '));
  return words === null ? null : { kind: 'read', words };
}
