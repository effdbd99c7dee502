import type { LibraryFinding } from '@phuong-so/shared/domain/library-finding';
import { type Draft, draft } from '../draft.ts';
import { contactWords } from '../wording.ts';
import { answerCourse } from './answer-course.ts';
import { answerService, type ServicePlace } from './answer-service.ts';
import { answerSituation, askWhichMatter, askWhichService } from './answer-several.ts';

/** Says what of services and courses the question is about. */
export function answerFinding(place: ServicePlace, finding: LibraryFinding): Draft {
  switch (finding.kind) {
    case 'service':
      return answerService(place, finding);
    case 'choose':
      return askWhichService(place, finding.services);
    case 'offer':
      return askWhichMatter(place, finding.entries);
    case 'other':
      return askForMore(place);
    case 'situation':
      return answerSituation(place, finding);
    case 'course':
      return answerCourse(place, finding);
    case 'elsewhere':
      return notCovered(place, finding.elsewhere.title);
  }
}

/** None of what was offered is meant. */
function askForMore({ facts }: ServicePlace): Draft {
  const contact = facts ? contactWords(facts) : null;
  const text =
    'Bạn viết rõ hơn việc cần làm giúp tôi: giấy tờ gì, cho ai. Nếu tôi vẫn chưa hiểu, bạn hỏi Trung tâm Phục vụ hành chính công của phường.';
  return draft('clarify', contact ? `${text} ${contact}` : text);
}

/** Named, so that it is plain that the question was understood; nothing of another procedure is given for it. */
function notCovered({ facts }: ServicePlace, title: string): Draft {
  const contact = facts ? contactWords(facts) : null;
  const text = `Tôi chưa có hướng dẫn đã kiểm chứng về việc này (${title}), nên không trả lời để tránh nói sai. Bạn hỏi Trung tâm Phục vụ hành chính công của phường, hoặc xem Cổng Dịch vụ công quốc gia.`;
  return draft('not_found', contact ? `${text} ${contact}` : text);
}

/**
 * A warning that comes first, and beside it where the matter is handled: a procedure's own words, a course by its name.
 * Its outcome stays: what is asked is no longer the first thing.
 */
export function withHelp(warning: Draft, help: Draft): Draft {
  const { citations, suggestions, text } = help;
  const [first] = citations;
  if (!first) return warning;
  return {
    ...warning,
    text: first.source === 'service' ? `${warning.text}\n\n${text}` : warning.text,
    citations,
    suggestions,
  };
}
