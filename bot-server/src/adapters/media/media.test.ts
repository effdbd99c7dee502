import { accessSync, constants, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { MediaFailure } from '../../ports/media.ts';
import { allowed } from './allowed-hosts.ts';
import { fetchedFiles } from './fetched-files.ts';
import { ffmpegConverter } from './ffmpeg-converter.ts';
import { isPublicAddress } from './public-address.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'media-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const AMR = readFileSync('tests/fixtures/media/tieng-bip.amr');

async function failure(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(MediaFailure);
  return (error as MediaFailure).kind;
}

test.each([
  ['49.213.114.1', true],
  ['1.1.1.1', true],
  ['2404:6800:4005::200e', true],
  ['127.0.0.1', false],
  ['0.0.0.0', false],
  ['10.1.2.3', false],
  ['100.64.0.1', false],
  ['169.254.169.254', false],
  ['172.31.255.255', false],
  ['192.168.1.1', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['::', false],
  ['::1', false],
  ['fe80::1', false],
  ['fd00::1', false],
  ['::ffff:127.0.0.1', false],
  ['64:ff9b::7f00:1', false],
  ['2002:7f00:1::', false],
  ['ff02::1', false],
])('%s is public: %s', (address, is) => {
  expect(isPublicAddress(address)).toBe(is);
});

describe('an address', () => {
  const hosts = ['zdn.vn', 'http://127.0.0.1:9000'];
  test.each(['https://zdn.vn/a', 'https://f6.photo.talk.zdn.vn/a.amr?x=1', 'https://F6.ZDN.VN/a'])(
    '%s is allowed',
    (address) => {
      expect(allowed(address, hosts).mustBePublic).toBe(true);
    },
  );
  test('of an origin that an operator names is allowed as it is', () => {
    expect(allowed('http://127.0.0.1:9000/x.amr', hosts).mustBePublic).toBe(false);
  });
  test.each([
    'http://zdn.vn/a',
    'https://zdn.vn:8443/a',
    'https://ai:do@zdn.vn/a',
    'https://ai@zdn.vn/a',
    'https://zdn.vn.lua-dao.example/a',
    'https://xzdn.vn/a',
    'https://lua-dao.example/zdn.vn',
    'http://127.0.0.1:9001/x',
    'https://127.0.0.1:9000/x',
    'https://[::1]/x',
    'file:///etc/passwd',
    'data:audio/amr,x',
    'zdn.vn/a',
    '',
  ])('%s is not', (address) => {
    expect(() => allowed(address, hosts)).toThrow(MediaFailure);
  });
});

describe('a name that stands for', () => {
  const files = (addresses: readonly string[]) =>
    fetchedFiles({
      hosts: ['zdn.vn'],
      lookup: (_name, _options, done) =>
        done(
          null,
          addresses.map((address) => ({ address, family: 4 })),
        ),
    });
  const soon = () => AbortSignal.timeout(2_000);

  test.each([[['127.0.0.1']], [['10.0.0.1']], [['1.1.1.1', '192.168.0.1']], [[]]])(
    '%j is not connected to',
    async (addresses) => {
      expect(await failure(files(addresses).fetch('https://f6.zdn.vn/a.amr', 1_000, soon()))).toBe('host');
    },
  );
});

describe('ffmpeg', () => {
  const program = (name: string, script: string): string => {
    const file = path.join(folder, name);
    writeFileSync(file, `#!${process.execPath}\n${script}`, { mode: 0o755 });
    return file;
  };
  const soon = () => AbortSignal.timeout(5_000);

  test('that is not there, ends badly or gives nothing is a failed conversion', async () => {
    for (const one of [path.join(folder, 'none'), program('bad', 'process.exit(1)'), program('mute', '')])
      expect(await failure(ffmpegConverter(one).toWav(AMR, 'amr', soon()))).toBe('conversion');
  });

  test('that gives without end is stopped', async () => {
    const flood = program(
      'flood',
      'const more = () => { while (process.stdout.write(Buffer.alloc(1 << 20))); }; process.stdout.on("drain", more); more();',
    );
    expect(await failure(ffmpegConverter(flood).toWav(AMR, 'amr', soon()))).toBe('conversion');
  });

  test('that hangs is killed when the time is up', async () => {
    const note = path.join(folder, 'pid');
    const hung = program(
      'hung',
      `require('fs').writeFileSync(${JSON.stringify(note)}, String(process.pid)); setInterval(() => {}, 1000);`,
    );
    expect(await failure(ffmpegConverter(hung).toWav(AMR, 'amr', AbortSignal.timeout(1_000)))).toBe('timeout');
    const pid = Number(readFileSync(note, 'utf8'));
    await expect.poll(() => isRunning(pid)).toBe(false);
  });

  test('that is told before it began does not run', async () => {
    expect(await failure(ffmpegConverter(program('late', '')).toWav(AMR, 'amr', AbortSignal.abort()))).toBe('timeout');
  });

  // Only where a real one is: the machine of CI has none.
  const real = [process.env.FFMPEG_PATH ?? '', '/usr/bin/ffmpeg'].find(isProgram);
  test.skipIf(real === undefined)('makes WAV of AMR, with its length in the header', async () => {
    const wav = Buffer.from(await ffmpegConverter(real ?? '').toWav(AMR, 'amr', soon()));
    expect(wav.toString('latin1', 0, 4)).toBe('RIFF');
    expect(wav.readUInt32LE(4)).toBe(wav.length - 8);
    expect(wav.toString('latin1', 36, 40)).toBe('data');
    expect(wav.readUInt32LE(40)).toBe(wav.length - 44);
    // 0.4 s of 16,000 samples of two bytes, but for a frame.
    expect(wav.length).toBeGreaterThan(12_000);
    expect(await failure(ffmpegConverter(real ?? '').toWav(Buffer.from('#!AMR\nno sound at all'), 'wav', soon()))).toBe(
      'conversion',
    );
  });
});

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return file !== '';
  } catch {
    return false;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
