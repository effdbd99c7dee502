import type { WardReply } from '@phuong-so/shared/contracts/wards';

const NAMELESS = 'phường (chưa có tên trong kế hoạch)';

/** "phường Sao Mai", for use inside a sentence. A ward whose plan gives no name gets none. */
export function wardName(ward: WardReply): string {
  return ward.name ?? NAMELESS;
}

/** The same with a capital, for headings and buttons. */
export function wardTitle(ward: WardReply): string {
  const name = wardName(ward);
  return name.charAt(0).toLocaleUpperCase('vi') + name.slice(1);
}

/** What tells this ward from the others: its province, else its plan and who signed it. */
export function wardDetails(ward: WardReply): readonly string[] {
  if (ward.name !== null) return ward.province === null ? planLines(ward) : [ward.province];
  return planLines(ward);
}

function planLines(ward: WardReply): readonly string[] {
  return ward.documents
    .slice(0, 2)
    .flatMap(({ number, title, signer }) => [
      ...(number === null ? [] : [`Kế hoạch số ${number}`]),
      ...(title === null ? [] : [title]),
      ...(signer === null ? [] : [`Người ký: ${signer}`]),
    ]);
}
