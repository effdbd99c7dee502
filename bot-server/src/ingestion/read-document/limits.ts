const MEGABYTE = 1024 * 1024;

/** A ward's plan with its annexes is below 2 MB and 60 pages; the limits leave room for scanned stamps and long annexes. */
export const MAX_FILE_BYTES = 25 * MEGABYTE;
export const MAX_PAGES = 500;

/** Unpacked size of one part of a .docx: a 300-page plan has about 8 MB of XML, a zip bomb has gigabytes. */
export const MAX_UNPACKED_BYTES = 40 * MEGABYTE;
