/** Under which a phone remembers that somebody who holds an office uses it. It gives no right: the server asks who it is. */
export const OFFICE_KEY = 'phuong-so.office';
