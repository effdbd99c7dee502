import { Bell, BookOpenText, House, MessageCircleQuestion, UserRound } from 'lucide-react';
import { NavLink } from 'react-router-dom';
import { ROUTES } from './addresses.ts';

const TABS = [
  { to: ROUTES.home, title: 'Trang chủ', Icon: House },
  { to: ROUTES.ask, title: 'Hỏi đáp', Icon: MessageCircleQuestion },
  { to: ROUTES.plan, title: 'Kế hoạch', Icon: BookOpenText },
  { to: ROUTES.announcements, title: 'Thông báo', Icon: Bell },
  { to: ROUTES.me, title: 'Tôi', Icon: UserRound },
] as const;

/** The way between the app's root pages. Changing a tab leaves no step to go back through. */
export function BottomNavigation() {
  return (
    <nav className="bottom-nav" aria-label="Các trang chính">
      {TABS.map(({ to, title, Icon }) => (
        <NavLink key={to} to={to} end className="bottom-nav__tab" replace={to !== ROUTES.ask}>
          <Icon aria-hidden="true" size={26} />
          <span>{title}</span>
        </NavLink>
      ))}
    </nav>
  );
}
