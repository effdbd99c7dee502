import { useEffect, useSyncExternalStore } from 'react';
import { ANNOUNCEMENT_ENDPOINTS, type AnnouncementDetail } from '../api/announcement-endpoints.ts';
import { AnswerCard } from '../features/announcements/answer-card.tsx';
import { type OwnAnswer, ownAnswer } from '../features/announcements/own-replies.ts';
import { useReading } from '../reading/reading.ts';
import { isWorthRepeating } from '../session/call-failure.ts';
import { repliesOf } from './announcement-services.ts';
import type { Services } from './services.ts';
import { usePerson } from './use-own-reading.ts';

interface AnnouncementAnswerProps {
  readonly services: Services;
  readonly ward: string;
  readonly announcement: AnnouncementDetail;
  readonly asks: 'attending' | 'confirm_read';
}

/** What is asked back. Signs in silently where that is possible: only then is it known what was answered in chat. */
export function AnnouncementAnswer({ services, ward, announcement, asks }: AnnouncementAnswerProps) {
  const { session } = services;
  const { id, event } = announcement;
  const replies = repliesOf(services);
  const { ready, value } = useSyncExternalStore(replies.subscribe, replies.snapshot);
  useToldAnswer(services, ward, id);
  const answer = value[id]?.answer ?? null;
  const send = async (chosen: OwnAnswer) => {
    const body = { ward, answer: chosen.answer, ...(chosen.answer === 'yes' ? { people: chosen.people } : {}) };
    try {
      const told = await session.call(ANNOUNCEMENT_ENDPOINTS.answerAnnouncement, { path: { id }, body });
      await replies.sent(id, ownAnswer(told));
    } catch (thrown) {
      if (isWorthRepeating(thrown)) await replies.choose(id, chosen);
      else if (answer?.sent === false) await replies.sent(id, null);
      throw thrown;
    }
  };
  if (!ready) return null;
  const isOver = event !== null && Date.parse(event.starts_at) < Date.now();
  return <AnswerCard asks={asks} answer={answer} isOver={isOver} onAnswer={send} />;
}

/** What the server knows goes before what this device remembers, except an answer that it has not got yet. */
function useToldAnswer(services: Services, ward: string, id: string): void {
  const person = usePerson(services);
  const replies = repliesOf(services);
  const own = useReading({
    key: ['announcement', ward, id, 'own', person],
    load: (signal) =>
      services.session.call(ANNOUNCEMENT_ENDPOINTS.announcement, { path: { id }, query: { ward }, signal }),
    enabled: person !== null,
    ...{ keep: false, freshMs: 0 },
  });
  const told = own.kind === 'shown' ? own.data.my_answer : undefined;
  useEffect(() => {
    if (told === undefined) return;
    if (replies.snapshot().value[id]?.answer?.sent !== false) void replies.sent(id, ownAnswer(told));
  }, [told, replies, id]);
}
