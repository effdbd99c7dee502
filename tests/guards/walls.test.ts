import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** File → imports that its folder's wall must stop, and imports that it must let through. */
const WALLS: Record<string, { stopped: string[]; allowed: string[] }> = {
  'shared/src/domain/a.ts': {
    stopped: ['node:fs', 'fs', 'hono', 'react', 'zmp-sdk', '../../../bot-server/src/ports/clock.ts'],
    allowed: ['zod', 'zod/mini', '../text/fold.ts', './plan.ts'],
  },
  'bot-server/src/ports/a.ts': {
    stopped: ['hono', 'drizzle-orm', '../flows/x.ts', '../adapters/state/x.ts', '../retrieval/x.ts'],
    allowed: ['@phuong-so/shared/domain/plan', './clock.ts'],
  },
  'bot-server/src/understanding/a.ts': {
    stopped: [
      '../answering/x.ts',
      '../adapters/index/x.ts',
      '../flows/x.ts',
      '../app/config.ts',
      'hono',
      'node:fs',
      'pino',
    ],
    allowed: ['@phuong-so/shared/text/fold', '../ports/clock.ts', './guard.ts', 'zod'],
  },
  'bot-server/src/answering/deep/a.ts': {
    stopped: ['../../understanding/x.ts', '../../ingestion/x.ts', '../../api/x.ts', 'better-sqlite3'],
    allowed: ['../cite.ts', '../../ports/clock.ts'],
  },
  'bot-server/src/chatting/a.ts': {
    stopped: ['../answering/x.ts', '../understanding/x.ts', '../flows/x.ts', '../outbox/x.ts', 'node:crypto', 'hono'],
    allowed: ['@phuong-so/shared/domain/chat', '../ports/outbox.ts', './menu.ts', 'zod'],
  },
  'bot-server/src/announcements/a.ts': {
    stopped: ['../outbox/x.ts', '../chatting/x.ts', '../flows/x.ts', '../adapters/state/x.ts', 'hono', 'node:crypto'],
    allowed: ['@phuong-so/shared/text/fold', '../ports/announcements.ts', './letters.ts', 'zod'],
  },
  'bot-server/src/composing/a.ts': {
    stopped: [
      '../answering/x.ts',
      '../announcements/x.ts',
      '../flows/x.ts',
      '../adapters/x.ts',
      'openai',
      'node:crypto',
    ],
    allowed: ['@phuong-so/shared/text/fold', '../ports/language-model.ts', './figures.ts', 'zod'],
  },
  'bot-server/src/perceiving/a.ts': {
    stopped: ['../chatting/x.ts', '../composing/x.ts', '../understanding/x.ts', '../flows/x.ts', 'openai', 'node:dns'],
    allowed: ['@phuong-so/shared/text/mask-personal', '../ports/media.ts', './words.ts', 'zod'],
  },
  'bot-server/src/learning/a.ts': {
    stopped: [
      '../announcements/x.ts',
      '../chatting/x.ts',
      '../flows/x.ts',
      '../adapters/state/x.ts',
      'hono',
      'node:fs',
    ],
    allowed: ['@phuong-so/shared/domain/learning', '../ports/learning.ts', './deps.ts', 'zod'],
  },
  'bot-server/src/chatting/b.ts': {
    stopped: ['../learning/x.ts'],
    allowed: ['@phuong-so/shared/domain/learning', '../ports/learning.ts'],
  },
  'bot-server/src/scam-check/a.ts': {
    stopped: [
      '../announcements/x.ts',
      '../answering/x.ts',
      '../flows/x.ts',
      '../adapters/content/x.ts',
      'hono',
      'yaml',
    ],
    allowed: ['@phuong-so/shared/text/phrase-matcher', '../ports/library.ts', './find-links.ts', 'zod'],
  },
  'bot-server/src/work/a.ts': {
    stopped: [
      '../announcements/x.ts',
      '../chatting/x.ts',
      '../flows/x.ts',
      '../adapters/state/x.ts',
      'hono',
      'node:fs',
    ],
    allowed: ['@phuong-so/shared/domain/work', '../ports/work.ts', './standing-unit.ts', 'zod'],
  },
  'bot-server/src/work/reminders/a.ts': {
    stopped: ['../../understanding/x.ts', '../../outbox/x.ts', '../../api/x.ts'],
    allowed: ['../standing-unit.ts', '../../ports/work.ts', '@phuong-so/shared/domain/work-clock'],
  },
  'bot-server/src/chatting/c.ts': {
    stopped: ['../work/x.ts'],
    allowed: ['../ports/work.ts', '@phuong-so/shared/domain/work'],
  },
  'bot-server/src/announcements/b.ts': {
    stopped: ['../scam-check/x.ts'],
    allowed: ['./letters.ts'],
  },
  'bot-server/src/oa-tokens/a.ts': {
    stopped: ['../outbox/x.ts', '../adapters/zalo/x.ts', '../inbound/x.ts', '../app/config.ts', 'hono', 'node:crypto'],
    allowed: ['@phuong-so/shared/domain/chat', '../ports/oa-tokens.ts', './x.ts', 'zod'],
  },
  'bot-server/src/inbound/a.ts': {
    stopped: ['../adapters/zalo/x.ts', '../oa-tokens/x.ts', '../outbox/x.ts', '../api/x.ts', 'drizzle-orm', 'node:fs'],
    allowed: ['hono', 'zod', 'node:crypto', '../flows/x.ts', '../ports/chat-store.ts', '@phuong-so/shared/domain/chat'],
  },
  'bot-server/src/ingestion/parse-plan/a.ts': {
    stopped: ['pdfjs-dist', 'jszip', 'node:fs', '../../retrieval/x.ts'],
    allowed: ['../read-document/x.ts', './labels.ts'],
  },
  'bot-server/src/ingestion/read-document/a.ts': {
    stopped: ['better-sqlite3', 'hono', '../../answering/x.ts', '../../app/config.ts'],
    allowed: ['pdfjs-dist/legacy/build/pdf.mjs', 'jszip', '@xmldom/xmldom', 'node:zlib'],
  },
  'bot-server/src/ingestion/build-index/a.ts': {
    stopped: ['drizzle-orm', 'hono', '../../adapters/index/x.ts'],
    allowed: ['better-sqlite3', 'node:fs', '../../ports/plan-index.ts'],
  },
  'bot-server/src/flows/a.ts': {
    stopped: ['../adapters/state/x.ts', '../api/x.ts', '../app/compose.ts', '../cli/x.ts', 'hono', 'node:fs'],
    allowed: ['../understanding/x.ts', '../answering/x.ts', '../ingestion/parse-plan/x.ts', '../ports/clock.ts'],
  },
  'bot-server/src/api/routes/a.ts': {
    stopped: ['../../answering/x.ts', '../../adapters/zalo/x.ts', '../../app/config.ts', 'drizzle-orm', 'node:crypto'],
    allowed: ['hono', 'hono/cors', '../route.ts', '../../flows/x.ts', '../../ports/clock.ts', 'zod/mini'],
  },
  'bot-server/src/adapters/zalo/a.ts': {
    stopped: [
      '../state/x.ts',
      '../../flows/x.ts',
      '../../answering/x.ts',
      '../../app/config.ts',
      '../../ingestion/x.ts',
    ],
    allowed: ['node:crypto', './x.ts', '../../ports/clock.ts', '@phuong-so/shared/domain/plan', 'drizzle-orm'],
  },
  'bot-server/src/simulated-zalo/a.ts': {
    stopped: ['../ports/clock.ts', '../adapters/zalo/x.ts', '../flows/x.ts', '../app/config.ts', 'pino', 'drizzle-orm'],
    allowed: ['hono', '@hono/node-server', 'node:crypto', 'zod', '@phuong-so/shared/domain/chat', './events.ts'],
  },
  'bot-server/src/inbound/b.ts': {
    stopped: ['../simulated-zalo/start-simulated-zalo.ts'],
    allowed: ['../ports/clock.ts'],
  },
  'bot-server/src/flows/b.ts': {
    stopped: ['../simulated-zalo/events.ts'],
    allowed: ['../ports/clock.ts'],
  },
  'bot-server/src/adapters/zalo/b.ts': {
    stopped: ['../../simulated-zalo/events.ts'],
    allowed: ['./x.ts'],
  },
  'mini-app/src/features/ask/a.ts': {
    stopped: [
      '../ward/x.ts',
      '../../features/ward/x.ts',
      '../../pages/x.ts',
      '../../app/x.ts',
      'zmp-sdk',
      'zmp-sdk/apis',
      'hono',
    ],
    allowed: [
      'react',
      'zmp-ui',
      './chat.tsx',
      '../../ui/x.tsx',
      '../../reading/x.ts',
      '../../session/x.ts',
      '../../api/x.ts',
    ],
  },
  'mini-app/src/features/ask/hooks/a.ts': {
    stopped: ['../../ward/x.ts', '../../../pages/x.ts'],
    allowed: ['../chat.tsx', '../../../ui/x.tsx', '../../../session/x.ts', '@phuong-so/shared/contracts/answer'],
  },
  'mini-app/src/pages/a.ts': {
    stopped: ['../app/x.ts', 'zmp-sdk', '../../../bot-server/src/ports/clock.ts'],
    allowed: ['../features/ask/chat.tsx', '../ui/x.tsx', 'react-router-dom'],
  },
  'mini-app/src/reading/a.ts': {
    stopped: ['../features/ask/x.ts', '../pages/x.ts', '../app/x.ts', '../session/x.ts', 'zmp-sdk'],
    allowed: ['@tanstack/react-query', '../api/x.ts', '../ui/x.tsx', '../zalo/x.ts'],
  },
  'mini-app/src/session/a.ts': {
    stopped: ['../features/me/x.ts', '../reading/x.ts', '../ui/x.tsx', '../pages/x.ts', 'react', 'zmp-sdk'],
    allowed: ['@phuong-so/shared/contracts/session', '../api/client.ts', '../zalo/platform.ts', './x.ts'],
  },
  'mini-app/src/ui/a.ts': {
    stopped: ['../features/ask/x.ts', '../reading/x.ts', '../api/x.ts', '../zalo/x.ts', '../pages/x.ts'],
    allowed: ['react', 'zmp-ui', 'lucide-react', './x.tsx'],
  },
  'mini-app/src/api/a.ts': {
    stopped: ['../features/ask/x.ts', '../reading/x.ts', '../zalo/x.ts', 'react'],
    allowed: ['zod/mini', './x.ts'],
  },
  'mini-app/src/zalo/a.ts': {
    stopped: ['../features/ask/x.ts', '../api/x.ts', 'react'],
    allowed: ['zmp-sdk/apis', './x.ts'],
  },
};

