import { Globe } from 'lucide-react';
import { CopyButton } from './copy-button.tsx';

interface AddressListProps {
  readonly addresses: readonly string[];
  readonly onCopy: (text: string) => Promise<boolean>;
}

/** Web addresses as text to copy, with what to do: nothing outside Zalo is opened from here. */
export function AddressList({ addresses, onCopy }: AddressListProps) {
  if (addresses.length === 0) return null;
  return (
    <div className="addresses">
      <p className="addresses__help">
        <Globe aria-hidden="true" size={20} />
        <span>Bấm “Chép địa chỉ”, mở Chrome hoặc Safari trên điện thoại, rồi dán vào ô địa chỉ ở trên cùng.</span>
      </p>
      <ul>
        {addresses.map((address) => (
          <li key={address} className="addresses__row">
            <span className="addresses__text">{address}</span>
            <CopyButton text={address} label="Chép địa chỉ" what={address} onCopy={onCopy} />
          </li>
        ))}
      </ul>
    </div>
  );
}
