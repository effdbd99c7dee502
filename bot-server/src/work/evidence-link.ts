/** Whether a text is a whole https address without a name and password in it. */
export function isWebAddress(text: string): boolean {
  if (/[\s<>"]/.test(text)) return false;
  try {
    const { protocol, hostname, username, password } = new URL(text);
    return protocol === 'https:' && hostname.includes('.') && username === '' && password === '';
  } catch {
    return false;
  }
}