/** Other rules that keep the house: planted code → the rule that must find it. */
const HABITS: Record<string, { code: string; rule: string }> = {
  'bot-server/src/answering/env.ts': { code: 'export const port = process.env.PORT;', rule: 'noProcessEnv' },
  'bot-server/src/answering/print.ts': { code: "console.log('x');", rule: 'noConsole' },
  'bot-server/src/answering/any.ts': { code: 'export const x: any = 1;', rule: 'noExplicitAny' },
  'bot-server/src/answering/floating.ts': {
    code: 'async function work(): Promise<void> {}\nexport function start(): void {\n  work();\n}',
    rule: 'noFloatingPromises',
  },
  'bot-server/src/answering/cycle-a.ts': {
    code: "import { b } from './cycle-b.ts';\nexport const a: number = b;",
    rule: 'noImportCycles',
  },
  'bot-server/src/answering/cycle-b.ts': {
    code: "import { a } from './cycle-a.ts';\nexport const b: number = a;",
    rule: 'noImportCycles',
  },
};

interface Found {
  readonly file: string;
  readonly line: number;
  readonly rule: string;
}

let folder: string;
let found: Found[];

beforeAll(() => {
  folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'walls-')));
  copyFileSync('biome.json', path.join(folder, 'biome.json'));
  writeFileSync(path.join(folder, '.gitignore'), 'node_modules/\n');
  for (const [file, { stopped, allowed }] of Object.entries(WALLS)) {
    plant(file, [...stopped, ...allowed].map((name) => `import '${name}';`).join('\n'));
  }
  for (const [file, { code }] of Object.entries(HABITS)) plant(file, code);
  const biome = path.resolve('node_modules/@biomejs/biome/bin/biome');
  const run = spawnSync(process.execPath, [biome, 'lint', '--max-diagnostics=none', '--reporter=github', '.'], {
    cwd: folder,
    encoding: 'utf8',
  });
  const lines = `${run.stdout}\n${run.stderr}`.matchAll(
    /::(?:error|warning) title=lint\/\w+\/(\w+),file=([^,]+),line=(\d+)/g,
  );
  found = [...lines].map(([, rule = '', file = '', line]) => ({
    rule,
    file: path.relative(folder, file),
    line: Number(line),
  }));
});
afterAll(() => rmSync(folder, { recursive: true }));

function plant(file: string, code: string): void {
  const place = path.join(folder, file);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, `${code}\n`);
}

test.each(Object.entries(WALLS))(
  'the wall around %s stops what it must, and nothing else',
  (file, { stopped, allowed }) => {
    const rules = ['noRestrictedImports', 'noNodejsModules'];
    const lines = new Set(found.filter((one) => one.file === file && rules.includes(one.rule)).map(({ line }) => line));
    const names = [...stopped, ...allowed];
    expect(names.filter((_, at) => lines.has(at + 1))).toEqual(stopped);
  },
);

test.each(Object.entries(HABITS))('%s is found', (file, { rule }) => {
  expect(found.filter((one) => one.file === file).map((one) => one.rule)).toContain(rule);
});
