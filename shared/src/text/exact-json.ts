/** A whole string, or a number. Strings come first so that digits inside them are passed over. */
const STRING_OR_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/gs;
const WIDE_INTEGER = /^-?\d{16,}$/;
/** Where no number of this width follows a colon, a comma or a bracket, none is outside a string. */
const MAY_HOLD_WIDE = /[:,[]\s*-?\d{16}/;

/**
 * Parses JSON like `JSON.parse`, but an integer of 16 digits or more becomes a string: Zalo's ids have 18 digits, and a
 * number of JavaScript keeps only 15 of any value.
 * @throws SyntaxError when it is not JSON
 */
export function parseExactJson(text: string): unknown {
  if (!MAY_HOLD_WIDE.test(text) && !/^\s*-?\d{16}/.test(text)) return JSON.parse(text);
  return JSON.parse(text.replace(STRING_OR_NUMBER, (part) => (WIDE_INTEGER.test(part) ? `"${part}"` : part)));
}
