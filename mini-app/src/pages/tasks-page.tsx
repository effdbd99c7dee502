import type { TaskReply, TasksReply } from '@phuong-so/shared/contracts/facts';
import { TaskCard } from '../features/tasks/task-card.tsx';
import { concerns, unitsOf } from '../features/tasks/task-units.ts';
import { UnitFilter } from '../features/tasks/unit-filter.tsx';
import { useReading } from '../reading/reading.ts';
import { ReadingView } from '../reading/reading-view.tsx';
import { HeadedGroups } from '../ui/headed-groups.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { useVisitState } from '../ui/use-visit-state.ts';
import { printedDay } from '../ui/vietnam-time.ts';
import { byDocument, sourceOf, useGroupHeading } from './plan-facts.ts';
import type { PageProps, Services } from './services.ts';
import { useGoBack } from './use-go-back.ts';
import { refreshOf } from './use-plan-text.ts';
import { type PageWard, WithPageWard } from './with-page-ward.tsx';

const NONE = {
  when: ({ tasks }: TasksReply) => tasks.length === 0,
  show: <p>Kế hoạch của phường không nêu nhiệm vụ nào.</p>,
};

/** Nhiệm vụ: who does what until when. */
export function TasksPage({ services }: PageProps) {
  return (
    <WithPageWard services={services} title="Nhiệm vụ">
      {(ward) => <WardTasks services={services} ward={ward} />}
    </WithPageWard>
  );
}

function WardTasks({ services: { api }, services, ward }: { readonly services: Services; readonly ward: PageWard }) {
  const goBack = useGoBack();
  const reading = useReading({ key: ['tasks', ward.key], load: (signal) => api.tasks(ward.key, signal) });
  return (
    <PageFrame title="Nhiệm vụ" onBack={goBack} note={ward.note} {...refreshOf(reading)}>
      {ward.foreign}
      <ReadingView reading={reading} what="nhiệm vụ" empty={NONE}>
        {(reply) => <FilteredTasks services={services} ward={ward.key} reply={reply} />}
      </ReadingView>
    </PageFrame>
  );
}

interface FilteredTasksProps {
  readonly services: Services;
  readonly ward: string;
  readonly reply: TasksReply;
}

function FilteredTasks({ services, ward, reply: { tasks, as_of: asOf } }: FilteredTasksProps) {
  const [unit, choose] = useVisitState('unit');
  const shown = tasks.filter((task) => concerns(task, unit));
  return (
    <>
      <UnitFilter units={unitsOf(tasks)} chosen={unit} onChoose={choose} />
      <p className="facts-head" role="status">
        {shown.length} nhiệm vụ. Tình trạng tính đến {printedDay(asOf)}.
      </p>
      {byDocument(shown).map(([documentId, some]) => (
        <DocumentTasks key={documentId} services={services} ward={ward} documentId={documentId} tasks={some} />
      ))}
    </>
  );
}

interface DocumentTasksProps {
  readonly services: Services;
  readonly ward: string;
  readonly documentId: string;
  readonly tasks: readonly TaskReply[];
}

function DocumentTasks({ services: { api }, ward, documentId, tasks }: DocumentTasksProps) {
  const headingOf = useGroupHeading(api, ward, documentId);
  return (
    <HeadedGroups items={tasks} headingOf={headingOf} keyOf={({ id }) => id}>
      {(task) => <TaskCard task={task} source={sourceOf(ward, task)} />}
    </HeadedGroups>
  );
}
