/** What the app is called, in Zalo and in its own texts. */
export const APP_NAME = 'Phường Số';
