import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDocument } from './read-document.ts';
import { UnreadableDocument } from './unreadable-document.ts';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../..');
const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(path.join(root, 'tests/fixtures/plans', name)));
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

async function failure(fileName: string, bytes: Uint8Array): Promise<UnreadableDocument | null> {
  try {
    await readDocument(fileName, bytes);
    return null;
  } catch (error) {
    if (error instanceof UnreadableDocument) return error;
    throw error;
  }
}

describe('what cannot be read says why and what to do', () => {
  const oldWord = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600)]);
  const lockedWord = new Uint8Array([...oldWord, ...Buffer.from('EncryptedPackage', 'utf16le')]);
  test.each([
    ['ke-hoach.xlsx', bytesOf('x'), 'unsupported', '.docx'],
    ['ke-hoach', bytesOf('x'), 'unsupported', '.docx'],
    ['ke-hoach.doc', oldWord, 'unsupported', 'lưu lại thành .docx'],
    ['ke-hoach.docx', oldWord, 'unsupported', 'lưu lại thành .docx'],
    ['ke-hoach.docx', lockedWord, 'encrypted', 'bỏ mật khẩu'],
    ['ke-hoach.docx', bytesOf('PK\u0003\u0004 rồi hỏng'), 'broken', 'gửi lại'],
    ['ke-hoach.pdf', bytesOf('%PDF-1.7 rồi hỏng'), 'broken', 'gửi lại'],
    ['ke-hoach.txt', new Uint8Array(), 'empty', 'gửi lại'],
    ['ke-hoach.md', bytesOf(' \n\n --- \n'), 'empty', 'gửi lại'],
    ['ke-hoach.txt', new Uint8Array([0x4b, 0xd5, 0x20, 0x68, 0x6f, 0xb9, 0x63, 0x68]), 'broken', 'UTF-8'],
    ['ke-hoach.txt', new Uint8Array(25 * 1024 * 1024 + 1), 'too_large', '25 MB'],
  ])('%s → %s', async (name, bytes, code, advice) => {
    const error = await failure(name, bytes);
    expect(error?.code).toBe(code);
    expect(error?.message).toContain(advice);
  });

  test('text typed in a font of before Unicode is refused, not shown as gibberish', async () => {
    const tcvn3 = 'ñy ban nh©n d©n ph­êng x©y dùng kÕ ho¹ch triÓn khai chuyÓn ®æi sè n¨m nay cho ng­êi d©n. '.repeat(5);
    expect((await failure('ke-hoach.txt', bytesOf(tcvn3)))?.code).toBe('broken');
    const unicode = 'Ủy ban nhân dân phường xây dựng kế hoạch triển khai chuyển đổi số năm nay cho người dân. '.repeat(
      5,
    );
    expect(await failure('ke-hoach.txt', bytesOf(unicode))).toBeNull();
    expect(await failure('ke-hoach.txt', bytesOf(unicode.normalize('NFD')))).toBeNull();
  });
});

test('the same words come out of UTF-8, UTF-8 with BOM and UTF-16', async () => {
  const text = 'KẾ HOẠCH\nChuyển đổi số';
  const utf16 = new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));
  for (const bytes of [bytesOf(text), bytesOf(`\uFEFF${text}`), utf16]) {
    const source = await readDocument('ke-hoach.TXT', bytes);
    expect(source.text).toBe(text);
    expect(source.format).toBe('txt');
  }
});

describe('whatever the bytes are, only a typed refusal comes back', () => {
  const names = fc.constantFrom('a.txt', 'a.md', 'a.docx', 'a.pdf');

  test('random bytes, with and without the right beginning', async () => {
    const start = fc.constantFrom('', '%PDF-1.4\n', 'PK\u0003\u0004', '\u00D0\u00CF\u0011\u00E0');
    await fc.assert(
      fc.asyncProperty(names, start, fc.uint8Array({ maxLength: 400 }), async (name, prefix, tail) => {
        await failure(name, new Uint8Array([...Buffer.from(prefix, 'latin1'), ...tail]));
      }),
      { numRuns: 150 },
    );
  });

  test('random text with tabs, pipes and list marks', async () => {
    const piece = fc.constantFrom('\t', '|', '|---|', '\n', '\n\n', '- ', '# ', '**', '1.', 'chữ', '\f', '<br>', '\\');
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('a.txt', 'a.md'), fc.array(piece, { maxLength: 60 }), async (name, pieces) => {
        await failure(name, bytesOf(pieces.join('')));
      }),
      { numRuns: 300 },
    );
  });

  test.each(['mau-hai.docx', 'gia-dinh-bon.pdf'])('%s with damaged or missing bytes', async (name) => {
    const whole = fixture(name);
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(damage, fc.integer({ min: 1, max: whole.length }), fc.boolean(), async (flips, end, cut) => {
        const bytes = whole.slice(0, cut ? end : whole.length);
        for (const [at, value] of flips) if (at < bytes.length) bytes[at] = value;
        await failure(name, bytes);
      }),
      { numRuns: 40 },
    );
  });
});
