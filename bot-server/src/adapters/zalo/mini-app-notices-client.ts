import * as z from 'zod';
import type { MiniAppNotices, Notice } from '../../ports/mini-app-notices.ts';
import type { ZaloResult } from '../../ports/zalo-oa.ts';
import { readAnswer } from './zalo-answer.ts';
import { callZalo, type ZaloHttp } from './zalo-http.ts';

export interface MiniAppNoticesSettings extends ZaloHttp {
  /** Without a final slash. */
  readonly miniOpenapiUrl: string;
  readonly miniAppId: string;
  readonly apiKey: string;
  /** Of the template that Zalo has given the Mini App. */
  readonly templateId: string;
}

/** Notifications through Zalo's server for Mini Apps. Source: platform notes, 8.5, seen in public code only. */
export function miniAppNoticesClient(settings: MiniAppNoticesSettings): MiniAppNotices {
  const { miniOpenapiUrl, miniAppId, apiKey, templateId } = settings;
  return {
    async notify(userId, notice) {
      const headers = {
        ...{ 'X-Api-Key': `Bearer ${apiKey}`, 'X-User-Id': userId, 'X-MiniApp-Id': miniAppId },
        'content-type': 'application/json',
      };
      const body = JSON.stringify({ templateId, templateData: templateData(notice) });
      const init = { method: 'POST', headers, body };
      const outcome = await callZalo(settings, `${miniOpenapiUrl}/notification/template`, init);
      const isRefusal = outcome.kind === 'reply' && outcome.status >= 400 && outcome.status < 500;
      const result: ZaloResult<null> = readAnswer(outcome, success, (status, error) => status === 200 && error === 0);
      if (!isRefusal || result.kind === 'answered') return result;
      return { kind: 'answered', error: outcome.status, value: null, limits: outcome.limits };
    },
  };
}

const success = z.unknown().transform(() => null);

function templateData({ title, heading, description, button, url }: Notice) {
  return { title, contentTitle: heading, contentDescription: description, buttonText: button, buttonUrl: url };
}
