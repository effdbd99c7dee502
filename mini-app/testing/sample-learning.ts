import type { CertificateReply, CourseProgress, LearningReply } from '@phuong-so/shared/contracts/learning';

/** What the server knows of the course of `sample-library.ts`: nothing, as it says so. */
export function progress(change: Partial<CourseProgress> = {}): CourseProgress {
  return {
    course: 'lua-dao',
    lessons: [
      { id: 'goi-gia', step: 0, finished: false },
      { id: 'duong-dan', step: 0, finished: false },
    ],
    resume: { lesson: 'goi-gia', step: 0 },
    quiz: null,
    certificate: null,
    ...change,
  };
}

export const FINISHED = progress({
  lessons: [
    { id: 'goi-gia', step: 2, finished: true },
    { id: 'duong-dan', step: 1, finished: true },
  ],
  resume: null,
});
export const PASSED = { ...FINISHED, quiz: { right: 1, total: 1, passed: true } };

export function learning(courses: CourseProgress[], change: Partial<LearningReply> = {}): LearningReply {
  return { courses, level: 'Đang làm quen: đã xong 1 bài', weeks_in_a_row: 0, ...change };
}

export const CERTIFICATE: CertificateReply = {
  code: 'CN-7K2M9QRT',
  course: { id: 'lua-dao', title: 'Nhận ra lừa đảo' },
  ward: 'Phường An Bình, Hải Phòng',
  name: 'Nguyễn Thị Bưởi',
  issued_at: '2026-11-21T02:00:00Z',
  demo: true,
  page: '/chung-nhan/CN-7K2M9QRT',
  pdf: '/chung-nhan/CN-7K2M9QRT.pdf',
  png: '/chung-nhan/CN-7K2M9QRT.png',
};
