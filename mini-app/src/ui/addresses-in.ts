const ADDRESS = /(^|[^\w@./-])((?:https?:\/\/|www\.)[^\s<>"'“”()]+|(?:[a-z0-9-]+\.)+vn\b(?:\/[^\s<>"'“”()]*)?)/gi;

/** Web addresses in texts, each once, as they are written: "https://…", "dichvucong.gov.vn". No e-mail addresses. */
export function addressesIn(texts: readonly string[]): readonly string[] {
  const found = texts.flatMap((text) =>
    [...text.matchAll(ADDRESS)].map(([, , address = '']) => address.replace(/[.,;:!?*]+$/, '')),
  );
  return [...new Set(found)];
}
