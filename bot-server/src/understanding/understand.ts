import type { LanguageData } from '@phuong-so/shared/domain/language';
import type { AskRequest, Focus, TopicWord, Understanding, Wants } from '@phuong-so/shared/domain/understanding';
import type { PhraseMatch } from '@phuong-so/shared/text/phrase-matcher';
import { askingWeights } from './asking-part.ts';
import { buildConcepts } from './build-concepts.ts';
import type { CleanQuestion } from './clean-question.ts';
import type { CueReading } from './cue-reading.ts';
import { decideIntent, readFocus } from './decide-intent.ts';
import { findAnnexes, findGroup, findMonth, findYears } from './find-places.ts';
import type { WardMention } from './find-wards.ts';

/** What the question is about and what it wants to know of it. `wards`: those the answer is to come from, one or more. */
export function understand(
  request: AskRequest,
  question: CleanQuestion,
  allCues: CueReading,
  wards: { readonly asked: readonly string[]; readonly mentions: readonly WardMention[]; readonly compare: boolean },
  language: LanguageData,
): Understanding {
  const weights = askingWeights(question, allCues);
  const cues = allCues.withinAsking(new Set(weights.flatMap((weight, at) => (weight === 1 ? [at] : []))));
  const units = language.units.find(question.text);
  const years = findYears(question);
  const month = findMonth(question);
  const annexes = findAnnexes(question);
  const focus = withTypedDay(readFocus(cues), question.text);
  const ownUnit =
    request.unit !== null && (cues.has('own_unit') || (request.role === 'leader' && cues.has('own_group')));
  const taken = new Set<number>();
  for (const mention of wards.mentions) for (let at = mention.from; at < mention.to; at += 1) taken.add(at);
  for (const at of yearTokens(question, years)) taken.add(at);
  const beside = new Set([...taken, ...tokensWithin(question, units)]);
  const topicsBesideUnit = buildConcepts(question, allCues, language, beside, weights).filter(
    ({ story }) => !story,
  ).length;
  const intent = decideIntent(cues, focus, {
    unit: units.length > 0,
    topics: topicsBesideUnit,
    ownUnit,
    years: years.length > 0,
    month: month !== null,
    wards: wards.asked.length,
  });
  const concepts = buildConcepts(question, allCues, language, taken, weights);
  return {
    intent,
    focus,
    wards: wards.asked,
    compare: wards.compare,
    unitIds: [...new Set(units.map(({ unit }) => unit.id))],
    ownUnit,
    years,
    month,
    annexes,
    group: findGroup(question),
    dutiesSection: cues.has('duties_section'),
    documentTypes: words(cues.at('document_type'), question),
    issuers: words(cues.at('upper_issuer'), question),
    aboutTargets: cues.has('targets'),
    concepts,
    topicsBesideUnit,
    topicWords: topicWords(question, weights, language),
    wants: readWants(question, cues, focus),
    topic: concepts.map(({ typed }) => typed.join(' ')).join(' . '),
  };
}

function words(matches: readonly PhraseMatch<unknown>[], question: CleanQuestion): string[] {
  return [
    ...new Set(
      matches.map(({ from, to }) =>
        question.tokens
          .slice(from, to)
          .map(({ folded }) => folded)
          .join(' '),
      ),
    ),
  ];
}

function topicWords(question: CleanQuestion, weights: readonly number[], language: LanguageData): TopicWord[] {
  const folded = (at: number) => question.tokens[at]?.folded ?? '';
  return language.topics
    .find(question.tokens)
    .filter(({ from }) => weights[from] === 1)
    .map(({ from, to, value }) => ({
      word: value,
      means: language.everyday.find(question.tokens.slice(from, to)).flatMap((match) => match.value),
      edges: [`${folded(from - 1)} ${folded(from)}`, `${folded(to - 1)} ${folded(to)}`]
        .map((edge) => edge.trim())
        .filter((edge) => edge.includes(' ')),
    }));
}

/** "Kinh phí làm … là bao nhiêu": a sum is asked, unless something else is counted after "bao nhiêu". */
const SUM_ASKED = /\b(?:kinh phi|chi phi|so tien|tong von)\b.*\bbao nhieu(?: (?:tien|vay|a|nhi|the|ha))?$/;
/** "Đã tuyển được bao nhiêu …": what has been done so far. */
const DONE_ASKED = /\bda (?:\p{L}+ ){1,3}duoc (?:bao nhieu|may)\b/u;

function readWants(question: CleanQuestion, cues: CueReading, focus: Focus): Wants {
  // "mấy" beside another question word is no more than "some": "có hướng dẫn gì cho mấy hộ kinh doanh".
  const folded = question.tokens.map((token) => token.folded).join(' ');
  const asksOther = focus.who || focus.when || focus.percent || cues.has('what');
  return {
    money: cues.has('money') || SUM_ASKED.test(folded),
    person: cues.has('person'),
    clockOrContact: cues.has('clock_or_contact'),
    progress: cues.has('progress') || DONE_ASKED.test(folded),
    lead: cues.has('who_leads'),
    documentNumber: cues.has('number'),
    amountOf: cues
      .at('amount')
      .filter(({ from }) => !asksOther || (question.tokens[from]?.folded === 'bao' && !focus.percent))
      .map(({ from, to }) => countedWords(question, from, to)),
  };
}

/** "mấy ngày" → "ngay", "bao nhiêu nghị quyết" → "nghi quyet". */
function countedWords(question: CleanQuestion, from: number, to: number): string {
  const words = question.tokens.slice(from, to).map(({ folded }) => folded);
  return words.slice(words[0] === 'bao' ? 2 : 1).join(' ');
}

/** Indexes of the tokens inside the given offsets. */
function tokensWithin(
  question: CleanQuestion,
  spans: readonly { readonly start: number; readonly end: number }[],
): number[] {
  return question.tokens.flatMap((token, at) =>
    spans.some(({ start, end }) => token.start >= start && token.end <= end) ? [at] : [],
  );
}

/** "năm 2030", "2030": the year is asked of the facts, it is no word to search by. */
function yearTokens(question: CleanQuestion, years: readonly string[]): number[] {
  return question.tokens.flatMap(({ folded }, at) => {
    const next = question.tokens[at + 1]?.folded ?? '';
    return years.includes(folded) || (folded === 'nam' && years.includes(next)) ? [at] : [];
  });
}

/** A day that is typed ("trước 30/11 phải không") asks for the day as much as "ngày nào" does. */
function withTypedDay(focus: Focus, text: string): Focus {
  return /(?<![\d/])\d{1,2}\s*[/.-]\s*(?:1[0-2]|0?[1-9])(?![\d/])/.test(text)
    ? { ...focus, when: true, day: true }
    : focus;
}
