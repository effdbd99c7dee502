import type { ServiceReply } from '@phuong-so/shared/contracts/library';
import { Link } from 'react-router-dom';
import { Disclosure } from '../../ui/disclosure.tsx';

interface LookAlikesProps {
  readonly lookAlikes: ServiceReply['look_alikes'];
  readonly addressOf: (id: string) => string;
}

/** Before anything else: whether it is another procedure that the person needs, and how the two differ. */
export function LookAlikes({ lookAlikes, addressOf }: LookAlikesProps) {
  if (lookAlikes.length === 0) return null;
  const [first, ...others] = lookAlikes;
  return (
    <section className="card look-alikes" aria-label="Thủ tục dễ nhầm">
      <h2 className="look-alikes__heading">Có phải bác cần việc khác không?</h2>
      <ul>{first && <OneLookAlike {...first} to={addressOf(first.id)} />}</ul>
      {others.length > 0 && (
        <Disclosure show={`Còn ${others.length} việc dễ nhầm nữa`} hide="Thu gọn">
          <ul>
            {others.map((one) => (
              <OneLookAlike key={one.id} {...one} to={addressOf(one.id)} />
            ))}
          </ul>
        </Disclosure>
      )}
    </section>
  );
}

interface OneLookAlikeProps {
  readonly title: string;
  readonly difference: string;
  readonly to: string;
}

function OneLookAlike({ title, difference, to }: OneLookAlikeProps) {
  return (
    <li className="look-alike">
      <p className="look-alike__difference">{difference}</p>
      <Link className="button button--quiet look-alike__open" to={to}>
        Xem: {title}
      </Link>
    </li>
  );
}
