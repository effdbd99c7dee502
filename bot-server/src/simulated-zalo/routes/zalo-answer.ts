/** What the simulated Zalo would say, before a fault is put over it. */
export interface ZaloAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
}

/** Wording of the codes in the platform notes, 3.11, as far as it is told there. Programs must read the code. */
const TEXTS: Readonly<Record<number, string>> = {
  [-32]: 'Out of the request limit per minute',
  [-100]: 'attachment_id is expired',
  [-200]: 'Send message failed',
  [-210]: 'Parameter above allowed limit',
  [-211]: 'Out of quota',
  [-213]: 'User has not followed OA',
  [-216]: 'Access token is invalid',
  [-217]: 'User blocked invitations from OA',
  [-220]: 'Access token is expired or removed',
  [-227]: 'User is banned or inactive for more than 45 days',
  [-230]: 'User has not interacted with the OA in the past 7 days',
  [-232]: 'User has not interacted with the OA, or the interaction has expired',
  [-233]: 'Message type is invalid or unsupported',
  [-234]: 'This type of message is not allowed to be sent at night',
  [-235]: 'This API does not support this type of OA',
  [-249]: 'This template cannot be sent by user id',
  [-240]: 'MessageV2 API has been shut down, please switch to MessageV3',
};

/** An error of the OpenAPI: HTTP 200 all the same. */
export function failed(error: number, message = TEXTS[error] ?? `Simulated error ${error}`): ZaloAnswer {
  return { status: 200, body: { error, message }, headers: {} };
}

export function succeeded(data?: unknown): ZaloAnswer {
  const body = { error: 0, message: 'Success', ...(data === undefined ? {} : { data }) };
  return { status: 200, body, headers: {} };
}

/** An error of the OAuth address. Source: platform notes, 4.2. */
export function oauthFailed(error: number, reason: string): ZaloAnswer {
  const body = { error, error_name: reason, error_description: `${reason} (mô phỏng)`, error_reason: reason };
  return { status: 200, body, headers: {} };
}

/** What a path that is none answers, with HTTP 404. Source: platform notes, 3.1. */
export const NO_SUCH_API = { error: 404, message: 'empty or invalid API' };
