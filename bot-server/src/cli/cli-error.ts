/** Bad input: printed as one line that says what to do; the command ends with exit 2 and leaves nothing half-written. */
export class CliError extends Error {}
