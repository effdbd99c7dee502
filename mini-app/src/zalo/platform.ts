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

/** What the app needs from the phone around it. One implementation inside Zalo, one for an ordinary browser. */
export interface Platform {
  readonly kind: 'zalo' | 'browser';
  readonly storage: DeviceStorage;
  /** False when the text could not be put on the clipboard. */
  copyText(text: string): Promise<boolean>;
  /** Opens the dialler with the number; the person presses call. */
  openDialler(phoneNumber: string): Promise<void>;
  isOnline(): boolean;
  /** Calls back on every change; the result stops it. */
  watchOnline(changed: (online: boolean) => void): () => void;
  /** `key=value` parts that the app was opened with. */
  launchParameters(): URLSearchParams;
}
