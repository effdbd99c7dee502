import type { ReadAloudPiece } from '@phuong-so/shared/contracts/read-aloud';
import { ASK_ENDPOINTS } from './ask-endpoints.ts';
import type { ApiClient } from './client.ts';

/** One recording of an answer, `part` counted from 0. Rejects as `ApiClient.open` does. */
export async function fetchRecording(
  client: Pick<ApiClient, 'open'>,
  { token }: ReadAloudPiece,
  part: number,
  signal: AbortSignal,
): Promise<Blob> {
  const response = await client.open(ASK_ENDPOINTS.readAloud, { body: { token, part }, signal });
  return response.blob();
}
