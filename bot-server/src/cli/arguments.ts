import { type ParseArgsConfig, parseArgs } from 'node:util';
import { type AskerRole, ROLES } from '@phuong-so/shared/domain/answer';
import { CliError } from './cli-error.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** Parses flags and words; an unknown flag ends with the command's usage. @throws CliError */
export function readArguments<const T extends Options>(args: readonly string[], options: T, usage: string) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new CliError(`${reason(error)} Cách dùng: ${usage}`);
  }
}

export function readRole(given: string | undefined): AskerRole {
  const role = ROLES.find((one) => one === (given ?? 'resident'));
  if (role === undefined) throw new CliError(`--role "${given}": chỉ nhận ${ROLES.join(', ')}.`);
  return role;
}

function reason(error: unknown): string {
  const code = (error as { code?: string }).code;
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return 'Có tham số không dùng được.';
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return 'Có tham số thiếu giá trị.';
  throw error;
}
