import type { ChatScreen, ScreenOf } from '@phuong-so/shared/domain/chat-screen';
import type { Service } from '@phuong-so/shared/domain/library';
import { conclude, type Option, present, stillOffering } from '../activity.ts';
import type { ChatDeps } from '../deps.ts';
import { offerWards } from '../offer.ts';
import { plainText } from '../plain-text.ts';
import { goOn, NEXT_BUTTON } from '../screen-texts.ts';
import { note, say, type Talk } from '../talk.ts';
import { wardOf } from '../wards.ts';
import { procedureOf, proceduresOf } from './find.ts';
import { partOptions, partScreens } from './parts.ts';
import * as texts from './texts.ts';

/** The groups of procedures, to be chosen by number. */
export function showFields(deps: ChatDeps, talk: Talk, at: number): Talk {
  if (wardOf(deps, talk.thread) === null) return offerWards(deps, talk);
  const fields = [...new Set(proceduresOf(deps, talk).map(({ field }) => field))];
  const options = fields.map((field): Option => ({ label: field, to: { kind: 'procedures', field } }));
  return present(talk, at, { kind: 'procedure_fields' }, texts.CHOOSE_FIELD, { options });
}

/** The procedures of one group. */
export function showProcedures(deps: ChatDeps, talk: Talk, at: number, screen: ScreenOf<'procedures'>): Talk {
  const inField = proceduresOf(deps, talk).filter(({ field }) => field === screen.field);
  if (inField.length === 0) return showFields(deps, talk, at);
  const options = inField.map(({ id, title }): Option => ({ label: title, to: { kind: 'procedure', service: id } }));
  return present(talk, at, screen, `${screen.field}\n${texts.CHOOSE_PROCEDURE}`, { options });
}

/** What a procedure is, in short, and its parts to be chosen. */
export function showProcedure(deps: ChatDeps, talk: Talk, at: number, screen: ScreenOf<'procedure'>): Talk {
  const service = procedureOf(deps, talk, screen.service);
  if (service === null) return conclude(talk, texts.GONE);
  const options = partOptions(service);
  return present(talk, at, screen, inShort(service), { options, offer: texts.SEE_MORE });
}

function inShort(service: Service): string {
  const lines = [
    service.title,
    `${plainText(service.summary)}.`.replace(/([.!?])\.$/u, '$1'),
    texts.factLine('Ai làm được', service.who),
    texts.factLine('Bao lâu có kết quả', service.time),
    texts.factLine('Lệ phí', service.fee),
    service.caution === null ? '' : `Lưu ý: ${plainText(service.caution)}`,
    texts.sourceText(service),
  ];
  return lines.filter(Boolean).join('\n');
}

/** One screen of one part; the other parts are offered with its last screen. */
export function showPart(deps: ChatDeps, talk: Talk, at: number, screen: ScreenOf<'procedure_part'>): Talk {
  const service = procedureOf(deps, talk, screen.service);
  if (service === null) return conclude(talk, texts.GONE);
  const pages = pagesOf(deps, talk, service, screen);
  const page = pages[Math.min(screen.page, pages.length - 1)] ?? '';
  const options = partOptions(service);
  if (screen.page + 1 < pages.length) {
    const shown = present(talk, at, screen, `${page}\n\n${goOn('để xem tiếp')}`, { buttons: [NEXT_BUTTON] });
    return stillOffering(shown, at, options);
  }
  if (screen.part !== 'checklist') return present(talk, at, screen, page, { options, offer: texts.SEE_MORE });
  // A message of its own, so that nothing stands in it that the person it is handed on to could not understand.
  const listed = say(note(talk, { choices: [], choicesAt: null }), page);
  return present(listed, at, screen, texts.FORWARD, { options, offer: texts.SEE_MORE });
}

/** The screen after this one; null after the last. */
export function nextPage(deps: ChatDeps, talk: Talk, screen: ScreenOf<'procedure_part'>): ChatScreen | null {
  const service = procedureOf(deps, talk, screen.service);
  const left = service !== null && screen.page + 1 < pagesOf(deps, talk, service, screen).length;
  return left ? { ...screen, page: screen.page + 1 } : null;
}

function pagesOf(deps: ChatDeps, talk: Talk, service: Service, { part }: ScreenOf<'procedure_part'>): string[] {
  const ward = wardOf(deps, talk.thread);
  const contact = ward === null ? undefined : deps.index.ward(ward)?.profile.contact;
  return partScreens(service, part, contact);
}
