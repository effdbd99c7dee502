/// <reference types="vite/client" />

interface ImportMetaEnv {
  /** Origin of the API when the app is not served by it (inside Zalo), e.g. https://tro-ly.example.vn. */
  readonly VITE_API_BASE?: string;
  /** Names the shapes of the server's replies; made by the build. */
  readonly VITE_CONTRACTS?: string;
  /** Of the Mini App, from its package.json; made by the build. */
  readonly VITE_VERSION?: string;
}
