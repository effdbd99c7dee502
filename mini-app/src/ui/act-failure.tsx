import { Notice } from './notice.tsx';

/** Why something was not done, read out when it appears. */
export function ActFailure({ error }: { readonly error: string | null }) {
  return <div role="alert">{error !== null && <Notice tone="warning">{error}</Notice>}</div>;
}
