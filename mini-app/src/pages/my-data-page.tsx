import { useEffect, useSyncExternalStore } from 'react';
import { DataActions } from '../features/me/my-data.tsx';
import { Card } from '../ui/card.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { LinkRow } from '../ui/row.tsx';
import { ROUTES } from './addresses.ts';
import { repliesOf } from './announcement-services.ts';
import { learningOf } from './learning-services.ts';
import { sendingOf } from './sending-services.ts';
import type { PageProps, Services } from './services.ts';
import { useGoBack } from './use-go-back.ts';
import { workOf } from './work-services.ts';

/** What is kept, where, and how to get rid of it. Works without a ward, an account or a network. */
export function MyDataPage({ services }: PageProps) {
  const { conversation, session, platform } = services;
  useKeptRead(services);
  const { turns } = useSyncExternalStore(conversation.subscribe, conversation.snapshot);
  return (
    <PageFrame title="Dữ liệu của tôi" onBack={useGoBack()}>
      <Card heading="Trên điện thoại này">
        <ul className="legal legal__points">
          <li>{turns.length === 0 ? 'Chưa có câu hỏi nào.' : `${turns.length} câu hỏi và câu trả lời gần nhất.`}</li>
          <li>Phường và tổ dân phố đã chọn, cỡ chữ, màu nền.</li>
          <li>Thông báo đã đọc, câu trả lời thông báo, giấy tờ đã đánh dấu, bài đã học.</li>
          <li>Thông báo đang soạn dở, của tổ trưởng và cán bộ.</li>
          <li>Bản sao các trang đã đọc, để xem khi mất mạng.</li>
        </ul>
      </Card>
      <Card heading="Trên máy chủ của phường">
        <ul className="legal legal__points">
          <li>Câu hỏi không được lưu lại, và người dân hỏi không kèm tên.</li>
          <li>Dùng trang Tôi trong Zalo thì có: mã số của mình trong ứng dụng này, lựa chọn của mình, vai được cấp.</li>
        </ul>
      </Card>
      <Card heading="Lấy về hoặc xóa">
        <DataActions
          session={session}
          platform={platform}
          deviceData={() => deviceData(services)}
          forgetDevice={() => forgetDevice(services)}
        />
      </Card>
      <ul className="rows">
        <LinkRow to={ROUTES.privacy} title="Chính sách quyền riêng tư của Phường Số" />
      </ul>
    </PageFrame>
  );
}

/** What other pages keep is read from the device only when somebody listens; here all of it is wanted. */
function useKeptRead(services: Services): void {
  const { groups, readMarks, checklists } = services;
  const { progress } = learningOf(services);
  const replies = repliesOf(services);
  const { drafts } = sendingOf(services);
  const { drafts: workReports, raised } = workOf(services);
  useEffect(() => {
    const stores = [groups, readMarks, checklists, progress, replies, drafts, workReports, raised];
    const stops = stores.map((one) => one.subscribe(() => undefined));
    return () => {
      for (const stop of stops) stop();
    };
  }, [groups, readMarks, checklists, progress, replies, drafts, workReports, raised]);
}

function deviceData(services: Services): Readonly<Record<string, unknown>> {
  const { wards, groups, appearance, conversation, readMarks, checklists } = services;
  const { chosen } = wards.snapshot();
  return {
    ward: chosen?.key ?? null,
    groups: groups.snapshot().value,
    read_announcements: readMarks.snapshot().value,
    announcement_replies: repliesOf(services).snapshot().value,
    ticked_papers: checklists.snapshot().value,
    course_progress: learningOf(services).progress.snapshot().value,
    drafts_of_work_reports: workOf(services).drafts.snapshot().value,
    drafts_of_proposals: workOf(services).raised.snapshot().value,
    drafts_of_announcements: sendingOf(services).drafts.snapshot().value,
    appearance: appearance.snapshot(),
    questions: conversation.snapshot().turns.map(({ question, askedAt, wardKey, state }) => ({
      question,
      asked_at: new Date(askedAt).toISOString(),
      ward: wardKey,
      answer: state.kind === 'answered' ? state.answer.text : null,
    })),
  };
}

async function forgetDevice(services: Services): Promise<void> {
  const { conversation, wards, appearance, queries, platform, groups, readMarks, checklists } = services;
  const own = [learningOf(services).progress, repliesOf(services), sendingOf(services).drafts];
  const ofWork = [workOf(services).drafts, workOf(services).raised];
  const kept = [groups, readMarks, checklists, ...own, ...ofWork];
  await Promise.all([conversation.clear(), wards.forget(), appearance.reset(), ...kept.map((one) => one.forget())]);
  queries.clear();
  await platform.storage.clear();
}
