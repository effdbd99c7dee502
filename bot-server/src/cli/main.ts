import { ConfigError } from '../app/config-error.ts';
import { UnreadableDocument } from '../ingestion/read-document/unreadable-document.ts';
import { ContentError } from '../ports/content.ts';
import { admin } from './admin.ts';
import { ask } from './ask.ts';
import { buildIndexCommand } from './build-index.ts';
import { CliError } from './cli-error.ts';
import { evaluate } from './evaluate.ts';
import { extract } from './extract.ts';
import { complain } from './output.ts';

const COMMANDS: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  ask,
  extract,
  evaluate,
  admin,
  'build-index': buildIndexCommand,
};

const EXPECTED = [CliError, ConfigError, ContentError, UnreadableDocument];

async function main([name = '', ...args]: readonly string[]): Promise<number> {
  try {
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (!command) throw new CliError(`Không có lệnh "${name}". Các lệnh: ${Object.keys(COMMANDS).join(', ')}.`);
    await command(args);
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
