import { afterEach } from 'vitest';

/** As it is before a test puts its own clock in its place. */
const later = setImmediate;

/**
 * A test on SQLite may end without ever leaving the microtasks, and so may the hundred after it. Vitest hears nothing of
 * such a process, and after a minute takes it for lost: between two tests everybody else gets a turn.
 */
afterEach(() => new Promise<void>((resolve) => void later(resolve)));
