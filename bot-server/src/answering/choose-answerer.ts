import type { Intent } from '@phuong-so/shared/domain/understanding';
import { answerDueSoon, answerOverdue, answerReportDeadline } from './answer-deadlines.ts';
import {
  answerNumberAndDate,
  answerOutline,
  answerPeriod,
  answerRecipients,
  answerSigner,
  answerWardIdentity,
} from './answer-document-facts.ts';
import { answerCitingPassage, answerLegalBasis, answerNamedDocument } from './answer-legal-basis.ts';
import { answerDue, answerOwner } from './answer-owner-and-due.ts';
import { answerFigureInText, answerPassage } from './answer-passage.ts';
import { answerNamedTarget, answerTarget } from './answer-target.ts';
import { answerUnitTargets, answerUnitTasks } from './answer-unit.ts';
import type { AnswerContext, Answerer, Draft } from './draft.ts';
import { isInNamedAnnex } from './named-annex.ts';
import { withinNamedGroup } from './named-group.ts';
import { notFound } from './not-found.ts';
import { holdingWhatIsAsked, whyUnanswerable } from './what-must-stand.ts';
import { planLabel, wardInText } from './wording.ts';

/** For each intent the ways of answering, tried in order. What none of them can say, the plan does not say. */
const ANSWERERS: Readonly<Record<Intent, readonly Answerer[]>> = {
  signer: [answerSigner],
  number_and_date: [answerNumberAndDate, answerCitingPassage, answerLegalBasis],
  ward_identity: [answerWardIdentity],
  period: [answerPeriod, answerPassage],
  recipients: [answerRecipients, answerPassage],
  outline: [answerOutline],
  report_deadline: [answerReportDeadline, answerPassage],
  legal_basis: [answerNamedDocument, answerCitingPassage, answerLegalBasis, answerPassage],
  unit_tasks: [answerUnitTasks, answerPassage],
  unit_targets: [answerUnitTargets],
  overdue: [answerOverdue],
  due_soon: [answerDueSoon],
  target: [answerTarget, answerFigureInText],
  owner: [answerOwner, answerPassage],
  due: [answerDue, answerPassage],
  passage: [answerNamedTarget, answerPassage],
};

/** The draft of one ward's answer. Never null: at the end stands "the plan does not say". */
export function answerFromFacts(context: AnswerContext): Draft {
  const reason = whyUnanswerable(context, wardInText(context.facts));
  if (reason) return notFound(context, reason);
  const fitting = {
    ...context,
    ranked: withinNamedGroup(context.understanding, withinNamedAnnex(context, holdingWhatIsAsked(context))),
  };
  for (const answer of ANSWERERS[context.understanding.intent]) {
    const found = answer(fitting);
    if (found) return forRole(context, found);
  }
  return notFound(context);
}

/** A neighbourhood leader passes answers on: the text then says by itself whose plan it comes from. */
function forRole(context: AnswerContext, made: Draft): Draft {
  const cited = made.citations[0]?.documentId;
  const document = context.facts.documents.find(({ documentId }) => documentId === cited);
  if (context.role !== 'leader' || made.outcome !== 'answered' || !document) return made;
  return {
    ...made,
    text: `${made.text}\n(Nguồn: ${planLabel(document, context.facts)}. Bác có thể chuyển tiếp nguyên văn cho bà con.)`,
  };
}

/** "Trong phụ lục …" asks for rows of the annex: running text is no answer to it. */
function withinNamedAnnex(context: AnswerContext, ranked: AnswerContext['ranked']): AnswerContext['ranked'] {
  if (context.understanding.annexes.length === 0) return ranked;
  return ranked.filter(({ snippet }) => {
    if (snippet.kind === 'task') return isInNamedAnnex(context.understanding, snippet.task.quote.place.annex);
    return snippet.kind === 'target' && isInNamedAnnex(context.understanding, snippet.target.annex);
  });
}
