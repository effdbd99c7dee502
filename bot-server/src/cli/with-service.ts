import type { Service } from '../app/compose.ts';
import { readConfig } from '../app/config.ts';
import { CliError } from './cli-error.ts';

/**
 * Opens the service for one command and closes it afterwards, whatever happens. It is loaded here and not before: a command
 * with a mistake in its arguments is told so in a quarter of the time.
 */
export async function withService<T>(work: (service: Service) => Promise<T>): Promise<T> {
  const config = readConfig();
  const [{ composeService }, { createLog }] = await Promise.all([import('../app/compose.ts'), import('../app/log.ts')]);
  const log = createLog(config.logLevel === 'info' ? 'warn' : config.logLevel);
  const service = await composeService(config, log);
  try {
    return await work(service);
  } finally {
    await service.close();
  }
}

/** @throws CliError that lists the wards there are */
export function requireKnownWard(service: Service, ward: string | null, where = ''): void {
  const keys = service.index
    .current()
    .wards()
    .map(({ key }) => key);
  if (ward === null || keys.includes(ward)) return;
  throw new CliError(`${where}Không có phường "${ward}". Các phường: ${keys.join(', ')}.`);
}
