import type { WardReply } from '@phuong-so/shared/contracts/wards';
import type { WardProfile } from '@phuong-so/shared/domain/ward';
import type { WardCard } from '../ports/plan-index.ts';
import type { WardFacts } from '../ports/ward-facts.ts';
import type { ApiDeps } from './environment.ts';
import { Refusal } from './problems.ts';

/** The card of a ward that the index knows. @throws Refusal */
export function requireWard(deps: ApiDeps, key: string): WardCard {
  const card = deps.index.wards().find((ward) => ward.key === key);
  if (card === undefined) throw new Refusal('unknown_ward');
  return card;
}

/** Profile and plans of a ward that the index knows. @throws Refusal */
export function requireFacts(deps: ApiDeps, key: string): WardFacts {
  const facts = deps.index.ward(key);
  if (facts === null) throw new Refusal('unknown_ward');
  return facts;
}

/** A ward's name is never guessed: where no plan states it, the label says so. */
export function wardLabel(name: string | null): string {
  return name ?? 'phường (chưa có tên trong kế hoạch)';
}

export function toWardReply(
  { key, profile, documents }: WardFacts & { readonly key: string },
  groups: WardProfile['groups'],
): WardReply {
  return {
    key,
    name: profile.name,
    province: profile.province,
    label: wardLabel(profile.name),
    documents: documents.map(toDocumentReply),
    contact: { address: null, hotline: null, hours: null, email: null, ...profile.contact },
    oa_id: profile.oaId ?? null,
    groups: groups.map(({ id, name }) => ({ id, name })),
  };
}

export function toDocumentReply({ documentId, plan }: WardFacts['documents'][number]): WardReply['documents'][number] {
  const { number, title, signer } = plan.document;
  return { id: documentId, number, title, signer: signer?.name ?? null };
}
