import { spawn } from 'node:child_process';
import { MediaFailure, type SoundConverter, type SoundFormat } from '../../ports/media.ts';

/** Seconds of a recording that are listened to. */
const LONGEST_SOUND = 120;
/** Bytes of so much sound: 16,000 samples of two bytes a second, and a header. */
const LARGEST_WAV = LONGEST_SOUND * 32_000 + 1_024;
/** Of a WAV file without further chunks: its length stands at byte 4, the sound's in the last four. */
const HEADER = 44;

/** What ffmpeg calls a format. It is told, never left to guess: some formats are lists of other addresses. */
const DEMUXERS: Readonly<Record<SoundFormat, string>> = {
  ...{ amr: 'amr', wav: 'wav', mp3: 'mp3', ogg: 'ogg', flac: 'flac' },
  ...{ webm: 'matroska', m4a: 'mp4', aac: 'aac' },
};

/**
 * ffmpeg as a child process without a shell: bytes in and out through pipes, so nothing is written to disk; no other file
 * or network is open to it; killed when the time is up or when it gives too much. `program`: its path.
 */
export function ffmpegConverter(program: string): SoundConverter {
  return {
    toWav: (sound, format, signal) =>
      new Promise((resolve, reject) => {
        const child = spawn(program, argumentsFor(format), {
          ...{ stdio: ['pipe', 'pipe', 'ignore'], shell: false, env: {}, killSignal: 'SIGKILL', signal },
        });
        const chunks: Buffer[] = [];
        let size = 0;
        const fail = (detail: string) => {
          child.kill('SIGKILL');
          reject(signal.aborted ? new MediaFailure('timeout', 'conversion') : new MediaFailure('conversion', detail));
        };
        child.once('error', () => fail('ffmpeg did not run'));
        // It may end before it has read everything.
        child.stdin.on('error', () => {});
        child.stdout.on('data', (chunk: Buffer) => {
          size += chunk.length;
          if (size > LARGEST_WAV) fail('too much sound');
          else chunks.push(chunk);
        });
        child.once('close', (code) => {
          if (code === 0 && size > HEADER) resolve(withLengths(Buffer.concat(chunks)));
          else fail(`ffmpeg ended with ${code ?? 'a signal'}`);
        });
        child.stdin.end(sound);
      }),
  };
}

/** A pipe cannot go back to write how long the sound has become; some servers believe the header. */
function withLengths(wav: Buffer): Buffer {
  wav.writeUInt32LE(wav.length - 8, 4);
  wav.writeUInt32LE(wav.length - HEADER, HEADER - 4);
  return wav;
}

function argumentsFor(format: SoundFormat): string[] {
  const input = ['-protocol_whitelist', 'pipe', '-f', DEMUXERS[format], '-i', 'pipe:0'];
  const plain = ['-map_metadata', '-1', '-fflags', '+bitexact', '-flags:a', '+bitexact'];
  const output = ['-t', String(LONGEST_SOUND), '-vn', '-ac', '1', '-ar', '16000', ...plain, '-f', 'wav', 'pipe:1'];
  return ['-nostdin', '-hide_banner', '-loglevel', 'error', ...input, ...output];
}
