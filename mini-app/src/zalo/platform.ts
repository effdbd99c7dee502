import type { Speech } from './speech.ts';

/** Small texts kept on this device. No method rejects: a device without storage remembers nothing. */
export interface DeviceStorage {
  /** The stored text; null when absent or when the device does not answer. */
  read(key: string): Promise<string | null>;
  /** False when the device refused (full, blocked). */
  write(key: string, text: string): Promise<boolean>;
  remove(key: string): Promise<void>;
  /** Forgets everything that the app has stored on this device. */
  clear(): Promise<void>;
}

/** How something asked of the phone ended. `refused`: the person or Zalo said no; `unavailable`: not on this device. */
export type Result = 'done' | 'refused' | 'unavailable';

/** What is passed on to other people. */
export interface Shared {
  readonly title: string;
  /** Empty = only the address. */
  readonly text: string;
  /** Of a page of this app: "/thong-bao/tin?ma=…". */
  readonly address: string;
}

/** What the app needs from the phone around it. One implementation inside Zalo, one for an ordinary browser. */
export interface Platform {
  readonly kind: 'zalo' | 'browser';
  readonly storage: DeviceStorage;
  readonly speech: Speech;
  /**
   * Zalo's token of this person, for our own server to check; null when there is none (a browser, refused, empty).
   * Asks nothing: since SDK 2.35 only the id stands behind it. Source: platform notes, 7.4.
   */
  accessToken(): Promise<string | null>;
  /** False when the text could not be put on the clipboard. */
  copyText(text: string): Promise<boolean>;
  /** Keeps the text as a file; `copied`: no file could be made, and the text is on the clipboard instead. */
  saveText(fileName: string, text: string): Promise<Result | 'copied'>;
  /** Opens the share sheet; `copied`: there is none, and the text with its link is on the clipboard. */
  share(shared: Shared): Promise<Result | 'copied'>;
  /** A link that opens the page on another phone too. */
  shareableLink(address: string): string;
  /** Opens the dialler with the number; the person presses call. */
  openDialler(phoneNumber: string): Promise<void>;
  /** Opens the chat of an Official Account with the message filled in; the person presses send. */
  openOaChat(oaId: string, message: string): Promise<Result>;
  followOa(oaId: string): Promise<Result>;
  /** Asks for the right to send notifications of the Mini App: only after the person was told what for. */
  requestNotifications(): Promise<Result>;
  /** Zalo's one-time token of the place, for our own server (2 minutes); null when refused or not to be had. */
  locationToken(): Promise<string | null>;
  /** A page outside of Zalo. Only where the ward has switched external links on. Source: platform notes, 8.7. */
  openExternal(url: string): Promise<Result>;
  /** The look that the host has; null when it has none of its own or does not tell. */
  hostTheme(): Promise<'light' | 'dark' | null>;
  isOnline(): boolean;
  /** Calls back on every change; the result stops it. */
  watchOnline(changed: (online: boolean) => void): () => void;
  /** `key=value` parts that the app was opened with. */
  launchParameters(): URLSearchParams;
}
