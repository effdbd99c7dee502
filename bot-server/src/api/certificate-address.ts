import type { CertificateReply } from '@phuong-so/shared/contracts/learning';
import type { Certificate } from '@phuong-so/shared/domain/learning';
import type { CertificateParts } from '../learning/certificate-sheet.ts';
import type { ApiDeps } from './environment.ts';
import { wardLabel } from './ward.ts';

/** Where certificates are checked by anybody. */
export const CHECK_PATH = '/chung-nhan';

export function toCertificateReply(deps: ApiDeps, certificate: Certificate): CertificateReply {
  const { code, courseId, name, issuedAt, demo } = certificate;
  const page = `${deps.publicUrl ?? ''}${CHECK_PATH}/${code}`;
  return {
    ...{ code, name, demo, issued_at: new Date(issuedAt).toISOString() },
    course: { id: courseId, title: courseTitle(deps, courseId) },
    ward: wardLabel(wardName(deps, certificate)),
    ...{ page, pdf: `${page}/giay.pdf`, png: `${page}/giay.png` },
  };
}

export function certificateParts(deps: ApiDeps, certificate: Certificate): CertificateParts {
  return {
    certificate,
    courseTitle: courseTitle(deps, certificate.courseId),
    wardName: wardName(deps, certificate),
    checkAddress: deps.publicUrl === null ? null : `${deps.publicUrl}${CHECK_PATH}/${certificate.code}`,
  };
}

/** A certificate outlives its course. */
function courseTitle({ library }: ApiDeps, id: string): string {
  return library.courses.find((course) => course.id === id)?.title ?? `Khóa học không còn mở (${id})`;
}

function wardName({ index }: ApiDeps, { ward }: Certificate): string | null {
  return index.ward(ward)?.profile.name ?? null;
}
