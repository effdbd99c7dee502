import type { z } from 'zod';

/** The environment cannot be used; the message is one line, says which variable and what to do. */
export class ConfigError extends Error {
  /** Names the first variable only: one is mended at a time. Never prints a value, which may be a secret. */
  static from(issues: readonly z.core.$ZodIssue[]): ConfigError {
    const issue = issues[0];
    return new ConfigError(`${String(issue?.path[0])}: ${issue?.message}. Xem .env.example.`);
  }
}
