import { ConfigError } from '../app/config-error.ts';
import { UnreadableDocument } from '../ingestion/read-document/unreadable-document.ts';
import { ContentError } from '../ports/content.ts';
import { CliError } from './cli-error.ts';
import { complain } from './output.ts';

type Command = (args: readonly string[]) => Promise<void>;

/** Loaded when asked for: `ask` starts in half the time without what `extract` needs. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  ask: async () => (await import('./ask.ts')).ask,
  extract: async () => (await import('./extract.ts')).extract,
  chat: async () => (await import('./chat.ts')).chat,
  evaluate: async () => (await import('./evaluate.ts')).evaluate,
  admin: async () => (await import('./admin.ts')).admin,
  'build-index': async () => (await import('./build-index.ts')).buildIndexCommand,
};

const EXPECTED = [CliError, ConfigError, ContentError, UnreadableDocument];

async function main([name = '', ...args]: readonly string[]): Promise<number> {
  try {
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (!command) throw new CliError(`Không có lệnh "${name}". Các lệnh: ${Object.keys(COMMANDS).join(', ')}.`);
    await (await command())(args);
    return 0;
  } catch (error) {
    if (EXPECTED.some((kind) => error instanceof kind)) {
      complain((error as Error).message);
      return 2;
    }
    throw error;
  }
}

process.exitCode = await main(process.argv.slice(2));
