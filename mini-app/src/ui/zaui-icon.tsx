import { ChevronLeft, X } from 'lucide-react';

interface ZauiIconProps {
  readonly icon?: string;
  readonly size?: number;
  readonly className?: string;
}

/**
 * Stands in for zmp-ui's Icon (see vite.config.ts), whose font comes from a foreign host. Only the icons that zmp-ui's
 * own components draw are needed here; the app draws its icons from lucide-react directly.
 */
export default function ZauiIcon({ icon, size = 24, className }: ZauiIconProps) {
  const Drawing = icon === 'zi-chevron-left' || icon === 'zi-arrow-left' ? ChevronLeft : X;
  return <Drawing aria-hidden="true" size={size} {...(className === undefined ? {} : { className })} />;
}
