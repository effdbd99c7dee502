import type { ServiceReply } from '@phuong-so/shared/contracts/library';
import { Card } from '../../ui/card.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { LinkRow } from '../../ui/row.tsx';

export type Commitment = ServiceReply['commitments'][number];

interface CommitmentsProps {
  readonly commitments: readonly Commitment[];
  /** The place in the plan; null = it cannot be opened. */
  readonly planAddress: (commitment: Commitment) => string | null;
}

const SHOWN_AT_FIRST = 1;

/** What the ward's plan promises about doing this on the network, each with the way to where it stands. */
export function Commitments({ commitments, planAddress }: CommitmentsProps) {
  if (commitments.length === 0) return null;
  const rest = commitments.slice(SHOWN_AT_FIRST);
  return (
    <Card heading="Kế hoạch của phường về nộp trên mạng">
      <Rows commitments={commitments.slice(0, SHOWN_AT_FIRST)} planAddress={planAddress} />
      {rest.length > 0 && (
        <Disclosure show={`Xem thêm ${rest.length} điều`} hide="Thu gọn">
          <Rows commitments={rest} planAddress={planAddress} />
        </Disclosure>
      )}
    </Card>
  );
}

function Rows({ commitments, planAddress }: CommitmentsProps) {
  return (
    <ul className="rows">
      {commitments.map((commitment) => {
        const to = planAddress(commitment);
        const lines = linesOf(commitment);
        return to === null ? (
          <li key={commitment.quote}>
            <strong>{commitment.name}</strong> {lines.join('. ')}
          </li>
        ) : (
          <LinkRow key={commitment.quote} to={to} title={commitment.name} lines={lines} />
        );
      })}
    </ul>
  );
}

function linesOf({ values, due, document }: Commitment): readonly string[] {
  const figures = values.map(({ year, value }) => (year === '' ? value : `năm ${year}: ${value}`));
  return [
    ...(figures.length === 0 ? [] : [`Mục tiêu ${figures.join('; ')}`]),
    ...(due === null ? [] : [`Thời hạn: ${due}`]),
    ...(document === null ? [] : [`Kế hoạch ${document}`]),
  ];
}
